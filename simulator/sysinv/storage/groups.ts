/** What happens to volume groups and physical volumes once the work is done. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { provisionVolume, recount } from './recount';
import { PARTITION, stampRow } from './rows';

/** A group is there: it has its own uuid, and what its volumes hold. */
export function provisionGroup(world: World, host: Host, row: Row): void {
  stampRow(world, row, {
    vg_state: 'provisioned',
    lvm_vg_uuid: row.lvm_vg_uuid ?? `Zq0rYJ-${row.uuid.slice(0, 20)}`,
    lvm_vg_access: 'wz--n-',
  });
  recount(world, host);
}

/** The group is gone, and so are the volumes that were of it alone. */
export function dropGroup(world: World, host: Host, row: Row): void {
  const volumes = rowsOn(world, 'ipvs', host);
  const mine = volumes.filter((volume) => volume.lvm_vg_name === row.lvm_vg_name);
  for (const volume of mine) removeRow(volumes, volume);
  for (const partition of rowsOn(world, 'partitions', host)) {
    if (mine.some(({ disk_or_part_uuid }) => disk_or_part_uuid === partition.uuid)) partition.status = 0;
  }
  removeRow(rowsOn(world, 'ilvgs', host), row);
  recount(world, host);
}

/** The volume is part of its group. */
export function settleVolume(world: World, host: Host, row: Row, group: Row | undefined): void {
  if (row.pv_state !== 'adding') return;
  provisionVolume(world, host, row);
  const partition = rowsOn(world, 'partitions', host).find(({ uuid }) => uuid === row.disk_or_part_uuid);
  if (partition) partition.status = PARTITION.inUse;
  if (group) provisionGroup(world, host, group);
}

/** The disk or partition is no longer a physical volume's. */
export function freeDevice(world: World, host: Host, volume: Row): void {
  for (const row of [...rowsOn(world, 'idisks', host), ...rowsOn(world, 'partitions', host)]) {
    if (row.ipv_uuid === volume.uuid) row.ipv_uuid = null;
  }
}

/** The volume is out of its group; its partition can be used for something else. */
export function dropVolume(world: World, host: Host, row: Row): void {
  const partition = rowsOn(world, 'partitions', host).find(({ uuid }) => uuid === row.disk_or_part_uuid);
  if (partition?.status === PARTITION.inUse) partition.status = PARTITION.ready;
  removeRow(rowsOn(world, 'ipvs', host), row);
  recount(world, host);
}
