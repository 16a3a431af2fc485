/**
 * Amounts of storage. sysinv counts disks and partitions in MiB, filesystems in GiB and volume groups in bytes, so every
 * name says its unit, and nothing is added to anything of another unit but through here.
 */
export const BYTES_PER_MIB = 1024 ** 2;
export const BYTES_PER_GIB = 1024 ** 3;
export const MIB_PER_GIB = 1024;

export const mibToBytes = (mib: number): number => mib * BYTES_PER_MIB;
export const gibToBytes = (gib: number): number => gib * BYTES_PER_GIB;
export const gibToMib = (gib: number): number => gib * MIB_PER_GIB;

/** Whole GiB that fit: what a form in GiB can ask for at most. */
export const wholeGibOfMib = (mib: number): number => Math.floor(mib / MIB_PER_GIB);
export const wholeGibOfBytes = (bytes: number): number => Math.floor(bytes / BYTES_PER_GIB);

/** In GiB, never more than there is: 104857 MiB is "102.3 GiB". */
export function gibText(mib: number): string {
  return `${Math.floor((mib / MIB_PER_GIB) * 10) / 10} GiB`;
}
