import { describe, expect, it } from 'vitest';
import { edgeAt, shareAt, slotsOf } from './histogram-slots';
import { ticksOf } from './histogram-ticks';

const HOUR = 3_600_000;

describe('bars', () => {
  it('has a slot for every bucket, and adds up what is drawn together', () => {
    const raised = { critical: 2, major: 1, minor: 1, warning: 0 };
    const bucket = { from: 10, to: 20, logs: 3, operators: 2, cleared: 4, raised, raisedOther: 1 };
    const counts = { edges: [0, 10, 20], buckets: [bucket] } as Parameters<typeof slotsOf>[0];
    expect(slotsOf(counts)).toEqual([
      { from: 0, to: 10, logs: 0, operators: 0, changes: 0, critical: 0 },
      { from: 10, to: 20, logs: 3, operators: 2, changes: 7, critical: 2 },
    ]);
  });

  it('finds an instant along bars of one width, however long they last', () => {
    const edges = [0, 10, 30, 40];
    expect([-5, 0, 5, 10, 20, 40, 99].map((at) => Number(shareAt(edges, at).toFixed(3)))).toEqual([
      0, 0, 0.167, 0.333, 0.5, 1, 1,
    ]);
    expect([-1, 0, 0.3, 0.6, 1, 2].map((share) => edgeAt(edges, share))).toEqual([0, 0, 10, 30, 40, 40]);
  });

  it('puts words on whole hours of the reader', () => {
    const half = () => 5.5 * HOUR;
    const edges = Array.from({ length: 49 }, (_, n) => n * HOUR * 0.5);
    const ticks = ticksOf(edges, half);
    expect(ticks.length).toBeGreaterThan(3);
    expect(ticks.length).toBeLessThan(10);
    expect(ticks.every((tick) => (tick + half()) % (3 * HOUR) === 0)).toBe(true);
  });
});
