/**
 * Filesystems that the platform sizes: of one host (sysinv `/v1/host_fs`, api/controllers/v1/host_fs.py) and of the controllers
 * (`/v1/controller_fs`, api/controllers/v1/controller_fs.py). All lie in volume group cgts-vg. How full they are, sysinv does not know.
 */
import type { Unknown } from '../host';

export type HostFs = {
  id: string;
  hostId: Unknown<string>;
  name: string;
  sizeGib: Unknown<number>;
  logicalVolume: Unknown<string>;
  /** Ready, In-Use, Creating, Modifying, Deleting … */
  state: Unknown<string>;
  /** What Ceph does in it: monitor, osd … (host filesystem `ceph` alone). */
  functions: readonly string[];
};

export type ControllerFs = {
  id: string;
  name: string;
  sizeGib: Unknown<number>;
  logicalVolume: Unknown<string>;
  /** Copied to the other controller by DRBD. Not said counts as so: a resize then matters. */
  replicated: boolean;
  /** available, drbd_fs_resizing_in_progress …: the `status` in `state`. */
  status: Unknown<string>;
  functions: readonly string[];
};
