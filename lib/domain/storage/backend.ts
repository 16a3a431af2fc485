/** Storage of the whole cloud: backends, Ceph's pools, tiers, clusters and monitors. */
import type { Unknown } from '../host';

/** sysinv `/v1/storage_backend` (api/controllers/v1/storage_backend.py): every kind in one list. */
export type Backend = {
  id: string;
  name: Unknown<string>;
  /** ceph, ceph-rook, ceph-external, file, lvm, external, netapp … */
  kind: string;
  /** configured, configuring, configuration-failed, configured-with-app … */
  state: Unknown<string>;
  /** What the platform is doing with it, in its words. */
  task: Unknown<string>;
  services: readonly string[];
  network: Unknown<string>;
  replication: Unknown<number>;
  minReplication: Unknown<number>;
  /** osd, host. */
  failureDomain: Unknown<string>;
  /** Rook: controller, dedicated, open. */
  deploymentModel: Unknown<string>;
  /** Everything that `capabilities` says. */
  capabilities: Readonly<Record<string, string>>;
};

export const POOLS = ['cinder', 'glance', 'ephemeral', 'object', 'kube'] as const;
export type Pool = (typeof POOLS)[number];

/** sysinv `/v1/storage_ceph` (api/controllers/v1/storage_ceph.py): bare-metal Ceph with its quotas. */
export type CephBackend = {
  /** uuid of the backend. */
  id: string;
  tierId: Unknown<string>;
  tier: Unknown<string>;
  objectGateway: Unknown<boolean>;
  /** GiB; null: not said, which the platform does while no quota is set. */
  quotaGib: Readonly<Record<Pool, Unknown<number>>>;
  /** 0 and null alike: not known. */
  totalGib: Unknown<number>;
};

/** sysinv `/v1/storage_tiers` (api/controllers/v1/storage_tier.py). */
export type Tier = {
  id: string;
  name: string;
  type: Unknown<string>;
  /** defined, in-use. */
  status: Unknown<string>;
  backendId: Unknown<string>;
  clusterId: Unknown<string>;
  /** Numbers of its OSDs. */
  osdNumbers: readonly number[];
};

/** sysinv `/v1/clusters` (api/controllers/v1/cluster.py). */
export type StorageCluster = {
  id: string;
  name: string;
  type: Unknown<string>;
  /** Ceph's fsid. */
  fsid: Unknown<string>;
  /** storage-nodes, controller-nodes, aio-sx … */
  deploymentModel: Unknown<string>;
};

/** sysinv `/v1/ceph_mon` (api/controllers/v1/ceph_mon.py). */
export type Monitor = {
  id: string;
  hostId: Unknown<string>;
  hostname: Unknown<string>;
  sizeGib: Unknown<number>;
  state: Unknown<string>;
  task: Unknown<string>;
  devicePath: Unknown<string>;
};
