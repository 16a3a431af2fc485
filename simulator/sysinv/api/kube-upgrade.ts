/** The upgrade of Kubernetes (sysinv api/controllers/v1/kube_upgrade.py). */
import type { Call, Reply } from '../../kernel/http';
import { type Json, valueAt } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import * as checks from '../checks/kube/upgrade';
import { refuse } from '../faults';
import { abortUpgrade } from '../kube/abort';
import * as life from '../kube/life';
import { UPGRADE_STATES } from '../kube/states';
import { setUpgrade } from '../kube/steps';
import type { UpgradeRow } from '../kube/store';
import { cloudKind } from '../state';
import type { RouteOn } from './collections';
import { jsonBody, patchOperations } from './json-patch';
import { ok, wireRow } from './wire';

const KIND = cloudKind('kube_upgrade') ?? { segment: 'kube_upgrade' };

export function kubeUpgradeRoutes(on: RouteOn): void {
  on('POST', '/v1/kube_upgrade', post);
  on('PATCH', '/v1/kube_upgrade', patch);
  on('DELETE', '/v1/kube_upgrade', (_call, { world }) => {
    const upgrade = checks.upgradeUnderWay(world);
    checks.checkState(
      upgrade,
      ['upgrade-complete', 'post-updating-apps-failed', 'post-updated-apps', 'upgrade-aborted'],
      'to be deleted',
    );
    life.deleteUpgrade(world);
    return { status: 204 };
  });
}

const shown = (call: Call, upgrade: UpgradeRow): Reply => ok(wireRow(KIND, upgrade, call.origin, 'item'));

function post(call: Call, { world }: Caller): Reply {
  const body = jsonBody(call);
  const given = valueAt(body, 'to_version');
  if (typeof given !== 'string') return refuse(400, 'Missing argument: "to_version"');
  const to = `v${given.toLowerCase().replace(/^v/, '')}`;
  const force = valueAt(body, 'force') === true;
  checks.checkStart(world, { to, force, ignore: alarmsIn(valueAt(body, 'alarm_ignore_list')) });
  return shown(call, life.startUpgrade(world, to));
}

/** A list, or a text that older clients write as Python prints one. */
function alarmsIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? (value.match(/\d{3}\.\d{3}/g) ?? []) : [];
}

function patch(call: Call, { world }: Caller): Reply {
  const values = new Map(patchOperations(call).map(({ path, value }) => [path.slice(1), value ?? null]));
  const upgrade = checks.upgradeUnderWay(world);
  const state = values.get('state');
  // As on the platform, which looks the state up without asking whether it is there.
  if (state === undefined) refuse(500, "'state'");
  const wanted = UPGRADE_STATES.find((one) => one === state);
  const step = wanted?.endsWith('-failed') ? 'failed' : (wanted ?? '');
  const run = STEPS[step] ?? refuse(400, `${String(state)} is no state that can be asked for`);
  const host = values.get('hostname');
  run(world, upgrade, { hostname: typeof host === 'string' ? host : undefined, wanted });
  return shown(call, upgrade);
}

type Asked = { hostname: string | undefined; wanted: UpgradeRow['state'] | undefined };
type Step = (world: World, upgrade: UpgradeRow, asked: Asked) => void;

/** By the state that a PATCH asks for. */
const STEPS: Record<string, Step> = {
  'downloading-images': (world, upgrade) => {
    checks.checkState(upgrade, ['upgrade-started', 'downloading-images-failed'], 'to download images');
    life.pass(world, 'downloading-images');
  },
  'pre-updating-apps': (world, upgrade) => {
    checks.checkState(upgrade, ['downloaded-images', 'pre-updating-apps-failed'], 'to update applications');
    life.updateApps(world, 'pre');
  },
  'upgrading-networking': (world, upgrade) => {
    checks.checkState(upgrade, ['pre-updated-apps', 'upgrading-networking-failed'], 'to upgrade networking');
    life.pass(world, 'upgrading-networking');
  },
  'upgrading-storage': (world, upgrade) => {
    checks.checkState(upgrade, ['upgraded-networking', 'upgrading-storage-failed'], 'to upgrade storage');
    life.pass(world, 'upgrading-storage');
  },
  'upgrade-aborting': (world, upgrade) => {
    checks.checkAbort(world, upgrade);
    abortUpgrade(world);
  },
  'cordon-started': (world, upgrade, { hostname }) => {
    checks.checkSimplex(world, 'kube-host-cordon');
    checks.checkState(upgrade, ['upgraded-storage', 'cordon-failed'], 'to cordon');
    cordon(world, 'cordon-started', hostname);
  },
  'uncordon-started': (world, upgrade, { hostname }) => {
    checks.checkSimplex(world, 'kube-host-uncordon');
    checks.checkState(upgrade, ['upgrading-kubelets', 'uncordon-failed'], 'to uncordon');
    checks.checkKubeletsDone(world);
    cordon(world, 'uncordon-started', hostname);
  },
  'upgrade-complete': (world, upgrade) => {
    checks.checkComplete(world, upgrade);
    life.completeUpgrade(world);
  },
  'post-updating-apps': (world, upgrade) => {
    checks.checkState(upgrade, ['upgrade-complete', 'post-updating-apps-failed'], 'to update applications');
    life.updateApps(world, 'post');
  },
  failed: (world, upgrade, { wanted }) => {
    checks.checkFail(upgrade);
    if (wanted) life.giveUp(world, wanted);
  },
};

/** The platform notes the state first, and only then misses the name: it stays in it. */
function cordon(world: World, state: 'cordon-started' | 'uncordon-started', hostname?: string): void {
  if (hostname === undefined) {
    setUpgrade(world, state);
    refuse(500, "'hostname'");
  }
  life.pass(world, state, hostname);
}
