/** The `system …` commands of a change (cgts-client v1/icpu_shell.py, imemory_shell.py, iHost_shell.py). */
import { shellQuote } from '../host-action-cli';
import type { CapacityCall } from './calls';
import { type CpuPlan, GIVEN_USES, type GivenUse, rangeText } from './cpu-plan';
import type { MemoryChange } from './memory-plan';

/** The function's word on the wire and on the command line. */
export const wireUse = (use: GivenUse): string => use.toLowerCase();

/** Functions that a request names: the vswitch only where there is one. */
export const usesAsked = (vswitch: boolean): GivenUse[] =>
  GIVEN_USES.filter((use) => use !== 'Vswitch' || vswitch);

/** The command line changes one function at a time, where the console sends all in one request. */
function cpuCommands(plan: CpuPlan, vswitch: boolean, host: string): string[] {
  return usesAsked(vswitch).map((use) => {
    const start = `system host-cpu-modify -f ${wireUse(use)}`;
    if (use === 'Application-isolated' && plan.isolated !== null && plan.isolated.length > 0)
      return `${start} -c ${rangeText(plan.isolated)} ${host}`;
    const counts =
      plan.isolated !== null && use === 'Application-isolated'
        ? plan.counts[use].map(() => 0)
        : plan.counts[use];
    return `${start} ${counts.map((count, node) => `-p${node} ${count}`).join(' ')} ${host}`;
  });
}

function memoryCommands(to: MemoryChange, node: number, host: string): string[] {
  const percent = to.asPercentage ? '%' : '';
  const application = [
    to.reservedMib === undefined ? null : `-m ${to.reservedMib}`,
    to.pages2M === undefined ? null : `-2M ${to.pages2M}${percent}`,
    to.pages1G === undefined ? null : `-1G ${to.pages1G}${percent}`,
  ].filter((part) => part !== null);
  const size = to.vswitchSizeMib === 1024 ? '-1G' : '-2M';
  return [
    ...(application.length > 0 ? [`system host-memory-modify ${application.join(' ')} ${host} ${node}`] : []),
    ...(to.vswitchPages === undefined
      ? []
      : [`system host-memory-modify -f vswitch ${size} ${to.vswitchPages} ${host} ${node}`]),
  ];
}

export function capacityCommands(call: CapacityCall, hostname: string): string[] {
  const host = shellQuote(hostname);
  switch (call.do) {
    case 'cpus.assign':
      return cpuCommands(call.plan, call.vswitch, host);
    case 'memory.change':
      return memoryCommands(call.to, call.node, host);
    case 'kernel.change':
      return [`system host-kernel-modify ${host} ${call.kernel}`];
  }
}
