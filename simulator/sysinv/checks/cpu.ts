/**
 * What sysinv refuses of CPU assignments (api/controllers/v1/host.py host_cpus_modify, cpu.py _check_host, cpu_utils.py), in
 * its order and words. Pure: rows in, refusals or the functions of processors out.
 */
import { refuse } from '../faults';
import type { Row } from '../rows';

/** constants.CPU_FUNCTIONS, and what a processor without one has. */
export const CPU_FUNCTIONS = [
  'Platform',
  'Vswitch',
  'Shared',
  'Application',
  'Application-isolated',
  'None',
] as const;

/** cpu_utils.VSWITCH_MAX_CORES and DRBD_CPU_MASK_LIMIT. */
const MOST_VSWITCH = 8;
const DRBD_LIMIT = 908;

/** One entry of the request: how many physical cores of which NUMA nodes, or which logical processors. */
export type Capability = { function: string; sockets: [node: string, count: number][]; cpulist: string };

export type CpuSite = {
  subfunctions: readonly string[];
  nodes: number;
  /** Rows of `icpus`. */
  cpus: readonly Row[];
  vswitch: string;
  /** As the refusals name the host. */
  uuid: string;
};

type Counts = Map<string, number>[];
type Lists = Map<string, number[]>;

const numbers = (row: Row) => ({
  cpu: Number(row.cpu),
  core: Number(row.core),
  thread: Number(row.thread),
  node: Number(row.numa_node),
});

/** Logical processors of a node, threads of a core side by side (_sort_by_coreid). */
const ofNode = (site: CpuSite, node: number): number[] =>
  site.cpus
    .map(numbers)
    .filter((one) => one.node === node)
    .sort((a, b) => a.core - b.core || a.thread - b.thread)
    .map(({ cpu }) => cpu);

export const isHyperThreaded = (cpus: readonly Row[]): boolean =>
  cpus.some(({ thread }) => Number(thread) > 0);

const defaultFunction = (site: CpuSite): string =>
  site.subfunctions.includes('worker') ? 'Application' : 'Platform';

/** `3-6,8` as numbers (utils.parse_range_set). What is no number the platform does not catch: 500. */
export function rangeSet(text: string): number[] {
  if (text === '') return [];
  const all = text.split(',').flatMap((range) => {
    const ends = range.split('-').map((end) => (/^\s*\d+\s*$/.test(end) ? Number(end) : Number.NaN));
    const odd = range.split('-').find((end) => !/^\s*\d+\s*$/.test(end));
    if (odd !== undefined) refuse(500, `invalid literal for int() with base 10: '${odd}'`);
    const first = ends[0] ?? 0;
    const last = ends.at(-1) ?? first;
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  });
  return [...new Set(all)];
}

/** The request as such, before anything is counted. */
function checkShape(site: CpuSite, { function: name, sockets, cpulist }: Capability): void {
  const said = `[${sockets.map(([node, count]) => `{'${node}': ${count}}`).join(', ')}]`;
  if (sockets.length > 0 && cpulist !== '')
    refuse(400, `host ${site.uuid}:  socket=${said} and cpulist=${cpulist} may not both be specified`);
  if (name === '' || (sockets.length === 0 && cpulist === '')) {
    refuse(
      400,
      `host ${site.uuid}:  cpu function=${name || 'None'} or (socket=${said} and cpulist=${cpulist || 'None'}) not specified`,
    );
  }
  for (const [node, count] of sockets) {
    if (Number(node) >= site.nodes) refuse(400, `There is no Processor (Socket) ${node} on this host.`);
    if (count < 0) refuse(400, 'Specified cpu values must be non-negative.');
  }
  if (cpulist !== '') {
    const highest = Math.max(...site.cpus.map(({ cpu }) => Number(cpu)));
    if (Math.max(...rangeSet(cpulist)) > highest) refuse(400, 'Specified cpulist contains nonexistant CPUs.');
  }
}

/** What is asked for, in logical processors; functions that are not named keep as many as they have. */
function wanted(site: CpuSite, capabilities: readonly Capability[]): { counts: Counts; lists: Lists } {
  const counts: Counts = Array.from(
    { length: site.nodes },
    () => new Map(CPU_FUNCTIONS.map((name) => [name, 0])),
  );
  for (const row of site.cpus) {
    const own = counts[Number(row.numa_node)];
    const name = String(row.allocated_function ?? defaultFunction(site));
    own?.set(name, (own.get(name) ?? 0) + 1);
  }
  const threads = isHyperThreaded(site.cpus) ? 2 : 1;
  const lists: Lists = new Map();
  for (const { function: said, sockets, cpulist } of capabilities) {
    const name = CPU_FUNCTIONS.find((one) => one.toLowerCase() === said.toLowerCase()) ?? said;
    if (sockets.length === 0) for (const own of counts) own.set(name, 0);
    for (const [node, count] of sockets) counts[Number(node)]?.set(name, count * threads);
    lists.set(name, rangeSet(cpulist));
  }
  return { counts, lists };
}

