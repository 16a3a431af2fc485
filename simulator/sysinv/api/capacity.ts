/** Writes of what a host has to give: functions of processors, memory of NUMA nodes, its kernel. */
import type { Call, Reply } from '../../kernel/http';
import { type Json, valueAt } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { checkKernelHost, KERNELS, setKernel } from '../capacity/kernel';
import { cpuSite, memorySite } from '../capacity/site';
import { assignCpus, type Capability } from '../checks/cpu';
import { checkHugePages, checkPlatformReserved, type MemoryWish } from '../checks/memory';
import { Refusal, refuse } from '../faults';
import type { Host } from '../host';
import { perHost, rowsOn } from '../network/rows';
import { type Row, stamp } from '../rows';
import { hasWorker } from '../seed/context';
import { kernelOf } from '../seed/devices';
import { onHost } from '../storage/rows';
import { integerFrom } from './body';
import { notFound, type RouteOn } from './collections';
import { hostOf } from './hosts-read';
import { jsonBody, type PatchOperation, patchOperations } from './json-patch';
import { ok, wireRow } from './wire';

export function capacityRoutes(on: RouteOn): void {
  on('PUT', '/v1/ihosts/:id/state/host_cpus_modify', modifyCpus);
  on('PATCH', '/v1/imemorys/:id', patchMemory);
  on('GET', '/v1/ihosts/:id/kernel', (call, { world }) => ok(wireKernel(call, hostOf(call, world))));
  on('PATCH', '/v1/ihosts/:id/kernel', patchKernel);
}

const isLocked = ({ row }: Host): boolean => row.administrative === 'locked';
const isUnlockedSimplex = (world: World, host: Host): boolean =>
  world.sysinv.isSimplex() && !isLocked(host) && host.row.invprovision !== 'provisioning';

/** cpu.py _check_host. */
function checkCpuHost(world: World, host: Host): void {
  if (isUnlockedSimplex(world, host)) {
    refuse(
      400,
      `Unable to complete the action because Host ${host.row.hostname} is in administrative state = unlocked.`,
    );
  }
  if (!isLocked(host) && !(world.sysinv.isSimplex() && host.row.personality === 'controller'))
    refuse(400, 'Host must be locked.');
  if (!hasWorker(host)) refuse(400, 'Can only modify worker node cores.');
}

function modifyCpus(call: Call, { world }: Caller): Reply {
  const body = jsonBody(call);
  const host = hostOf(call, world);
  if (!Array.isArray(body)) return refuse(400, 'Missing argument: "capabilities"');
  checkCpuHost(world, host);
  const functions = assignCpus(cpuSite(world, host), body.map(capabilityOf));
  const rows = rowsOn(world, 'icpus', host);
  for (const row of rows) {
    const next = functions.get(Number(row.cpu)) ?? null;
    if (row.allocated_function === next) continue;
    row.allocated_function = next;
    row.updated_at = stamp(world.clock.now());
  }
  return ok({ icpus: rows.map((row) => wireRow(perHost('icpus'), row, call.origin, 'list')) });
}

function capabilityOf(item: Json): Capability {
  const sockets = valueAt(item, 'sockets');
  const name = valueAt(item, 'function');
  const list = valueAt(item, 'cpulist');
  return {
    function: typeof name === 'string' ? name : '',
    cpulist: typeof list === 'string' ? list : '',
    sockets: (Array.isArray(sockets) ? sockets : []).flatMap((socket): [string, number][] => {
      if (socket === null || typeof socket !== 'object' || Array.isArray(socket)) return [];
      const [first] = Object.entries(socket);
      return first ? [[first[0], integerFrom(first[1], 'sockets')]] : [];
    }),
  };
}

/** memory.py _check_host: the last unlocked host of a cloud is let through. */
function checkMemoryHost(world: World, host: Host): void {
  const others = world.sysinv.hosts.some((other) => other !== host && !isLocked(other));
  if (isUnlockedSimplex(world, host) || (!isLocked(host) && others)) refuse(400, 'Host must be locked.');
}

function patchMemory(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const id = call.params.id ?? '';
  const { row, host } = onHost(world, 'imemorys', id) ?? notFound(perHost('imemorys'), id);
  if (host.row.personality === 'storage') refuse(403, 'Operation not permitted.');
  const wish = wishIn(operations, row);
  checkMemoryHost(world, host);
  const { platform_reserved_mib: reserved, ...pages } = wish;
  if (hasWorker(host)) judged(row, () => checkHugePages(row, wish, memorySite(world, host)));
  else if (Object.keys(pages).some((key) => key !== 'vm_pending_as_percentage'))
    refuse(400, 'Hugepages memory configuration is not supported for this node.');
  checkPlatformReserved(row, wish, hasWorker(host));
  write(row, { ...pages, ...(reserved === undefined ? {} : { platform_reserved_mib: reserved }) });
  row.updated_at = stamp(world.clock.now());
  return ok(wireRow(perHost('imemorys'), row, call.origin, 'item'));
}

const WRITABLE = [
  'platform_reserved_mib',
  'vm_hugepages_nr_2M_pending',
  'vm_hugepages_nr_1G_pending',
  'vswitch_hugepages_reqd',
  'vswitch_hugepages_size_mib',
] as const;

function wishIn(operations: readonly PatchOperation[], row: Row): MemoryWish {
  const wish: MemoryWish = {};
  for (const { op, path, value } of operations) {
    const column = path.slice(1);
    if (!(column in row)) refuse(400, `Patching Error: can't ${op} a non-existent object '${column}'`);
    if (column === 'vm_pending_as_percentage') {
      wish.vm_pending_as_percentage = value === true || String(value).toLowerCase() === 'true';
    }
    const known = WRITABLE.find((one) => one === column);
    if (known) wish[known] = value ?? null;
  }
  return wish;
}

/** The controller names the processor before what a check of huge pages says. */
function judged(row: Row, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof Refusal)
      refuse(error.status, `Processor ${String(row.numa_node)}: ${error.faultstring}`);
    throw error;
  }
}

function write(row: Row, wish: MemoryWish): void {
  for (const [column, value] of Object.entries(wish)) {
    row[column] =
      column === 'vm_pending_as_percentage' || value === null ? value : integerFrom(value, column);
  }
  if (wish.vm_pending_as_percentage !== true) return;
  for (const size of ['2M', '1G'] as const) {
    if (wish[`vm_hugepages_nr_${size}_pending`] !== undefined) {
      row[`vm_hugepages_${size}_percentage`] = row[`vm_hugepages_nr_${size}_pending`] ?? null;
    }
  }
}

function patchKernel(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const host = hostOf(call, world);
  checkKernelHost(host);
  for (const { op, path, value } of operations) {
    if (path !== '/kernel_provisioned') refuse(400, `Path in not supported: ${path}`);
    if (op !== 'replace') refuse(400, `Operation in not supported: ${op}`);
    const kernel = KERNELS.find((one) => one === value);
    if (!kernel) return refuse(400, "Supported kernels: ['lowlatency', 'standard']");
    setKernel(world, host, kernel);
  }
  return ok(wireKernel(call, host));
}

function wireKernel(call: Call, host: Host) {
  const { uuid: _uuid, ...kernel } = kernelOf(host);
  const links = ['v1/', ''].map((version, n) => ({
    href: `${call.origin}/${version}ihosts/${host.row.uuid}/kernel`,
    rel: n === 0 ? 'self' : 'bookmark',
  }));
  return { ...kernel, links };
}
