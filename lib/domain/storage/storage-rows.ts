/** Rows of the tables of storage: one for each thing of a host, with what the drawing knows of it. Sizes are bytes. */
import type { Unknown } from '../host';
import { usedShare } from './capacity';
import { type Disk, diskName } from './disk';
import type { HostFs } from './filesystem';
import type { HostStorage } from './host-storage';
import type { StorageLayout } from './layout';
import { type Partition, partitionName } from './partition';
import { gibToBytes, mibToBytes } from './size';
import { filesystemLook, functionLook, type Look, partitionLook, volumeLook } from './state-look';
import type { StorageFaults } from './storage-faults';
import { isJournal, isOsd, osdName, type StorageFunction } from './storage-function';
import { rowKey } from './storage-href';
import type { PhysicalVolume, VolumeGroup } from './volume-group';

type Base = {
  key: string;
  name: string;
  sizeBytes: Unknown<number>;
  /** Null: the platform says no state, or has none for such things. */
  state: Unknown<string>;
  look: Look | null;
};
export type DiskRow = Base & { own: Disk; freeBytes: Unknown<number>; usedFor: Unknown<string> };
export type PartitionRow = Base & { own: Partition; disk: Unknown<string>; group: string };
export type PvRow = Base & { own: PhysicalVolume; on: Unknown<string>; allocated: Unknown<number> };
export type GroupRow = Base & { own: VolumeGroup; freeBytes: Unknown<number>; used: Unknown<number> };
export type FunctionRow = Base & { own: StorageFunction; disk: Unknown<string>; journalOn: Unknown<string> };
export type FsRow = Base & { own: HostFs; fullPercent: Unknown<number> };

export type StorageRows = {
  disks: readonly DiskRow[];
  partitions: readonly PartitionRow[];
  physicalVolumes: readonly PvRow[];
  volumeGroups: readonly GroupRow[];
  storageFunctions: readonly FunctionRow[];
  filesystems: readonly FsRow[];
};

const bytesOfMib = (mib: Unknown<number>) => (mib === null ? null : mibToBytes(mib));

export function storageRows(
  storage: HostStorage,
  layout: StorageLayout,
  faults: Pick<StorageFaults, 'byKey'>,
): StorageRows {
  const nameOfDisk = (id: Unknown<string>): Unknown<string> => {
    const disk = storage.disks.find((one) => one.id === id);
    return disk ? diskName(disk) : null;
  };
  return {
    disks: storage.disks.map((own) => {
      const node = layout.byKey.get(rowKey('disk', own.id));
      return {
        ...{ key: rowKey('disk', own.id), name: diskName(own), sizeBytes: bytesOfMib(own.sizeMib), own },
        ...{ state: null, look: null, freeBytes: node?.capacity?.freeBytes ?? null },
        usedFor: usedFor(rowKey('disk', own.id), layout),
      };
    }),
    partitions: storage.partitions.map((own) => ({
      ...{ key: rowKey('partition', own.id), name: partitionName(own), own },
      ...{ sizeBytes: bytesOfMib(own.sizeMib), disk: nameOfDisk(own.diskId), ...stateOf(partitionLook(own)) },
      group: groupOn(own, storage),
    })),
    physicalVolumes: storage.physicalVolumes.map((own) => ({
      ...{ key: rowKey('pv', own.id), name: own.name ?? own.onNode ?? own.id, own },
      ...{ sizeBytes: own.sizeBytes, on: own.onNode ?? own.onPath, ...stateOf(volumeLook(own.state)) },
      allocated: shareOf(own.allocatedExtents, own.totalExtents),
    })),
    volumeGroups: storage.volumeGroups.map((own) => {
      const capacity = layout.byKey.get(rowKey('vg', own.id))?.capacity ?? null;
      return {
        ...{ key: rowKey('vg', own.id), name: own.name, own, sizeBytes: own.sizeBytes },
        ...stateOf(volumeLook(own.state)),
        ...{ freeBytes: capacity?.freeBytes ?? null, used: capacity && usedShare(capacity) },
      };
    }),
    storageFunctions: storage.storageFunctions.map((own) => ({
      ...{
        key: rowKey(isJournal(own) ? 'journal' : 'osd', own.id),
        name: functionName(own, nameOfDisk),
        own,
      },
      ...stateOf(functionLook(own)),
      ...{ sizeBytes: bytesOfMib(storage.disks.find(({ id }) => id === own.diskId)?.sizeMib ?? null) },
      ...{ disk: nameOfDisk(own.diskId), journalOn: journalOn(own, storage, nameOfDisk) },
    })),
    filesystems: storage.filesystems.map((own) => ({
      ...{ key: rowKey('fs', own.id), name: own.name, own, ...stateOf(filesystemLook(own)) },
      sizeBytes: own.sizeGib === null ? null : gibToBytes(own.sizeGib),
      fullPercent: faults.byKey.get(rowKey('fs', own.id))?.[0]?.fullPercent ?? null,
    })),
  };
}

