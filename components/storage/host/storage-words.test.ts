import { describe, expect, it } from 'vitest';
import { storageLayout } from '@/lib/domain/storage/layout';
import { rowKey } from '@/lib/domain/storage/storage-href';
import * as made from '@/lib/domain/storage/test-storage';
import { thingAt } from './storage-thing';
import { boxWords, oddWords } from './storage-words';

const storage = made.testHostStorage({
  disks: [made.testDisk({ sizeMib: 102_400, availableMib: 51_200, use: 'rootfs' })],
  partitions: [made.testPartition({ status: 3 })],
  physicalVolumes: [made.testPhysicalVolume()],
  volumeGroups: [made.testGroup({ sizeBytes: null })],
  storageFunctions: [
    made.testStorageFunction(),
    made.testStorageFunction({ id: 'j', function: 'journal', osdNumber: null }),
  ],
  filesystems: [made.testHostFs({ sizeGib: 8 })],
});
const layout = storageLayout(storage);
const words = (key: string, faults?: Parameters<typeof boxWords>[1]) => {
  const node = layout.byKey.get(key);
  return node && boxWords(node, faults);
};

describe('what a reader hears of a box', () => {
  it.each([
    ['disk:disk-a', 'Disk /dev/sda, SSD, root disk, 100 GiB, 50 GiB used, 50 GiB free'],
    ['rest:disk-a', 'Taken Not listed, Taken, in no listed partition, 40 GiB'],
    ['partition:part-a1', 'Partition /dev/sda1, Physical volume, 10 GiB, Creating (on unlock)'],
    ['vg:vg', 'Volume group cgts-vg, 14 volumes, size unknown'],
    ['osd:osd-0', 'OSD osd.0, Its disk is not among the disks, size unknown'],
    ['tier:tier', 'Tier Ceph, tier storage, 1 OSD on this host'],
  ])('%s', (key, heard) => {
    expect(words(key)).toBe(heard);
  });

  it('has its alarms', () => {
    const fault = { id: 'a', severity: 'major' as const, reason: 'too full', fullPercent: 84 };
    expect(words('fs:fs-docker', [fault])).toBe('Filesystem docker, 8 GiB, major alarm: too full');
  });

  it('and what does not add up is said with both figures', () => {
    expect(oddWords({ odd: 'free', freeBytes: 2048, totalBytes: 1024 })).toBe(
      '2 KiB are said to be free of 1 KiB.',
    );
    expect(oddWords({ odd: 'claims', claimedBytes: 2048, takenBytes: 1024 })).toContain('takes 2 KiB');
  });
});

describe('what a key is of', () => {
  it.each([
    ...(['disk:disk-a', 'partition:part-a1', 'pv:pv', 'vg:vg', 'osd:osd-0', 'journal:j'] as const),
    'fs:fs-docker',
  ])('%s is itself', (key) => {
    const thing = thingAt({ storage, layout }, key);
    expect(thing && rowKey(thing.kind, thing.own.id)).toBe(key);
  });
  it('free space and the rest of a disk are told with the disk, a tier and what is gone with nothing', () => {
    expect(thingAt({ storage, layout }, 'free:disk-a')?.own.id).toBe('disk-a');
    expect(thingAt({ storage, layout }, 'rest:disk-a')?.own.id).toBe('disk-a');
    expect(thingAt({ storage, layout }, 'tier:tier')).toBeNull();
    expect(thingAt({ storage, layout }, 'disk:gone')).toBeNull();
  });
});
