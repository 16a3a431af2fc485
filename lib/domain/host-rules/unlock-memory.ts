/** Unlock of a worker: hugepages and platform memory, in MiB (check_unlock_worker and its helpers in sysinv host.py). */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isController } from '../host';
import type { PreflightFacts } from '../host-facts';
import type { CpuFact, MemoryFact, Pages } from '../readiness-facts';
import type { System } from '../system';
import { bothFacts, fromFact } from './facts';

const wayOut = { kind: 'page', page: 'memory', label: 'Open memory' } as const;

/** constants.*_RESERVED_MIB, DISK_IO_RESIDENT_SET_SIZE_MIB, NETWORK_METADATA_OVERHEAD_MIB and their _VBOX kin. */
const REAL = { disk: 1000, core: 2000, allInOne: 7000, allInOneFewCores: 3000, worker: 4000 } as const;
const VIRTUAL = { disk: 500, core: 1100, coreOfWorker: 2000, allInOne: 5000, worker: 0 } as const;
/** constants.NUMBER_CORES_XEOND: so many physical cores are few. */
const FEW_CORES = 8;
const SYSTEM_CONTROLLER_MIB = 24_500;

/** The least of a node tells: utils.py get_minimum_platform_reserved_memory. Null: the platform did not say. */
export function isVirtual(nodes: readonly MemoryFact[]): boolean | null {
  const told = nodes.filter(({ minimumMib }) => minimumMib !== null);
  if (told.length === 0) return null;
  return told.some(({ node, minimumMib }) =>
    node === 0 ? minimumMib === 1200 || minimumMib === 6200 : minimumMib === 500,
  );
}

export const hasFewCores = (cpus: readonly CpuFact[]): boolean =>
  cpus.filter(({ thread }) => thread === 0).length <= FEW_CORES;

type Size = { virtual: boolean; fewCores: boolean; nodes: number; systemController: boolean };

/** What the platform keeps of one node at least, in MiB (utils.py get_required_platform_reserved_memory). */
export function requiredOfNode(host: Host, node: number, size: Size): number {
  if (size.virtual) {
    if (node !== 0) return VIRTUAL.disk * 2;
    const core = host.personality === 'worker' ? VIRTUAL.coreOfWorker : VIRTUAL.core;
    return VIRTUAL.disk + core + (isController(host) ? VIRTUAL.allInOne : VIRTUAL.worker);
  }
  if (size.systemController && isController(host)) return Math.floor(SYSTEM_CONTROLLER_MIB / size.nodes);
  return REAL.disk + (node === 0 ? requiredOfHost(host, size) : 0);
}

/** What it keeps over all nodes at least, beside what each needs for its disks. */
export function requiredOfHost(host: Host, size: Pick<Size, 'virtual' | 'fewCores'>): number {
  if (size.virtual) return VIRTUAL.core + (isController(host) ? VIRTUAL.allInOne : VIRTUAL.worker);
  if (!isController(host)) return REAL.core + REAL.worker;
  return REAL.core + (size.fewCores ? REAL.allInOneFewCores : REAL.allInOne);
}

const nodeName = ({ node }: MemoryFact): string => `node ${node ?? '?'}`;

function pagesMib(pages: Pages, mib: number): number {
  return mib * (pages.pending ?? pages.now ?? 0);
}

/** What is taken of a node once the host is unlocked (_semantic_check_memory_for_node). */
export function allocatedMib(node: MemoryFact, reserved: number, totalMib: number): number {
  let taken = reserved;
  if (node.hugepagesConfigured) {
    taken += (node.vswitch.required ?? node.vswitch.pages ?? 0) * (node.vswitch.sizeMib ?? 0);
  }
  if (!node.asPercentage) return taken + pagesMib(node.pages2M, 2) + pagesMib(node.pages1G, 1024);
  for (const pages of [node.pages2M, node.pages1G]) {
    const percent = pages.pending ?? pages.percentage ?? 0;
    taken += Math.floor(((totalMib - taken) * percent) / 100);
  }
  return taken;
}

/**
 * Bounds of a node's total, which no answer has: it holds at least what is free for hugepages, and at most that and
 * what the platform keeps.
 */
export function totalBounds(node: MemoryFact): { least: number; most: number } | null {
  const { totalMib, possible2M, reservedMib } = node;
  if (totalMib === null || possible2M === null || reservedMib === null) return null;
  const vswitch = (node.vswitch.pages ?? 0) * (node.vswitch.sizeMib ?? 0);
  const least = Math.max(possible2M * 2 + vswitch, totalMib);
  // Numbers of pages are rounded down.
  return { least, most: Math.max(possible2M * 2 + vswitch + reservedMib + 2, totalMib) };
}

/** _check_memory_for_single_size: pending pages of one size alone; a virtual switch decides which. */
function singleSize(nodes: readonly MemoryFact[], vswitch: boolean): Check {
  const check = checksOf('unlock', 'sysinv host.py _check_memory_for_single_size');
  let [only2M, only1G] = [false, false];
  for (const node of nodes) {
    const asks2M = (node.pages2M.pending ?? 0) !== 0;
    const asks1G = (node.pages1G.pending ?? 0) !== 0;
    if (vswitch && node.vswitch.sizeMib === 1024) only1G = true;
    else if (vswitch) only2M = true;
    if ((asks2M && only1G) || (asks1G && only2M) || (asks2M && asks1G)) {
      return check.block('page-size', {
        title: 'Hugepages of both sizes are pending',
        detail: `${nodeName(node)} asks for ${asks2M ? '2M' : '1G'} pages. Only one size can be set.`,
        wayOut,
      });
    }
    only2M ||= asks2M;
    only1G ||= asks1G;
  }
  return check.pass('page-size', { title: 'Hugepages of one size alone are pending' });
}

