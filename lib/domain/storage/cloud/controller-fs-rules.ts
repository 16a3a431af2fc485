/** What may be done to the filesystems of the controllers, as the platform checks it (sysinv api/controllers/v1/controller_fs.py). */
import { hostName, type Unknown } from '../../host';
import { allowed, denied, type Verdict } from '../../result';
import type { ControllerFs } from '../filesystem';
import { type FsSize, freeGib, growsVerdict } from '../fs-size';
import { isResizing } from './controller-fs';
import { controllersOf, type StorageState } from './storage-state';

const UPDATE = 'sysinv controller_fs.py update_many';

/** GiB that a backup takes beside the platform and the database (constants.BACKUP_OVERHEAD). */
export const BACKUP_OVERHEAD_GIB = 5;
/** Kept twice, for upgrades (controller_fs.py _check_controller_multi_fs_data). */
export const DOUBLED = 'database';

export type ControllerRoom = { hostname: string; freeGib: Unknown<number> };

/** Whole GiB of cgts-vg that are free on each controller. */
export const controllerRooms = ({
  storage,
  hosts,
}: Pick<StorageState, 'storage' | 'hosts'>): ControllerRoom[] =>
  controllersOf(hosts).map((host) => ({
    hostname: hostName(host),
    freeGib: freeGib(storage.volumeGroups.filter(({ hostId }) => hostId === host.id)),
  }));

/** The lower of them counts; null where one is not known. */
export function lowestGib(rooms: readonly ControllerRoom[]): Unknown<number> {
  const known = rooms.flatMap((room) => room.freeGib ?? []);
  return known.length === 0 || known.length < rooms.length ? null : Math.min(...known);
}

/** GiB that the changes take on each controller; null: one of the sizes is not known. */
export function controllerGrowthGib(sizes: readonly FsSize[], all: readonly ControllerFs[]): Unknown<number> {
  let growth = 0;
  for (const { name, sizeGib } of sizes) {
    const now = all.find((one) => one.name === name)?.sizeGib ?? null;
    if (now === null) return null;
    growth += Math.max(0, sizeGib - now) * (name === DOUBLED ? 2 : 1);
  }
  return growth;
}

/** What the filesystem `backup` of every controller has to hold; null: a size is not known. */
export function backupNeedsGib(sizes: readonly FsSize[], all: readonly ControllerFs[]): Unknown<number> {
  const sizeOf = (name: string) =>
    sizes.find((one) => one.name === name)?.sizeGib ?? all.find((one) => one.name === name)?.sizeGib ?? null;
  const [platform, database] = [sizeOf('platform'), sizeOf('database')];
  return platform === null || database === null ? null : platform + database + BACKUP_OVERHEAD_GIB;
}

export function controllerFsSizeVerdict(
  fs: ControllerFs,
  sizeGib: number,
  all: readonly ControllerFs[],
): Verdict {
  if (fs.replicated && all.some(isResizing))
    return denied('A filesystem is being resized by DRBD. Wait until it is done.', UPDATE);
  return growsVerdict(sizeGib, fs, UPDATE);
}

export function resizeControllerFsVerdict(sizes: readonly FsSize[], state: StorageState): Verdict {
  const all = state.storage.controllerFilesystems;
  for (const { name, sizeGib } of sizes) {
    const fs = all.find((one) => one.name === name);
    if (!fs) return denied(`There is no filesystem ${name} any more.`);
    const verdict = controllerFsSizeVerdict(fs, sizeGib, all);
    if (!verdict.ok) return verdict;
  }
  const controllers = controllersVerdict(state);
  if (!controllers.ok) return controllers;
  const [growth, free] = [controllerGrowthGib(sizes, all), lowestGib(controllerRooms(state))];
  if (growth !== null && free !== null && growth > free) {
    return denied(
      `${growth} GiB more are asked for on each controller, and ${free} GiB of cgts-vg are free.`,
      'sysinv controller_fs.py _check_controller_multi_fs',
    );
  }
  return backupVerdict(sizes, state);
}

/** Each controller's own backup has to hold the platform and the database (recorded: 25 GiB are too little for 10 and 11). */
function backupVerdict(sizes: readonly FsSize[], { storage, backupGib }: StorageState): Verdict {
  const needs = backupNeedsGib(sizes, storage.controllerFilesystems);
  if (needs === null) return allowed;
  const short = Object.entries(backupGib).find(([, gib]) => gib < needs);
  return short
    ? denied(
        `Filesystem backup of ${short[0]} has ${short[1]} GiB and needs ${needs} GiB. Resize it first.`,
        'sysinv controller_fs.py _check_relative_controller_multi_fs',
      )
    : allowed;
}

/** Every controller unlocked, enabled and available. One that is degraded may be so for the very lack of room: the platform decides. */
function controllersVerdict({ hosts }: StorageState): Verdict {
  const off = controllersOf(hosts).find(
    ({ administrative, operational, availability }) =>
      administrative === 'locked' ||
      operational === 'disabled' ||
      (availability !== null && availability !== 'available' && availability !== 'degraded'),
  );
  return off
    ? denied(
        `${hostName(off)} is ${off.administrative}, ${off.operational}, ${off.availability}. Both controllers have to be unlocked, enabled and available.`,
        'sysinv controller_fs.py _check_controller_state',
      )
    : allowed;
}
