/**
 * What a preflight may know beyond the host list. Each fact is one REST resource, reshaped by the server; a fact that
 * could not be read is a failed Result (its message says why), a fact that was not asked for is left out.
 * `factsFor(action, host, system)` names the ones that count, so that nothing is read in vain.
 */

import type { Alarm } from './alarm';
import type { TimeTakers } from './clock/time-takers';
import { type Host, isController, isStorage, isWorker, type Unknown } from './host';
import type { HostAction } from './host-actions';
import type { RuleContext } from './host-rules/context';
import type { ReadinessFacts } from './readiness-facts';
import type { Result } from './result';

/** sysinv GET /v1/apps: `name`, `status` (uploading, applying, applied …). */
export type AppFact = { name: string; status: string };

/** sysinv GET /v1/kube_rootca_update (`state`) and /v1/kube_rootca_update/hosts (`state` of the row of this host). */
export type KubeRootcaFact = { state: Unknown<string>; hostState: Unknown<string> };

/** sysinv GET /v1/kube_host_upgrades: `status` of the row whose `host_id` is the host's number. */
export type KubeHostUpgradeFact = { status: Unknown<string> };

/** sysinv GET /v1/ihosts/{uuid}/iinterfaces, with `network_type` of /v1/ihosts/{uuid}/interface_networks by `ifname`. */
export type InterfaceFact = {
  id: string;
  name: string;
  /** ethernet, ae, vlan, vf, virtual … */
  type: Unknown<string>;
  /** platform, data, pci-sriov, pci-passthrough; null: not used for anything yet. */
  class: Unknown<string>;
  /** mgmt, cluster-host, oam, admin, pxeboot … */
  networks: readonly string[];
  ptpRole: Unknown<string>;
  /** disabled, static, pool … */
  ipv4Mode: Unknown<string>;
  ipv6Mode: Unknown<string>;
  vfs: Unknown<number>;
  vfDriver: Unknown<string>;
  vfChannels: Unknown<number>;
  /** Names of interfaces over this one. */
  usedBy: readonly string[];
};

/** sysinv GET /v1/interface_datanetworks (all hosts): `datanetwork_name`, `forihostid`. */
export type DataNetworkFact = { name: string; hostNumber: number };

/** sysinv GET /v1/ihosts/{uuid}/ipvs: `lvm_vg_name`, `pv_state`. */
export type PhysicalVolumeFact = { volumeGroup: string; state: Unknown<string> };

/** sysinv GET /v1/ihosts/{uuid}/partitions: `device_path`, `status` (a number, constants.PARTITION_*_STATUS). */
export type PartitionFact = { device: string; status: number };

/** sysinv GET /v1/ihosts/{uuid}/istors (OSDs and journals): `state`, `tier_uuid`. */
export type OsdFact = { state: Unknown<string>; tierId?: Unknown<string> };

/** sysinv GET /v1/storage_backend: `backend`, `state`, `task`, `capabilities.replication` and `min_replication`. */
export type StorageBackendFact = {
  id?: string;
  /** `ceph-store` is the platform's own. */
  name?: Unknown<string>;
  backend: string;
  replication?: Unknown<number>;
  state: Unknown<string>;
  task: Unknown<string>;
  minReplication: Unknown<number>;
  /** Rook: which hosts have its OSDs (controller, dedicated, open). */
  deploymentModel?: Unknown<string>;
};

/** sysinv GET /v1/controller_fs: `name`, `replicated`, `status` inside `state` (a Python dict as text). */
export type ControllerFsFact = { name: string; replicated: boolean; status: Unknown<string> };

/** sysinv GET /v1/ihosts/{uuid}/host_fs: `name`, `state`, `capabilities.functions`. */
export type HostFsFact = { name: string; state: Unknown<string>; functions: readonly string[] };

/** sysinv GET /v1/ceph_mon: `hostname`. */
export type MonitorFact = { hostname: string };

/** sysinv GET /v1/ihosts/{uuid}/kernel: `kernel_provisioned`, `kernel_running`. */
export type KernelFact = { provisioned: Unknown<string>; running: Unknown<string> };

/** USM GET /v1/deploy (`state` of its only row; null when there is none) and /v1/deploy_host (`host_state`). */
export type DeployFact = {
  state: Unknown<string>;
  hosts: readonly { hostname: string; state: string }[];
};

