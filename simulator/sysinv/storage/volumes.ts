/** What the logical volumes of the platform's volume group take of it. */
import type { Row } from '../rows';

export const EXTENT_MIB = 32;
const EXTENTS_PER_GIB = 1024 / EXTENT_MIB;

/** States of a filesystem in which its volume is not there yet. */
const NOT_YET = ['Creating', 'Creating (on unlock)'];

/**
 * Sizes in GiB of the volumes of cgts-vg on one host.
 * @param controllerFs the filesystems of the controllers, where the host is one
 */
export function volumesGib(
  hostFs: readonly Row[],
  controllerFs: readonly Row[],
  monitors: readonly Row[],
): number[] {
  return [
    ...hostFs.filter(({ state }) => !NOT_YET.includes(String(state))).map(({ size }) => Number(size ?? 0)),
    // A database is upgraded beside itself: its volume is twice its filesystem (controller_fs.py).
    ...controllerFs
      .filter(({ state }) => !String(state).includes('creating'))
      .map(({ name, size }) => Number(size ?? 0) * (name === 'database' ? 2 : 1)),
    ...monitors.map(({ ceph_mon_gib }) => Number(ceph_mon_gib ?? 0)),
  ];
}

export function extentsOf(gib: readonly number[]): number {
  return gib.reduce((sum, size) => sum + size, 0) * EXTENTS_PER_GIB;
}
