import { describe, expect, it } from 'vitest';
import type { Cpu } from '../host-parts';
import { testHost, testLocked } from '../test-facts';
import { capacityCommands } from './cli';
import { allocate, type CpuPlan, coresLeft, cpuSite, isSo, movedBy, planOf, rangeText } from './cpu-plan';
import { type CpuFacts, cpuHostVerdict, cpuPlanVerdict, offersVswitch } from './cpu-rules';
import { functionRows } from './function-rows';

/** Two nodes of four cores with two threads, as the kernel numbers them: 0-3, 4-7, their siblings 8-11, 12-15. */
function cpus(uses: Record<number, string> = { 0: 'Platform', 8: 'Platform' }): Cpu[] {
  return Array.from({ length: 16 }, (_, number) => ({
    ...{ id: `c${number}`, number, core: number % 4, thread: Math.floor(number / 8) },
    ...{ node: Math.floor((number % 8) / 4), use: uses[number] ?? 'Application', model: null },
  }));
}
function siteOf(uses?: Record<number, string>) {
  const site = cpuSite(cpus(uses));
  if (!site) throw new Error('no site');
  return site;
}
const plan = (
  counts: Partial<CpuPlan['counts']> = {},
  isolated: readonly number[] | null = null,
): CpuPlan => ({
  counts: {
    ...{ Platform: [1, 0], Vswitch: [0, 0], Shared: [0, 0], 'Application-isolated': [0, 0] },
    ...counts,
  },
  isolated,
});
const worker = testLocked({ subfunctions: ['worker'], personality: 'worker' });
const facts = (changes: Partial<CpuFacts> = {}): CpuFacts => ({
  ...{ host: worker, site: siteOf(), simplex: false, vswitch: 'none' },
  ...changes,
});
const why = (given: CpuPlan, changes?: Partial<CpuFacts>): string => {
  const verdict = cpuPlanVerdict(given, facts(changes));
  return verdict.ok ? '' : verdict.why;
};

describe('a plan of cores', () => {
  it('packs whole cores from the lowest, in the order of the platform', () => {
    const uses = allocate(
      siteOf(),
      plan({ Platform: [1, 1], Shared: [1, 0], 'Application-isolated': [1, 0] }),
    );
    const of = (use: string) => [...(uses ?? [])].flatMap(([cpu, own]) => (own === use ? [cpu] : []));
    expect(of('Platform').toSorted((a, b) => a - b)).toEqual([0, 4, 8, 12]);
    expect(of('Shared')).toEqual([1, 9]);
    expect(of('Application-isolated')).toEqual([2, 10]);
    expect(of('Application')).toHaveLength(8);
  });

  it('leaves listed cores out of the packing', () => {
    const uses = allocate(siteOf(), plan({ Platform: [2, 0] }, [1, 9]));
    expect([0, 2, 1].map((cpu) => uses?.get(cpu))).toEqual(['Platform', 'Platform', 'Application-isolated']);
  });

  it('is read off what there is: by number where that gives the same, else by list', () => {
    expect(planOf(siteOf())).toEqual(plan());
    const first = siteOf({
      0: 'Platform',
      8: 'Platform',
      1: 'Application-isolated',
      9: 'Application-isolated',
    });
    expect(planOf(first)).toEqual(plan({ 'Application-isolated': [1, 0] }));
    const last = siteOf({
      0: 'Platform',
      8: 'Platform',
      7: 'Application-isolated',
      15: 'Application-isolated',
    });
    expect(planOf(last).isolated).toEqual([7, 15]);
    expect(isSo(last, planOf(last))).toBe(true);
  });

  it('tells what moves and what is left', () => {
    const site = siteOf();
    expect(movedBy(site, plan({ Platform: [2, 0] }))).toEqual([1, 9]);
    expect(coresLeft(site, plan({ Platform: [2, 0] }), 0)).toBe(2);
    expect(coresLeft(site, plan({}, [1, 9]), 0)).toBe(2);
    expect(coresLeft(site, plan({ Platform: [5, 0] }), 0)).toBe(-1);
    expect(allocate(site, plan({ Platform: [5, 0] }))).toBeNull();
  });

  it('is impossible where a processor does not say where it is', () => {
    const [first, ...others] = cpus();
    if (!first) throw new Error('none');
    expect(cpuSite([{ ...first, node: null }, ...others])).toBeNull();
    expect(cpuSite([])).toBeNull();
  });

  it('is told as ranges, as rows and as commands', () => {
    expect(rangeText([8, 3, 4, 5, 3])).toBe('3-5,8');
    expect(functionRows(cpus())).toMatchObject([
      { use: 'Platform', node: 0, cores: 1, threads: 2, list: '0,8' },
      { use: 'Application', node: 0, cores: 3, threads: 6, list: '1-3,9-11' },
      { use: 'Application', node: 1, cores: 4, threads: 8, list: '4-7,12-15' },
    ]);
    const call = { do: 'cpus.assign', plan: plan({}, [7, 15]), vswitch: false } as const;
    expect(capacityCommands(call, 'worker-1')).toEqual([
      'system host-cpu-modify -f platform -p0 1 -p1 0 worker-1',
      'system host-cpu-modify -f shared -p0 0 -p1 0 worker-1',
      'system host-cpu-modify -f application-isolated -c 7,15 worker-1',
    ]);
  });
});

