import { describe, expect, it } from 'vitest';
import { storageLayout } from './layout';
import { BYTES_PER_GIB } from './size';
import { filesystemLook, functionLook, isAskedFor, partitionLook, volumeLook } from './state-look';
import { storageRows } from './storage-rows';
import * as made from './test-storage';

const rowsOf = (over: Parameters<typeof made.testHostStorage>[0], byKey = new Map()) => {
  const storage = made.testHostStorage(over);
  return storageRows(storage, storageLayout(storage), { byKey });
};
const journal = { onId: 'j', sizeMib: 1024, path: null, node: null };

describe('rows of storage', () => {
  it('say what a disk is used for', () => {
    const { disks } = rowsOf({
      disks: [
        made.testDisk({ id: 'a', use: 'rootfs', availableMib: 0 }),
        ...['b', 'c', 'd', 'e'].map((id) => made.testDisk({ id, node: `/dev/sd${id}` })),
        made.testDisk({ id: 'f', sizeMib: 2048, availableMib: 0 }),
        made.testDisk({ id: 'g', sizeMib: null }),
      ],
      partitions: [
        made.testPartition({ id: 'a1', diskId: 'a', physicalVolumeId: 'pv' }),
        made.testPartition({ id: 'e1', diskId: 'e', node: '/dev/sde1' }),
      ],
      physicalVolumes: [made.testPhysicalVolume({ onId: 'a1' })],
      volumeGroups: [made.testGroup()],
      storageFunctions: [
        made.testStorageFunction({ id: 'j', function: 'journal', osdNumber: null, diskId: 'b' }),
        made.testStorageFunction({ id: 'o', osdNumber: 7, diskId: 'c', journal }),
      ],
    });
    expect(disks.map(({ usedFor }) => usedFor)).toEqual([
      ...['Root disk, cgts-vg', 'Journals of osd.7', 'osd.7', 'Not used', 'Partitions without a use'],
      ...['Not listed', 'Not used'],
    ]);
  });

  it('leave unknown what nobody said, and never say 0 for it', () => {
    const rows = rowsOf({
      disks: [made.testDisk({ sizeMib: null, availableMib: null })],
      volumeGroups: [made.testGroup({ sizeBytes: null })],
      physicalVolumes: [made.testPhysicalVolume({ totalExtents: 0, allocatedExtents: 0 })],
      filesystems: [made.testHostFs({ sizeGib: null, state: null })],
      storageFunctions: [made.testStorageFunction({ diskId: null, state: null })],
    });
    expect(rows.disks[0]).toMatchObject({ sizeBytes: null, freeBytes: null });
    expect(rows.volumeGroups[0]).toMatchObject({ sizeBytes: null, freeBytes: null, used: null });
    expect(rows.physicalVolumes[0]?.allocated).toBeNull();
    expect(rows.filesystems[0]).toMatchObject({
      sizeBytes: null,
      state: null,
      look: null,
      fullPercent: null,
    });
    expect(rows.storageFunctions[0]).toMatchObject({ sizeBytes: null, disk: null, state: null });
  });

  it('say where a journal is', () => {
    const { storageFunctions } = rowsOf({
      disks: [made.testDisk({ id: 'b', node: '/dev/sdb' })],
      storageFunctions: [
        made.testStorageFunction({ id: 'j', function: 'journal', osdNumber: null, diskId: 'b' }),
        made.testStorageFunction({ id: 'o', journal }),
        made.testStorageFunction({ id: 'p', journal: { ...journal, onId: 'p' } }),
        made.testStorageFunction({ id: 'q', journal: { ...journal, onId: null } }),
      ],
    });
    expect(storageFunctions.map(({ key, journalOn }) => [key, journalOn])).toEqual([
      ...[
        ['journal:j', ''],
        ['osd:o', '/dev/sdb'],
        ['osd:p', 'Its own disk'],
        ['osd:q', null],
      ],
    ]);
  });

  it('have the fill of a filesystem from its alarm alone', () => {
    const fault = { id: 'x', severity: 'major' as const, reason: '', fullPercent: 84 };
    const { filesystems } = rowsOf(
      { filesystems: [made.testHostFs(), made.testHostFs({ id: 'log', name: 'log', sizeGib: 8 })] },
      new Map([['fs:log', [fault]]]),
    );
    expect(filesystems.map(({ fullPercent }) => fullPercent)).toEqual([null, 84]);
    expect(filesystems[1]?.sizeBytes).toBe(8 * BYTES_PER_GIB);
  });
});

describe('how states look', () => {
  it.each([
    [partitionLook({ status: 2 }), 'Creating', 'changing', true],
    [partitionLook({ status: 3 }), 'Creating (on unlock)', 'pending', true],
    [partitionLook({ status: 5 }), 'Modifying', 'changing', false],
    [partitionLook({ status: 4 }), 'Deleting', 'changing', false],
    [partitionLook({ status: 10 }), 'Error (state 10)', 'failed', false],
    [volumeLook('adding'), 'Adding (on unlock)', 'pending', true],
    [volumeLook('removing'), 'Removing (on unlock)', 'pending', false],
    [volumeLook('error'), 'Error', 'failed', false],
    [functionLook({ state: 'configuring-on-unlock' }), 'Configuring (on unlock)', 'pending', true],
    [functionLook({ state: 'something new' }), 'Something new', 'settled', false],
    [filesystemLook({ state: 'In-Use' }), 'In-Use', 'settled', false],
    [filesystemLook({ state: 'Creating (on unlock)' }), 'Creating (on unlock)', 'pending', true],
    [filesystemLook({ state: 'Deleting' }), 'Deleting', 'changing', false],
  ])('%o', (state, word, look, asked) => {
    expect(state).toEqual({ word, look });
    expect(isAskedFor(state)).toBe(asked);
  });
  it('are unknown where there is none', () => {
    expect([partitionLook({ status: null }), volumeLook(null), filesystemLook({ state: null })]).toEqual([
      ...[null, null, null],
    ]);
    expect(isAskedFor(null)).toBe(false);
  });
});
