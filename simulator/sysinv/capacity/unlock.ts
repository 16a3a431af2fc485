/**
 * What an unlock does with the memory that waits (host.py check_unlock_worker: _align_pending_memory, _update_huge_pages), and
 * what the host reports of it once it runs (conductor imemory_update_by_ihost): the pages are there, and nothing waits any more.
 */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { rowsOn } from '../network/rows';
import { type Row, stamp } from '../rows';

const SIZES = [
  ['2M', 2],
  ['1G', 1024],
] as const;

const number = (row: Row, column: string): number => Number(row[column] ?? 0);

/** Every NUMA node takes up the pages it was to have. Called when the host is enabled. */
export function takeUpMemory(world: World, host: Host): void {
  for (const row of rowsOn(world, 'imemorys', host)) {
    const before = JSON.stringify(row);
    settle(row);
    if (JSON.stringify(row) !== before) row.updated_at = stamp(world.clock.now());
  }
}

function settle(row: Row): void {
  if (row.vswitch_hugepages_reqd !== null) {
    row.vswitch_hugepages_nr = number(row, 'vswitch_hugepages_reqd');
    row.vswitch_hugepages_avail = 0;
    row.vswitch_hugepages_reqd = null;
  }
  const vswitchMib = number(row, 'vswitch_hugepages_nr') * number(row, 'vswitch_hugepages_size_mib');
  const room = Math.max(
    0,
    number(row, 'node_memtotal_mib') - number(row, 'platform_reserved_mib') - vswitchMib,
  );
  let left = room;
  let changed = vswitchMib > 0;
  for (const [size, sizeMib] of SIZES) {
    const pages = pagesOf(row, size, Math.floor(room / sizeMib));
    if (pages !== number(row, `vm_hugepages_nr_${size}`)) {
      changed = true;
      // Nothing runs yet that would use them.
      row[`vm_hugepages_nr_${size}`] = pages;
      row[`vm_hugepages_avail_${size}`] = pages;
    }
    if (row[`vm_hugepages_nr_${size}_pending`] !== null) changed = true;
    row[`vm_hugepages_nr_${size}_pending`] = null;
    row[`vm_hugepages_possible_${size}`] = Math.floor(room / sizeMib);
    left -= pages * sizeMib;
  }
  if (!changed) return;
  row.hugepages_configured = true;
  row.vm_hugepages_nr_4K = Math.max(0, left) * 256;
}

function pagesOf(row: Row, size: '2M' | '1G', most: number): number {
  const waits = row[`vm_hugepages_nr_${size}_pending`];
  if (row.vm_pending_as_percentage === true) {
    const percent = Number(waits ?? row[`vm_hugepages_${size}_percentage`] ?? 0);
    return Math.floor((most * percent) / 100);
  }
  return Number(waits ?? row[`vm_hugepages_nr_${size}`] ?? 0);
}
