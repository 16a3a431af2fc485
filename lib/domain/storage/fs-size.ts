/** Sizes of filesystems as a person changes them: whole GiB, and only ever more. */
import type { Unknown } from '../host';
import { allowed, denied, type Verdict } from '../result';
import { wholeGibOfBytes } from './size';
import { PLATFORM_GROUP, type VolumeGroup } from './volume-group';

export type FsSize = { name: string; sizeGib: number };
export type Sized = { name: string; sizeGib: Unknown<number> };

/** A whole number of GiB, or null where the text is none. */
export const gibOf = (text: string): number | null => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null);

/** Whole GiB of cgts-vg that no volume has taken, as the platform rounds them; null: not known. */
export function freeGib(groups: readonly Pick<VolumeGroup, 'name' | 'availableBytes'>[]): Unknown<number> {
  const bytes = groups.find(({ name }) => name === PLATFORM_GROUP)?.availableBytes ?? null;
  return bytes === null ? null : wholeGibOfBytes(bytes);
}

/** @param cite the check that enforces it, which is another for hosts and for controllers */
export function growsVerdict(sizeGib: number, now: Sized, cite: string): Verdict {
  if (now.sizeGib === null || sizeGib > now.sizeGib) return allowed;
  return denied(`More than ${now.sizeGib} GiB: a filesystem only ever grows.`, cite);
}

/** Those that are not of that size already. */
export const changedSizes = (sizes: readonly FsSize[], now: readonly Sized[]): FsSize[] =>
  sizes.filter(({ name, sizeGib }) => now.find((one) => one.name === name)?.sizeGib !== sizeGib);

export const sizesCli = (sizes: readonly FsSize[]): string =>
  sizes.map(({ name, sizeGib }) => `${name}=${sizeGib}`).join(' ');

/** `docker to 40 GiB, log to 12 GiB`. */
export const sizesWords = (sizes: readonly FsSize[]): string =>
  sizes.map(({ name, sizeGib }) => `${name} to ${sizeGib} GiB`).join(', ');

export const withSizes = <T extends Sized>(all: readonly T[], sizes: readonly FsSize[]): T[] =>
  all.map((one) => {
    const next = sizes.find(({ name }) => name === one.name);
    return next ? { ...one, sizeGib: next.sizeGib } : one;
  });
