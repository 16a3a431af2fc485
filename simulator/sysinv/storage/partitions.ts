/** What happens to partitions once the work is done. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { LVM_NAME } from '../seed/storage/disks';
import { SYSTEM_MIB } from '../seed/storage/layout';
import { recount } from './recount';
import { isRootDisk, mib, PARTITION, partitionsOn, stampRow } from './rows';

/** The partition is on its disk. */
export function makePartition(world: World, host: Host, row: Row): void {
  const disk = rowsOn(world, 'idisks', host).find(({ uuid }) => uuid === row.idisk_uuid);
  const others = disk ? partitionsOn(world, host, disk).filter((other) => other !== row) : [];
  const ends = others.map((other) => mib(other, 'end_mib'));
  const start =
    typeof row.start_mib === 'number'
      ? row.start_mib
      : Math.max(disk && isRootDisk(disk) ? SYSTEM_MIB : 1, ...ends);
  stampRow(world, row, {
    start_mib: start,
    end_mib: start + mib(row, 'size_mib'),
    type_name: LVM_NAME,
    status: row.ipv_uuid ? PARTITION.inUse : PARTITION.ready,
  });
  recount(world, host);
}

export function dropPartition(world: World, host: Host, row: Row): void {
  removeRow(rowsOn(world, 'partitions', host), row);
  recount(world, host);
}
