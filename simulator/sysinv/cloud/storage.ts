/** Storage of the cloud: backends, tiers, the Ceph cluster, controller filesystems. */
import { rowUuid } from '../rows';
import { type CloudSeeder, cloudRow, ofSystem } from './context';

/** Only clouds with monitors run the bare-metal Ceph. */
const withCeph =
  (seeder: CloudSeeder): CloudSeeder =>
  (context) =>
    context.monitors.length > 0 ? seeder(context) : [];

export const storageBackend: CloudSeeder = withCeph((context) => [
  {
    ...cloudRow('storage_backend', 0, context),
    ...ofSystem(context),
    backend: 'ceph',
    name: 'ceph-store',
    state: 'configured',
    task: null,
    services: 'rbd-provisioner',
    capabilities: { replication: '2', min_replication: '1' },
    network: 'mgmt',
    confirmed: false,
  },
]);

export const storageCeph: CloudSeeder = withCeph((context) => [
  {
    ...cloudRow('storage_backend', 0, context),
    cinder_pool_gib: null,
    glance_pool_gib: null,
    ephemeral_pool_gib: null,
    object_pool_gib: null,
    kube_pool_gib: null,
    object_gateway: false,
    tier_name: 'storage',
    tier_uuid: rowUuid('storage_tiers', 0, 0),
    ceph_total_space_gib: 7452,
    backend: 'ceph',
    name: 'ceph-store',
    state: 'configured',
    task: null,
    services: 'rbd-provisioner',
    capabilities: { replication: '2', min_replication: '1' },
    network: 'mgmt',
    confirmed: false,
  },
]);

export const storageTiers: CloudSeeder = withCeph((context) => [
  {
    ...cloudRow('storage_tiers', 0, context),
    name: 'storage',
    type: 'ceph',
    status: 'in-use',
    capabilities: {},
    backend_uuid: rowUuid('storage_backend', 0, 0),
    cluster_uuid: rowUuid('clusters', 0, 0),
    stors: [0, 1, 2, 3],
  },
]);

export const clusters: CloudSeeder = withCeph((context) => [
  {
    ...cloudRow('clusters', 0, context),
    id: 1,
    cluster_uuid: rowUuid('ceph-fsid', 0, 0),
    type: 'ceph',
    name: 'ceph_cluster',
    deployment_model: context.allInOne ? 'controller-nodes' : 'storage-nodes',
    peers: [
      {
        name: 'group-0',
        status: 'provisioned',
        hosts: context.allInOne ? ['controller-0', 'controller-1'] : ['storage-0', 'storage-1'],
        uuid: rowUuid('peers', 0, 0),
      },
    ],
    tiers: [{ name: 'storage', status: 'in-use', uuid: rowUuid('storage_tiers', 0, 0) }],
  },
]);

const FILESYSTEMS: [string, number, string][] = [
  ['platform', 10, 'platform-lv'],
  ['database', 10, 'pgsql-lv'],
  ['extension', 1, 'extension-lv'],
  ['etcd', 5, 'etcd-lv'],
  ['docker-distribution', 16, 'dockerdistribution-lv'],
];

export const controllerFs: CloudSeeder = (context) =>
  FILESYSTEMS.map(([name, size, volume], n) => ({
    ...cloudRow('controller_fs', n, context),
    ...ofSystem(context),
    name,
    size,
    logical_volume: volume,
    replicated: true,
    // A Python dict as text: the platform's own way to write it.
    state: "{'status': 'available'}",
    capabilities: {},
    action: null,
  }));