const stateOf = (state: ReturnType<typeof partitionLook>) => ({
  state: state?.word ?? null,
  look: state?.look ?? null,
});

const shareOf = (part: Unknown<number>, whole: Unknown<number>): Unknown<number> =>
  part === null || whole === null || whole <= 0 || part < 0 || part > whole ? null : part / whole;

/** `Root disk, cgts-vg`, `osd.0`, `Journals of osd.0 and osd.1`, `Not used`; null: not known. */
function usedFor(key: string, { byKey, links }: StorageLayout): Unknown<string> {
  const disk = byKey.get(key);
  if (!disk) return null;
  const next = (from: string, kind: 'on' | 'journal') =>
    links.flatMap((link) => (link.from === from && link.kind === kind ? (byKey.get(link.to) ?? []) : []));
  const on = next(key, 'on');
  const journals = on.filter(({ kind }) => kind === 'journal').flatMap((one) => next(one.key, 'journal'));
  const groups = [...on, ...on.flatMap((one) => next(one.key, 'on'))].filter(({ column }) => column === 2);
  const loose = on.filter(({ kind, tag }) => kind === 'partition' && tag !== 'pv').length > 0;
  const said = [
    ...(disk.words.endsWith('root disk') ? ['Root disk'] : []),
    ...new Set(groups.map(({ name }) => name)),
    ...(journals.length > 0 ? [`Journals of ${journals.map(({ name }) => name).join(', ')}`] : []),
    ...(loose ? ['Partitions without a use'] : []),
  ];
  if (said.length > 0) return said.join(', ');
  if (disk.words.endsWith('not used')) return 'Not used';
  return on.some(({ kind }) => kind === 'rest' || kind === 'journal') ? 'Not listed' : null;
}

function groupOn(partition: Partition, { physicalVolumes }: HostStorage): string {
  const volume = physicalVolumes.find(
    ({ id, onId }) => onId === partition.id || id === partition.physicalVolumeId,
  );
  return volume?.group ?? '';
}

type NameOfDisk = (id: Unknown<string>) => Unknown<string>;

function functionName(one: StorageFunction, nameOfDisk: NameOfDisk): string {
  if (isJournal(one)) return `Journals on ${nameOfDisk(one.diskId) ?? 'an unknown disk'}`;
  return osdName(one) ?? (isOsd(one) ? 'OSD without a number' : (one.function ?? 'Unknown'));
}

/** Where an OSD writes its journal; null: not said. Empty for what has none. */
function journalOn(one: StorageFunction, storage: HostStorage, nameOfDisk: NameOfDisk): Unknown<string> {
  if (!isOsd(one)) return '';
  if (one.journal.onId === null) return one.journal.node ?? one.journal.path;
  if (one.journal.onId === one.id) return 'Its own disk';
  const journal = storage.storageFunctions.find(({ id }) => id === one.journal.onId);
  return one.journal.node ?? (journal ? nameOfDisk(journal.diskId) : null);
}
