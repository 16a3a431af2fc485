import { describe, expect, it } from 'vitest';
import type { MemoryNode } from '../host-parts';
import { testHost, testLocked } from '../test-facts';
import { type CapacityCall, type CapacityState, capacitySteps, capacityTitle } from './calls';
import { capacityCommands } from './cli';
import { kernelVerdict, kernelWaits } from './kernel';
import {
  changeTo,
  isPending,
  type MemoryChange,
  pendingPages,
  totalsOf,
  wholeMib,
  wishAfter,
  wishOf,
} from './memory-plan';
import { type MemoryFacts, memoryHostVerdict, memoryVerdict, overWords } from './memory-rules';

const node = (
  changes: Partial<MemoryNode> = {},
  pages: Partial<MemoryNode['hugePages'][number]> = {},
): MemoryNode => ({
  ...{ id: 'm0', node: 0, totalMib: 124_000, availableMib: 60_000, platformReservedMib: 8000 },
  ...{ minimumReservedMib: 1000, supports1G: true, asPercentage: false, smallPages: 21_299_200 },
  vswitch: { sizeMib: 1024, total: 0, available: 0, required: null },
  hugePages: [
    { sizeMib: 1024, total: 32, available: 30, pending: null, percentage: null, ...pages },
    { sizeMib: 2, total: 0, available: 0, pending: null, percentage: null },
  ],
  ...changes,
});
const worker = testLocked({ personality: 'worker', subfunctions: ['worker'] });
const facts = (changes: Partial<MemoryFacts> = {}): MemoryFacts => ({
  ...{ host: worker, hosts: [worker, testHost({ id: 'other' })], simplex: false, vswitch: 'none' },
  ...changes,
});
const why = (to: MemoryChange, given = node(), changes?: Partial<MemoryFacts>): string => {
  const verdict = memoryVerdict(given, to, facts(changes));
  return verdict.ok ? '' : verdict.why;
};

describe('the memory of a node', () => {
  it('is as large as its parts, where the platform leaves out what it reserves', () => {
    expect(wholeMib(node())).toBe(124_000);
    expect(wholeMib(node({ totalMib: 116_000 }))).toBe(123_968);
    expect(wholeMib(node({ totalMib: null }))).toBeNull();
  });

  it('is added up as it is typed, in pages and in percent', () => {
    expect(totalsOf(node(), wishOf(node()))).toMatchObject({
      mib1G: 32_768,
      smallMib: 124_000 - 8000 - 32_768,
    });
    const half = wishAfter(node(), { asPercentage: true, pages2M: 50, pages1G: 0 });
    expect(totalsOf(node(), half)).toMatchObject({ mib2M: 58_000, mib1G: 0, smallMib: 58_000 });
    expect(totalsOf(node(), wishAfter(node(), { pages1G: 120 })).smallMib).toBeLessThan(0);
  });

  it('sends what differs; pages go with how they are counted, the vswitch with its size', () => {
    const change = (to: MemoryChange) => changeTo(node(), wishAfter(node(), to));
    expect(change({})).toBeNull();
    expect(change({ reservedMib: 8000 })).toBeNull();
    expect(change({ reservedMib: 9000 })).toEqual({ reservedMib: 9000 });
    expect(change({ pages1G: 4 })).toEqual({ pages1G: 4, asPercentage: false });
    expect(change({ asPercentage: true, pages2M: 0, pages1G: 50 })).toEqual({
      ...{ pages2M: 0, pages1G: 50, asPercentage: true },
    });
    expect(change({ vswitchPages: 1 })).toEqual({ vswitchPages: 1, vswitchSizeMib: 1024 });
  });

  it('waits for the unlock where numbers differ; of a share, where it is far from what is there', () => {
    expect(isPending(node())).toBe(false);
    expect(isPending(node({}, { pending: 32 }))).toBe(false);
    expect(pendingPages(node({}, { pending: 4 }), 1024)).toBe(4);
    const share = (total: number) =>
      node(
        { asPercentage: true, smallPages: (116_000 - total * 1024) * 256 },
        { pending: 50, percentage: 50, total },
      );
    expect(pendingPages(share(56), 1024)).toBeNull();
    expect(pendingPages(share(10), 1024)).toBe(56);
    const vswitch = { sizeMib: 2, total: 0, available: 0, required: 512 };
    expect(isPending(node({ vswitch }))).toBe(true);
  });
});

