/** What sysinv refuses of Ceph monitors (api/controllers/v1/ceph_mon.py, utils.py). Own words but for the recorded one. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { monitors } from '../../storage/ceph';
import { backendOf, capabilitiesOf, freeGib } from '../../storage/rows';

const SMALLEST_GIB = 20;
const LARGEST_GIB = 40;

/** utils.py check_node_lock_ceph_mon: a quorum stays. */
export function checkMonitors(world: World, host: Host): void {
  const { available, required } = monitors(world);
  if (available.length <= required && available.includes(host)) {
    refuse(400, `${available.length} storage monitors are there, ${required} are needed`);
  }
}

export function checkCephBackend(world: World): void {
  if (!backendOf(world, 'ceph')) refuse(400, 'Monitors are added with backend ceph only');
}

export function checkNewMonitor(world: World, host: Host): void {
  const has = ({ row }: Host) => `Ceph monitor already configured for host '${row.hostname}'.`;
  if (rowsOn(world, 'ceph_mon', host).length > 0) refuse(400, has(host));
  const third = monitors(world).hosts.find(
    ({ row }) => row.personality === 'storage' || row.personality === 'worker',
  );
  if (third) refuse(400, has(third));
  const { row } = host;
  if (row.personality === 'worker') {
    const model = world.sysinv.cloud('clusters')[0]?.deployment_model;
    if (model === 'storage-nodes' || world.sysinv.context.allInOne) {
      refuse(400, `With model ${model} no worker has a monitor`);
    }
    if (Number(capabilitiesOf(backendOf(world, 'ceph')).replication) !== 2) {
      refuse(400, 'A worker has a monitor where there are two copies of everything');
    }
  }
  if (row.personality === 'storage' && row.hostname !== 'storage-0') {
    refuse(400, 'Of the storage hosts storage-0 alone has a monitor');
  }
}

/** @param before the size that it has, in GiB; none for a new one */
export function checkMonitorSize(world: World, host: Host, gib: unknown, before?: number): number {
  const size = typeof gib === 'string' && /^\d+$/.test(gib) ? Number(gib) : gib;
  if (typeof size !== 'number' || !Number.isInteger(size)) {
    return refuse(400, 'ceph_mon_gib is a whole number of GiB');
  }
  const least = before === undefined ? SMALLEST_GIB : before + 1;
  if (size < least || size > LARGEST_GIB) {
    refuse(400, `ceph_mon_gib is ${size}, and has to be from ${least} to ${LARGEST_GIB}`);
  }
  checkRoom(world, host, size - (before ?? 0));
  return size;
}

export function checkRoom(world: World, host: Host, gib: number): void {
  const free = freeGib(world, host);
  if (gib > free) refuse(400, `${host.row.hostname} has ${free} GiB left in cgts-vg, ${gib} are needed`);
}

export function checkMonitorRemoval(monitor: Row | undefined, ref: string): Row {
  if (!monitor) return refuse(400, `Host ${ref} has no Ceph monitor`);
  if (monitor.state !== 'configuration-failed') {
    refuse(400, 'Only a monitor whose configuration failed is deleted; the others go with their host');
  }
  return monitor;
}
