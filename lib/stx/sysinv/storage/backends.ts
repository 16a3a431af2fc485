/** Backends, tiers, clusters and monitors: sysinv `storage_backend`, `storage_ceph`, `storage_tiers`, `clusters`, `ceph_mon`. */
import 'server-only';
import { z } from 'zod';
import type { Backend, CephBackend, Monitor, StorageCluster, Tier } from '@/lib/domain/storage/backend';
import { flag, number, readRows, text } from '../../decode';
import { dictionary, words } from './said';

const backendWire = z.object({
  uuid: z.string(),
  name: text,
  backend: z.string(),
  state: text,
  task: text,
  services: words,
  network: text,
  capabilities: dictionary,
});

const figure = (said: string | undefined): number | null => {
  const value = said === undefined ? Number.NaN : Number(said);
  return Number.isFinite(value) ? value : null;
};

const backend = (row: z.infer<typeof backendWire>): Backend => ({
  id: row.uuid,
  name: row.name,
  kind: row.backend,
  state: row.state,
  task: row.task,
  services: row.services,
  network: row.network,
  replication: figure(row.capabilities.replication),
  minReplication: figure(row.capabilities.min_replication),
  failureDomain: row.capabilities.failure_domain ?? null,
  deploymentModel: row.capabilities.deployment_model ?? null,
  capabilities: row.capabilities,
});

export const decodeBackends = (rows: readonly unknown[]) => readRows(rows, backendWire, backend, ['name']);

const cephWire = z.object({
  uuid: z.string(),
  tier_uuid: text,
  tier_name: text,
  object_gateway: flag,
  cinder_pool_gib: number,
  glance_pool_gib: number,
  ephemeral_pool_gib: number,
  object_pool_gib: number,
  kube_pool_gib: number,
  ceph_total_space_gib: number,
});

const ceph = (row: z.infer<typeof cephWire>): CephBackend => ({
  id: row.uuid,
  tierId: row.tier_uuid,
  tier: row.tier_name,
  objectGateway: row.object_gateway,
  quotaGib: {
    cinder: row.cinder_pool_gib,
    glance: row.glance_pool_gib,
    ephemeral: row.ephemeral_pool_gib,
    object: row.object_pool_gib,
    kube: row.kube_pool_gib,
  },
  // The platform writes 0 where Ceph did not tell it.
  totalGib: row.ceph_total_space_gib || null,
});

export const decodeCephBackends = (rows: readonly unknown[]) => readRows(rows, cephWire, ceph, ['name']);

const tierWire = z.object({
  uuid: z.string(),
  name: z.string(),
  type: text,
  status: text,
  backend_uuid: text,
  cluster_uuid: text,
  stors: z.array(z.unknown()).nullish().catch(null),
});

const tier = (row: z.infer<typeof tierWire>): Tier => ({
  id: row.uuid,
  name: row.name,
  type: row.type,
  status: row.status,
  backendId: row.backend_uuid,
  clusterId: row.cluster_uuid,
  osdNumbers: (row.stors ?? []).filter((one) => typeof one === 'number'),
});

export const decodeTiers = (rows: readonly unknown[]) => readRows(rows, tierWire, tier, ['name']);

const clusterWire = z.object({
  uuid: z.string(),
  name: z.string(),
  type: text,
  cluster_uuid: text,
  deployment_model: text,
});

const cluster = (row: z.infer<typeof clusterWire>): StorageCluster => ({
  id: row.uuid,
  name: row.name,
  type: row.type,
  fsid: row.cluster_uuid,
  deploymentModel: row.deployment_model,
});

export const decodeClusters = (rows: readonly unknown[]) => readRows(rows, clusterWire, cluster, ['name']);

const monitorWire = z.object({
  uuid: z.string(),
  ihost_uuid: text,
  hostname: text,
  ceph_mon_gib: number,
  state: text,
  task: text,
  device_path: text,
});

const monitor = (row: z.infer<typeof monitorWire>): Monitor => ({
  id: row.uuid,
  hostId: row.ihost_uuid,
  hostname: row.hostname,
  sizeGib: row.ceph_mon_gib,
  state: row.state,
  task: row.task,
  devicePath: row.device_path,
});

export const decodeMonitors = (rows: readonly unknown[]) =>
  readRows(rows, monitorWire, monitor, ['hostname']);
