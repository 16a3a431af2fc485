/** What the platform will look at before it takes a call, and whether it will take it. */
import { type Check, orderChecks, verdictOf } from '../check';
import type { Verdict } from '../result';
import { isRootcaCall, type KubeCall } from './kube-calls';
import { kubeletConfigChecks } from './kubelet-config-checks';
import { rootcaChecks } from './rootca-checks';
import type { KubeSituation } from './situation';
import { upgradeChecks } from './upgrade-checks';

export const kubeChecks = (call: KubeCall, s: KubeSituation): Check[] =>
  orderChecks(
    call.do === 'kubelet-config'
      ? kubeletConfigChecks(s)
      : isRootcaCall(call)
        ? rootcaChecks(call, s)
        : upgradeChecks(call, s),
  );

export const kubeVerdict = (call: KubeCall, s: KubeSituation): Verdict => verdictOf(kubeChecks(call, s));