/** _check_vswitch_memory, with a virtual switch that the labels of the host switch on. */
function vswitchMemory(facts: PreflightFacts, nodes: readonly MemoryFact[], vswitch: string): Check[] {
  const check = checksOf('unlock', 'sysinv host.py _check_vswitch_memory');
  const what = 'whether the virtual switch has memory';
  return fromFact(facts.labels, check.unknown, 'vswitch-memory', what, 'sysinv', (labels) => {
    const on = labels.some(({ key, value }) => key === vswitch && value?.toLowerCase() === 'enabled');
    if (!on) return [];
    const size = nodes[0]?.vswitch.sizeMib;
    for (const node of nodes) {
      const { sizeMib, pages, required } = node.vswitch;
      const title =
        sizeMib !== size
          ? 'Hugepages of the virtual switch differ in size between nodes'
          : pages === 0 && required === null
            ? `The virtual switch has no memory on ${nodeName(node)}`
            : null;
      if (title) return check.block('vswitch-memory', { title, wayOut });
    }
    return check.pass('vswitch-memory', { title: 'The virtual switch has memory on every node' });
  });
}

/** Fit of pending pages, and what the platform keeps, after the platform has raised what is too little. */
function memoryOfNodes(
  host: Host,
  system: System,
  nodes: readonly MemoryFact[],
  cpus: readonly CpuFact[],
): Check[] {
  const room = checksOf('unlock', 'sysinv host.py _semantic_check_memory_for_node');
  const least = checksOf('unlock', 'sysinv host.py check_unlock_worker');
  const virtual = isVirtual(nodes);
  if (virtual === null) {
    const why = 'The platform does not say whether the hosts are virtual, on which the least depends.';
    return [least.unknown('platform-memory', cannotTell('whether platform memory suffices', why, 'sysinv'))];
  }
  const size = {
    ...{ virtual, fewCores: hasFewCores(cpus), nodes: nodes.length },
    systemController: system.distributedCloudRole === 'systemcontroller',
  };
  const kept = nodes.map((node) => {
    const needed = requiredOfNode(host, node.node ?? 0, size);
    return { node, before: node.reservedMib, after: Math.max(node.reservedMib ?? 0, needed) };
  });
  const checks: Check[] = [];
  const raised = kept.filter(({ before, after }) => before !== null && before < after);
  if (raised.length > 0) {
    const [first] = raised;
    checks.push(
      checksOf('unlock', 'sysinv host.py _auto_adjust_memory_for_node').warn('memory-raised', {
        title: `Unlock raises platform memory of ${raised.map(({ node }) => nodeName(node)).join(' and ')}`,
        detail: first
          ? `From ${first.before} to ${first.after} MiB${raised.length > 1 ? ' and more' : ''}, the least that the platform needs. Hugepages may get fewer.`
          : '',
      }),
    );
  }
  checks.push(...fitOfNodes(room, host, kept));
  const sum = kept.reduce((total, { after }) => total + after, 0) - (virtual ? 0 : REAL.disk * nodes.length);
  const required = requiredOfHost(host, size);
  const beside = virtual ? '' : ` beside ${REAL.disk} MiB on each node`;
  checks.push(
    sum < required
      ? least.block('platform-memory', {
          title: `Platform memory is ${sum} MiB, ${required} MiB are needed`,
          detail: `Summed over all nodes${beside}.`,
          wayOut,
        })
      : least.pass('platform-memory', {
          title: `Platform memory is ${sum} MiB, ${required} MiB are needed`,
        }),
  );
  return checks;
}

type Kept = { node: MemoryFact; after: number };

function fitOfNodes(check: ReturnType<typeof checksOf>, host: Host, kept: readonly Kept[]): Check[] {
  let untold: Check | null = null;
  for (const { node, after } of kept) {
    const bounds = totalBounds(node);
    const most = bounds && allocatedMib(node, after, bounds.most);
    if (bounds && most !== null && most > bounds.most) {
      return [
        check.block('hugepages', {
          title: `Hugepages do not fit on ${nodeName(node)}`,
          detail: `${most} MiB with what the platform keeps, ${bounds.most} MiB are there.`,
          wayOut,
        }),
      ];
    }
    if (!bounds || allocatedMib(node, after, bounds.least) > bounds.least) {
      const why = bounds
        ? `They take ${most} MiB, and no resource says how much ${nodeName(node)} has in all.`
        : 'The platform gave no sizes.';
      untold ??= check.unknown('hugepages', {
        ...cannotTell(`whether hugepages fit on ${nodeName(node)} of ${hostName(host)}`, why, 'sysinv'),
        wayOut,
      });
    }
  }
  return [untold ?? check.pass('hugepages', { title: 'Hugepages and platform memory fit' })];
}

export function memoryChecks(facts: PreflightFacts): Check[] {
  const { host, context } = facts;
  const { system } = context;
  const check = checksOf('unlock', 'sysinv host.py check_unlock_worker');
  const what = 'whether hugepages and platform memory fit';
  if (system === null) {
    return [check.unknown('hugepages', cannotTell(what, 'The system could not be read.', 'sysinv'))];
  }
  const vswitch = system.vswitch !== null && system.vswitch !== 'none' ? system.vswitch : null;
  return fromFact(
    bothFacts(facts.memory, facts.cpus),
    check.unknown,
    'hugepages',
    what,
    'sysinv',
    ([nodes, cpus]) => [
      // A value that is missing counts as a switch to the platform.
      singleSize(nodes, system.vswitch !== 'none'),
      ...(vswitch ? vswitchMemory(facts, nodes, vswitch) : []),
      ...memoryOfNodes(host, system, nodes, cpus),
    ],
  );
}
