/**
 * The way of an upgrade of Kubernetes through the states of the platform (sysinv common/kubernetes.py KUBE_UPGRADE_* and
 * the like; api/controllers/v1/kube_upgrade.py patch and host.py kube_upgrade_control_plane, kube_upgrade_kubelet).
 */
import type { Unknown } from '../host';
import type { KubeHost, KubeUpgrade } from './kube';
import { type Mark, placeOf, type Stage, type StageView, stageViews, waitingStage } from './stages';

export type UpgradeStageId =
  | 'start'
  | 'images'
  | 'pre-apps'
  | 'networking'
  | 'storage'
  | 'cordon'
  | 'first'
  | 'second'
  | 'kubelets'
  | 'uncordon'
  | 'complete'
  | 'post-apps'
  | 'abort';

type UpgradeStage = Stage<UpgradeStageId> & { only?: 'simplex' | 'duplex' };

const three = (id: UpgradeStageId, title: string, working: string, done: string): UpgradeStage => ({
  ...{ id, title, working, failed: `${working}-failed`, done },
});

const ABORT = three('abort', 'Abort', 'upgrade-aborting', 'upgrade-aborted');

/** In the order that the platform insists on. */
export const UPGRADE_STAGES: readonly UpgradeStage[] = [
  { id: 'start', title: 'Start', done: 'upgrade-started' },
  three('images', 'Download images', 'downloading-images', 'downloaded-images'),
  three('pre-apps', 'Update applications before', 'pre-updating-apps', 'pre-updated-apps'),
  three('networking', 'Upgrade networking', 'upgrading-networking', 'upgraded-networking'),
  three('storage', 'Upgrade storage', 'upgrading-storage', 'upgraded-storage'),
  {
    ...{ id: 'cordon', title: 'Cordon', only: 'simplex' },
    ...{ working: 'cordon-started', failed: 'cordon-failed', done: 'cordon-complete' },
  },
  three('first', 'First control plane', 'upgrading-first-master', 'upgraded-first-master'),
  {
    ...three('second', 'Second control plane', 'upgrading-second-master', 'upgraded-second-master'),
    only: 'duplex',
  },
  { id: 'kubelets', title: 'Kubelets', working: 'upgrading-kubelets' },
  {
    ...{ id: 'uncordon', title: 'Uncordon', only: 'simplex' },
    ...{ working: 'uncordon-started', failed: 'uncordon-failed', done: 'uncordon-complete' },
  },
  { id: 'complete', title: 'Complete', done: 'upgrade-complete' },
  three('post-apps', 'Update applications after', 'post-updating-apps', 'post-updated-apps'),
  ABORT,
];

/** Every state that this console knows. */
export const UPGRADE_STATES: readonly string[] = UPGRADE_STAGES.flatMap(({ working, failed, done }) =>
  [working, failed, done].flatMap((state) => (state === undefined ? [] : [state])),
);

/** Statuses of one host (KUBE_HOST_*), and the one that an abort puts there. */
export const HOST_WORKING: readonly string[] = [
  'upgrading-etcd',
  'upgrading-control-plane',
  'upgrading-kubelet',
  'upgrade-aborting',
];
export const HOST_FAILED: readonly string[] = [
  'upgrading-etcd-failed',
  'upgrading-control-plane-failed',
  'upgrading-kubelet-failed',
];
export const KUBELET_DONE = 'upgraded-kubelet';

export const upgradePlace = (state: Unknown<string>) => placeOf(UPGRADE_STAGES, state);

/** @param mode of the system; null, which is not known, leaves what may be part of the way in it */
export function upgradeStages(
  upgrade: Pick<KubeUpgrade, 'state'>,
  hosts: readonly KubeHost[],
  mode: Unknown<string>,
): StageView<UpgradeStageId>[] {
  const place = upgradePlace(upgrade.state);
  const here = (stage: UpgradeStage) => place?.stage.id === stage.id;
  const belongs = (stage: UpgradeStage) =>
    stage.only === undefined ||
    mode === null ||
    here(stage) ||
    (mode === 'simplex') === (stage.only === 'simplex');
  const way = UPGRADE_STAGES.filter((stage) => stage.id !== 'abort' && belongs(stage));
  // From where it was aborted the platform does not say.
  if (place?.stage.id === 'abort') {
    const [abort] = stageViews([ABORT], upgrade.state);
    return [...stageViews(way, null), ...(abort ? [abort] : [])];
  }
  const views = stageViews(way, upgrade.state).map((view) =>
    view.id === 'kubelets' && view.mark === 'working' ? { ...view, mark: kubeletsMark(hosts) } : view,
  );
  return waitingStage(views.map(withMode(mode)));
}

/** Without the mode nobody knows whether a stage will come at all. */
const withMode =
  (mode: Unknown<string>) =>
  (view: StageView<UpgradeStageId>): StageView<UpgradeStageId> => {
    const only = UPGRADE_STAGES.find(({ id }) => id === view.id)?.only;
    return mode === null && only !== undefined && view.mark !== 'working' && view.mark !== 'failed'
      ? { ...view, mark: 'unknown' }
      : view;
  };

/** One state stands for all kubelets: what it means, the hosts say. */
function kubeletsMark(hosts: readonly KubeHost[]): Mark {
  if (hosts.some(({ status }) => status === 'upgrading-kubelet')) return 'working';
  if (hosts.some(({ status }) => status === 'upgrading-kubelet-failed')) return 'failed';
  return hosts.length > 0 && hosts.every(({ status }) => status === KUBELET_DONE) ? 'done' : 'waiting';
}

/** Is the platform at work on it, so that it is worth asking again soon? */
export const isUpgradeWorking = (
  upgrade: Pick<KubeUpgrade, 'state'> | null,
  hosts: readonly KubeHost[],
): boolean =>
  hosts.some(({ status }) => status !== null && HOST_WORKING.includes(status)) ||
  (upgrade !== null &&
    upgrade.state !== 'upgrading-kubelets' &&
    upgradePlace(upgrade.state)?.phase === 'working');

export const hasUpgradeFailed = (upgrade: Pick<KubeUpgrade, 'state'>, hosts: readonly KubeHost[]): boolean =>
  upgradePlace(upgrade.state)?.phase === 'failed' ||
  (upgrade.state === 'upgrading-kubelets' && kubeletsMark(hosts) === 'failed');
