/** A partition of a disk: sysinv `/v1/ihosts/{uuid}/partitions` (api/controllers/v1/partition.py). The list of all hosts is always empty. */
import type { Unknown } from '../host';

export type Partition = {
  id: string;
  hostId: Unknown<string>;
  diskId: Unknown<string>;
  node: Unknown<string>;
  path: Unknown<string>;
  /** Where it lies on the disk; null before it was made. */
  startMib: Unknown<number>;
  endMib: Unknown<number>;
  sizeMib: Unknown<number>;
  typeGuid: Unknown<string>;
  typeName: Unknown<string>;
  /** A number of constants.PARTITION_*_STATUS. */
  status: Unknown<number>;
  physicalVolumeId: Unknown<string>;
};

/** The one type that people make (constants.USER_PARTITION_PHYSICAL_VOLUME). */
export const PHYSICAL_VOLUME_GUID = 'ba5eba11-0000-1111-2222-000000000001';

/** `stable`: nothing is under way; `pending`: waits for the host to be unlocked. */
export type PartitionPhase = 'stable' | 'changing' | 'pending' | 'failed';

type PartitionState = { word: string; phase: PartitionPhase };

/** constants.PARTITION_*_STATUS and the words that `system host-disk-partition-list` has for them (PARTITION_STATUS_MSG). */
const STATES: ReadonlyMap<number, PartitionState> = new Map([
  [0, { word: 'Ready', phase: 'stable' }],
  [1, { word: 'In use', phase: 'stable' }],
  [2, { word: 'Creating', phase: 'changing' }],
  [3, { word: 'Creating (on unlock)', phase: 'pending' }],
  [4, { word: 'Deleting', phase: 'changing' }],
  [5, { word: 'Modifying', phase: 'changing' }],
  [6, { word: 'Deleted', phase: 'changing' }],
  [10, { word: 'Error', phase: 'failed' }],
  [11, { word: 'Error: internal script error', phase: 'failed' }],
  [12, { word: 'Error: no GPT partition table', phase: 'failed' }],
]);

export const PARTITION_READY = 0;
export const PARTITION_IN_USE = 1;

/** @returns null where the platform gave no state. A number that the console does not know is no state to trust: it counts as failed. */
export function partitionState({ status }: Pick<Partition, 'status'>): PartitionState | null {
  if (status === null) return null;
  return STATES.get(status) ?? { word: `Unknown state ${status}`, phase: 'failed' };
}

export const partitionName = ({ node, path, id }: Pick<Partition, 'node' | 'path' | 'id'>): string =>
  node ?? path ?? id;
