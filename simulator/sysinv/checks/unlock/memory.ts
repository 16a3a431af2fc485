/**
 * Memory in check_unlock_worker of sysinv api/controllers/v1/host.py. The platform raises what it keeps of a node to the
 * least that it needs before it looks, so that the sum can only be too small on a host without node 0. Its total of a node
 * is in no column of the API; here `memtotal_mib` stands for it. No simulated host is a virtual one.
 */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { vswitchOf } from './worker';

const DISK_MIB = 1000;
const CORE_MIB = 2000;
const WORKER_MIB = 4000;
const ALL_IN_ONE_MIB = 7000;
const ALL_IN_ONE_FEW_CORES_MIB = 3000;
const SYSTEM_CONTROLLER_MIB = 24_500;
const FEW_CORES = 8;

const whole = (row: Row, column: string): number => Number(row[column] ?? 0);
const given = (row: Row, column: string): boolean => row[column] !== null && row[column] !== undefined;

export function checkMemory(world: World, host: Host): void {
  const rows = rowsOn(world, 'imemorys', host);
  const vswitch = vswitchOf(world);
  checkSingleSize(rows, vswitch !== 'none');
  if (vswitch !== undefined && vswitch !== 'none') checkVswitchMemory(world, host, rows, vswitch);
  let reserved = 0;
  for (const row of rows) {
    raise(row, requiredOfNode(world, host, row, rows.length));
    checkFits(host, row);
    reserved += whole(row, 'platform_reserved_mib');
  }
  const required = requiredOfHost(world, host);
  if (reserved - DISK_MIB * rows.length >= required) return;
  refuse(
    400,
    `Insufficient memory reserved for platform on ${nameOf(host)}. Platform memory must be at least ${required} MiB summed across all numa nodes.`,
  );
}

/** _check_memory_for_single_size */
function checkSingleSize(rows: readonly Row[], vswitch: boolean): void {
  let [only2M, only1G] = [false, false];
  for (const row of rows) {
    const [asks2M, asks1G] = [row.vm_hugepages_nr_2M_pending, row.vm_hugepages_nr_1G_pending].map(Boolean);
    if (vswitch && row.vswitch_hugepages_size_mib === 1024) only1G = true;
    else if (vswitch) only2M = true;
    if (asks2M && only1G) refuse(400, 'Rejected: Only 1G huge page allocation is supported');
    if (asks1G && only2M) refuse(400, 'Rejected: Only 2M huge page allocation is supported');
    if (asks2M && asks1G) refuse(400, 'Rejected: Only one huge page size can be modified');
    only2M ||= asks2M === true;
    only1G ||= asks1G === true;
  }
}

/** _check_vswitch_memory, where a label of the host switches the virtual switch on. */
function checkVswitchMemory(world: World, host: Host, rows: readonly Row[], vswitch: string): void {
  const on = rowsOn(world, 'labels', host).some(
    ({ label_key, label_value }) =>
      label_key === vswitch && String(label_value ?? '').toLowerCase() === 'enabled',
  );
  if (!on) return;
  for (const row of rows) {
    if (row.vswitch_hugepages_size_mib !== rows[0]?.vswitch_hugepages_size_mib) {
      refuse(400, 'Mismatched vSwitch socket memory hugepage size.');
    }
    if (row.vswitch_hugepages_nr === 0 && !given(row, 'vswitch_hugepages_reqd')) {
      refuse(400, `vSwitch socket memory must be allocated for numa node (${row.numa_node}).`);
    }
  }
}

/** _auto_adjust_memory_for_node, as far as what the platform keeps. */
function raise(row: Row, required: number): void {
  if (given(row, 'platform_reserved_mib') && whole(row, 'platform_reserved_mib') < required) {
    row.platform_reserved_mib = required;
  }
}

/** _semantic_check_memory_for_node */
function checkFits(host: Host, row: Row): void {
  const total = whole(row, 'memtotal_mib');
  let taken = whole(row, 'platform_reserved_mib');
  if (row.hugepages_configured === true) {
    const pages = given(row, 'vswitch_hugepages_reqd') ? 'vswitch_hugepages_reqd' : 'vswitch_hugepages_nr';
    taken += whole(row, pages) * whole(row, 'vswitch_hugepages_size_mib');
  }
  for (const [name, mib] of [
    ['2M', 2],
    ['1G', 1024],
  ] as const) {
    const pending = `vm_hugepages_nr_${name}_pending`;
    if (row.vm_pending_as_percentage === true) {
      const percent = whole(row, given(row, pending) ? pending : `vm_hugepages_${name}_percentage`);
      taken += Math.floor(((total - taken) * percent) / 100);
    } else taken += mib * whole(row, given(row, pending) ? pending : `vm_hugepages_nr_${name}`);
  }
  if (total >= taken) return;
  refuse(
    400,
    `Rejected: Total allocated memory exceeds the total memory of ${nameOf(host)} numa node ${row.numa_node} `,
  );
}

/** cutils.get_required_platform_reserved_memory */
function requiredOfNode(world: World, host: Host, row: Row, nodes: number): number {
  const controller = host.row.personality === 'controller';
  if (controller && world.sysinv.system.distributed_cloud_role === 'systemcontroller') {
    return Math.floor(SYSTEM_CONTROLLER_MIB / nodes);
  }
  return DISK_MIB + (row.numa_node === 0 ? requiredOfHost(world, host) : 0);
}

function requiredOfHost(world: World, host: Host): number {
  if (host.row.personality !== 'controller') return CORE_MIB + WORKER_MIB;
  const cores = rowsOn(world, 'icpus', host).filter(({ thread }) => thread === 0).length;
  return CORE_MIB + (cores <= FEW_CORES ? ALL_IN_ONE_FEW_CORES_MIB : ALL_IN_ONE_MIB);
}
