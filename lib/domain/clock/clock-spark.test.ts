import { expect, it } from 'vitest';
import { furthestOf, SPARK_BLOCK, sparkBlocks } from './clock-spark';

const hosts = Array.from({ length: 100 }, (_, index) => `worker-${String(index).padStart(3, '0')}`);

it('asks for the blocks that hold a host in sight, the same ones whoever looks', () => {
  const one = sparkBlocks([...hosts].reverse(), new Set(['worker-041', 'worker-079']));
  expect(one).toEqual([hosts.slice(40, 80)]);
  expect(sparkBlocks(hosts, new Set(['worker-000', 'worker-099'])).map(({ length }) => length)).toEqual([
    SPARK_BLOCK,
    20,
  ]);
  expect(sparkBlocks(hosts, new Set())).toEqual([]);
  expect(sparkBlocks(hosts, new Set(hosts), 2)).toHaveLength(2);
});

it('keeps of two samples the one further from zero, and a gap only where both are', () => {
  expect(furthestOf(5, -9)).toBe(-9);
  expect(furthestOf(null, -1)).toBe(-1);
  expect(furthestOf(3, null)).toBe(3);
  expect(furthestOf(null, null)).toBeNull();
});
