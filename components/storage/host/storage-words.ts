/** How storage is called, and its amounts. */
import type { Capacity, Odd } from '@/lib/domain/storage/capacity';
import type { HostStoragePart } from '@/lib/domain/storage/host-storage';
import type { StorageBox, StorageKind } from '@/lib/domain/storage/layout';
import type { StorageFault } from '@/lib/domain/storage/storage-faults';
import { formatBytes } from '@/lib/format/bytes';

export const PART_WORDS: Record<HostStoragePart, string> = {
  disks: 'disks',
  partitions: 'partitions',
  physicalVolumes: 'physical volumes',
  volumeGroups: 'volume groups',
  storageFunctions: 'OSDs and journals',
  filesystems: 'filesystems',
};

export const KIND_WORDS: Record<StorageKind, string> = {
  disk: 'Disk',
  partition: 'Partition',
  journal: 'Journals',
  pv: 'Physical volume',
  rest: 'Taken',
  free: 'Free',
  vg: 'Volume group',
  osd: 'OSD',
  fs: 'Filesystem',
  volumes: 'Volumes',
  tier: 'Tier',
  unread: 'Volume group',
};

export const sizeWord = (bytes: number | null): string => (bytes === null ? 'Unknown' : formatBytes(bytes));

export const percentWord = (percent: number): string => `${Math.round(percent)}%`;

/** `301 GiB used, 102 GiB free`. */
export function capacityWords({ bar, usedBytes, freeBytes }: Capacity): string {
  if (bar === null) return '';
  if (usedBytes === null || freeBytes === null) return 'free space unknown';
  return `${formatBytes(usedBytes)} used, ${formatBytes(freeBytes)} free`;
}

export function oddWords(odd: Odd): string {
  if (odd.odd === 'free') {
    return `${formatBytes(odd.freeBytes)} are said to be free of ${formatBytes(odd.totalBytes)}.`;
  }
  return `What is on it takes ${formatBytes(odd.claimedBytes)}, and ${formatBytes(odd.takenBytes)} are said to be taken.`;
}

/** Kinds that have a size of their own to be known. */
const SIZED: readonly StorageKind[] = ['disk', 'partition', 'vg', 'osd', 'fs', 'pv'];

/** What a reader hears of a box. */
export function boxWords(box: StorageBox, faults: readonly StorageFault[] | undefined): string {
  const { kind, name, words, sizeBytes, capacity, state } = box;
  const size = sizeBytes !== null ? formatBytes(sizeBytes) : SIZED.includes(kind) ? 'size unknown' : '';
  const settled = state === null || state.look === 'settled';
  return [
    [KIND_WORDS[kind], name].join(' '),
    ...[words, size, capacity ? capacityWords(capacity) : '', settled ? '' : state.word],
    ...(capacity?.odds.length ? ['does not add up'] : []),
    ...(faults ?? []).map(({ severity, reason }) => `${severity} alarm: ${reason}`),
  ]
    .filter(Boolean)
    .join(', ');
}
