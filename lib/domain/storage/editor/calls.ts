/**
 * Changes to the disks of one host, each one request to sysinv. Disks and partitions are meant by uuid, groups by name. A
 * partition that the list makes itself has no uuid yet: it is the one on its disk that was not there before.
 */

/** A partition that was not there when the form was opened. */
export type NewPartition = {
  /** uuid of the disk. */
  newOn: string;
  /** uuids of the partitions that the disk had. */
  known: readonly string[];
  sizeMib: number;
};

/** A partition by uuid, or one that is made. */
export type PartitionRef = { partition: string } | NewPartition;

/** What a physical volume lies on: a whole disk by uuid, or a partition. */
export type DeviceRef = { disk: string } | PartitionRef;

/** What the platform provisions volumes of containers from a group with (constants.LVM_CSI_PROVISIONING_FUNCTION). */
export const LVM_CSI = 'lvm-csi';
export const LVM_TYPES = ['thick', 'thin'] as const;
export type LvmType = (typeof LVM_TYPES)[number];

/** Parameters of a group; what is left out stays. */
export type GroupParameters = {
  /** `lvm-csi`, or `none`. */
  function?: string;
  /** Of the thin pool. The platform says GB and counts GiB. */
  poolSizeGib?: number;
};

/** Where an OSD keeps its journal; what is left out stays. */
export type JournalPlace = {
  /** uuid of the journal function, or of the OSD itself: on its own disk. */
  onId?: string;
  sizeMib?: number;
};

export type PartitionCreate = { do: 'partition.create' } & NewPartition;
export type GroupAdd = {
  do: 'group.add';
  group: string;
  /** null for nova-local, which has no parameters. */
  lvm: { function: string; type: LvmType } | null;
};
export type GroupChange = { do: 'group.change'; group: string; to: GroupParameters };
export type VolumeCall = { do: 'volume.add' | 'volume.remove'; group: string; on: DeviceRef };
export type OsdAdd = {
  do: 'osd.add';
  disk: string;
  /** uuids; null: the platform's own choice, as it has it where there is only one. */
  tier: string | null;
  journal: string | null;
  journalMib: number | null;
};
/** A disk has one function at most: the disk says which is meant. */
export type FunctionCall = { do: 'osd.remove' | 'journal.add' | 'journal.remove'; disk: string };

export type StorageCall =
  | PartitionCreate
  /** sizeMib: afterwards. */
  | { do: 'partition.grow'; partition: string; sizeMib: number }
  | { do: 'partition.delete'; on: PartitionRef }
  | GroupAdd
  | { do: 'group.remove'; group: string }
  | GroupChange
  | VolumeCall
  | OsdAdd
  | FunctionCall
  /** disk: that of the OSD. */
  | { do: 'journal.change'; disk: string; to: JournalPlace }
  /** format: make an empty GPT afterwards, rather than none. */
  | { do: 'disk.wipe'; disk: string; format: boolean };

/** The uuid of the disk or partition that a call names; null for one that it makes, and for calls about groups. */
export const idOf = (ref: DeviceRef): string | null =>
  'disk' in ref ? ref.disk : 'partition' in ref ? ref.partition : null;
