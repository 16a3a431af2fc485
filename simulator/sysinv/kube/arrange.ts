/** Puts an upgrade of Kubernetes into a state at once: the control port's way to make any picture. Nothing goes on in it. */
import type { World } from '../../kernel/world';
import { type Host, isActiveController } from '../host';
import { type KubeHostFields, kubeHosts, setKubeHost } from './hosts';
import { deleteUpgrade, startUpgrade } from './life';
import { UPGRADE_STATES, type UpgradeState } from './states';
import { setUpgrade, stopKube } from './steps';
import { KUBE_VERSIONS, stepsBetween } from './versions';

export type KubeSetting = {
  /** `none`: no upgrade at all, every host on the version that the cloud has. */
  state: UpgradeState | 'none';
  /** The target; the next version without it, or what the upgrade that is there has. */
  to?: string | undefined;
  /** What differs on some hosts, by name. */
  hosts?: Record<string, Partial<KubeHostFields>> | undefined;
};

/** A sentence when it cannot be. */
export function setKubeState(world: World, { state, to, hosts = {} }: KubeSetting): string | undefined {
  const { kube, context } = world.sysinv;
  stopKube(world);
  if (state === 'none') {
    deleteUpgrade(world);
    for (const host of kubeHosts(world)) {
      settle(world, host, context.kubernetes, { target_version: null, status: null });
    }
    kube.version = context.kubernetes;
    return patch(world, hosts);
  }
  const from = kube.upgrade?.from_version ?? kube.version;
  const target = to ?? kube.upgrade?.to_version ?? stepsBetween(from, KUBE_VERSIONS.at(-1)?.version ?? '')[0];
  if (target === undefined || !stepsBetween(from, target).includes(target)) {
    return `there is no way from ${from} to ${target}`;
  }
  const upgrade = kube.upgrade ?? startUpgrade(world, target);
  upgrade.to_version = target;
  setUpgrade(world, state);
  arrangeCloud(world, state, from, target);
  const controllers = kubeHosts(world).filter(({ row }) => row.personality === 'controller');
  for (const host of kubeHosts(world)) {
    const place = { controller: controllers.indexOf(host), alone: controllers.length === 1 };
    setKubeHost(world, host, fieldsOf(state, place, from, target));
  }
  return patch(world, hosts);
}

const reached = (state: UpgradeState, from: UpgradeState): boolean =>
  UPGRADE_STATES.indexOf(state) >= UPGRADE_STATES.indexOf(from);

function arrangeCloud(world: World, state: UpgradeState, from: string, to: string): void {
  const { kube, context } = world.sysinv;
  const changed = reached(state, 'upgraded-first-master') && state !== 'upgrade-aborted';
  const complete = reached(state, 'upgrade-complete') && !state.startsWith('upgrade-abort');
  const active = world.sysinv.hosts.find((host) => isActiveController(host))?.row.hostname;
  kube.version = changed ? to : from;
  kube.kubeadm = state.startsWith('upgrade-abort') ? from : to;
  kube.kubelet = complete ? to : from;
  context.kubernetes = complete ? to : from;
  kube.backup = reached(state, 'upgraded-networking');
  kube.cordoned.clear();
  const cordoned = reached(state, 'cordon-complete') && !reached(state, 'uncordon-complete');
  if (world.sysinv.isSimplex() && cordoned && active) kube.cordoned.add(active);
}

type Place = { /** -1 for a worker. */ controller: number; alone: boolean };

function fieldsOf(state: UpgradeState, place: Place, from: string, to: string): KubeHostFields {
  const { controller } = place;
  if (state.startsWith('upgrade-abort')) return abortedFields(state, place, from, to);
  const master = controller === 0 ? 'first' : 'second';
  const own = controller >= 0 && state.startsWith(`upgrading-${master}-master`);
  const controlled = controller >= 0 && reached(state, `upgraded-${master}-master`);
  // Without a second master its states are passed by.
  const kubelet = reached(state, controller >= 0 ? 'upgrading-kubelets' : 'uncordon-started');
  const failed = state.endsWith('-failed');
  return {
    control_plane_version: controller < 0 ? 'N/A' : controlled ? to : from,
    kubelet_version: kubelet ? to : from,
    target_version: own || controlled || kubelet ? to : from,
    status: own
      ? failed
        ? 'upgrading-control-plane-failed'
        : 'upgrading-control-plane'
      : kubelet && !reached(state, 'upgrade-complete')
        ? 'upgraded-kubelet'
        : null,
  };
}

function abortedFields(state: UpgradeState, { controller }: Place, from: string, to: string): KubeHostFields {
  const version = state === 'upgrade-aborted' ? from : to;
  return {
    control_plane_version: controller < 0 ? 'N/A' : version,
    kubelet_version: from,
    target_version: from,
    status: state === 'upgrade-aborting' ? 'upgrade-aborting' : null,
  };
}

function settle(world: World, host: Host, version: string, fields: Partial<KubeHostFields>): void {
  const controller = host.row.personality === 'controller';
  setKubeHost(world, host, {
    control_plane_version: controller ? version : 'N/A',
    kubelet_version: version,
    ...fields,
  });
}

function patch(world: World, hosts: Record<string, Partial<KubeHostFields>>): string | undefined {
  for (const [name, fields] of Object.entries(hosts)) {
    const host = kubeHosts(world).find(({ row }) => row.hostname === name);
    if (!host) return `no host ${name} with Kubernetes`;
    setKubeHost(world, host, fields);
  }
  return undefined;
}
