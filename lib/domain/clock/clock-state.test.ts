import { describe, expect, it } from 'vitest';
import { byAttention, worstState } from './clock-state';

describe('order of attention of clocks', () => {
  it('puts what nobody can vouch for above what carries the time', () => {
    expect((['locked', 'holdover', 'unknown', 'freerun', 'no-fault'] as const).toSorted(byAttention)).toEqual(
      ['freerun', 'unknown', 'holdover', 'no-fault', 'locked'],
    );
  });

  it('takes the worst, and nothing of nothing', () => {
    expect(worstState(['locked', 'out-of-tolerance', 'no-fault'])).toBe('out-of-tolerance');
    expect(worstState([])).toBeUndefined();
  });
});
