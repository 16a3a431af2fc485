/** What a key of the drawing, of a table or of the address is a thing of. */
import type { Disk } from '@/lib/domain/storage/disk';
import type { HostFs } from '@/lib/domain/storage/filesystem';
import type { HostStorage } from '@/lib/domain/storage/host-storage';
import type { StorageLayout } from '@/lib/domain/storage/layout';
import type { Partition } from '@/lib/domain/storage/partition';
import type { StorageFunction } from '@/lib/domain/storage/storage-function';
import type { PhysicalVolume, VolumeGroup } from '@/lib/domain/storage/volume-group';

export type StorageThing =
  | { kind: 'disk'; own: Disk }
  | { kind: 'partition'; own: Partition }
  | { kind: 'pv'; own: PhysicalVolume }
  | { kind: 'vg'; own: VolumeGroup }
  | { kind: 'osd' | 'journal'; own: StorageFunction }
  | { kind: 'fs'; own: HostFs };

type Site = { storage: HostStorage; layout: Pick<StorageLayout, 'byKey'> };

/** @param key as `rowKey` makes it, or of a box without a row of its own, which is told with the row that it is about */
export function thingAt({ storage, layout }: Site, key: string): StorageThing | null {
  const [kind, id] = parted(layout.byKey.get(key)?.about ?? key);
  const among = <T extends { id: string }>(rows: readonly T[]) => rows.find((row) => row.id === id);
  switch (kind) {
    case 'disk':
      return withKind('disk', among(storage.disks));
    case 'partition':
      return withKind('partition', among(storage.partitions));
    case 'pv':
      return withKind('pv', among(storage.physicalVolumes));
    case 'vg':
      return withKind('vg', among(storage.volumeGroups));
    case 'osd':
    case 'journal':
      return withKind(kind, among(storage.storageFunctions));
    case 'fs':
      return withKind('fs', among(storage.filesystems));
    default:
      return null;
  }
}

const parted = (key: string): [string, string] => {
  const at = key.indexOf(':');
  return [key.slice(0, at), key.slice(at + 1)];
};

const withKind = <K extends StorageThing['kind'], T>(kind: K, own: T | undefined) =>
  own ? { kind, own } : null;
