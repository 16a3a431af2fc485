import { describe, expect, it } from 'vitest';
import { testHost } from '../../test-facts';
import { testDisk, testGroup, testPartition, testPhysicalVolume, testStorageFunction } from '../test-storage';
import {
  deviceRef,
  deviceValue,
  osdDiskOptions,
  partitionDiskOptions,
  volumeOptions,
} from './device-options';
import { cloudFacts, type StorageFacts } from './facts';
import * as osd from './osd-form';
import * as partition from './partition-form';
import { storageFacts, testBackend, testCloud, testTier } from './test-facts';
import * as volume from './volume-form';

const local = { volumeGroups: [testGroup(), testGroup({ id: 'vg-local', name: 'nova-local' })] };

describe('a new partition', () => {
  const form = { disk: 'disk-b', size: '10', group: '' };
  it('begins on the first disk with room, on the root disk only where no other has any', () => {
    const rooted = storageFacts().disks.map((one) =>
      one.use === 'rootfs' ? { ...one, availableMib: 9000 } : one,
    );
    expect(partition.newPartitionForm(storageFacts({ disks: rooted })).disk).toBe('disk-b');
    expect(partition.newPartitionForm(storageFacts({ disks: rooted.slice(0, 1) })).disk).toBe('disk-a');
    expect(partition.newPartitionForm(storageFacts())).toEqual({ disk: 'disk-b', size: '', group: '' });
    expect(partition.newPartitionForm(storageFacts(), 'disk-c', 'cgts-vg')).toMatchObject({
      disk: 'disk-c',
      group: 'cgts-vg',
    });
  });

  it.each([
    ['100', undefined],
    ['101', 'At most 100, which is what /dev/sdb has free'],
    ['0', 'A whole number of GiB, 1 or more'],
    ['1.5', 'A whole number of GiB, 1 or more'],
    ['-1', 'A whole number of GiB, 1 or more'],
    ['', undefined],
  ])('of %s GiB', (size, fault) => {
    expect(partition.partitionFaults({ ...form, size }, storageFacts()).size).toBe(fault);
  });

  it('says what is free, and what of it can be asked for', () => {
    expect(partition.sizeHelp(storageFacts().disks[1])).toBe(
      '100.5 GiB are free on /dev/sdb: 100 GiB at most, in whole GiB',
    );
    expect(partition.sizeHelp(testDisk({ availableMib: null }))).toBe('In whole GiB');
  });

  it('goes to nova-local in the same go, which is added first where it is missing', () => {
    const calls = partition.partitionPlan({ ...form, group: 'nova-local' }, [], storageFacts());
    expect(calls.map(({ do: verb }) => verb)).toEqual(['group.add', 'partition.create', 'volume.add']);
    const there = partition.partitionPlan({ ...form, group: 'nova-local' }, [], storageFacts(local));
    expect(there.map(({ do: verb }) => verb)).toEqual(['partition.create', 'volume.add']);
    expect(there[0]).toMatchObject({ sizeMib: 10_240 });
  });

  it('goes to cgts-vg afterwards, once it is ready, but for a host that was never unlocked', () => {
    const wish = { ...form, group: 'cgts-vg' };
    expect(partition.partitionPlan(wish, [], storageFacts())).toHaveLength(1);
    expect(partition.addedLater(wish, storageFacts())).toBe('cgts-vg');
    const fresh = storageFacts({
      host: testHost({ administrative: 'locked', provisionState: 'unprovisioned' }),
    });
    expect(partition.partitionPlan(wish, [], fresh)).toHaveLength(2);
    expect(partition.addedLater(wish, fresh)).toBeNull();
  });

  it('offers groups with why not', () => {
    const unlocked = storageFacts({ host: testHost() });
    expect(partition.partitionGroupOptions(unlocked)).toMatchObject([
      { value: '', why: null },
      { value: 'nova-local', why: expect.stringContaining('Lock worker-0') },
      { value: 'cgts-vg', why: expect.stringContaining('Lock worker-0') },
    ]);
    expect(partition.partitionFaults({ ...form, group: 'nova-local' }, unlocked).group).toContain(
      'Lock worker-0',
    );
  });

  it('and its disks', () => {
    expect(partitionDiskOptions(storageFacts()).map(({ label, why }) => [label, why])).toEqual([
      ['/dev/sda, SSD, 0 GiB free', 'Less than 1 GiB of it is free'],
      ['/dev/sdb, SSD, 100.5 GiB free', null],
      ['/dev/sdc, SSD, 20 GiB free', null],
      ['/dev/sdd, HDD, 2 GiB free', null],
    ]);
  });
});

