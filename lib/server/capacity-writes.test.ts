/** Changing cores, memory and kernels against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { CapacityCall } from '@/lib/domain/capacity/calls';
import { cpuSite, planOf } from '@/lib/domain/capacity/cpu-plan';
import type { StepResult } from '@/lib/domain/steps';

const { orderCapacityCalls } = await import('./capacity-writes');
const { invalidateHosts } = await import('./outdated');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator');
const { written, signIn } = bench;
/** A worker that is locked in this world. */
const HOST = 'worker-4';

async function hostId(name = HOST): Promise<string> {
  const { value } = await readView(bench.session(), 'hosts', {});
  const host = value?.data.hosts.find(({ hostname }) => hostname === name);
  if (!host) throw new Error(`no host ${name}`);
  return host.id;
}
async function run(calls: CapacityCall[], host = HOST): Promise<StepResult[]> {
  const begun = await orderCapacityCalls({ host: await hostId(host), calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}
async function memory(host = HOST) {
  invalidateHosts();
  const { value } = await readView(bench.session(), 'hostMemory', { hostId: await hostId(host) }, true);
  const [zero, one] = value?.data.rows ?? [];
  if (!zero || !one) throw new Error('no memory');
  return { zero, one };
}
const reserve = (memory: string, node: number, reservedMib: number): CapacityCall => ({
  ...{ do: 'memory.change', memory, node, to: { reservedMib } },
});

describe('what a host has to give', () => {
  it('cores are assigned in one request, told in the audit trail', async () => {
    const { value } = await readView(bench.session(), 'hostProcessors', { hostId: await hostId() });
    const site = cpuSite(value?.data.rows ?? []);
    if (!site) throw new Error('no processors');
    const plan = planOf(site);
    const wanted = { ...plan, counts: { ...plan.counts, Platform: [3, 1] } };
    expect(await run([{ do: 'cpus.assign', plan: wanted, vswitch: false }])).toEqual([{ state: 'done' }]);
    expect(await bench.writes('sysinv')).toBe(1);
    expect(written).toMatchObject([
      {
        ...{ action: 'host-cpus.change', target: HOST, outcome: 'ok' },
        details: { cpuFunctions: expect.stringMatching(/^platform=3,1 shared=0,0/) },
      },
    ]);
    // Once more: it is so already.
    expect(await run([{ do: 'cpus.assign', plan: wanted, vswitch: false }])).toEqual([{ state: 'already' }]);
  });

  it('memory is changed node by node, and taken back when the second is refused', async () => {
    const { zero, one } = await memory();
    const steps = await run([reserve(zero.id, 0, 9100), reserve(one.id, 1, 10)]);
    expect(steps).toMatchObject([
      { state: 'undone' },
      {
        state: 'failed',
        failure: {
          message: 'Platform reserved memory for numa node 1 must be greater than the minimum value 1000',
        },
      },
    ]);
    expect(await bench.writes('sysinv')).toBe(3);
    expect((await memory()).zero.platformReservedMib).toBe(zero.platformReservedMib);
    expect(written.map(({ outcome }) => outcome)).toEqual(['ok', 'refused', 'ok']);
  });

  it('huge pages wait for the unlock', async () => {
    const { zero } = await memory();
    const to = { pages2M: 0, pages1G: 5, asPercentage: false };
    expect(await run([{ do: 'memory.change', memory: zero.id, node: 0, to }])).toEqual([{ state: 'done' }]);
    expect((await memory()).zero.hugePages.find(({ sizeMib }) => sizeMib === 1024)?.pending).toBe(5);
  });

  it('the kernel is chosen', async () => {
    const { value } = await readView(bench.session(), 'hostKernel', { hostId: await hostId() });
    const kernel = value?.data.provisioned === 'standard' ? 'lowlatency' : 'standard';
    expect(await run([{ do: 'kernel.change', kernel }])).toEqual([{ state: 'done' }]);
    invalidateHosts();
    const after = await readView(bench.session(), 'hostKernel', { hostId: await hostId() }, true);
    expect(after.value?.data).toEqual({ provisioned: kernel, running: value?.data.running });
  });

  it('an unlocked host is refused in the platform’s words; an operator before anything is asked', async () => {
    const [step] = await run([{ do: 'kernel.change', kernel: 'standard' }], 'worker-2');
    expect(step).toMatchObject({ state: 'failed', failure: { message: 'Host must be locked.' } });
    signIn('operator');
    const before = await bench.writes('sysinv');
    const [refused] = await run([reserve((await memory()).zero.id, 0, 9500)]);
    expect(refused).toMatchObject({ state: 'failed', failure: { kind: 'forbidden' } });
    expect(await bench.writes('sysinv')).toBe(before);
  });
});
