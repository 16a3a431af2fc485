/**
 * What sysinv refuses of the upgrade of one host (sysinv api/controllers/v1/host.py kube_upgrade_control_plane,
 * kube_upgrade_kubelet, _semantic_check_swact_kube_rootca_update). Own words.
 */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { isFirst, nextVersion } from '../../kube/host-life';
import { controlPlanes, kubelets, kubeRow } from '../../kube/hosts';
import type { UpgradeState } from '../../kube/states';
import type { UpgradeRow } from '../../kube/store';
import { minorOf } from '../../kube/versions';
import { checkState, upgradeUnderWay } from './upgrade';

/** Minor versions that a kubelet may be behind its control plane. */
const MOST_BEHIND = 3;

const FROM_SIMPLEX: readonly UpgradeState[] = [
  'upgraded-storage',
  'upgraded-first-master',
  'upgrading-first-master-failed',
  'cordon-complete',
];
const FROM_DUPLEX: readonly UpgradeState[] = [
  'upgraded-storage',
  'upgraded-first-master',
  'upgrading-first-master-failed',
  'upgraded-second-master',
  'upgrading-second-master-failed',
];

/** Which master the host is in this step. */
export function checkControlPlane(world: World, host: Host): 'first' | 'second' {
  const upgrade = upgradeUnderWay(world);
  if (host.row.personality !== 'controller') {
    refuse(400, `${nameOf(host)} has no kubernetes control plane`);
  }
  const row = kubeRow(world, host);
  const version = String(row?.control_plane_version);
  const again = upgrade.state === 'upgrading-kubelets';
  if (again && version === upgrade.to_version) {
    refuse(400, `The control plane of ${nameOf(host)} runs the target version already`);
  }
  const allowed = world.sysinv.isSimplex() ? FROM_SIMPLEX : FROM_DUPLEX;
  if (!again) checkState(upgrade, allowed, 'to upgrade a control plane');
  if (version !== upgrade.to_version) checkSkew(world, host, upgrade);
  else if (upgrade.state === 'upgraded-first-master' || upgrade.state === 'upgraded-second-master') {
    refuse(400, `The control plane of ${nameOf(host)} is upgraded already`);
  }
  if (host.row.administrative !== 'unlocked' || host.row.operational !== 'enabled') {
    refuse(400, `${nameOf(host)} must be unlocked and enabled to upgrade its control plane`);
  }
  if (row?.status === 'upgrading-etcd' || row?.status === 'upgrading-control-plane') {
    refuse(400, `The control plane of ${nameOf(host)} is being upgraded`);
  }
  return again || isFirst(world, host) ? 'first' : 'second';
}

function checkSkew(world: World, host: Host, upgrade: UpgradeRow): void {
  const row = kubeRow(world, host);
  const next = nextVersion(String(row?.control_plane_version), upgrade.to_version) ?? upgrade.to_version;
  const behind = [...kubelets(world)].filter(([, kubelet]) => minorOf(next) - minorOf(kubelet) > MOST_BEHIND);
  if (row?.status !== 'upgraded-kubelet' && behind.length > 0) {
    const names = behind.map(([name]) => name).join(', ');
    refuse(400, `The kubelets of ${names} must be upgraded before a control plane is upgraded further`);
  }
  const versions = new Set(controlPlanes(world).values());
  if (isFirst(world, host) && versions.size > 1) {
    refuse(400, 'The other control plane must be upgraded before this one is upgraded further');
  }
}

/** What there is to do: nothing for a kubelet that runs the target version, unless it is forced. */
export function checkKubelet(world: World, host: Host, force: boolean): 'upgrade' | 'done' {
  const upgrade = upgradeUnderWay(world);
  const { personality, administrative, availability } = host.row;
  if (personality !== 'controller' && personality !== 'worker') refuse(400, `${nameOf(host)} has no kubelet`);
  const simplex = world.sysinv.isSimplex();
  const from: UpgradeState = simplex ? 'upgraded-first-master' : 'upgraded-second-master';
  checkState(upgrade, [from, 'upgrading-kubelets'], 'to upgrade a kubelet');
  if (personality === 'worker') checkControllersFirst(world);
  const row = kubeRow(world, host);
  const reached = row?.target_version === upgrade.to_version && row.kubelet_version === upgrade.to_version;
  if (reached && !force) return 'done';
  if (simplex && !force && (administrative !== 'unlocked' || availability !== 'available')) {
    refuse(400, `${nameOf(host)} must be unlocked and available to upgrade its kubelet`);
  }
  if (!simplex && (administrative !== 'locked' || availability !== 'online')) {
    refuse(400, `${nameOf(host)} must be locked and online to upgrade its kubelet`);
  }
  if (row?.status === 'upgrading-kubelet') refuse(400, `The kubelet of ${nameOf(host)} is being upgraded`);
  return 'upgrade';
}

function checkControllersFirst(world: World): void {
  const own = kubelets(world);
  if ([...controlPlanes(world)].some(([name, version]) => own.get(name) !== version)) {
    refuse(400, 'The kubelets of all controllers must be upgraded before those of workers');
  }
}

export function checkNoRootcaPhase(world: World, host: Host, action: 'swact'): void {
  const { rootca, rootcaHosts } = world.sysinv.kube;
  const busy = (state: string | null | undefined) => /^updating-.*(?<!-failed)$/.test(state ?? '');
  const pods = rootca?.state.startsWith('updating-pods-') && busy(rootca.state);
  const own = rootcaHosts.find(({ hostname }) => hostname === host.row.hostname);
  if (pods || busy(own?.state)) {
    refuse(400, `Can not ${action} ${nameOf(host)} while a phase of the kubernetes root CA update goes on.`);
  }
}