describe('a partition that grows', () => {
  const own = testPartition({ sizeMib: 10_240 });
  const disk = testDisk({ availableMib: 20_480 });
  it.each([
    ['10', 'More than 10: partitions only grow'],
    ['9', 'More than 10: partitions only grow'],
    ['11', null],
    ['30', null],
    ['31', 'At most 30, with what is free behind it'],
    ['x', 'A whole number of GiB, 1 or more'],
  ])('to %s GiB', (size, fault) => {
    expect(partition.growFault(size, own, disk)).toBe(fault);
  });
});

describe('a volume group', () => {
  const form: volume.GroupForm = { kind: 'lvm-csi', name: 'fast', type: 'thin', device: '' };
  it('begins as what can be added', () => {
    expect(volume.newGroupForm(storageFacts()).kind).toBe('nova-local');
    expect(volume.newGroupForm(storageFacts(local)).kind).toBe('lvm-csi');
  });

  it.each([
    ['fast', undefined],
    ['cgts-vg', 'This host has cgts-vg already'],
    ['nova-local', 'nova-local is the choice above'],
    ['-x', 'Letters, digits and + _ . - alone, not beginning with -'],
    ['a b', 'Letters, digits and + _ . - alone, not beginning with -'],
  ])('named %s', (name, fault) => {
    expect(volume.groupFaults({ ...form, name }, storageFacts()).name).toBe(fault);
  });

  it('is added with what it begins on', () => {
    expect(volume.groupPlan({ ...form, device: 'disk disk-b' })).toEqual([
      { do: 'group.add', group: 'fast', lvm: { function: 'lvm-csi', type: 'thin' } },
      { do: 'volume.add', group: 'fast', on: { disk: 'disk-b' } },
    ]);
    expect(volume.groupPlan({ ...form, kind: 'nova-local' })).toEqual([
      { do: 'group.add', group: 'nova-local', lvm: null },
    ]);
  });

  it('has parameters of which only what differs is sent', () => {
    const own = testGroup({ parameters: { lvm_function: 'lvm-csi', lvm_type: 'thin', lvm_pool_size: '60' } });
    const before = volume.parameterForm(own);
    expect(volume.parameterPlan(before, own)).toEqual([]);
    expect(volume.parameterPlan({ ...before, pool: '80' }, own)).toMatchObject([{ to: { poolSizeGib: 80 } }]);
    expect(volume.parameterPlan({ csi: false, pool: '60' }, own)).toMatchObject([
      { to: { function: 'none' } },
    ]);
    expect(volume.parameterPlan({ csi: true, pool: '' }, testGroup())).toMatchObject([
      { to: { function: 'lvm-csi' } },
    ]);
  });

  it.each([
    ['59', 'At least 60: the pool only grows'],
    ['60', undefined],
    ['180', undefined],
    ['181', 'At most 180, with what is free in the group'],
    ['1.5', 'A whole number of GiB'],
  ])('with a pool of %s GiB, of 60 before and 120 free', (pool, fault) => {
    const own = testGroup({ parameters: { lvm_function: 'lvm-csi', lvm_pool_size: '60' } });
    expect(volume.parameterFaults({ csi: true, pool }, own).pool).toBe(fault);
  });

  it('keeps lvm-csi while containers have volumes in it', () => {
    const own = testGroup({ parameters: { lvm_function: 'lvm-csi', thin_cur_lv: '2' } });
    expect(volume.parameterFaults({ csi: false, pool: '' }, own).csi).toContain('2 volumes');
  });
});

describe('what is added to a group', () => {
  it('goes to no group by itself that it cannot leave', () => {
    expect(volume.firstGroup(storageFacts())).toBe('');
    expect(volume.firstGroup(storageFacts(local))).toBe('nova-local');
  });

  it('is a partition or a disk, each with what it is', () => {
    const labels = volumeOptions('nova-local', storageFacts(local), undefined).map(({ label, why }) => [
      label,
      why,
    ]);
    expect(labels).toContainEqual(['Partition /dev/sdc2, 10 GiB, ready', null]);
    expect(labels).toContainEqual(['Disk /dev/sdb, SSD, 100.5 GiB', null]);
    expect(labels).toContainEqual([
      'Partition /dev/sda5, 10 GiB, in use',
      'It is a physical volume of cgts-vg already',
    ]);
  });

  it('is the partition that was asked for a moment ago, as soon as it is ready', () => {
    const preset = { newOn: 'disk-c', known: ['part-c1'], sizeMib: 10_240 };
    const at = (status: number): StorageFacts => {
      const { partitions } = storageFacts();
      return storageFacts({
        partitions: partitions.map((one) => (one.id === 'part-c2' ? { ...one, status } : one)),
      });
    };
    const why = (facts: StorageFacts) => volumeOptions('cgts-vg', facts, preset)[0]?.why;
    expect(why(storageFacts({ partitions: [] }))).toBe('It is not listed yet');
    expect(why(at(2))).toContain('creating');
    expect(why(at(0))).toBeNull();
    expect(deviceRef(deviceValue(preset), preset)).toEqual(preset);
    expect(deviceRef(deviceValue({ disk: 'd' }), undefined)).toEqual({ disk: 'd' });
    expect(deviceRef('', undefined)).toBeNull();
  });
});

