/** What disks a host has and what each is for: every row of its storage is drawn from this. */
import type { Host } from '../../host';
import { hasWorker, type SeedContext } from '../context';

/** What a disk is used for; nothing for a spare one. */
type Use = 'rootfs' | 'nova-local' | 'lvm-csi' | 'osd' | 'journal' | '';

export type Slot = {
  node: string;
  num: number;
  path: string;
  type: 'SSD' | 'HDD' | 'NVME';
  sizeMib: number;
  use: Use;
  /** Which tier of the cloud's an OSD is of. */
  tier: number;
};

const SATA = '/dev/disk/by-path/pci-0000:00:1f.2-ata-';
export const NVME = '/dev/disk/by-path/pci-0000:65:00.0-nvme-1';

/** What the installer puts in front of the root disk: boot, root and log partitions, which the API does not list. */
export const SYSTEM_MIB = 33_000;
/** Partitions of the installer, which count when the next one is numbered. */
export const SYSTEM_PARTITIONS = 4;
/** What the partition table and alignment take on any other disk. */
export const TABLE_MIB = 32;

function sata(n: number, use: Use, sizeMib: number, type: Slot['type'] = 'SSD', tier = 0): Slot {
  return {
    node: `/dev/sd${'abcde'[n]}`,
    num: 2048 + 16 * n,
    path: `${SATA}${n + 1}.0`,
    type,
    sizeMib,
    use,
    tier,
  };
}

function nvme(use: Use): Slot {
  return { node: '/dev/nvme0n1', num: 66_304, path: NVME, type: 'NVME', sizeMib: 1_907_729, use, tier: 0 };
}

/** The disks of a host: root first; then data volumes, OSDs or a journal, by what the host is for. */
export function slotsOf(host: Host, { storage }: SeedContext): Slot[] {
  if (host.row.personality === 'storage') {
    // A second tier, and a disk that nobody has taken yet.
    const second =
      storage.tiers.length > 1 ? [sata(3, 'osd', 953_869, 'SSD', 1), sata(4, '', 1_907_729, 'HDD')] : [];
    return [
      sata(0, 'rootfs', 457_862),
      sata(1, 'osd', 1_907_729, 'HDD'),
      sata(2, 'osd', 1_907_729, 'HDD'),
      ...second,
      nvme('journal'),
    ];
  }
  const root = sata(0, 'rootfs', 953_869);
  if (!hasWorker(host)) return [root, sata(1, '', 953_869)];
  // An all-in-one cloud has no storage hosts: its controllers carry the OSDs, without which they cannot be unlocked.
  const data = host.row.personality !== 'controller' ? '' : storage.kind === 'lvm' ? 'lvm-csi' : 'osd';
  return [root, sata(1, 'nova-local', 953_869), nvme(data)];
}

/** The node of the nth partition of a disk. */
export const partitionNode = (disk: string, n: number): string =>
  /\d$/.test(disk) ? `${disk}p${n}` : `${disk}${n}`;

/** The volume groups: the platform's own, one for local instances, one for volumes of containers. */
export function groupsOf(host: Host, context: SeedContext): Group[] {
  const slots = slotsOf(host, context);
  const sizeMib = host.row.personality === 'storage' ? 245_760 : 368_640;
  const rest = slots.flatMap(({ use, sizeMib: size }, disk): Group[] =>
    use === 'nova-local' || use === 'lvm-csi'
      ? [
          {
            name: use === 'lvm-csi' ? 'csi-data' : use,
            disk,
            part: 1,
            sizeMib: size - TABLE_MIB,
            startMib: 1,
            csi: use === 'lvm-csi',
          },
        ]
      : [],
  );
  return [{ name: 'cgts-vg', disk: 0, part: 5, sizeMib, startMib: SYSTEM_MIB, csi: false }, ...rest];
}

export type Group = {
  name: string;
  /** Which disk its only physical volume is on, and which partition of it that is. */
  disk: number;
  part: number;
  sizeMib: number;
  startMib: number;
  csi: boolean;
};

/** Which storage function lies on disk `n`: a journal is function 0, OSDs follow; -1 for none. */
export function functionOn(slots: readonly Slot[], n: number): number {
  const use = slots[n]?.use;
  if (use === 'journal') return 0;
  if (use !== 'osd') return -1;
  const journals = slots.filter((slot) => slot.use === 'journal').length;
  return journals + slots.slice(0, n).filter((slot) => slot.use === 'osd').length;
}
