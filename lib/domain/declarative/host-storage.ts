/** Storage of a host, as fields of a profile (api/v1/constructors.go parseStorageInfo and its neighbours). */

import { MIB_PER_GIB } from '../storage/size';
import type { PhysicalVolume } from '../storage/volume-group';
import { filled, ifAny, type Json, type JsonMap, listed } from './json';
import { type HostSource, rowsOf } from './source';

/** Without the monitor, which is of one host. */
export function storageOf(source: HostSource): JsonMap | null {
  return ifAny(
    filled({
      osds: listed(osdsOf(source)),
      volumeGroups: listed(groupsOf(source)),
      filesystems: listed(
        rowsOf(source.lists.filesystems).map(({ name, sizeGib }) => filled({ name, size: sizeGib })),
      ),
    }),
  );
}

/** Those of controllers the platform makes by itself. */
export function monitorOf({ host, context }: HostSource): JsonMap | null {
  if (host.personality !== 'worker') return null;
  const monitor = rowsOf(context.monitors).find(
    ({ hostId, hostname }) => hostId === host.id || hostname === host.hostname,
  );
  return monitor ? filled({ size: monitor.sizeGib }) : null;
}

const withoutPartition = (path: string): string => path.replace(/-part[0-9]*$/, '');
/** The definition counts in whole GiB. */
const gib = (mib: number | null): number | null => (mib === null ? null : Math.floor(mib / MIB_PER_GIB));

function osdsOf({ lists, context }: HostSource): Json[] {
  return rowsOf(lists.storageFunctions).map((one) => {
    const tier = rowsOf(context.tiers).find(({ id }) => id === one.tierId);
    const cluster = rowsOf(context.clusters).find(({ id }) => id === tier?.clusterId);
    const { onId, path, sizeMib } = one.journal;
    // A journal on the OSD's own disk the platform makes by itself.
    const apart = onId !== null && onId !== one.id && path !== null;
    return filled({
      function: one.function,
      path: rowsOf(lists.disks).find(({ id }) => id === one.diskId)?.path,
      cluster: cluster?.name,
      journal: apart ? filled({ location: withoutPartition(path), size: gib(sizeMib) }) : null,
    });
  });
}

function groupsOf(source: HostSource): Json[] {
  const volumes = rowsOf(source.lists.physicalVolumes);
  return rowsOf(source.lists.volumeGroups).map((group) => {
    // The two go together only where LVM is a storage of its own (the definition's own rule).
    const { lvm_function: use, lvm_type: type, lvm_pool_size: pool } = group.parameters;
    const size = Number(pool);
    return filled({
      name: group.name,
      lvmType: use === 'lvm-csi' ? type : null,
      lvmFunction: use,
      lvmPoolSize: use === 'lvm-csi' && type === 'thin' && Number.isInteger(size) && size > 0 ? size : null,
      physicalVolumes: volumes
        .filter(
          (volume) => volume.groupId === group.id || (volume.groupId === null && volume.group === group.name),
        )
        .map((volume) => volumeOf(volume, source)),
    });
  });
}

/** A partition is written as a size on its disk: which number it gets, the platform decides. */
function volumeOf({ type, onId, onPath }: PhysicalVolume, { lists }: HostSource): Json {
  if (type !== 'partition') return filled({ type, path: onPath });
  const partition = rowsOf(lists.partitions).find(({ id }) => id === onId);
  const disk = rowsOf(lists.disks).find(({ id }) => id === partition?.diskId);
  const path = disk?.path ?? (onPath === null ? null : withoutPartition(onPath));
  return filled({ type, path, size: gib(partition?.sizeMib ?? null) });
}
