/** Changing Kubernetes, as orders of steps: the platform takes a call and works on; `kubernetes` tells how far it is. */
import 'server-only';
import type { Kubernetes } from '@/lib/domain/kube/kube';
import type { KubeCall } from '@/lib/domain/kube/kube-calls';
import { KUBE_DEED, KUBE_RIGHT } from '@/lib/domain/kube/kube-rights';
import { kubeSteps } from '@/lib/domain/kube/kube-steps';
import { fail, ok, type Result } from '@/lib/domain/result';
import { sendKubeCall } from '@/lib/stx/sysinv/kubernetes/kube-writes';
import { invalidateKubernetes } from './outdated';
import type { Session } from './session-types';
import { type By, orderSteps, type StepKind, type StepOrder, type StepRun } from './step-orders';
import { readView } from './views';

export type KubeOrder = StepOrder<KubeCall>;

const kubeActs: StepKind<KubeCall, Kubernetes> = {
  ...{ kit: kubeSteps, look, send, invalidate: invalidateKubernetes },
  ...{ rightOf: () => KUBE_RIGHT, gerundOf: () => KUBE_DEED },
  auditOf,
};

export const orderKubeCalls = (order: KubeOrder): Promise<Result<StepRun>> => orderSteps(kubeActs, order);

/** "kubernetes.upgrade-networking" on the cluster, "kubernetes.kubelet" on a host. */
export function auditOf(call: KubeCall): {
  action: string;
  target: string;
  details?: Record<string, string>;
} {
  const details = detailsOf(call);
  return {
    action: `kubernetes.${call.do}`,
    target: 'host' in call ? call.host.name : 'kubernetes',
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
}

function detailsOf(call: KubeCall): Record<string, string> {
  return {
    ...('version' in call ? { kubeVersion: call.version } : {}),
    ...('force' in call && call.force ? { force: 'true' } : {}),
    ...('phase' in call ? { kubePhase: call.phase } : {}),
    ...('state' in call ? { state: call.state } : {}),
    ...('expiry' in call && call.expiry !== null ? { certificateExpiry: call.expiry } : {}),
    ...('subject' in call && call.subject !== null ? { certificateSubject: call.subject } : {}),
  };
}

async function look(session: Session): Promise<Result<Kubernetes>> {
  const { value, error } = await readView(session, 'kubernetes', {}, true);
  // An older reading is no basis for a change.
  if (error) return fail(error);
  return value
    ? ok(value.data)
    : fail({ kind: 'unavailable', message: 'The state of Kubernetes could not be read.' });
}

async function send({ connection }: By, call: KubeCall, state: Kubernetes): Promise<Result<Kubernetes>> {
  const answer = await sendKubeCall(connection, call);
  return answer.ok ? ok(kubeSteps.after(call, state)) : answer;
}