export type HostFacts = ReadinessFacts & {
  /** fm GET /v1/alarms?expand=True, suppressed ones included where the caller has them. */
  alarms: readonly Alarm[];
  apps: readonly AppFact[];
  kubeRootca: KubeRootcaFact;
  kubeHostUpgrade: KubeHostUpgradeFact;
  interfaces: readonly InterfaceFact[];
  dataNetworks: readonly DataNetworkFact[];
  /** sysinv GET /v1/networks: the `type` of each. */
  networkTypes: readonly string[];
  physicalVolumes: readonly PhysicalVolumeFact[];
  partitions: readonly PartitionFact[];
  osds: readonly OsdFact[];
  storageBackends: readonly StorageBackendFact[];
  controllerFs: readonly ControllerFsFact[];
  hostFs: readonly HostFsFact[];
  monitors: readonly MonitorFact[];
  kernel: KernelFact;
  /** sysinv GET /v1/ihosts/{uuid}/ptp_instances: the `name` of each. */
  ptpInstances: readonly string[];
  deploy: DeployFact;
  /** Put together of PTP configuration and cabling (clock/time-takers.ts). */
  timeTakers: TimeTakers;
};
export type FactName = keyof HostFacts;

/** What was read: a value, the reason why there is none, or nothing because it was not asked for. */
export type ReadFacts = { [Name in FactName]?: Result<HostFacts[Name]> };

export type PreflightFacts = { host: Host; context: RuleContext } & Readonly<ReadFacts>;

const LOCK: readonly FactName[] = ['alarms', 'dataNetworks'];
const UNLOCK: readonly FactName[] = ['alarms', 'interfaces', 'physicalVolumes', 'partitions'];

const UNLOCK_WORKER: readonly FactName[] = [
  ...(['storageBackends', 'osds', 'monitors', 'tiers', 'labels', 'hostFs', 'volumeGroups'] as const),
  ...(['memory', 'cpus', 'addresses', 'dataUses', 'dataNetworkTypes', 'ports'] as const),
];

/** The second controller before its first unlock (sysinv host.py _semantic_check_filesystem_sizes). */
export const needsFilesystemRoom = (host: Host): boolean =>
  isController(host) &&
  host.activity !== 'active' &&
  (host.provisionState === null || host.provisionState === 'unprovisioned');

/** Requests that a fact takes of the platform; one, unless it is named here. What the cloud shares is asked once for all. */
const REQUESTS: { readonly [Name in FactName]?: number } = {
  alarms: 0,
  interfaces: 2,
  kubeRootca: 3,
  kubeHostUpgrade: 2,
  deploy: 2,
  filesystemRoom: 4,
  timeTakers: 6,
};

/** At most so many requests are made for the list of an action on a host. */
export const requestsFor = (action: HostAction, host: Host): number =>
  factsFor(action, host).reduce((sum, name) => sum + (REQUESTS[name] ?? 1), 0);

/** The facts that count for this action on this host; the server reads these and no others. */
export function factsFor(action: HostAction, host: Host): FactName[] {
  const names = new Set<FactName>();
  const add = (...more: FactName[]): void => {
    for (const name of more) names.add(name);
  };
  switch (action) {
    case 'lock':
    case 'force-lock':
    case 'force-unsafe-lock':
      add(...LOCK);
      if (host.clockSynchronization === 'ptp') add('timeTakers');
      if (isController(host)) add('storageBackends', 'monitors');
      if (isStorage(host)) add('storageBackends', 'monitors');
      if (action === 'lock' && isController(host)) add('deploy', 'osds');
      if (action === 'lock' && isWorker(host)) add('storageBackends', 'monitors');
      break;
    case 'unlock':
    case 'force-unlock':
      add(...UNLOCK);
      if (action === 'unlock') add('apps', 'kubeRootca', 'deploy');
      if (isController(host)) add('networkTypes', 'storageBackends', 'controllerFs', 'oamUnits');
      if (needsFilesystemRoom(host)) add('filesystemRoom');
      if (action === 'unlock' && (isController(host) || isWorker(host))) add('kubeHostUpgrade');
      if (isWorker(host)) add(...UNLOCK_WORKER);
      if (action === 'unlock' && isWorker(host)) add('devices', 'ports');
      if (action === 'unlock' && isWorker(host)) add('kernel');
      if (isStorage(host)) add('osds', 'monitors');
      if (host.clockSynchronization === 'ptp') add('ptpInstances', 'ptpTransport', 'addresses');
      break;
    case 'swact':
      add('alarms', 'kubeRootca', 'storageBackends', 'deploy', 'controllerFs', 'apps');
      break;
    case 'delete':
      add('alarms', 'storageBackends', 'hostFs', 'deploy');
      break;
    case 'force-swact':
    case 'reboot':
    case 'reset':
    case 'power-on':
    case 'power-off':
    case 'reinstall':
    case 'edit':
      add('alarms');
      break;
  }
  return [...names];
}