describe('an OSD', () => {
  const journal = (id: string, disk: string) =>
    testStorageFunction({ id, function: 'journal', diskId: disk, osdNumber: null });
  const form = { disk: 'disk-b', tier: 'tier', journal: '', size: '' };
  it('takes the only tier and the only disk of journals by itself', () => {
    const facts = storageFacts({ storageFunctions: [journal('j', 'disk-d')] });
    expect(osd.newOsdForm(facts, 'disk-b')).toEqual({ disk: 'disk-b', tier: 'tier', journal: 'j', size: '' });
    expect(osd.osdGap(osd.newOsdForm(facts), facts)).toBeNull();
  });

  it('asks where there are several', () => {
    const tiers = storageFacts({
      cloud: testCloud({ tiers: [testTier('t1', 'storage'), testTier('t2', 'gold')] }),
    });
    expect(osd.osdGap(osd.newOsdForm(tiers), tiers)).toBe('Choose a tier');
    const journals = storageFacts({ storageFunctions: [journal('j', 'disk-d'), journal('k', 'disk-c')] });
    expect(osd.osdGap(osd.newOsdForm(journals), journals)).toBe('Choose a disk for the journal');
    expect(osd.tierOptions(tiers).map(({ label }) => label)).toEqual(['storage, 1 OSD', 'gold, 1 OSD']);
  });

  it.each([
    ['', undefined],
    ['1', undefined],
    ['2', 'Only 1.9 GiB are free on that disk'],
    ['11', 'Whole GiB between 1 and 10'],
    ['0', 'Whole GiB between 1 and 10'],
  ])('with a journal of "%s" GiB on a disk of 2 GiB', (size, fault) => {
    const facts = storageFacts({ storageFunctions: [journal('j', 'disk-d')] });
    expect(osd.osdFaults({ ...form, journal: 'j', size }, facts).size).toBe(fault);
  });

  it('is one call, of which what is left to the platform is not said', () => {
    expect(osd.osdPlan(form)).toEqual([
      { do: 'osd.add', disk: 'disk-b', tier: 'tier', journal: null, journalMib: null },
    ]);
    expect(osd.osdPlan({ ...form, journal: 'j', size: '2' })).toMatchObject([
      { journal: 'j', journalMib: 2048 },
    ]);
  });

  it('has no journals apart with Rook', () => {
    const cloud = testCloud({ backends: [testBackend('ceph-rook')] });
    expect(osd.journalOptions(storageFacts({ cloud, storageFunctions: [journal('j', 'disk-d')] }))).toEqual(
      [],
    );
  });

  it('says of each disk why Ceph cannot have it', () => {
    expect(osdDiskOptions(storageFacts()).map(({ why }) => why)).toEqual([
      'It is the root disk',
      null,
      'It has partitions',
      null,
    ]);
  });

  it('moves and resizes its journal, and sends what differs', () => {
    const own = testStorageFunction({ journal: { onId: 'osd-0', sizeMib: 400, path: null, node: null } });
    const before = osd.journalForm(own);
    expect(before).toEqual({ journal: 'osd-0', size: '' });
    expect(osd.journalPlan(before, own)).toEqual([]);
    expect(osd.journalPlan({ journal: 'j', size: '2' }, own)).toEqual([
      { do: 'journal.change', disk: 'disk-b', to: { onId: 'j', sizeMib: 2048 } },
    ]);
    const facts = storageFacts({ storageFunctions: [own, journal('j', 'disk-d')] });
    expect(osd.journalFaults({ journal: 'j', size: '2' }, own, facts).size).toContain('1.9 GiB');
    expect(osd.journalUsers('disk-d', facts)).toEqual([]);
  });
});

describe('the cloud', () => {
  it('is not known part by part: a list that could not be read is not empty', () => {
    expect(cloudFacts(undefined).backends).toBeNull();
    const cloud = {
      ...{ backends: [], cephBackends: [], tiers: [], clusters: [], monitors: [], controllerFilesystems: [] },
      ...{ storageFunctions: [], volumeGroups: [], filesystems: { count: 0, unsettled: [] }, unreadable: [] },
      unread: [{ part: 'tiers' as const, message: 'no' }],
    };
    expect(cloudFacts(cloud)).toMatchObject({ tiers: null, backends: [] });
  });

  it('counts a volume that goes as none where it is added again', () => {
    const physicalVolumes = [testPhysicalVolume({ onId: 'disk-b', group: 'nova-local', state: 'removing' })];
    const facts = storageFacts({ ...local, physicalVolumes });
    expect(
      volumeOptions('nova-local', facts, undefined).find(({ value }) => value === 'disk disk-b')?.why,
    ).toBeNull();
  });
});
