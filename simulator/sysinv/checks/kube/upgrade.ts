/**
 * What sysinv refuses of an upgrade of Kubernetes as a whole (sysinv api/controllers/v1/kube_upgrade.py). The refusal of
 * an unhealthy cloud is the recorded one; where no recording has any, the rule is the platform's and the words are our own.
 */
import type { World } from '../../../kernel/world';
import { incompatible } from '../../apps/kubernetes';
import { health } from '../../cloud/health';
import { refuse } from '../../faults';
import { kubeRows } from '../../kube/hosts';
import { versionStates } from '../../kube/running';
import type { UpgradeState } from '../../kube/states';
import type { UpgradeRow } from '../../kube/store';
import { stepsBetween } from '../../kube/versions';

/** Alarms that never keep an upgrade from beginning (kube_upgrade.py DEFAULT_KUBE_UPGRADE_ALARM_IGNORE_LIST). */
const HARMLESS = [
  '100.103',
  '100.119',
  '200.001',
  '280.001',
  '280.002',
  '700.004',
  '750.006',
  '900.007',
  '900.022',
  '900.023',
  '900.024',
  '900.401',
  '900.402',
  '900.701',
];

export type Wanted = { to: string; force: boolean; ignore: readonly string[] };

export function checkStart(world: World, { to, force, ignore }: Wanted): void {
  const { kube } = world.sysinv;
  if (kube.trouble.deploying) {
    refuse(400, 'Kubernetes cannot be upgraded while a platform upgrade is in progress');
  }
  if (kube.upgrade) refuse(400, 'There is a kubernetes upgrade in progress already');
  const states = versionStates(world);
  const state = states.get(to) ?? refuse(400, `The platform has no Kubernetes version ${to}`);
  if (state !== 'available') {
    refuse(400, `The target Kubernetes version ${to} is ${state}, not available`);
  }
  if (!stepsBetween(kube.version, to).includes(to)) {
    refuse(400, `There is no way from Kubernetes version ${kube.version}, which is installed, to ${to}`);
  }
  if (states.get(kube.version) !== 'active') {
    refuse(400, `Kubernetes version ${kube.version} is not active on every host`);
  }
  const query = { kind: 'kube-upgrade', relaxed: force, ignore: [...HARMLESS, ...ignore] } as const;
  if (!health(world, query).healthy) {
    refuse(
      400,
      'System is not in a valid state for kubernetes upgrade. Run system health-query-kube-upgrade for more details.',
    );
  }
  const apps = incompatible(world, to);
  if (apps.length > 0) {
    refuse(400, `These applications do not run on Kubernetes ${to}: ${apps.join(', ')}`);
  }
}

export function upgradeUnderWay(world: World): UpgradeRow {
  return world.sysinv.kube.upgrade ?? refuse(400, 'There is no kubernetes upgrade in progress');
}

/** @param what "to download images" */
export function checkState(upgrade: UpgradeRow, allowed: readonly UpgradeState[], what: string): void {
  if (allowed.includes(upgrade.state)) return;
  const [last, ...others] = allowed.toReversed();
  const listed = others.length > 0 ? `${others.reverse().join(', ')} or ${last}` : last;
  refuse(400, `The kubernetes upgrade must be in state ${listed} ${what}; it is in ${upgrade.state}`);
}

export function checkSimplex(world: World, command: string): void {
  const mode = String(world.sysinv.system.system_mode);
  if (mode !== 'simplex') refuse(400, `${command} is for simplex systems; this one is ${mode}`);
}

const TOO_LATE: readonly UpgradeState[] = [
  'upgrade-aborting',
  'upgrade-aborted',
  'upgrade-complete',
  'post-updating-apps',
  'post-updating-apps-failed',
  'post-updated-apps',
];

export function checkAbort(world: World, { state }: UpgradeRow): void {
  checkSimplex(world, 'kube-upgrade-abort');
  if (TOO_LATE.includes(state)) refuse(400, `A kubernetes upgrade in state ${state} cannot be aborted`);
}

/** Steps that somebody may give up. */
const STEPS: readonly UpgradeState[] = [
  'downloading-images',
  'pre-updating-apps',
  'upgrading-first-master',
  'upgrading-second-master',
  'upgrading-storage',
  'upgrading-networking',
  'post-updating-apps',
];

export function checkFail({ state }: UpgradeRow): void {
  if (!STEPS.includes(state)) refuse(400, `A kubernetes upgrade in state ${state} cannot be set to failed`);
}

export function checkKubeletsDone(world: World): void {
  if (kubeRows(world).some(({ status }) => status !== 'upgraded-kubelet')) {
    refuse(400, 'The kubelet of at least one host is not upgraded yet');
  }
}

export function checkComplete(world: World, upgrade: UpgradeRow): void {
  const cordoned = world.sysinv.isSimplex() && world.sysinv.kube.cordoned.has('controller-0');
  const allowed: readonly UpgradeState[] = cordoned
    ? ['uncordon-complete']
    : world.sysinv.isSimplex()
      ? ['upgrading-kubelets', 'uncordon-complete']
      : ['upgrading-kubelets'];
  checkState(upgrade, allowed, 'to be completed');
  checkKubeletsDone(world);
  if (versionStates(world).get(upgrade.to_version) !== 'active') {
    refuse(400, `Kubernetes version ${upgrade.to_version} must be active to complete the upgrade`);
  }
}
