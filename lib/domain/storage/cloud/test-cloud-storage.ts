/** The storage of a cloud for tests: nothing but what a test puts there. */
import type { Backend, CephBackend, Monitor, StorageCluster, Tier } from '../backend';
import type { CloudStorage, GroupFill, OsdPlace } from '../cloud-storage';
import type { ControllerFs } from '../filesystem';

export const testCloudStorage = (over: Partial<CloudStorage> = {}): CloudStorage => ({
  ...{ backends: [], cephBackends: [], tiers: [], clusters: [], monitors: [] },
  ...{ controllerFilesystems: [], storageFunctions: [], volumeGroups: [], unread: [], unreadable: [] },
  filesystems: { count: 0, unsettled: [] },
  ...over,
});

export const testBackend = (over: Partial<Backend> = {}): Backend => ({
  ...{ id: 'b-ceph', name: 'ceph-store', kind: 'ceph', state: 'configured', task: null, network: 'mgmt' },
  ...{ services: ['rbd-provisioner'], replication: 2, minReplication: 1, failureDomain: null },
  ...{ deploymentModel: null, capabilities: { replication: '2', min_replication: '1' } },
  ...over,
});

export const testCephBackend = (over: Partial<CephBackend> = {}): CephBackend => ({
  ...{ id: 'b-ceph', tierId: 't-storage', tier: 'storage', objectGateway: false, totalGib: 1000 },
  quotaGib: { cinder: null, glance: null, ephemeral: null, object: null, kube: null },
  ...over,
});

export const testTier = (over: Partial<Tier> = {}): Tier => ({
  ...{ id: 't-storage', name: 'storage', type: 'ceph', status: 'in-use', backendId: 'b-ceph' },
  ...{ clusterId: 'c-ceph', osdNumbers: [0, 1] },
  ...over,
});

export const testCluster = (over: Partial<StorageCluster> = {}): StorageCluster => ({
  ...{ id: 'c-ceph', name: 'ceph_cluster', type: 'ceph', fsid: '5f3c2f5e', deploymentModel: 'storage-nodes' },
  ...over,
});

export const testMonitor = (over: Partial<Monitor> = {}): Monitor => ({
  ...{ id: 'm-0', hostId: 'h-0', hostname: 'controller-0', sizeGib: 20, state: 'configured', task: null },
  devicePath: null,
  ...over,
});

export const testOsd = (over: Partial<OsdPlace> = {}): OsdPlace => ({
  ...{ id: 'osd-0', hostId: 'h-s0', function: 'osd', osdNumber: 0, state: 'configured' },
  ...{ tierId: 't-storage', tier: 'storage' },
  ...over,
});

export const testGroupFill = (over: Partial<GroupFill> = {}): GroupFill => ({
  ...{ id: 'vg-0', hostId: 'h-0', name: 'cgts-vg', state: 'provisioned' },
  ...{ sizeBytes: 100 * 1024 ** 3, availableBytes: 60 * 1024 ** 3 },
  ...over,
});

export const testControllerFs = (over: Partial<ControllerFs> = {}): ControllerFs => ({
  ...{ id: 'cfs-platform', name: 'platform', sizeGib: 10, logicalVolume: 'platform-lv', replicated: true },
  ...{ status: 'available', functions: [] },
  ...over,
});
