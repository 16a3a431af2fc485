/**
 * The way of an update of the Kubernetes root CA (sysinv common/kubernetes.py KUBE_ROOTCA_*;
 * api/controllers/v1/kube_rootca_update.py).
 */
import type { Unknown } from '../host';
import type { RootcaHost, RootcaUpdate } from './kube';
import { type Mark, placeOf, type Stage, type StageView, stageViews, waitingStage } from './stages';

/** Phases of the hosts, and of the pods, as the command line spells them. */
export const HOST_PHASES = ['trust-both-cas', 'update-certs', 'trust-new-ca'] as const;
export type HostPhase = (typeof HOST_PHASES)[number];
export const POD_PHASES = ['trust-both-cas', 'trust-new-ca'] as const;
export type PodPhase = (typeof POD_PHASES)[number];

export type RootcaStageId = 'start' | 'certificate' | `host-${HostPhase}` | `pods-${PodPhase}` | 'abort';

export const hostStates = (phase: HostPhase) => ({
  working: `updating-host-${phase}`,
  failed: `updating-host-${phase}-failed`,
  done: `updated-host-${phase}`,
});
export const podStates = (phase: PodPhase) => ({
  working: `updating-pods-${phase}`,
  failed: `updating-pods-${phase}-failed`,
  done: `updated-pods-${phase}`,
});

const WAY: readonly Stage<RootcaStageId>[] = [
  { id: 'start', title: 'Start', done: 'update-started' },
  { id: 'certificate', title: 'New certificate', done: 'update-new-rootca-cert-generated' },
  { id: 'host-trust-both-cas', title: 'Hosts trust both', ...hostStates('trust-both-cas') },
  { id: 'pods-trust-both-cas', title: 'Pods trust both', ...podStates('trust-both-cas') },
  { id: 'host-update-certs', title: 'Hosts get new certificates', ...hostStates('update-certs') },
  { id: 'host-trust-new-ca', title: 'Hosts trust the new one only', ...hostStates('trust-new-ca') },
  { id: 'pods-trust-new-ca', title: 'Pods trust the new one only', ...podStates('trust-new-ca') },
];
const ABORTED: Stage<RootcaStageId> = { id: 'abort', title: 'Aborted', done: 'update-aborted' };

export const ROOTCA_STATES: readonly string[] = [...WAY, ABORTED].flatMap(({ working, failed, done }) =>
  [working, failed, done].flatMap((state) => (state === undefined ? [] : [state])),
);

export const rootcaPlace = (state: Unknown<string>) => placeOf([...WAY, ABORTED], state);

/** The phase of a stage that is the hosts', or null. */
export const hostPhaseOf = (id: RootcaStageId): HostPhase | null =>
  HOST_PHASES.find((phase) => id === `host-${phase}`) ?? null;
export const podPhaseOf = (id: RootcaStageId): PodPhase | null =>
  POD_PHASES.find((phase) => id === `pods-${phase}`) ?? null;

export function rootcaStages(
  update: Pick<RootcaUpdate, 'state'>,
  hosts: readonly RootcaHost[],
): StageView<RootcaStageId>[] {
  if (update.state === ABORTED.done)
    return [...stageViews(WAY, null), ...stageViews([ABORTED], update.state)];
  const views = stageViews(WAY, update.state).map((view) => {
    const phase = hostPhaseOf(view.id);
    return phase !== null && view.mark === 'working' ? { ...view, mark: hostsMark(phase, hosts) } : view;
  });
  return waitingStage(views);
}

/** While some hosts have been through a phase the platform stays in its "updating": nothing may be going on. */
function hostsMark(phase: HostPhase, hosts: readonly RootcaHost[]): Mark {
  const { working } = hostStates(phase);
  return hosts.some(({ state }) => state === working) ? 'working' : 'waiting';
}

export const isRootcaWorking = (
  update: Pick<RootcaUpdate, 'state'> | null,
  hosts: readonly RootcaHost[],
): boolean => update !== null && rootcaStages(update, hosts).some(({ mark }) => mark === 'working');

/** How a host stands to a phase. */
export function hostPhaseMark(host: RootcaHost, phase: HostPhase): Mark {
  const states = hostStates(phase);
  if (host.state === states.working) return 'working';
  if (host.state === states.failed) return 'failed';
  if (host.state === states.done) return 'done';
  if (host.state === null) return 'ahead';
  const at = HOST_PHASES.findIndex((one) =>
    Object.values(hostStates(one)).some((word) => word === host.state),
  );
  return at < 0 ? 'unknown' : at > HOST_PHASES.indexOf(phase) ? 'done' : 'ahead';
}
