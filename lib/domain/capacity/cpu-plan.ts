/**
 * Which functions the cores of a host are given, and which core gets which: the platform packs them by its own rule (sysinv
 * cpu_utils.py update_core_allocations), so that what would come of a change can be shown before it is sent. Pure.
 */
import type { Unknown } from '../host';
import type { Cpu } from '../host-parts';

/** Functions that are given (constants.CPU_FUNCTIONS), in the order in which the platform serves them. */
export const GIVEN_USES = ['Platform', 'Vswitch', 'Shared', 'Application-isolated'] as const;
export type GivenUse = (typeof GIVEN_USES)[number];
/** What is left is for applications. */
export type CpuUse = GivenUse | 'Application';
export const CPU_USES: readonly CpuUse[] = [...GIVEN_USES, 'Application'];

const LABELS: Record<string, string> = {
  Vswitch: 'vSwitch',
  'Application-isolated': 'Application, isolated',
};
/** The platform's word as it is read. */
export const cpuUseLabel = (use: Unknown<string>): string =>
  use === null ? 'Unassigned' : (LABELS[use] ?? use);

/** What is wanted. Counts are physical cores, by NUMA node from 0. */
export type CpuPlan = {
  counts: Readonly<Record<GivenUse, readonly number[]>>;
  /** Logical processors isolated one by one, in place of their count; null: by count. */
  isolated: readonly number[] | null;
};

type Placed = { number: number; core: number; thread: number; node: number; use: CpuUse };

export type CpuSite = {
  cpus: readonly Placed[];
  nodes: number;
  /** Threads of a core: the platform counts two as soon as there is a second. */
  threads: 1 | 2;
};

/** The processors of a host as they can be planned with; null: one does not say where it is, or the nodes have gaps. */
export function cpuSite(cpus: readonly Cpu[]): CpuSite | null {
  const placed = cpus.flatMap(({ number, core, thread, node, use }): Placed[] =>
    core === null || thread === null || node === null
      ? []
      : [{ number, core, thread, node, use: CPU_USES.find((one) => one === use) ?? 'Application' }],
  );
  const nodes = new Set(placed.map(({ node }) => node)).size;
  if (placed.length === 0 || placed.length < cpus.length) return null;
  if (placed.some(({ node }) => node < 0 || node >= nodes)) return null;
  return { cpus: placed, nodes, threads: placed.some(({ thread }) => thread > 0) ? 2 : 1 };
}

/** Logical processors of a node, threads of a core side by side (_sort_by_coreid). */
const inNode = (site: CpuSite, node: number): number[] =>
  site.cpus
    .filter((one) => one.node === node)
    .toSorted((a, b) => a.core - b.core || a.thread - b.thread)
    .map(({ number }) => number);

/** Logical processors of a node. */
export const threadsOf = (site: CpuSite, node: number): number =>
  site.cpus.filter((one) => one.node === node).length;

/** What every logical processor would be for; null: the node has too few for it. */
export function allocate(site: CpuSite, plan: CpuPlan): ReadonlyMap<number, CpuUse> | null {
  const uses = new Map<number, CpuUse>();
  const isolated = new Set(plan.isolated);
  for (let node = 0; node < site.nodes; node += 1) {
    const free = inNode(site, node).filter((cpu) => !isolated.has(cpu));
    for (const use of GIVEN_USES) {
      if (use === 'Application-isolated' && plan.isolated !== null) continue;
      const wanted = (plan.counts[use][node] ?? 0) * site.threads;
      if (wanted > free.length) return null;
      for (const cpu of free.splice(0, wanted)) uses.set(cpu, use);
    }
    for (const cpu of free) uses.set(cpu, 'Application');
  }
  for (const cpu of isolated) uses.set(cpu, 'Application-isolated');
  return uses;
}

/**
 * The plan that leads to what there is. Isolated cores are listed where counting would give others. Functions that somebody gave
 * out core by core otherwise can only be counted: saving packs them, which the preview shows.
 */
export function planOf(site: CpuSite): CpuPlan {
  const count = (use: GivenUse) =>
    Array.from({ length: site.nodes }, (_, node) =>
      Math.ceil(site.cpus.filter((one) => one.node === node && one.use === use).length / site.threads),
    );
  const counts = {
    Platform: count('Platform'),
    Vswitch: count('Vswitch'),
    Shared: count('Shared'),
    'Application-isolated': count('Application-isolated'),
  };
  const byCount = { counts, isolated: null };
  if (isSo(site, byCount)) return byCount;
  const isolated = site.cpus.filter(({ use }) => use === 'Application-isolated').map(({ number }) => number);
  return isolated.length > 0 ? { counts, isolated: isolated.sort((a, b) => a - b) } : byCount;
}

/** Processors that a plan would give another function, by their numbers. Of one that does not fit, none. */
export function movedBy(site: CpuSite, plan: CpuPlan): number[] {
  const uses = allocate(site, plan);
  if (!uses) return [];
  return site.cpus.filter(({ number, use }) => uses.get(number) !== use).map(({ number }) => number);
}

/** Is it so already? */
export const isSo = (site: CpuSite, plan: CpuPlan): boolean =>
  allocate(site, plan) !== null && movedBy(site, plan).length === 0;

/** Numbers as the platform writes and takes ranges: `3-6,8` (utils.format_range_set). */
export function rangeText(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: [first: number, last: number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}

/** Physical cores of a node that a plan leaves to applications; below 0: it asks for more than there are. */
export function coresLeft(site: CpuSite, plan: CpuPlan, node: number): number {
  const listed = plan.isolated?.filter((cpu) =>
    site.cpus.some((one) => one.number === cpu && one.node === node),
  );
  const given = GIVEN_USES.reduce(
    (sum, use) =>
      use === 'Application-isolated' && plan.isolated !== null ? sum : sum + (plan.counts[use][node] ?? 0),
    0,
  );
  return threadsOf(site, node) / site.threads - given - (listed?.length ?? 0) / site.threads;
}
