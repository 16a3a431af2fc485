/** What tests judge changes of storage by: a locked worker in a standard cloud with bare Ceph, and disks of every use. */
import { testLocked, testSystem } from '../../test-facts';
import type { Backend, Tier } from '../backend';
import { testDisk, testGroup, testPartition, testPhysicalVolume } from '../test-storage';
import type { CloudFacts, StorageFacts } from './facts';

export const testBackend = (kind: string, more: Partial<Backend> = {}): Backend => ({
  ...{ id: `b-${kind}`, name: kind, kind, state: 'configured', task: null, services: [], network: null },
  ...{ replication: 2, minReplication: 1, failureDomain: null, deploymentModel: null, capabilities: {} },
  ...more,
});

export const testTier = (id: string, name: string): Tier => ({
  ...{ id, name, type: 'ceph', status: 'in-use', backendId: null, clusterId: null, osdNumbers: [0] },
});

export const testCloud = (more: Partial<CloudFacts> = {}): CloudFacts => ({
  ...{ backends: [testBackend('ceph')], tiers: [testTier('tier', 'storage')], monitors: [], functions: [] },
  controllerFilesystems: [],
  ...more,
});

/** a: root disk with one partition in cgts-vg. b: empty SSD of 100.5 GiB. c: two partitions, none used. d: empty HDD. */
export function storageFacts(more: Partial<StorageFacts> = {}): StorageFacts {
  const path = (letter: string) => `/dev/disk/by-path/pci-${letter}`;
  const disk = (letter: string, over: Parameters<typeof testDisk>[0] = {}) =>
    testDisk({ id: `disk-${letter}`, node: `/dev/sd${letter}`, path: path(letter), ...over });
  const partition = (letter: string, number: number, over: Parameters<typeof testPartition>[0] = {}) =>
    testPartition({
      ...{ id: `part-${letter}${number}`, diskId: `disk-${letter}`, node: `/dev/sd${letter}${number}` },
      path: `${path(letter)}-part${number}`,
      ...over,
    });
  return {
    host: testLocked(),
    system: testSystem(),
    hosts: [testLocked()],
    filesystems: [],
    cloud: testCloud(),
    disks: [
      disk('a', { use: 'rootfs', availableMib: 0 }),
      disk('b', { sizeMib: 102_912, availableMib: 102_912 }),
      disk('c', { availableMib: 20_480 }),
      disk('d', { type: 'HDD', sizeMib: 2048, availableMib: 2048 }),
    ],
    partitions: [
      partition('a', 5, { status: 1, physicalVolumeId: 'pv' }),
      partition('c', 1),
      partition('c', 2),
    ],
    physicalVolumes: [
      testPhysicalVolume({ onId: 'part-a5', onPath: `${path('a')}-part5`, name: '/dev/sda5' }),
    ],
    volumeGroups: [testGroup()],
    storageFunctions: [],
    ...more,
  };
}
