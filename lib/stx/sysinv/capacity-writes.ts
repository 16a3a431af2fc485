/** Writes of what a host has to give: cores (sysinv host.py host_cpus_modify), memory (memory.py), kernel (kernel.py). Each one request. */
import 'server-only';
import { usesAsked, wireUse } from '@/lib/domain/capacity/cli';
import { type CpuPlan, rangeText } from '@/lib/domain/capacity/cpu-plan';
import type { KernelName } from '@/lib/domain/capacity/kernel';
import type { MemoryChange } from '@/lib/domain/capacity/memory-plan';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../connection';

async function change(
  connection: Connection,
  method: 'PATCH' | 'PUT',
  path: string,
  body: unknown,
): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', path, { method, body });
  return answer.ok ? ok(null) : answer;
}

const replace = (path: string, value: unknown) => ({ op: 'replace', path: `/${path}`, value });

/** What the platform is told of a plan: all functions, since one that is left out is packed anew as well. */
export function capabilitiesOf(plan: CpuPlan, vswitch: boolean) {
  return usesAsked(vswitch).map((use) => {
    const listed = use === 'Application-isolated' && plan.isolated !== null;
    if (listed && plan.isolated !== null && plan.isolated.length > 0)
      return { function: wireUse(use), cpulist: rangeText(plan.isolated) };
    const counts = listed ? plan.counts[use].map(() => 0) : plan.counts[use];
    return { function: wireUse(use), sockets: counts.map((count, node) => ({ [String(node)]: count })) };
  });
}

/** @param host uuid; @param vswitch whether the vswitch is told of */
export const assignCpus = (connection: Connection, host: string, plan: CpuPlan, vswitch: boolean) =>
  change(connection, 'PUT', `/ihosts/${segment(host)}/state/host_cpus_modify`, capabilitiesOf(plan, vswitch));

/** @param memory uuid of the NUMA node's row */
export const changeMemory = (connection: Connection, memory: string, to: MemoryChange) =>
  change(connection, 'PATCH', `/imemorys/${segment(memory)}`, [
    ...(to.reservedMib === undefined ? [] : [replace('platform_reserved_mib', to.reservedMib)]),
    ...(to.pages2M === undefined ? [] : [replace('vm_hugepages_nr_2M_pending', to.pages2M)]),
    ...(to.pages1G === undefined ? [] : [replace('vm_hugepages_nr_1G_pending', to.pages1G)]),
    // As the platform's own clients write it.
    ...(to.asPercentage === undefined
      ? []
      : [replace('vm_pending_as_percentage', to.asPercentage ? 'True' : 'False')]),
    ...(to.vswitchPages === undefined ? [] : [replace('vswitch_hugepages_reqd', to.vswitchPages)]),
    ...(to.vswitchSizeMib === undefined ? [] : [replace('vswitch_hugepages_size_mib', to.vswitchSizeMib)]),
  ]);

/** @param host uuid */
export const changeKernel = (connection: Connection, host: string, kernel: KernelName) =>
  change(connection, 'PATCH', `/ihosts/${segment(host)}/kernel`, [replace('kernel_provisioned', kernel)]);
