import { describe, expect, it } from 'vitest';
import { dueOnGrid } from './reading-grid';

const SINCE = 7_003;
const FAST = 5_000;
const SLOW = 15_000;

describe('dueOnGrid', () => {
  it.each<[string, number, number]>([
    ['on a point: the next one', 0, SLOW],
    ['a moment after one, as the asking takes its time', 400, SLOW],
    ['half a pace before one: that one', SLOW / 2, SLOW],
    ['just short of half a pace before one: the one after it', SLOW / 2 + 1, 2 * SLOW],
    ['right before one: the one after it', SLOW - 1, 2 * SLOW],
    ['points later', 10 * SLOW + 20, 11 * SLOW],
  ])('taken %s', (_, after, due) => expect(dueOnGrid(SINCE, SINCE + after, SLOW)).toBe(SINCE + due));

  it('lies half to one and a half paces ahead, whenever the reading was taken', () => {
    for (let after = 0; after < 4 * FAST; after += 7) {
      const ahead = dueOnGrid(SINCE, SINCE + after, FAST) - (SINCE + after);
      expect(ahead).toBeGreaterThanOrEqual(FAST / 2);
      expect(ahead).toBeLessThan(1.5 * FAST);
    }
  });

  it('makes readings that were taken at different moments due together, slow ones on points of fast ones', () => {
    const due = [100, 1_900, 6_000].map((after) => dueOnGrid(SINCE, SINCE + after, SLOW));
    expect(new Set(due).size).toBe(1);
    for (const pace of [SLOW, 60_000, 300_000])
      expect((dueOnGrid(SINCE, SINCE + 123_456, pace) - SINCE) % FAST).toBe(0);
  });
});
