/** What holds the cloud's volumes: backends in the general and the typed form, tiers, the Ceph cluster. */
import type { Json } from '../../../kernel/json';
import type { Host } from '../../host';
import { type Row, rowUuid } from '../../rows';
import { isInventoried, type SeedContext } from '../../seed/context';
import { slotsOf } from '../../seed/storage/layout';
import { istors } from '../../seed/storage/stors';
import { cloudRow, ofSystem } from '../context';

type Columns = { [column: string]: Json };

/** Rows of every collection of storage of the whole cloud, by segment. */
export function storageRows(context: SeedContext, hosts: readonly Host[]): [string, Row[]][] {
  const { kind } = context.storage;
  const tiers = kind === 'lvm' ? [] : storageTiers(context, hosts);
  return [
    ['storage_backend', generals(context)],
    ['storage_ceph', kind === 'ceph' ? cephBackends(context, hosts) : []],
    ['storage_ceph_rook', kind === 'rook' ? [rookBackend(context)] : []],
    ['storage_lvm', kind === 'lvm' ? [typed(context, LVM, {}, 0)] : []],
    ['storage_file', kind === 'lvm' ? [typed(context, FILE, {}, 1)] : []],
    ['storage_external', []],
    ['storage_ceph_external', []],
    ['storage_tiers', tiers],
    ['clusters', kind === 'lvm' ? [] : [cluster(context, hosts, tiers)]],
  ];
}

const LVM: Columns = { backend: 'lvm', name: 'lvm-store', services: null };
const FILE: Columns = { backend: 'file', name: 'file-store', services: 'glance' };
const ROOK: Columns = {
  backend: 'ceph-rook',
  name: 'ceph-rook-store',
  services: 'block,filesystem',
};

/** Columns that a backend has in the general collection and in that of its type. */
function backendColumns(context: SeedContext, columns: Columns, capabilities: Columns, n: number): Row {
  const app = columns.backend === 'ceph-rook' || columns.backend === 'lvm';
  return {
    ...cloudRow('storage_backend', n, context),
    ...ofSystem(context),
    ...columns,
    state: 'configured',
    // Where an application does the work, the task is the state of it.
    task: app ? 'applied' : null,
    capabilities,
    network: 'mgmt',
    confirmed: false,
  };
}

/** Two copies where there are two of whatever carries OSDs, or with one host its own disks alone. */
const replicationOf = ({ allInOne, monitors }: SeedContext): Columns =>
  allInOne && monitors.length === 1
    ? { replication: '1', min_replication: '1' }
    : { replication: '2', min_replication: '1' };

const rookCapabilities = (context: SeedContext): Columns => ({
  deployment_model: 'controller',
  failure_domain: 'host',
  ...replicationOf(context),
});

const cephName = (context: SeedContext, n: number): string =>
  n === 0 ? 'ceph-store' : `${context.storage.tiers[n]}-store`;

function generals(context: SeedContext): Row[] {
  const { kind, tiers } = context.storage;
  if (kind === 'lvm') return [LVM, FILE].map((columns, n) => backendColumns(context, columns, {}, n));
  if (kind === 'rook') return [backendColumns(context, ROOK, rookCapabilities(context), 0)];
  return tiers.map((_tier, n) =>
    backendColumns(
      context,
      { backend: 'ceph', name: cephName(context, n), services: 'rbd-provisioner' },
      replicationOf(context),
      n,
    ),
  );
}

/** The row in the collection of its type, of those that have no columns of their own. */
function typed(context: SeedContext, columns: Columns, capabilities: Columns, n: number): Row {
  const { network: _network, ...row } = backendColumns(context, columns, capabilities, n);
  return { ...row, uuid: rowUuid('storage_backend', 0, n) };
}

function rookBackend(context: SeedContext): Row {
  return { ...typed(context, ROOK, rookCapabilities(context), 0), deployment: null, failure_domain: null };
}

/** What the disks of a tier hold together, in GiB. */
function tierGib(context: SeedContext, hosts: readonly Host[], tier: number): number {
  const slots = hosts.flatMap((host) => (isInventoried(host) ? slotsOf(host, context) : []));
  const osds = slots.filter((slot) => slot.use === 'osd' && slot.tier === tier);
  return Math.floor(osds.reduce((sum, { sizeMib }) => sum + sizeMib, 0) / 1024);
}

function cephBackends(context: SeedContext, hosts: readonly Host[]): Row[] {
  return generals(context).map((general, n): Row => {
    const { forisystemid: _system, isystem_uuid: _uuid, ...shared } = general;
    return {
      ...shared,
      uuid: general.uuid,
      cinder_pool_gib: null,
      glance_pool_gib: null,
      ephemeral_pool_gib: null,
      object_pool_gib: null,
      kube_pool_gib: null,
      object_gateway: false,
      tier_name: context.storage.tiers[n] ?? null,
      tier_uuid: rowUuid('storage_tiers', 0, n),
      ceph_total_space_gib: tierGib(context, hosts, n),
    };
  });
}

function storageTiers(context: SeedContext, hosts: readonly Host[]): Row[] {
  const osds = hosts.flatMap((host) => istors(host, context));
  return context.storage.tiers.map((name, n) => ({
    ...cloudRow('storage_tiers', n, context),
    id: n + 1,
    name,
    type: 'ceph',
    status: 'in-use',
    capabilities: {},
    backend_uuid: rowUuid('storage_backend', 0, n),
    cluster_uuid: rowUuid('clusters', 0, 0),
    stors: osds.flatMap(({ fortierid, osdid }) =>
      fortierid === n + 1 && typeof osdid === 'number' ? [osdid] : [],
    ),
  }));
}

/** Storage hosts by their group; controllers that carry OSDs are one group together. */
function peersOf(context: SeedContext, hosts: readonly Host[]): [string, string[]][] {
  const names = hosts.flatMap(({ row }) => (row.hostname ? [row.hostname] : []));
  if (context.allInOne) return [['group-0', names.filter((name) => name.startsWith('controller-'))]];
  const groups = new Map<string, string[]>();
  for (const { row } of hosts) if (row.peers) groups.set(row.peers.name, row.peers.hosts);
  return [...groups];
}

/** The uuid that Ceph gave itself: what its alarms name. */
export const CEPH_FSID = rowUuid('ceph-fsid', 0, 0);

function cluster(context: SeedContext, hosts: readonly Host[], tiers: readonly Row[]): Row {
  const rook = context.storage.kind === 'rook';
  const single = context.allInOne && hosts.length === 1;
  return {
    ...cloudRow('clusters', 0, context),
    id: 1,
    cluster_uuid: rook ? null : CEPH_FSID,
    type: rook ? 'ceph-rook' : 'ceph',
    name: rook ? 'ceph_rook_cluster' : 'ceph_cluster',
    deployment_model: single ? 'aio-sx' : context.allInOne ? 'controller-nodes' : 'storage-nodes',
    peers: peersOf(context, hosts).map(([name, members], n) => ({
      name,
      status: 'provisioned',
      hosts: members,
      uuid: rowUuid('peers', 0, n),
    })),
    tiers: tiers.map(({ name, status, uuid }) => ({ name: name ?? null, status: status ?? null, uuid })),
  };
}
