/**
 * What sysinv refuses of a change to the memory of a NUMA node (api/controllers/v1/memory.py _check_huge_values,
 * _check_memory), in its order and words. Pure: a row and what is wanted of it.
 */
import type { Json } from '../../kernel/json';
import { refuse } from '../faults';
import type { Row } from '../rows';

export type MemoryWish = {
  platform_reserved_mib?: Json;
  vm_hugepages_nr_2M_pending?: Json;
  vm_hugepages_nr_1G_pending?: Json;
  vm_pending_as_percentage?: boolean;
  vswitch_hugepages_reqd?: Json;
  vswitch_hugepages_size_mib?: Json;
};

/** @property vswitch the cloud's vswitch_type; @property vswitchHere whether a label of the host turns it on */
export type MemorySite = { vswitch: string; vswitchHere: boolean };

/** Slack for the platform, in MiB. */
const TOLERANCE = 32;

const isInteger = (value: Json): boolean => /^\s*[+-]?\d+\s*$/.test(String(value));
const integer = (value: Json | undefined): number => (value == null ? 0 : Number(value));

function checkNumber(value: Json | undefined, what: string): void {
  if (value == null) return;
  if (!isInteger(value)) refuse(400, `VM huge pages ${what} must be a number`);
  if (Number(value) < 0) refuse(400, `VM huge pages ${what} must be greater than or equal to zero`);
}

function checkVswitch(wish: MemoryWish, { vswitch, vswitchHere }: MemorySite): void {
  const { vswitch_hugepages_reqd: pages, vswitch_hugepages_size_mib: size } = wish;
  const asked = pages != null && pages !== 0 && pages !== '';
  if (asked && !size) refuse(400, 'No vswitch hugepage size specified.');
  if (asked) {
    if (!isInteger(pages)) refuse(400, 'vSwitch huge pages must be a number');
    if (vswitch !== 'none' && Number(pages) <= 0 && vswitchHere)
      refuse(400, 'vSwitch huge pages must be greater than zero');
    if (vswitch === 'none' && Number(pages) !== 0)
      refuse(400, 'vSwitch huge pages must be 0 when vSwitch type is none');
  }
  if (size) {
    if (!isInteger(size)) refuse(400, 'vSwitch huge pages must be a number');
    if (Number(size) <= 0) refuse(400, 'vSwitch huge pages size (MiB) must be greater than zero');
    if ((Number(size) & (Number(size) - 1)) !== 0)
      refuse(400, 'vSwitch hugepage size (MiB) must be a power of 2');
  }
}

/** Pages of one size that there would be: what is asked for, else what waits, else what there is. */
function pagesOf(row: Row, wish: MemoryWish, size: '2M' | '1G', asPercentage: boolean): number {
  const given = wish[`vm_hugepages_nr_${size}_pending`];
  if (given != null) return Number(given);
  const waits = integer(row[`vm_hugepages_nr_${size}_pending`]);
  if (waits !== 0) return waits;
  const percent = integer(row[`vm_hugepages_${size}_percentage`]);
  return asPercentage && percent !== 0 ? percent : integer(row[`vm_hugepages_nr_${size}`]);
}

/** _check_huge_values, without the words about the processor that the controller puts before a refusal. */
export function checkHugePages(row: Row, wish: MemoryWish, site: MemorySite): void {
  const asPercentage = wish.vm_pending_as_percentage ?? row.vm_pending_as_percentage === true;
  if (row.vm_hugepages_use_1G === false) {
    if (wish.vm_hugepages_nr_1G_pending || wish.vswitch_hugepages_size_mib === 1024)
      refuse(400, 'Processor does not support 1G huge pages.');
  }
  checkNumber(wish.vm_hugepages_nr_2M_pending, '2M');
  checkNumber(wish.vm_hugepages_nr_1G_pending, '1G');
  checkVswitch(wish, site);
  checkReserved(wish);
  const reserved = integer(wish.platform_reserved_mib || row.platform_reserved_mib);
  const vswitchPages = integer(wish.vswitch_hugepages_reqd ?? row.vswitch_hugepages_nr);
  const vswitchSize = integer(wish.vswitch_hugepages_size_mib ?? row.vswitch_hugepages_size_mib) || 2;
  const vswitchMib = vswitchPages * vswitchSize;
  const of1G = pagesOf(row, wish, '1G', asPercentage);
  const of2M = pagesOf(row, wish, '2M', asPercentage);
  if (of2M !== 0 || of1G !== 0) {
    if (site.vswitch !== 'none') {
      if (vswitchSize === 1024 && of2M !== 0) refuse(400, 'Only 1G huge page allocation is supported');
      if (vswitchSize !== 1024 && of1G !== 0) refuse(400, 'Only 2M huge page allocation is supported');
    } else if (of2M !== 0 && of1G !== 0) refuse(400, 'Host only supports single huge page size.');
  }
  if (asPercentage) {
    if (of2M > 100) refuse(400, '2M hugepage percent allocation must be within 0% - 100%.');
    if (of1G > 100) refuse(400, '1G hugepage percent allocation must be within 0% - 100%.');
  }
  const possible = integer(row.node_memtotal_mib) - reserved;
  const share = (percent: number) => Math.floor(((possible - vswitchMib) * percent) / 100);
  const mib2M = asPercentage ? share(of2M) : of2M * 2;
  const mib1G = asPercentage ? share(of1G) : of1G * 1024;
  checkFits({ possible, vswitchMib, mib2M, mib1G, of2M, of1G });
}

