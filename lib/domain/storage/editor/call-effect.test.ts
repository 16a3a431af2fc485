import { describe, expect, it } from 'vitest';
import { testGroup, testPhysicalVolume, testStorageFunction } from '../test-storage';
import { storageCallCli } from './call-cli';
import { isDestructive, nameToType, storageSteps } from './call-effect';
import type { StorageCall } from './calls';
import type { StorageFacts } from './facts';
import { reviewStorageCalls } from './review';
import { storageFacts } from './test-facts';
import { storageCallTitle } from './titles';

const { remaining, inverse, after: next } = storageSteps;
const create: StorageCall = { do: 'partition.create', newOn: 'disk-b', known: [], sizeMib: 10_240 };
const fresh = { newOn: 'disk-b', known: [], sizeMib: 10_240 };
const volumeOnB = (state: string, group = 'nova-local') => ({
  physicalVolumes: [testPhysicalVolume({ id: 'pv-b', onId: 'disk-b', group, state, type: 'disk' })],
});
const B = { disk: 'disk-b' };
const local: StorageCall = { do: 'group.add', group: 'nova-local', lvm: null };
const add: StorageCall = { do: 'volume.add', group: 'nova-local', on: B };

/** Every call, in a state in which it does something. */
const ALL: readonly [StorageCall, Partial<StorageFacts>][] = [
  [create, {}],
  [{ do: 'partition.grow', partition: 'part-c2', sizeMib: 20_480 }, {}],
  [{ do: 'partition.delete', on: { partition: 'part-c2' } }, {}],
  [local, {}],
  [{ do: 'group.remove', group: 'nova-local' }, { volumeGroups: [testGroup({ name: 'nova-local' })] }],
  [{ do: 'group.change', group: 'cgts-vg', to: { function: 'lvm-csi' } }, {}],
  [add, { volumeGroups: [testGroup({ name: 'nova-local' })] }],
  [{ ...add, do: 'volume.remove' }, volumeOnB('provisioned')],
  [{ do: 'osd.add', disk: 'disk-b', tier: 'tier', journal: null, journalMib: null }, {}],
  [{ do: 'osd.remove', disk: 'disk-b' }, { storageFunctions: [testStorageFunction()] }],
  [{ do: 'journal.add', disk: 'disk-b' }, {}],
  [
    { do: 'journal.remove', disk: 'disk-b' },
    { storageFunctions: [testStorageFunction({ function: 'journal' })] },
  ],
  [
    { do: 'journal.change', disk: 'disk-b', to: { onId: 'j' } },
    { storageFunctions: [testStorageFunction()] },
  ],
];

describe('a call', () => {
  it.each(ALL)('%j does something once: afterwards nothing of it is to be done', (call, more) => {
    const state = storageFacts(more);
    expect(remaining(call, state)).toEqual(call);
    expect(remaining(call, next(call, state))).toBeNull();
  });

  it.each(ALL)('%j is taken back to where nothing but it is to be done again', (call, more) => {
    const before = storageFacts(more);
    const undo = inverse(call, before);
    if (undo === null) {
      expect(['partition.grow', 'partition.delete', 'osd.remove', 'journal.change']).toContain(call.do);
      return;
    }
    expect(remaining(call, next(undo, next(call, before)))).toEqual(call);
  });

  it('that wipes is never done already, and nothing takes it back', () => {
    const wipe: StorageCall = { do: 'disk.wipe', disk: 'disk-b', format: true };
    const state = storageFacts();
    expect(remaining(wipe, next(wipe, state))).toEqual(wipe);
    expect(inverse(wipe, state)).toBeNull();
  });

  it('that makes a partition means the one that was not there before, of that size', () => {
    const again: StorageCall = { ...create, newOn: 'disk-c', known: ['part-c1'], sizeMib: 10_240 };
    expect(remaining(again, storageFacts()), 'part-c2 came since').toBeNull();
    expect(remaining({ ...again, known: ['part-c1', 'part-c2'] }, storageFacts())).not.toBeNull();
    expect(remaining({ ...again, sizeMib: 2048 }, storageFacts())).not.toBeNull();
  });

  it('that removes a group with physical volumes is not taken back: adding it brings the name alone', () => {
    const call: StorageCall = { do: 'group.remove', group: 'nova-local' };
    const state = storageFacts({
      volumeGroups: [testGroup({ name: 'nova-local' })],
      ...volumeOnB('provisioned'),
    });
    expect(inverse(call, state)).toBeNull();
  });

  it('that takes out what was never made drops it; of the rest it waits for the unlock', () => {
    const out: StorageCall = { ...add, do: 'volume.remove' };
    expect(next(out, storageFacts(volumeOnB('adding'))).physicalVolumes).toEqual([]);
    expect(next(out, storageFacts(volumeOnB('provisioned'))).physicalVolumes).toMatchObject([
      { state: 'removing' },
    ]);
  });

  it('puts a journal back where it was', () => {
    const journal = { onId: 'osd-0', sizeMib: 400, path: null, node: null };
    const state = storageFacts({ storageFunctions: [testStorageFunction({ journal })] });
    const call: StorageCall = { do: 'journal.change', disk: 'disk-b', to: { onId: 'j', sizeMib: 2048 } };
    expect(inverse(call, state)).toEqual({ ...call, to: { onId: 'osd-0', sizeMib: 400 } });
    expect(remaining({ ...call, to: { onId: 'osd-0', sizeMib: 2048 } }, state)).toEqual({
      ...call,
      to: { sizeMib: 2048 },
    });
  });

  it('without a way back that takes away what was in use has a name typed before: host and device', () => {
    const wipe: StorageCall = { do: 'disk.wipe', disk: 'disk-b', format: true };
    expect(nameToType(wipe, storageFacts(), 'worker-0')).toBe('worker-0:/dev/sdb');
    expect(nameToType({ do: 'osd.remove', disk: 'disk-b' }, storageFacts(), 'worker-0')).toBe(
      'worker-0:/dev/sdb',
    );
    expect(ALL.filter(([call]) => isDestructive(call)).map(([call]) => call.do)).toEqual(['osd.remove']);
    expect(nameToType(add, storageFacts(), 'worker-0')).toBeNull();
  });
});

