import { describe, expect, it } from 'vitest';
import { ageOf } from './dead-man';
import type { Seen } from './seen';

const seen = (changes: Partial<Seen<string>>): Seen<string> => ({
  nextAt: 0,
  paceMs: 15_000,
  misses: 0,
  ...changes,
});
const DOWN = { kind: 'unavailable', message: 'fm does not answer.' } as const;

describe('too old', () => {
  it.each<[string, Partial<Seen<string>>, number, boolean]>([
    ['fresh', { data: 'x', asOf: 1_000 }, 2_000, false],
    ['two intervals old', { data: 'x', asOf: 1_000 }, 34_000, false],
    ['a moment older', { data: 'x', asOf: 1_000 }, 34_001, true],
    [
      'young, although the newest try failed',
      { data: 'x', asOf: 1_000, error: DOWN, misses: 1 },
      20_000,
      false,
    ],
    ['old, without any error: nothing answers at all', { data: 'x', asOf: 1_000 }, 100_000, true],
    ['quick readings grow old quickly', { data: 'x', asOf: 1_000, paceMs: 1_000 }, 6_001, true],
    ['never read, and it failed', { error: DOWN }, 2_000, true],
  ])('%s', (_, changes, now, dead) => expect(ageOf(seen(changes), 1_000, now).dead).toBe(dead));

  it('waits a while for what was never read', () => {
    expect(ageOf(undefined, 1_000, 2_000)).toMatchObject({ asOf: null, dead: false });
    expect(ageOf(undefined, 1_000, 16_001)).toMatchObject({ asOf: null, dead: true });
  });
});
