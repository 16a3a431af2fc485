/** LVM on a host: sysinv `/v1/ilvgs` and `/v1/ipvs` (api/controllers/v1/lvg.py, pv.py), of one host or of all. */
import type { Unknown } from '../host';

/** The platform's own group, and that of instances and volumes of a worker (constants.LVG_CGTS_VG, LVG_NOVA_LOCAL). */
export const PLATFORM_GROUP = 'cgts-vg';
export const LOCAL_GROUP = 'nova-local';

export type VolumeGroup = {
  id: string;
  hostId: Unknown<string>;
  /** Unique on a host. */
  name: string;
  /** provisioned, adding, removing …: `groupState` has the words. */
  state: Unknown<string>;
  /** As `vgs` writes it: `wz--n-`. */
  access: Unknown<string>;
  lvmId: Unknown<string>;
  sizeBytes: Unknown<number>;
  /** What no logical volume has taken. */
  availableBytes: Unknown<number>;
  totalExtents: Unknown<number>;
  freeExtents: Unknown<number>;
  /** How many volumes and physical volumes there are now, and may be; 0 of the latter: no limit. */
  logicalVolumes: Unknown<number>;
  maxLogicalVolumes: Unknown<number>;
  physicalVolumes: Unknown<number>;
  maxPhysicalVolumes: Unknown<number>;
  /** Parameters of the group, such as `lvm_type`, as the platform says them. */
  parameters: Readonly<Record<string, string>>;
};

export type PhysicalVolume = {
  id: string;
  hostId: Unknown<string>;
  /** `/dev/sda5`. */
  name: Unknown<string>;
  state: Unknown<string>;
  /** disk, partition. */
  type: Unknown<string>;
  /** uuid of the disk or partition it is on. */
  onId: Unknown<string>;
  onNode: Unknown<string>;
  onPath: Unknown<string>;
  groupId: Unknown<string>;
  group: Unknown<string>;
  lvmId: Unknown<string>;
  sizeBytes: Unknown<number>;
  totalExtents: Unknown<number>;
  allocatedExtents: Unknown<number>;
};

/** States that wait for the next unlock of the host (constants.LVG_ADD, LVG_DEL, PV_ADD, PV_DEL). */
const PENDING: ReadonlyMap<string, string> = new Map([
  ['adding', 'Adding (on unlock)'],
  ['removing', 'Removing (on unlock)'],
]);

/** What a person reads for `vg_state` and `pv_state`; words the console does not know stay the platform's. */
export function volumeState(
  state: Unknown<string>,
): { word: string; pending: boolean; failed: boolean } | null {
  if (state === null) return null;
  const pending = PENDING.get(state);
  if (pending) return { word: pending, pending: true, failed: false };
  return {
    word: state.charAt(0).toUpperCase() + state.slice(1),
    pending: false,
    failed: state === 'error' || state === 'failed',
  };
}