describe('rules of cores', () => {
  it.each<[string, CpuPlan, Partial<CpuFacts>, RegExp]>([
    ['as it is', plan(), {}, /^$/],
    ['unlocked', plan(), { host: testHost({ subfunctions: ['worker'] }) }, /^Lock the host first/],
    [
      'no worker',
      plan(),
      { host: testLocked({ subfunctions: ['controller'], personality: 'controller' }) },
      /worker function/,
    ],
    ['too many', plan({ Platform: [5, 0] }), {}, /^NUMA node 0 has 4 cores, 5 are asked for/],
    ['too many beside a list', plan({ Platform: [4, 0] }, [1, 9]), {}, /NUMA node 0 has 4 cores, 5/],
    ['none for the platform', plan({ Platform: [0, 0] }), {}, /platform needs at least one core/],
    ['two shared', plan({ Shared: [2, 0] }), {}, /limited to 1 per NUMA node/],
    ['a vswitch without one', plan({ Vswitch: [1, 0] }), {}, /this one has none/],
    ['a vswitch with one', plan({ Vswitch: [1, 0] }), { vswitch: 'ovs-dpdk' }, /^$/],
    ['a vswitch that may be', plan({ Vswitch: [1, 0] }), { vswitch: null }, /^$/],
    ['none for applications', plan({ Platform: [4, 4] }), {}, /left for applications/],
    // The platform does not count shared cores there.
    ['only shared beside', plan({ Platform: [3, 3], Shared: [1, 1] }), {}, /^$/],
    ['processors that are not there', plan({}, [99]), {}, /does not have/],
  ])('%s', (_name, given, changes, says) => {
    expect(why(given, changes)).toMatch(says);
  });

  it('a simplex in service is locked first; while it is provisioned it need not be', () => {
    const host = testHost({ personality: 'controller', subfunctions: ['controller', 'worker'] });
    expect(cpuHostVerdict({ host, simplex: true }).ok).toBe(false);
    expect(cpuHostVerdict({ host: { ...host, provisionState: 'provisioning' }, simplex: true }).ok).toBe(
      true,
    );
  });

  it('a vswitch is asked about where there is one, or still has cores', () => {
    expect(offersVswitch(facts())).toBe(false);
    expect(offersVswitch(facts({ vswitch: 'ovs-dpdk' }))).toBe(true);
    expect(offersVswitch(facts({ site: siteOf({ 1: 'Vswitch' }) }))).toBe(true);
  });
});
