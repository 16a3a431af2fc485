import { describe, expect, it } from 'vitest';
import type { Column } from './column';
import { facetOptions } from './facet-state';

const column: Column<string> = {
  id: 'availability',
  label: 'Availability',
  value: (row) => row,
  width: { min: 90 },
  facet: { order: ['available', 'degraded', 'failed'], text: (value) => value.toUpperCase() },
};
const plain = (counts: Record<string, number>, on: readonly string[] = []) =>
  facetOptions(column, new Map(Object.entries(counts)), on).map(({ value, count }) => `${value} ${count}`);

describe('the options of a facet', () => {
  it('stand in the platform’s order, then by name', () => {
    expect(
      plain({ online: 1, failed: 2, available: 8, 'power-off': 1, 'offline-2': 1, 'offline-10': 1 }),
    ).toEqual(['available 8', 'failed 2', 'offline-2 1', 'offline-10 1', 'online 1', 'power-off 1']);
  });

  it('keep a value that is on, even when nothing has it now', () => {
    expect(plain({ available: 8 }, ['failed'])).toEqual(['available 8', 'failed 0']);
  });

  it('read as the column says', () => {
    expect(facetOptions(column, new Map([['failed', 1]]), [])[0]?.text).toBe('FAILED');
  });
});