describe('a list', () => {
  it('speaks of the partition that it makes', () => {
    const calls: StorageCall[] = [local, create, { do: 'volume.add', group: 'nova-local', on: fresh }];
    const steps = reviewStorageCalls(calls, storageFacts());
    expect(steps.map(({ title }) => title)).toEqual([
      'Add volume group nova-local',
      'Create a partition of 10 GiB on /dev/sdb',
      'Add the new partition to nova-local',
    ]);
    expect(steps.every(({ verdict }) => verdict.ok)).toBe(true);
    expect(steps.map(({ when }) => when)).toEqual(['unlock', 'now', 'unlock']);
    expect(steps.map(({ command }) => command)).toEqual([
      'system host-lvg-add worker-0 nova-local',
      'system host-disk-partition-add worker-0 disk-b 10 -t lvm_phys_vol',
      "system host-pv-add worker-0 nova-local '<uuid>'",
    ]);
  });

  it('does not put into cgts-vg what is made only now', () => {
    const calls: StorageCall[] = [create, { do: 'volume.add', group: 'cgts-vg', on: fresh }];
    expect(reviewStorageCalls(calls, storageFacts())[1]?.verdict).toMatchObject({ ok: false });
  });
});

describe('the same as a command', () => {
  it.each<[StorageCall, string]>([
    [
      { do: 'partition.grow', partition: 'part-c2', sizeMib: 20_480 },
      'system host-disk-partition-modify -s 20 worker-0 /dev/disk/by-path/pci-c-part2',
    ],
    [
      { do: 'partition.delete', on: { partition: 'part-c2' } },
      'system host-disk-partition-delete worker-0 /dev/disk/by-path/pci-c-part2',
    ],
    [
      { do: 'group.add', group: 'fast', lvm: { function: 'lvm-csi', type: 'thin' } },
      'system host-lvg-add -f lvm-csi -t thin worker-0 fast',
    ],
    [{ do: 'group.remove', group: 'fast' }, 'system host-lvg-delete worker-0 fast'],
    [
      { do: 'group.change', group: 'cgts-vg', to: { function: 'lvm-csi', poolSizeGib: 20 } },
      'system host-lvg-modify -f lvm-csi -s 20 worker-0 cgts-vg',
    ],
    [add, 'system host-pv-add worker-0 nova-local /dev/sdb'],
    [{ ...add, do: 'volume.remove', on: { partition: 'part-a5' } }, 'system host-pv-delete pv'],
    [
      { do: 'osd.add', disk: 'disk-b', tier: 'tier', journal: 'j', journalMib: 2048 },
      'system host-stor-add --journal-location j --journal-size 2 --tier-uuid tier worker-0 osd disk-b',
    ],
    [{ do: 'journal.add', disk: 'disk-b' }, 'system host-stor-add worker-0 journal disk-b'],
    [{ do: 'osd.remove', disk: 'disk-o' }, 'system host-stor-delete osd-0'],
    [
      { do: 'journal.change', disk: 'disk-o', to: { onId: 'j', sizeMib: 2048 } },
      'system host-stor-update --journal-location j --journal-size 2 osd-0',
    ],
    [{ do: 'disk.wipe', disk: 'disk-b', format: true }, 'system host-disk-wipe --confirm worker-0 /dev/sdb'],
    [
      { do: 'disk.wipe', disk: 'disk-b', format: false },
      'system host-disk-wipe -s --confirm worker-0 /dev/sdb',
    ],
  ])('%j', (call, command) => {
    const state = storageFacts({ storageFunctions: [testStorageFunction({ diskId: 'disk-o' })] });
    expect(storageCallCli(call, state.host, state)).toBe(command);
    expect(storageCallTitle(call, state)).not.toMatch(/undefined|null/);
  });
});
