/** A disk of a host: sysinv `/v1/ihosts/{uuid}/idisks` (api/controllers/v1/disk.py). */
import type { Unknown } from '../host';

export type Disk = {
  id: string;
  /** uuid of the host. */
  hostId: Unknown<string>;
  /** `/dev/sda`. May be another after a reboot: the path stays. */
  node: Unknown<string>;
  /** `/dev/disk/by-path/…` */
  path: Unknown<string>;
  /** The vendor's name of it below `/dev/disk/by-id`. */
  deviceId: Unknown<string>;
  wwn: Unknown<string>;
  /** Major and minor number in one. */
  number: Unknown<number>;
  /** HDD, SSD, NVME … */
  type: Unknown<string>;
  sizeMib: Unknown<number>;
  /** What no partition has taken. */
  availableMib: Unknown<number>;
  serial: Unknown<string>;
  model: Unknown<string>;
  /** Turns a minute; null where the disk has none, or did not say. */
  rpm: Unknown<number>;
  /** rootfs, osd, journal …; null: none. */
  use: Unknown<string>;
  /** uuid of the OSD or journal on the whole disk. */
  storageFunctionId: Unknown<string>;
  /** uuid of the physical volume on the whole disk. */
  physicalVolumeId: Unknown<string>;
  /** Everything else that `capabilities` says, each `name: value`. */
  capabilities: readonly string[];
};

/** The platform's own disk: `stor_function` is rootfs. */
export const isRootDisk = ({ use }: Pick<Disk, 'use'>): boolean => use === 'rootfs';

/** What a person calls it. */
export const diskName = ({ node, path, id }: Pick<Disk, 'node' | 'path' | 'id'>): string =>
  node ?? path ?? id;