describe('rules of memory', () => {
  it.each<[string, MemoryChange, MemoryNode | undefined, Partial<MemoryFacts>, RegExp]>([
    ['fits', { pages1G: 4 }, undefined, {}, /^$/],
    [
      'unlocked',
      { pages1G: 4 },
      undefined,
      { host: testHost({ subfunctions: ['worker'] }) },
      /^Lock the host first/,
    ],
    ['too little', { reservedMib: 10 }, undefined, {}, /^NUMA node 0: At least 1000 MiB/],
    ['minimum unknown', { reservedMib: 10 }, node({ minimumReservedMib: null }), {}, /^$/],
    ['two sizes', { pages2M: 10 }, undefined, {}, /Pages of one size only/],
    ['no 1G', { pages1G: 4 }, node({ supports1G: false }), {}, /has no pages of 1 GiB/],
    ['over 100', { asPercentage: true, pages1G: 101 }, undefined, {}, /Up to 100 %/],
    [
      'no work',
      { pages1G: 4 },
      undefined,
      { host: testLocked({ personality: 'controller', subfunctions: [] }) },
      /runs no applications/,
    ],
    [
      'storage',
      { reservedMib: 9000 },
      undefined,
      { host: testLocked({ personality: 'storage' }) },
      /for storage/,
    ],
    ['no vswitch', { vswitchPages: 1 }, undefined, {}, /this cloud has no vSwitch/],
    [
      '2M beside its 1G',
      { pages2M: 4, pages1G: 0 },
      undefined,
      { vswitch: 'ovs-dpdk' },
      /can have those only/,
    ],
    ['1G beside its 1G', { pages1G: 4 }, undefined, { vswitch: 'ovs-dpdk' }, /^$/],
    // The whole of a node is the platform's secret: it decides.
    ['too many', { pages1G: 9999 }, undefined, {}, /^$/],
  ])('%s', (_name, to, given, changes, says) => {
    expect(why(to, given, changes)).toMatch(says);
  });

  it('warns of what seems too much', () => {
    expect(overWords(node(), wishAfter(node(), { pages1G: 9999 }))).toMatch(
      /more than the node seems to have/,
    );
    expect(overWords(node(), wishAfter(node(), { reservedMib: 90_000, pages1G: 0 }))).toMatch(/two thirds/);
    expect(overWords(node(), wishOf(node()))).toBeNull();
  });

  it('the last unlocked host of a cloud is let through', () => {
    const host = testHost({ subfunctions: ['worker'] });
    expect(memoryHostVerdict({ host, hosts: [host], simplex: false }).ok).toBe(true);
    expect(memoryHostVerdict({ host, hosts: [host], simplex: true }).ok).toBe(false);
  });
});

describe('steps', () => {
  const state = (memory: MemoryNode[] = [node()]): CapacityState => ({
    ...{ cpus: [], memory },
    kernel: { provisioned: 'standard', running: 'standard' },
  });
  const call = (to: MemoryChange): CapacityCall => ({ do: 'memory.change', memory: 'm0', node: 0, to });

  it('are done when nothing remains, and are taken back to what there was', () => {
    const change = call({ reservedMib: 9000, pages1G: 4, asPercentage: false });
    const after = capacitySteps.after(change, state());
    expect(capacitySteps.remaining(change, state())).toEqual(change);
    expect(capacitySteps.remaining(change, after)).toBeNull();
    const back = capacitySteps.inverse(change, state());
    expect(back).toEqual(call({ reservedMib: 8000, asPercentage: false, pages2M: 0, pages1G: 32 }));
    const undone = back && capacitySteps.after(back, after);
    expect(undone && wishOf(undone.memory[0] ?? node())).toEqual(wishOf(node()));
  });

  it('of the kernel likewise', () => {
    const change: CapacityCall = { do: 'kernel.change', kernel: 'lowlatency' };
    const after = capacitySteps.after(change, state());
    expect(capacitySteps.remaining(change, after)).toBeNull();
    expect(capacitySteps.inverse(change, state())).toEqual({ do: 'kernel.change', kernel: 'standard' });
    expect(after.kernel && kernelWaits(after.kernel)).toBe(true);
  });

  it('have words and commands', () => {
    expect(capacityTitle(call({ reservedMib: 9000, pages1G: 1 }))).toBe(
      'Memory of NUMA node 0: 9000 MiB for the platform, 1 page of 1 GiB',
    );
    const commands = (to: MemoryChange) => capacityCommands(call(to), 'worker-1');
    expect(commands({ reservedMib: 9000, pages2M: 50, pages1G: 0, asPercentage: true })).toEqual([
      'system host-memory-modify -m 9000 -2M 50% -1G 0% worker-1 0',
    ]);
    expect(commands({ vswitchPages: 1, vswitchSizeMib: 1024 })).toEqual([
      'system host-memory-modify -f vswitch -1G 1 worker-1 0',
    ]);
    expect(capacityCommands({ do: 'kernel.change', kernel: 'standard' }, 'worker-1')).toEqual([
      'system host-kernel-modify worker-1 standard',
    ]);
  });
});

describe('the kernel', () => {
  it.each<[string, Parameters<typeof testLocked>[0], RegExp]>([
    ['a locked worker', { subfunctions: ['worker'], availability: 'online' }, /^$/],
    ['no worker', { subfunctions: ['controller'] }, /worker function/],
    ['not inventoried', { subfunctions: ['worker'], inventoryState: 'reinstalling' }, /taken stock/],
    ['offline', { subfunctions: ['worker'], availability: 'offline' }, /has to be online/],
    ['unlocked', { subfunctions: ['worker'], administrative: 'unlocked' }, /^Lock the host first/],
  ])('of %s', (_name, changes, says) => {
    const verdict = kernelVerdict(testLocked(changes));
    expect(verdict.ok ? '' : verdict.why).toMatch(says);
  });
});