function checkFits(
  mib: Record<'possible' | 'vswitchMib' | 'mib2M' | 'mib1G' | 'of2M' | 'of1G', number>,
): void {
  const { possible, vswitchMib, mib2M, mib1G, of2M, of1G } = mib;
  const requested = mib2M + mib1G + vswitchMib;
  if (possible >= requested) return;
  const most2M = Math.max(0, Math.floor((possible - vswitchMib - mib1G) / 2));
  const most1G = Math.max(0, Math.floor((possible - vswitchMib - mib2M) / 1024));
  const start = `For a requested vSwitch hugepage allocation of ${vswitchMib} MiB, `;
  if (of2M > 0 && of1G > 0)
    refuse(
      400,
      `${start}max 1G pages is ${most1G} when 2M is ${of2M}, or max 2M pages is ${most2M} when 1G is ${of1G}`,
    );
  if (of1G > 0)
    refuse(400, `${start}max 1G pages: ${most1G}. . hp_possible: ${possible}. hp_requested: ${requested}`);
  if (of2M > 0) refuse(400, `${start}max 2M pages: ${most2M}`);
  refuse(400, `Max vSwitch hugepage allocation is ${requested} MiB, when 2M is ${of2M} and 1G is ${of1G}`);
}

function checkReserved({ platform_reserved_mib: reserved }: MemoryWish): void {
  if (!reserved) return;
  if (!isInteger(reserved)) refuse(400, 'Platform memory must be a number');
  if (Number(reserved) < 0) refuse(400, 'Platform memory must be greater than zero');
}

/** _check_memory: what is reserved for the platform, when a change names it. @param worker whether the host has the function */
export function checkPlatformReserved(row: Row, wish: MemoryWish, worker: boolean): void {
  checkReserved(wish);
  if (!wish.platform_reserved_mib) return;
  const reserved = integer(wish.platform_reserved_mib);
  const least = integer(row.minimum_platform_reserved_mib);
  const node = integer(row.numa_node);
  if (reserved < least) {
    refuse(
      400,
      `Platform reserved memory for numa node ${node} must be greater than the minimum value ${least}`,
    );
  }
  const total = integer(worker ? row.node_memtotal_mib : row.memtotal_mib);
  const most = Math.floor((total * 2) / 3);
  if (reserved > most) {
    refuse(
      400,
      `Platform reserved memory ${reserved} MiB on node ${node} is not within range [${least}, ${most}]`,
    );
  }
  const allocated = allocatedMib(row, wish, total, reserved);
  const available = total - allocated;
  const over = reserved - available;
  if (over <= TOLERANCE) return;
  refuse(
    400,
    `Platform reserved memory ${reserved} MiB exceeds ${available} MiB available by ${over} MiB ` +
      `(2M: ${Math.floor(over / 2)} pages; 1G: ${Math.floor(over / 1024)} pages). ` +
      `total memory=${total} MiB, allocated=${allocated} MiB.`,
  );
}

function allocatedMib(row: Row, wish: MemoryWish, total: number, reserved: number): number {
  const vswitchSize = integer(wish.vswitch_hugepages_size_mib || row.vswitch_hugepages_size_mib);
  const vswitchMib = integer(wish.vswitch_hugepages_reqd || row.vswitch_hugepages_nr) * vswitchSize;
  const room = total - reserved - vswitchMib;
  const asPercentage = wish.vm_pending_as_percentage ?? row.vm_pending_as_percentage === true;
  const of = (size: '2M' | '1G', sizeMib: number): number => {
    const given = wish[`vm_hugepages_nr_${size}_pending`];
    return asPercentage
      ? Math.floor((room * integer(given ?? row[`vm_hugepages_${size}_percentage`])) / 100)
      : integer(given ?? row[`vm_hugepages_nr_${size}`]) * sizeMib;
  };
  return of('2M', 2) + of('1G', 1024) + vswitchMib;
}
