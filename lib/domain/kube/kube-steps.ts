/** What a call about Kubernetes does to its state: what of it is still to do, and what is afterwards. Nothing is taken back by itself. */
import type { StepsOf } from '../steps';
import type { Kubernetes } from './kube';
import { CORDON_STATE_OF, type KubeCall, STATE_OF } from './kube-calls';
import { hostStates, podStates } from './rootca-stages';

/** The state of the upgrade as soon as the platform has taken a call; null: the call does not set it. */
function upgradeStateOf(call: KubeCall): string | null {
  switch (call.do) {
    case 'download-images':
    case 'pre-apps':
    case 'networking':
    case 'storage':
    case 'complete':
    case 'post-apps':
    case 'abort':
      return STATE_OF[call.do];
    case 'cordon':
    case 'uncordon':
      return CORDON_STATE_OF[call.do];
    case 'kubelet':
      return 'upgrading-kubelets';
    case 'failed':
      return call.state;
    default:
      return null;
  }
}

function rootcaStateOf(call: KubeCall): string | null {
  switch (call.do) {
    case 'rootca-generate':
      return 'update-new-rootca-cert-generated';
    case 'rootca-host':
      return hostStates(call.phase).working;
    case 'rootca-pods':
      return podStates(call.phase).working;
    case 'rootca-abort':
      return 'update-aborted';
    default:
      return null;
  }
}

/** A call that is under way already was carried out: nothing is sent twice. */
function remaining(call: KubeCall, state: Kubernetes): KubeCall | null {
  const { upgrade, rootca } = state;
  switch (call.do) {
    case 'start':
      return upgrade?.to === call.version && upgrade.state === 'upgrade-started' ? null : call;
    case 'delete':
      return upgrade === null && !state.unread.some(({ part }) => part === 'upgrade') ? null : call;
    // Whether it was carried out, the platform alone can tell: the row of the host is known by its number only.
    case 'control-plane':
    case 'kubelet':
    // It may be applied any number of times.
    case 'kubelet-config':
      return call;
    case 'abort':
      return upgrade?.state === 'upgrade-aborted' || upgrade?.state === STATE_OF.abort ? null : call;
    case 'rootca-start':
      return rootca?.state === 'update-started' ? null : call;
    case 'rootca-complete':
      return rootca === null && !state.unread.some(({ part }) => part === 'rootca') ? null : call;
    case 'rootca-host': {
      const host = state.rootcaHosts.find(({ hostname }) => hostname === call.host.name);
      return host?.state === hostStates(call.phase).working ? null : call;
    }
    case 'rootca-generate':
    case 'rootca-pods':
    case 'rootca-abort':
      return rootca !== null && rootca.state === rootcaStateOf(call) ? null : call;
    default:
      return upgrade !== null && upgrade.state === upgradeStateOf(call) ? null : call;
  }
}

function after(call: KubeCall, state: Kubernetes): Kubernetes {
  const { upgrade, rootca } = state;
  const dates = { createdAt: null, updatedAt: null };
  if (call.do === 'start')
    return { ...state, upgrade: { from: null, to: call.version, state: 'upgrade-started', ...dates } };
  if (call.do === 'delete') return { ...state, upgrade: null };
  if (call.do === 'rootca-start')
    return { ...state, rootca: { state: 'update-started', from: null, to: null, ...dates } };
  if (call.do === 'rootca-complete') return { ...state, rootca: null, rootcaHosts: [] };
  const [next, nextRootca] = [upgradeStateOf(call), rootcaStateOf(call)];
  return {
    ...state,
    ...(upgrade && next !== null ? { upgrade: { ...upgrade, state: next } } : {}),
    ...(rootca && nextRootca !== null ? { rootca: { ...rootca, state: nextRootca } } : {}),
  };
}

const none = (): null => null;

export const kubeSteps: StepsOf<KubeCall, Kubernetes> = { remaining, inverse: none, partOf: none, after };