const sum = (counts: Counts, lists: Lists, name: string): number =>
  counts.reduce((total, own) => total + (own.get(name) ?? 0), 0) + (lists.get(name)?.length ?? 0);

/** cpu_utils.check_core_allocations. */
function checkAllocations(site: CpuSite, counts: Counts, lists: Lists): void {
  const listed = [...lists.values()].flat();
  if (new Set(listed).size < listed.length)
    refuse(400, 'Some CPUs are specified for more than one function.');
  for (const [node, own] of counts.entries()) {
    const available = ofNode(site, node).length;
    const asked = ['Platform', 'Vswitch', 'Shared', 'Application-isolated'].reduce(
      (total, name) => total + (own.get(name) ?? 0),
      0,
    );
    if (asked > available) {
      refuse(
        400,
        `More total logical cores requested than present on Processor ${node} (${available} cores).`,
      );
    }
  }
  const threads = isHyperThreaded(site.cpus) ? 2 : 1;
  const platform = sum(counts, lists, 'Platform');
  if (site.subfunctions.includes('controller') && site.subfunctions.includes('worker')) {
    if (platform < 2) refuse(400, 'Platform must have at least two cores.');
  } else if (platform === 0) refuse(400, 'Platform must have at least one core.');
  if (counts.some((own) => (own.get('Shared') ?? 0) / threads > 1))
    refuse(400, 'Shared cores are limited to 1 per processor.');
  const vswitch = sum(counts, lists, 'Vswitch');
  if (vswitch !== 0 && site.vswitch === 'none')
    refuse(400, 'vSwitch cpus can only be used with a vswitch_type specified.');
  if (vswitch / threads > MOST_VSWITCH)
    refuse(400, `The vswitch function can only be assigned up to ${MOST_VSWITCH} cores.`);
  const left = site.cpus.length - platform - vswitch - sum(counts, lists, 'Application-isolated');
  if (left <= 0) refuse(400, 'There must be at least one unused core for Application.');
}

/** cpu_utils.update_core_allocations: lists first, then by count from the lowest core, the rest by default. */
function allocate(site: CpuSite, counts: Counts, lists: Lists): Map<number, string> {
  const functions = new Map<number, string>();
  const free = Array.from({ length: site.nodes }, (_, node) => ofNode(site, node));
  for (const [name, list] of lists) {
    for (const cpu of list) {
      const own = free.find((cpus) => cpus.includes(cpu));
      if (!own) refuse(400, `Specified CPU ${cpu} is invalid.`);
      own.splice(own.indexOf(cpu), 1);
      functions.set(cpu, name);
    }
  }
  for (const [node, cpus] of free.entries()) {
    for (const name of ['Platform', 'Vswitch', 'Shared', 'Application-isolated']) {
      for (let taken = counts[node]?.get(name) ?? 0; taken > 0; taken -= 1) {
        // The DRBD mask reaches so far: the platform's own processors are taken from below it first.
        const at =
          name === 'Platform'
            ? Math.max(
                0,
                cpus.findIndex((cpu) => cpu < DRBD_LIMIT),
              )
            : 0;
        const [cpu] = cpus.splice(at, 1);
        // Listed processors are not counted above: the platform runs out of them, and says so in Python's words.
        if (cpu === undefined) refuse(500, 'pop from empty list');
        functions.set(cpu, name);
      }
    }
    for (const cpu of cpus) functions.set(cpu, defaultFunction(site));
  }
  return functions;
}

/** The function of every logical processor, by its number, once the request is carried out; or its refusal. */
export function assignCpus(site: CpuSite, capabilities: readonly Capability[]): Map<number, string> {
  for (const capability of capabilities) checkShape(site, capability);
  const { counts, lists } = wanted(site, capabilities);
  checkAllocations(site, counts, lists);
  return allocate(site, counts, lists);
}

/** host.py _semantic_check_worker_cpu_assignments, when a worker is unlocked. */
export function checkUnlockCpus(cpus: readonly Row[], vswitch: string | undefined): void {
  const some = cpus.some(({ allocated_function }) => allocated_function === 'Vswitch');
  if (vswitch === 'none' && some) refuse(400, 'vSwitch cpus can only be used with a vswitch_type specified.');
  if (vswitch === 'ovs-dpdk' && !some)
    refuse(400, 'vSwitch cpus must be enabled on this host for ovs-dpdk to function.');
}
