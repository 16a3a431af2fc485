/** The way back of an upgrade of Kubernetes, on a simplex alone (sysinv conductor/manager.py kube_upgrade_abort). */
import type { World } from '../../kernel/world';
import { kubeHosts, kubeRow, setKubeHost } from './hosts';
import type { UpgradeState } from './states';
import { scheduleKube, setUpgrade, stopKube } from './steps';

/** Seconds: draining, etcd's copy put back, the old binaries started. */
const RESTORE = 240;
const NOTHING_TO_RESTORE = 5;

/** Until here nothing of Kubernetes was changed. */
const UNTOUCHED: readonly UpgradeState[] = [
  'upgrade-started',
  'downloading-images',
  'downloading-images-failed',
  'downloaded-images',
  'pre-updating-apps',
  'pre-updating-apps-failed',
  'pre-updated-apps',
];
/** Here an abort needs no copy of the control plane. */
const BEFORE_CONTROL_PLANE: readonly UpgradeState[] = [
  'upgrading-networking',
  'upgrading-networking-failed',
  'upgrading-storage',
  'upgrading-storage-failed',
];

export function abortUpgrade(world: World): void {
  const { kube } = world.sysinv;
  const { upgrade } = kube;
  if (!upgrade) return;
  const { state, from_version: from } = upgrade;
  stopKube(world);
  kube.kubeadm = from;
  kube.kubelet = from;
  for (const host of kubeHosts(world)) {
    setKubeHost(world, host, { target_version: from, status: 'upgrade-aborting' });
  }
  if (UNTOUCHED.includes(state)) {
    setUpgrade(world, 'upgrade-aborted');
    return;
  }
  setUpgrade(world, 'upgrade-aborting');
  const fault = kube.faults.take(['upgrade-aborting']);
  if (fault?.kind === 'hang') return;
  const lost = !kube.backup && !BEFORE_CONTROL_PLANE.includes(state);
  scheduleKube(world, 'cloud', [
    [kube.backup ? RESTORE : NOTHING_TO_RESTORE, () => aborted(world, from, Boolean(fault) || lost)],
  ]);
}

function aborted(world: World, from: string, failed: boolean): void {
  const { kube } = world.sysinv;
  for (const host of kubeHosts(world)) {
    if (host.row.personality !== 'controller') continue;
    setKubeHost(world, host, { status: null });
    if (failed || !kubeRow(world, host)) continue;
    setKubeHost(world, host, { control_plane_version: from, kubelet_version: from });
  }
  if (!failed) {
    kube.version = from;
    kube.cordoned.clear();
  }
  setUpgrade(world, failed ? 'upgrade-aborting-failed' : 'upgrade-aborted');
}
