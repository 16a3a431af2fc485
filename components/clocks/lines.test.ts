/** Arithmetic of the small pictures: lines of offsets, and which rows are in sight. */
import { describe, expect, it } from 'vitest';
import type { ClockLine, ClockSeries } from '@/lib/domain/clock/clock-series';
import { furthest, lineOf, offsetPath, scaleOf } from './offset-line';
import { sparkPath, sparkScale } from './spark-line';
import { windowAt } from './use-window';

const BOX = { width: 100, height: 20 };

describe('the small line', () => {
  it('goes up for ahead, down for behind, through the middle at zero', () => {
    expect(sparkPath([0, 50, -100], BOX, 100)).toBe('M0 10L50 5L100 20');
  });
  it('leaves a gap open, and draws a lone sample as a dot', () => {
    expect(sparkPath([0, null, 0, 0], BOX, 100)).toBe('M0 10h0M66.67 10L100 10');
    expect(sparkPath([null, null], BOX, 100)).toBe('');
  });
  it('keeps the limit in sight, and whatever is over it', () => {
    expect(sparkScale([1, -2], 1_000)).toBeCloseTo(1_100);
    expect(sparkScale([1, -2_000, null], 1_000)).toBeCloseTo(2_200);
  });
});

const line = (changes: Partial<ClockLine>): ClockLine => ({
  ...{ interface: 'ens1', process: 'ptp4l', from: null, min: [], max: [] },
  ...changes,
});
const series = (...lines: ClockLine[]): ClockSeries => ({
  ...{ host: 'w', quantity: 'offset', from: 0, to: 2, stepMs: 1 },
  lines,
});

describe('the chart', () => {
  it('is of ptp4l, of several the one furthest out, and of others only where there is none', () => {
    const near = line({ interface: 'near', min: [-1], max: [1] });
    const far = line({ interface: 'far', min: [-9], max: [1] });
    const phc = line({ process: 'phc2sys', min: [-999], max: [999] });
    expect(lineOf(series(phc, near, far))?.interface).toBe('far');
    expect(lineOf(series(phc, line({ process: null, interface: 'plain' })))?.interface).toBe('plain');
    expect(lineOf(series(phc))).toBeNull();
    expect(furthest(far)).toBe(9);
    expect(scaleOf(near, 100)).toBeCloseTo(110);
  });
  it('goes there by the greatest and back by the least sample, in runs between gaps', () => {
    const path = offsetPath({ min: [0, -100, null], max: [100, 0, null] }, BOX, 100);
    expect(path).toBe('M0 0L50 10L50 20L0 10Z');
    expect(offsetPath({ min: [null, 0, null], max: [null, 0, null] }, BOX, 100)).toBe(
      'M50 10L75 10L75 10L50 10Z',
    );
  });
});

it('rows in sight come with some before and after, in steps', () => {
  expect(windowAt(0, 420, 42)).toEqual({ from: 0, to: 24 });
  expect(windowAt(42_000, 420, 42)).toEqual({ from: 984, to: 1_026 });
  expect(windowAt(42_010, 400, 42)).toEqual(windowAt(42_000, 400, 42));
});
