/**
 * What sysinv refuses of partitions (api/controllers/v1/partition.py _semantic_checks). The messages about size, state
 * and a physical volume are recorded; the others are this simulator's own words for the same check.
 */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { LVM_PARTITION } from '../../seed/storage/disks';
import { isProvisioned, mib, PARTITION, partitionsOn, partitionWord, pythonGib } from '../../storage/rows';

const BROKEN: readonly number[] = [PARTITION.error, PARTITION.errorInternal, PARTITION.errorGpt];
const BUSY: readonly number[] = [PARTITION.creating, PARTITION.deleting, PARTITION.modifying];
const DELETABLE: readonly number[] = [PARTITION.ready, PARTITION.creatingOnUnlock, ...BROKEN];

/** What is asked of any partition, whatever is to be done with it. */
export function checkPlace(host: Host, disk: Row, guid: unknown): void {
  const { row } = host;
  if (row.personality !== 'controller' && row.personality !== 'worker') {
    refuse(400, `Partitions are for controllers and workers, ${row.hostname} is neither`);
  }
  if (disk.ihost_uuid !== row.uuid) refuse(400, `Disk ${disk.uuid} is not in ${row.hostname}`);
  if (guid !== null && guid !== undefined && guid !== LVM_PARTITION) {
    refuse(400, 'Partitions of this type are not made or changed here');
  }
  if (disk.istor_uuid) refuse(400, `Disk ${disk.device_path} has a storage function`);
  if (disk.ipv_uuid) refuse(400, `Disk ${disk.device_path} is a physical volume as a whole`);
}

/** One after the other on each host. */
function checkAlone(world: World, host: Host, operation: string): void {
  if (!isProvisioned(host)) return;
  const busy = rowsOn(world, 'partitions', host).find(({ status }) => BUSY.includes(Number(status)));
  if (busy) refuse(400, `Can not ${operation} a partition while another is ${partitionWord(busy.status)}`);
}

export function checkCreate(world: World, host: Host, disk: Row, sizeMib: number): void {
  const last = partitionsOn(world, host, disk).at(-1);
  if (last && BROKEN.includes(Number(last.status))) {
    refuse(400, `The last partition of the disk failed: delete ${last.device_node} first`);
  }
  if (sizeMib <= 0) refuse(400, 'The size of a partition is above 0');
  const available = mib(disk, 'available_mib');
  if (sizeMib > available) {
    refuse(
      400,
      `Requested size ${Math.floor(sizeMib / 1024)} GiB is larger than the ${pythonGib(available)} GiB available.`,
    );
  }
  checkAlone(world, host, 'create');
}

/** Before the patch is applied: the new size alone. */
export function checkNewSize(partition: Row, value: unknown): number {
  const size = typeof value === 'string' && /^[+-]?\d+$/.test(value.trim()) ? Number(value) : value;
  if (typeof size !== 'number' || !Number.isInteger(size) || size <= 0) {
    return refuse(400, `The size of a partition is a whole number of MiB above 0, not ${String(value)}`);
  }
  if (size <= mib(partition, 'size_mib')) {
    refuse(400, `A partition grows: ${size} MiB is not above its ${partition.size_mib} MiB`);
  }
  return size;
}

export function checkGrow(world: World, host: Host, disk: Row, partition: Row, sizeMib: number): void {
  if (host.row.invprovision !== 'provisioned' && host.row.invprovision !== 'upgrading') {
    refuse(400, `Partitions of ${host.row.hostname}, which is not provisioned, are made and deleted only`);
  }
  if (partition.ipv_uuid || partition.status === PARTITION.inUse) {
    refuse(400, `Partition ${partition.device_node} does not grow: a physical volume is on it`);
  }
  if (partition.status !== PARTITION.ready) {
    refuse(400, 'Can not modify partition. Only partitions in the Ready state can be modified.');
  }
  checkLast(world, host, disk, partition, 'grows');
  const extra = sizeMib - mib(partition, 'size_mib');
  const available = mib(disk, 'available_mib');
  if (extra > available) {
    refuse(
      400,
      `There are ${pythonGib(available)} GiB left on the disk, not ${Math.floor(extra / 1024)} more`,
    );
  }
}

function checkLast(world: World, host: Host, disk: Row, partition: Row, does: string): void {
  if (partitionsOn(world, host, disk).at(-1) !== partition) {
    refuse(400, `Only the last partition of a disk ${does}, ${partition.device_node} is not the last`);
  }
}

export function checkRemove(world: World, host: Host, disk: Row, partition: Row): void {
  if (partition.ipv_uuid || partition.status === PARTITION.inUse) {
    refuse(
      400,
      `Can not delete partition. A physical volume (${partition.device_node}) is currently associated with this partition`,
    );
  }
  checkAlone(world, host, 'delete');
  if (!DELETABLE.includes(Number(partition.status))) {
    refuse(400, `A partition that is ${partitionWord(partition.status)} is not deleted`);
  }
  checkLast(world, host, disk, partition, 'is deleted');
}
