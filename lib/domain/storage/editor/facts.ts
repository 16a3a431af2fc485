/** What a change to the disks of a host is judged by. Of the cloud every part may be unknown, which never blocks. */
import type { Host, Unknown } from '../../host';
import type { System } from '../../system';
import type { Backend, Monitor, Tier } from '../backend';
import type { CloudStorage, OsdPlace } from '../cloud-storage';
import { unreadCloudStorage } from '../cloud-storage';
import { type Disk, diskName } from '../disk';
import type { ControllerFs, HostFs } from '../filesystem';
import type { HostStorage } from '../host-storage';
import { type Partition, partitionName } from '../partition';
import { osdName, type StorageFunction } from '../storage-function';
import type { PhysicalVolume, VolumeGroup } from '../volume-group';
import type { DeviceRef, PartitionRef } from './calls';

export type StorageState = Pick<
  HostStorage,
  'disks' | 'partitions' | 'physicalVolumes' | 'volumeGroups' | 'storageFunctions'
>;

/** null: could not be read. */
export type CloudFacts = {
  backends: Unknown<readonly Pick<Backend, 'kind' | 'task' | 'deploymentModel'>[]>;
  tiers: Unknown<readonly Tier[]>;
  monitors: Unknown<readonly Monitor[]>;
  controllerFilesystems: Unknown<readonly ControllerFs[]>;
  /** OSDs and journals of all hosts. */
  functions: Unknown<readonly OsdPlace[]>;
};

export type StorageFacts = StorageState & {
  host: Host;
  /** null: could not be read. */
  system: System | null;
  /** All of the cloud; null: could not be read. */
  hosts: Unknown<readonly Host[]>;
  /** null: could not be read. */
  filesystems: Unknown<readonly HostFs[]>;
  cloud: CloudFacts;
};

/** @param cloud undefined: not read, or not yet */
export function cloudFacts(cloud: CloudStorage | undefined): CloudFacts {
  if (!cloud)
    return { backends: null, tiers: null, monitors: null, controllerFilesystems: null, functions: null };
  const read = <T>(part: Parameters<typeof unreadCloudStorage>[1], rows: readonly T[]) =>
    unreadCloudStorage(cloud, part) === null ? rows : null;
  return {
    backends: read('backends', cloud.backends),
    tiers: read('tiers', cloud.tiers),
    monitors: read('monitors', cloud.monitors),
    controllerFilesystems: read('controllerFilesystems', cloud.controllerFilesystems),
    functions: read('storageFunctions', cloud.storageFunctions),
  };
}

export const diskOf = ({ disks }: Pick<StorageState, 'disks'>, id: string | null): Disk | undefined =>
  disks.find((one) => one.id === id);

export const partitionsOn = (
  { partitions }: Pick<StorageState, 'partitions'>,
  disk: Pick<Disk, 'id'>,
): Partition[] => partitions.filter(({ diskId }) => diskId === disk.id);

/** A partition that a call means, if it is there. */
export function partitionOf(
  { partitions }: Pick<StorageState, 'partitions'>,
  ref: PartitionRef,
): Partition | undefined {
  if ('partition' in ref) return partitions.find(({ id }) => id === ref.partition);
  return partitions.find(
    ({ id, diskId, sizeMib }) => diskId === ref.newOn && sizeMib === ref.sizeMib && !ref.known.includes(id),
  );
}

export const groupOf = (
  { volumeGroups }: Pick<StorageState, 'volumeGroups'>,
  name: string | null,
): VolumeGroup | undefined => volumeGroups.find((one) => one.name === name);

/** States of what goes at the next unlock (constants.LVG_DEL, PV_DEL). */
export const isRemoving = ({ state }: { state: Unknown<string> }): boolean => state === 'removing';

/** The id of what a physical volume lies on; empty for a partition that a list makes, undefined where there is none. */
export const deviceId = (state: StorageState, ref: DeviceRef): string | undefined =>
  'disk' in ref ? diskOf(state, ref.disk)?.id : partitionOf(state, ref)?.id;

/** The physical volume on a device. One that goes counts only where there is no other. */
export function volumeOn(state: StorageState, ref: DeviceRef): PhysicalVolume | undefined {
  const id = deviceId(state, ref);
  if (id === undefined) return undefined;
  const on = state.physicalVolumes.filter(({ onId }) => onId === id);
  return on.find((one) => !isRemoving(one)) ?? on[0];
}

/** Physical volumes on a disk or on its partitions (pv.py and disk.py compare paths, of which one begins the other). */
export function volumesWithin(state: StorageState, disk: Disk): PhysicalVolume[] {
  const ids = [disk.id, ...partitionsOn(state, disk).map(({ id }) => id)];
  return state.physicalVolumes.filter(
    ({ onId, onPath }) =>
      (onId !== null && ids.includes(onId)) ||
      (disk.path !== null && onPath !== null && (onPath === disk.path || onPath.startsWith(`${disk.path}-`))),
  );
}

export const functionOn = (
  { storageFunctions }: Pick<StorageState, 'storageFunctions'>,
  disk: string,
): StorageFunction | undefined => storageFunctions.find(({ diskId }) => diskId === disk);

/** What a person calls a disk or partition; in a list that makes it: "the new partition". */
export function deviceName(state: StorageState, ref: DeviceRef): string {
  if ('disk' in ref) {
    const disk = diskOf(state, ref.disk);
    return disk ? diskName(disk) : ref.disk;
  }
  const own = partitionOf(state, ref);
  if (own && own.id !== '') return partitionName(own);
  return 'partition' in ref ? ref.partition : 'the new partition';
}

/** "osd.3", or where it is: "the OSD on /dev/sdb". */
export function functionName(state: StorageState, disk: string): string {
  const own = functionOn(state, disk);
  const name = own && osdName(own);
  return name ?? `the ${own?.function === 'journal' ? 'journal' : 'OSD'} on ${deviceName(state, { disk })}`;
}

/** The number of a partition on its disk, from the end of its path: `…-part3` (cutils.get_part_number). */
export function partitionNumber({ path }: Pick<Partition, 'path'>): number | null {
  const digits = path === null ? undefined : /(\d+)$/.exec(path)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Is there one behind it on the disk? Partitions of the system, which the platform does not list, come before. */
export function isBeforeAnother(state: StorageState, own: Partition): boolean {
  const number = partitionNumber(own);
  return (
    number !== null &&
    state.partitions.some(
      (one) => one.diskId === own.diskId && one.id !== own.id && (partitionNumber(one) ?? 0) > number,
    )
  );
}

/** Does the platform change the host at once (constants.PROVISIONED, PROVISIONING, UPGRADING)? null: not known. */
export const isInService = ({ provisionState }: Pick<Host, 'provisionState'>): Unknown<boolean> =>
  provisionState === null ? null : ['provisioned', 'provisioning', 'upgrading'].includes(provisionState);
