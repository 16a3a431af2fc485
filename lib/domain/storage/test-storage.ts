/** Storage for tests: rows as an idle worker has them. */
import type { Disk } from './disk';
import type { HostFs } from './filesystem';
import type { HostStorage } from './host-storage';
import type { Partition } from './partition';
import type { StorageFunction } from './storage-function';
import type { PhysicalVolume, VolumeGroup } from './volume-group';

export const testDisk = (over: Partial<Disk> = {}): Disk => ({
  ...{ id: 'disk-a', hostId: 'host', node: '/dev/sda', path: '/dev/disk/by-path/pci-0000:00:1f.2-ata-1.0' },
  ...{
    deviceId: 'ata-disk-a',
    wwn: '0x5002538e00000000',
    number: 2048,
    type: 'SSD',
    serial: 'S1',
    model: 'M1',
  },
  ...{ sizeMib: 953_869, availableMib: 953_837, rpm: null, use: null },
  ...{ storageFunctionId: null, physicalVolumeId: null, capabilities: [] },
  ...over,
});

export const testPartition = (over: Partial<Partition> = {}): Partition => ({
  ...{
    id: 'part-a1',
    hostId: 'host',
    diskId: 'disk-a',
    node: '/dev/sda1',
    path: '/dev/disk/by-path/a-part1',
  },
  ...{ startMib: 1, endMib: 10_241, sizeMib: 10_240, typeName: 'LVM Physical Volume', status: 0 },
  ...{ typeGuid: 'ba5eba11-0000-1111-2222-000000000001', physicalVolumeId: null },
  ...over,
});

export const testGroup = (over: Partial<VolumeGroup> = {}): VolumeGroup => ({
  ...{ id: 'vg', hostId: 'host', name: 'cgts-vg', state: 'provisioned', access: 'wz--n-', lvmId: 'Zq0rYJ' },
  ...{ sizeBytes: 257_698_037_760, availableBytes: 128_849_018_880, totalExtents: 7680, freeExtents: 3840 },
  ...{ logicalVolumes: 14, maxLogicalVolumes: 0, physicalVolumes: 1, maxPhysicalVolumes: 0, parameters: {} },
  ...over,
});

export const testPhysicalVolume = (over: Partial<PhysicalVolume> = {}): PhysicalVolume => ({
  ...{
    id: 'pv',
    hostId: 'host',
    name: '/dev/sda1',
    state: 'provisioned',
    type: 'partition',
    onId: 'part-a1',
  },
  ...{
    onNode: '/dev/sda1',
    onPath: '/dev/disk/by-path/a-part1',
    groupId: 'vg',
    group: 'cgts-vg',
    lvmId: 'a0b1',
  },
  ...{ sizeBytes: 257_698_037_760, totalExtents: 7680, allocatedExtents: 3840 },
  ...over,
});

export const testStorageFunction = (over: Partial<StorageFunction> = {}): StorageFunction => ({
  ...{ id: 'osd-0', hostId: 'host', function: 'osd', osdNumber: 0, state: 'configured', diskId: 'disk-b' },
  ...{ tierId: 'tier', tier: 'storage', journal: { onId: null, sizeMib: null, path: null, node: null } },
  ...over,
});

export const testHostFs = (over: Partial<HostFs> = {}): HostFs => ({
  ...{ id: 'fs-docker', hostId: 'host', name: 'docker', sizeGib: 30, logicalVolume: 'docker-lv' },
  ...{ state: 'Ready', functions: [] },
  ...over,
});

export const testHostStorage = (over: Partial<HostStorage> = {}): HostStorage => ({
  ...{ disks: [], partitions: [], physicalVolumes: [], volumeGroups: [] },
  ...{ storageFunctions: [], filesystems: [], unread: [], unreadable: [] },
  ...over,
});
