/** What is drawn of the storage of a host, and what leads to what; where it stands is said elsewhere. */
import { natural } from '../natural';
import { type Disk, diskName } from './disk';
import type { HostStorage } from './host-storage';
import { addDisk, addPartition } from './layout-disks';
import type { Drawn } from './layout-parts';
import { addOsds, addVolumes } from './layout-volumes';

export function boxesOf(storage: HostStorage): Drawn {
  const drawn: Drawn = { boxes: [], links: [], boxOf: new Map() };
  // By name: the platform lists disks in the order in which it found them.
  for (const disk of storage.disks.toSorted(byName)) addDisk(drawn, disk, storage);
  const known = new Set(storage.disks.map(({ id }) => id));
  for (const partition of storage.partitions) {
    if (partition.diskId === null || !known.has(partition.diskId)) addPartition(drawn, partition, storage);
  }
  addVolumes(drawn, storage);
  addOsds(drawn, storage);
  return drawn;
}

const byName = (a: Disk, b: Disk): number => natural(diskName(a), diskName(b)) || natural(a.id, b.id);
