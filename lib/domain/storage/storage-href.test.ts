import { describe, expect, it } from 'vitest';
import { testAlarm } from '../test-facts';
import { storageFaults } from './storage-faults';
import { keyMeant, storageHref } from './storage-href';
import * as made from './test-storage';

const storage = made.testHostStorage({
  disks: [made.testDisk()],
  partitions: [made.testPartition()],
  physicalVolumes: [made.testPhysicalVolume()],
  volumeGroups: [made.testGroup()],
  storageFunctions: [
    made.testStorageFunction({ osdNumber: 3 }),
    made.testStorageFunction({ id: 'journal-1', function: 'journal', osdNumber: null }),
  ],
  filesystems: [made.testHostFs(), made.testHostFs({ id: 'fs-log', name: 'log' })],
});

describe('addresses of storage', () => {
  it.each([
    ['disk:disk-a', 'disk:disk-a'],
    ['disk:/dev/sda', 'disk:disk-a'],
    ['disk:sda', 'disk:disk-a'],
    ['disk:S1', 'disk:disk-a'],
    ['disk:/dev/disk/by-path/pci-0000:00:1f.2-ata-1.0', 'disk:disk-a'],
    ['partition:sda1', 'partition:part-a1'],
    ['pv:/dev/sda1', 'pv:pv'],
    ['vg:cgts-vg', 'vg:vg'],
    ['osd:3', 'osd:osd-0'],
    ['osd:osd.3', 'osd:osd-0'],
    ['journal:journal-1', 'journal:journal-1'],
    ['fs:docker', 'fs:fs-docker'],
    ['fs:/var/lib/docker', 'fs:fs-docker'],
    ['fs:/var/rootdirs/scratch', 'fs:/var/rootdirs/scratch'],
    ['disk:/dev/sdz', 'disk:/dev/sdz'],
    ['osd:journal-1', 'osd:journal-1'],
    ['free:disk-a', 'free:disk-a'],
    ['', ''],
  ])('%s means %s', (open, key) => {
    expect(keyMeant(storage, open)).toBe(key);
  });

  it('are readable, and keep what is no address out of them', () => {
    expect(storageHref('worker-0')).toBe('/hosts/worker-0/storage');
    expect(storageHref('worker-0', { kind: 'disk', what: '/dev/sdb' })).toBe(
      '/hosts/worker-0/storage?open=disk:/dev/sdb',
    );
    expect(storageHref('a/b', { kind: 'fs', what: 'x&y=1#' })).toBe(
      '/hosts/a%2Fb/storage?open=fs:x%26y%3D1%23',
    );
  });
});

describe('what alarms say of storage', () => {
  const full = (
    entity: string,
    reason = 'File System threshold exceeded ; threshold 80.00%, actual 84.02%',
  ) => testAlarm({ id: entity, alarmId: '100.104', entity, reason, severity: 'major' });
  const faults = storageFaults(
    [
      full('host=w.filesystem=/var/lib/docker'),
      full('host=w.volumegroup=cgts-vg', 'Volume group threshold exceeded'),
      full('host=w.filesystem=/opt/platform'),
      full('host=other.filesystem=/var/log'),
      full('host=w.process=x'),
    ],
    'w',
    storage,
  );
  it('finds the very row, how full it is, and what is on no row', () => {
    expect(
      [...faults.byKey].map(([key, all]) => [key, ...all.map(({ fullPercent }) => fullPercent)]),
    ).toEqual([
      ['fs:fs-docker', 84.02],
      ['vg:vg', null],
    ]);
    expect(faults.elsewhere.map(({ entity }) => entity)).toEqual(['host=w.filesystem=/opt/platform']);
  });
});
