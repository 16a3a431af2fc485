import { describe, expect, it } from 'vitest';
import { step } from './walk';

describe('walking with j and k', () => {
  it.each([
    { name: 'starts at the first row', current: null, at: 0, by: 1, is: 'a' },
    { name: 'goes down', current: 'a', at: 0, by: 1, is: 'b' },
    { name: 'goes up', current: 'c', at: 2, by: -1, is: 'b' },
    { name: 'stops at the end', current: 'c', at: 2, by: 1, is: 'c' },
    { name: 'stops at the start', current: 'a', at: 0, by: -1, is: 'a' },
    {
      name: 'takes the row that moved up where the current one is gone',
      current: 'x',
      at: 1,
      by: 1,
      is: 'b',
    },
    { name: 'or the one above it', current: 'x', at: 1, by: -1, is: 'a' },
    { name: 'or the last one, when the last is gone', current: 'x', at: 9, by: 1, is: 'c' },
  ] as const)('$name', ({ current, at, by, is }) => {
    expect(step(['a', 'b', 'c'], current, at, by)).toBe(is);
  });

  it('goes nowhere without rows', () => {
    expect(step([], 'a', 0, 1)).toBeNull();
  });
});
