/**
 * The steps of an upgrade of Kubernetes that concern the whole cloud (sysinv conductor/manager.py kube_download_images,
 * kube_upgrade_networking, kube_host_cordon, …). Times are those of a platform whose registry is near.
 */
import type { World } from '../../kernel/world';
import { incompatible, runsOn } from '../apps/kubernetes';
import { deleteApp } from '../apps/life';
import type { UpdateTiming } from '../apps/types';
import { startUpdateAll } from '../apps/update-all';
import { rowUuid, stamp } from '../rows';
import { clearKube, raiseKube } from './alarms';
import { kubeHosts, setKubeHost } from './hosts';
import type { UpgradeState } from './states';
import { scheduleKube, setUpgrade, stopKube } from './steps';
import type { UpgradeRow } from './store';

type Passage = { seconds: number; done: UpgradeState; failed: UpgradeState };

/** States that end by themselves, how long they last, and in what. */
const PASSAGES = {
  'downloading-images': {
    seconds: 180,
    done: 'downloaded-images',
    failed: 'downloading-images-failed',
  },
  'upgrading-networking': {
    seconds: 90,
    done: 'upgraded-networking',
    failed: 'upgrading-networking-failed',
  },
  'upgrading-storage': { seconds: 45, done: 'upgraded-storage', failed: 'upgrading-storage-failed' },
  'cordon-started': { seconds: 40, done: 'cordon-complete', failed: 'cordon-failed' },
  'uncordon-started': { seconds: 15, done: 'uncordon-complete', failed: 'uncordon-failed' },
} as const satisfies Partial<Record<UpgradeState, Passage>>;
export type PassingState = keyof typeof PASSAGES;

/** Seconds until the conductor looks whether applications are updated. */
const APPS_LOOK = 10;

/** POST /v1/kube_upgrade that was accepted. The hosts aim at what they run until a step of their own. */
export function startUpgrade(world: World, to: string): UpgradeRow {
  const { kube } = world.sysinv;
  const id = kube.nextId();
  const upgrade: UpgradeRow = {
    id,
    uuid: rowUuid('kube_upgrade', 0, id),
    from_version: kube.version,
    to_version: to,
    state: 'upgrade-started',
    created_at: stamp(world.clock.now()),
    updated_at: null,
  };
  kube.upgrade = upgrade;
  kube.kubeadm = to;
  for (const host of kubeHosts(world)) setKubeHost(world, host, { target_version: kube.version });
  raiseKube(world, 'upgrade');
  return upgrade;
}

/** @param host whom it is about, for a cordon */
export function pass(world: World, state: PassingState, host?: string): void {
  const { kube } = world.sysinv;
  const { seconds, done, failed }: Passage = PASSAGES[state];
  setUpgrade(world, state);
  const fault = kube.faults.take([state], host);
  if (fault?.kind === 'hang') return;
  scheduleKube(world, 'cloud', [
    [
      seconds,
      () => {
        if (!fault) afterPassage(world, state, host);
        setUpgrade(world, fault ? failed : done);
      },
    ],
  ]);
}

function afterPassage(world: World, state: PassingState, host: string | undefined): void {
  const { kube } = world.sysinv;
  if (state === 'upgrading-networking') kube.backup = true;
  if (host === undefined) return;
  if (state === 'cordon-started') kube.cordoned.add(host);
  if (state === 'uncordon-started') kube.cordoned.delete(host);
}

/** Applications with a version that is to be there before, or comes after; aborted meanwhile, the upgrade stays so. */
export function updateApps(world: World, timing: UpdateTiming): void {
  const { kube } = world.sysinv;
  const state = `${timing}-updating-apps` as const;
  setUpgrade(world, state);
  const fault = kube.faults.take([state]);
  if (fault?.kind === 'hang') return;
  const upgrade = kube.upgrade;
  startUpdateAll(world, timing, (failed) =>
    world.clock.after(APPS_LOOK * 1000, () => {
      if (!upgrade || kube.upgrade !== upgrade || upgrade.state !== state) return;
      const well = !fault && failed.length === 0 && incompatible(world, upgrade.to_version).length === 0;
      setUpgrade(world, well ? `${timing}-updated-apps` : `${timing}-updating-apps-failed`);
      if (timing === 'post') dropIncompatible(world, upgrade.to_version);
    }),
  );
}

/** What is only uploaded and does not run on the new version is deleted. */
function dropIncompatible(world: World, version: string): void {
  const { applications } = world.sysinv;
  for (const app of applications.withStatus('uploaded', 'upload-failed')) {
    if (!runsOn(app, version)) deleteApp(world, app);
  }
}

/** PATCH /state upgrade-complete that was accepted. */
export function completeUpgrade(world: World): void {
  const { kube, context } = world.sysinv;
  if (!kube.upgrade) return;
  kube.kubelet = kube.upgrade.to_version;
  context.kubernetes = kube.upgrade.to_version;
  for (const host of kubeHosts(world)) setKubeHost(world, host, { status: null });
  setUpgrade(world, 'upgrade-complete');
}

/** PATCH /state …-failed: somebody gives up a step that does not end. */
export function giveUp(world: World, state: UpgradeState): void {
  stopKube(world);
  setUpgrade(world, state);
}

export function deleteUpgrade(world: World): void {
  const { kube } = world.sysinv;
  stopKube(world);
  kube.upgrade = null;
  kube.backup = false;
  clearKube(world, 'upgrade');
}
