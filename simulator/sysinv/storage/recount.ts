/** What sysinv's agent reports from time to time: how much of disks and volume groups is taken. */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { SYSTEM_MIB, TABLE_MIB } from '../seed/storage/layout';
import { isRootDisk, mib, PARTITION, partitionsOn } from './rows';
import { EXTENT_MIB, extentsOf, volumesGib } from './volumes';

const EXTENT_BYTES = EXTENT_MIB * 1024 * 1024;

/** Brings the sums of a host's disks and groups up to date. */
export function recount(world: World, host: Host): void {
  for (const disk of rowsOn(world, 'idisks', host)) disk.available_mib = availableMib(world, host, disk);
  for (const group of rowsOn(world, 'ilvgs', host)) recountGroup(world, host, group);
}

/** What a partition takes of its disk by now: nothing while it is being made, and no more until it has grown. */
function takenMib(row: Row): number {
  if (row.status === PARTITION.creating) return 0;
  if (typeof row.start_mib !== 'number' || typeof row.end_mib !== 'number') return mib(row, 'size_mib');
  return row.end_mib - row.start_mib;
}

function availableMib(world: World, host: Host, disk: Row): number | null {
  if (typeof disk.size_mib !== 'number') return null;
  const stors = rowsOn(world, 'istors', host);
  const on = stors.find(({ uuid }) => uuid === disk.istor_uuid);
  if (on?.function === 'osd' && on.state === 'configured') return 0;
  const held = rowsOn(world, 'ipvs', host).some(
    (row) => row.disk_or_part_uuid === disk.uuid && row.pv_state === 'provisioned',
  );
  if (held) return 0;
  const journals = stors.filter((row) => on && row.journal_location === on.uuid && row !== on);
  const taken = [
    ...partitionsOn(world, host, disk).map(takenMib),
    ...journals.map((row) => mib(row, 'journal_size_mib')),
  ];
  const base = isRootDisk(disk) ? SYSTEM_MIB : TABLE_MIB;
  return Math.max(0, disk.size_mib - taken.reduce((sum, size) => sum + size, base));
}

/** States of a physical volume in which its group has it. */
const IN_GROUP = ['provisioned', 'removing'];

function recountGroup(world: World, host: Host, group: Row): void {
  if (typeof group.lvm_vg_total_pe !== 'number' || typeof group.lvm_vg_free_pe !== 'number') return;
  const volumes = rowsOn(world, 'ipvs', host).filter(
    (row) => row.lvm_vg_name === group.lvm_vg_name && IN_GROUP.includes(String(row.pv_state)),
  );
  const total = volumes.reduce((sum, row) => sum + Number(row.lvm_pe_total ?? 0), 0);
  const platform = group.lvm_vg_name === 'cgts-vg';
  const gib = platform ? platformVolumes(world, host) : [];
  const used = platform
    ? extentsOf(gib) + world.storage.eatenExtents(host)
    : group.lvm_vg_total_pe - group.lvm_vg_free_pe;
  const free = Math.max(0, total - used);
  if (platform) group.lvm_cur_lv = gib.length;
  Object.assign(group, {
    lvm_cur_pv: volumes.length,
    lvm_vg_size: total * EXTENT_BYTES,
    lvm_vg_total_pe: total,
    lvm_vg_free_pe: free,
    lvm_vg_avail_size: free * EXTENT_BYTES,
  });
  // Volumes lie on the first physical volume that has room.
  let left = total - free;
  for (const row of volumes) {
    row.lvm_pe_alloced = Math.min(left, Number(row.lvm_pe_total ?? 0));
    left -= Number(row.lvm_pe_alloced);
  }
}

function platformVolumes(world: World, host: Host): number[] {
  const controller = host.row.personality === 'controller';
  return volumesGib(
    rowsOn(world, 'host_fs', host),
    controller ? world.sysinv.cloud('controller_fs') : [],
    rowsOn(world, 'ceph_mon', host),
  );
}

/** A physical volume and its group are there: what they measure is known. */
export function provisionVolume(world: World, host: Host, row: Row): void {
  const places = [...rowsOn(world, 'idisks', host), ...rowsOn(world, 'partitions', host)];
  const size = mib(places.find(({ uuid }) => uuid === row.disk_or_part_uuid) ?? row, 'size_mib');
  const total = Math.floor(size / EXTENT_MIB);
  Object.assign(row, {
    pv_state: 'provisioned',
    lvm_pv_uuid: `a0b1-${row.uuid.slice(0, 20)}`,
    lvm_pv_size: total * EXTENT_BYTES,
    lvm_pe_total: total,
    lvm_pe_alloced: 0,
  });
}
