/** The storage of one host in one reading. */
import type { Unknown, UnreadableRow } from '../host';
import type { Disk } from './disk';
import type { HostFs } from './filesystem';
import type { Partition } from './partition';
import type { StorageFunction } from './storage-function';
import type { PhysicalVolume, VolumeGroup } from './volume-group';

export const HOST_STORAGE_PARTS = [
  'disks',
  'partitions',
  'physicalVolumes',
  'volumeGroups',
  'storageFunctions',
  'filesystems',
] as const;
export type HostStoragePart = (typeof HOST_STORAGE_PARTS)[number];

export type HostStorage = {
  disks: readonly Disk[];
  partitions: readonly Partition[];
  physicalVolumes: readonly PhysicalVolume[];
  volumeGroups: readonly VolumeGroup[];
  storageFunctions: readonly StorageFunction[];
  filesystems: readonly HostFs[];
  /** Parts that could not be read, in the platform's words. Their lists are empty then, which does not mean none. */
  unread: readonly { part: HostStoragePart; message: string }[];
  unreadable: readonly (UnreadableRow & { part: HostStoragePart })[];
};

export const unreadStorage = (
  { unread }: Pick<HostStorage, 'unread'>,
  part: HostStoragePart,
): Unknown<string> => unread.find((one) => one.part === part)?.message ?? null;
