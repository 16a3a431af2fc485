/** How changes to cores, memory and kernels are written down. */
import 'server-only';
import { type CapacityCall, changeWords } from '@/lib/domain/capacity/calls';
import { usesAsked, wireUse } from '@/lib/domain/capacity/cli';
import { type CpuPlan, rangeText } from '@/lib/domain/capacity/cpu-plan';

/** "platform=2,0 shared=0,0 application-isolated=12-15,28-31": cores by NUMA node, or the list. */
const planText = (plan: CpuPlan, vswitch: boolean): string =>
  usesAsked(vswitch)
    .map((use) => {
      const listed = use === 'Application-isolated' && plan.isolated !== null;
      return `${wireUse(use)}=${listed ? rangeText(plan.isolated ?? []) || 'none' : plan.counts[use].join(',')}`;
    })
    .join(' ');

type Line = { action: string; target: string; details: Record<string, string> };

/** The names of details are those that lib/server/audit.ts may write in the clear. @param host its name where it is known */
export function auditOfCapacity(call: CapacityCall, host: string): Line {
  switch (call.do) {
    case 'cpus.assign':
      return {
        ...{ action: 'host-cpus.change', target: host },
        details: { cpuFunctions: planText(call.plan, call.vswitch) },
      };
    case 'memory.change':
      return {
        ...{ action: 'host-memory.change', target: `${host} node ${call.node}` },
        details: { memoryOfNode: changeWords(call.to) },
      };
    case 'kernel.change':
      return { action: 'host-kernel.change', target: host, details: { kernel: call.kernel } };
  }
}
