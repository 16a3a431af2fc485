/** Processors and memory of each NUMA node, as fields of a profile (api/v1/constructors.go parseProcessorInfo, parseMemoryInfo). */
import { type Host, isWorker } from '../host';
import type { Cpu } from '../host-parts';
import { filled, type Json } from './json';
import type { MemoryPlan } from './source';

const VSWITCH = 'vswitch';
/** What no other function has: nobody sets it. */
const REST = 'application';

/** Cores of each function. Threads of a core go with it, so that the first thread of each counts. */
export function processorsOf(host: Host, cpus: readonly Cpu[]): Json[] {
  if (!isWorker(host)) return [];
  const nodes = new Map<number, Map<string, number>>();
  for (const { thread, node, use } of cpus) {
    const word = use?.toLowerCase() ?? REST;
    if (thread !== 0 || node === null || word === REST) continue;
    const counts = nodes.get(node) ?? new Map<string, number>();
    counts.set(word, (counts.get(word) ?? 0) + 1);
    nodes.set(node, counts);
  }
  // Zero is a choice here, and the platform has no row for it.
  const first = nodes.get(0);
  if (first && !first.has(VSWITCH)) first.set(VSWITCH, 0);
  return [...nodes].map(([node, counts]) => ({
    node,
    functions: [...counts].map(([word, count]) => ({ function: word, count })),
  }));
}

const PAGE_WORDS: ReadonlyMap<number, string> = new Map([
  [2, '2MB'],
  [1024, '1GB'],
]);
const SMALL = '4KB';
const SMALL_PER_MIB = 256;

export function memoryOf(host: Host, plans: readonly MemoryPlan[]): Json[] {
  return plans.flatMap((plan) => {
    if (plan.node === null) return [];
    const platform =
      plan.platformMib === null
        ? []
        : [{ function: 'platform', pageSize: SMALL, pageCount: plan.platformMib * SMALL_PER_MIB }];
    return [{ node: plan.node, functions: [...platform, ...(isWorker(host) ? hugePages(plan) : [])] }];
  });
}

function hugePages({ vswitch, pages2M, pages1G }: MemoryPlan): Json[] {
  const size = PAGE_WORDS.get(vswitch.pageMib ?? 0) ?? SMALL;
  const ofVswitch = vswitch.pages ?? 0;
  // The platform counts pages of vSwitch among those of 2 MiB.
  const free2M =
    pages2M === null ? null : size === '2MB' && pages2M >= ofVswitch ? pages2M - ofVswitch : pages2M;
  return [
    filled({ function: VSWITCH, pageSize: size, pageCount: vswitch.pages }),
    filled({ function: 'vm', pageSize: '2MB', pageCount: free2M }),
    filled({ function: 'vm', pageSize: '1GB', pageCount: pages1G }),
  ].filter((one) => one.pageCount !== undefined);
}
