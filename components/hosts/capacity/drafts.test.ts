import { describe, expect, it } from 'vitest';
import type { CpuPlan } from '@/lib/domain/capacity/cpu-plan';
import type { MemoryNode } from '@/lib/domain/host-parts';
import { NO_CPU_DRAFT, planIn, wayOf, withCount } from './cpu-draft';
import {
  changeIn,
  countedAs,
  fieldText,
  NO_MEMORY_DRAFT,
  wishIn,
  withField,
  withPercent,
} from './memory-draft';

const NOW: CpuPlan = {
  counts: { Platform: [2, 0], Vswitch: [0, 0], Shared: [0, 0], 'Application-isolated': [0, 4] },
  isolated: null,
};

describe('what is typed about cores', () => {
  it('is a plan once every field holds a number', () => {
    expect(planIn(NO_CPU_DRAFT, NOW, [])).toEqual(NOW);
    expect(planIn(withCount(NO_CPU_DRAFT, 'Platform', 1, '3'), NOW, [])?.counts.Platform).toEqual([2, 3]);
    for (const odd of ['', '-1', '1.5', 'all']) {
      expect(planIn(withCount(NO_CPU_DRAFT, 'Shared', 0, odd), NOW, [])).toBeNull();
    }
  });

  it('lists isolated cores from those that are so now; a number that is not shown is not asked for', () => {
    const list = { ...withCount(NO_CPU_DRAFT, 'Application-isolated', 0, 'x'), way: 'list' as const };
    const plan = planIn(list, NOW, [31, 15]);
    expect(plan?.isolated).toEqual([15, 31]);
    expect(plan?.counts['Application-isolated']).toEqual([0, 0]);
    expect(planIn({ ...list, picked: [] }, NOW, [31])?.isolated).toEqual([]);
    expect(wayOf(NO_CPU_DRAFT, { ...NOW, isolated: [3] })).toBe('list');
  });
});

const node: MemoryNode = {
  ...{ id: 'm0', node: 0, totalMib: 124_000, availableMib: 1, platformReservedMib: 8000 },
  ...{ minimumReservedMib: 1000, supports1G: true, asPercentage: false, smallPages: 0 },
  vswitch: { sizeMib: 1024, total: 0, available: 0, required: null },
  hugePages: [
    { sizeMib: 1024, total: 32, available: 30, pending: null, percentage: null },
    { sizeMib: 2, total: null, available: null, pending: null, percentage: null },
  ],
};

describe('what is typed about memory', () => {
  it('begins with what the node is to be; what was never told stays untold', () => {
    expect(fieldText(NO_MEMORY_DRAFT, node, 'pages1G', false)).toBe('32');
    expect(fieldText(NO_MEMORY_DRAFT, node, 'pages2M', false)).toBe('');
    expect(wishIn(NO_MEMORY_DRAFT, node, false)).toMatchObject({
      pages1G: 32,
      pages2M: null,
      reservedMib: 8000,
    });
    expect(wishIn(withField(NO_MEMORY_DRAFT, node, 'pages2M', ''), node, false)).toBeNull();
    expect(wishIn(withField(NO_MEMORY_DRAFT, node, 'reservedMib', '9 GiB'), node, false)).toBeNull();
  });

  it('numbers of pages go when they are counted in percent; what is reserved stays', () => {
    const typed = withField(withField(NO_MEMORY_DRAFT, node, 'pages1G', '20'), node, 'reservedMib', '9000');
    const draft = withPercent(typed, true);
    expect(countedAs(draft, [node])).toBe('percent');
    expect(countedAs(NO_MEMORY_DRAFT, [node, { ...node, asPercentage: true }])).toBeNull();
    // 32 of some 113 pages that the platform leaves.
    expect(fieldText(draft, node, 'pages1G', true)).toBe('28');
    expect(fieldText(draft, node, 'reservedMib', true)).toBe('9000');
  });

  it('of hosts without huge pages is what is reserved alone', () => {
    const wish = wishIn(withField(NO_MEMORY_DRAFT, node, 'reservedMib', '9000'), node, true);
    if (!wish) throw new Error('no wish');
    expect(changeIn(node, wish, false)).toEqual({ reservedMib: 9000 });
    expect(changeIn(node, wish, true)).toEqual({
      reservedMib: 9000,
      pages1G: 28,
      pages2M: 0,
      asPercentage: true,
    });
  });
});
