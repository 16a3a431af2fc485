/** The storage of the cloud in one reading, however many hosts there are. */
import type { Unknown, UnreadableRow } from '../host';
import type { Backend, CephBackend, Monitor, StorageCluster, Tier } from './backend';
import type { ControllerFs, HostFs } from './filesystem';
import type { StorageFunction } from './storage-function';
import type { VolumeGroup } from './volume-group';

export const CLOUD_STORAGE_PARTS = [
  'backends',
  'cephBackends',
  'tiers',
  'clusters',
  'monitors',
  'controllerFilesystems',
  'storageFunctions',
  'volumeGroups',
  'filesystems',
] as const;
export type CloudStoragePart = (typeof CLOUD_STORAGE_PARTS)[number];

/** A volume group of some host: what is compared between hosts. */
export type GroupFill = Pick<
  VolumeGroup,
  'id' | 'hostId' | 'name' | 'state' | 'sizeBytes' | 'availableBytes'
>;

/** An OSD or journal of some host. */
export type OsdPlace = Pick<
  StorageFunction,
  'id' | 'hostId' | 'function' | 'osdNumber' | 'state' | 'tierId' | 'tier'
>;

export type CloudStorage = {
  backends: readonly Backend[];
  cephBackends: readonly CephBackend[];
  tiers: readonly Tier[];
  clusters: readonly StorageCluster[];
  monitors: readonly Monitor[];
  controllerFilesystems: readonly ControllerFs[];
  storageFunctions: readonly OsdPlace[];
  volumeGroups: readonly GroupFill[];
  filesystems: {
    /** How many there are on all hosts. */
    count: number;
    /** Those that are not Ready or in use: of a thousand hosts nobody wants to be sent the rest. */
    unsettled: readonly HostFs[];
  };
  /** Parts that could not be read, in the platform's words. Their lists are empty then, which does not mean none. */
  unread: readonly { part: CloudStoragePart; message: string }[];
  unreadable: readonly (UnreadableRow & { part: CloudStoragePart })[];
};

export const unreadCloudStorage = (
  { unread }: Pick<CloudStorage, 'unread'>,
  part: CloudStoragePart,
): Unknown<string> => unread.find((one) => one.part === part)?.message ?? null;

/** Host filesystems with nothing to tell (constants.HOST_FS_STATUS_READY, HOST_FS_STATUS_IN_USE). */
export const isSettledFs = ({ state }: Pick<HostFs, 'state'>): boolean =>
  state !== null && ['ready', 'in-use', 'in use'].includes(state.toLowerCase());
