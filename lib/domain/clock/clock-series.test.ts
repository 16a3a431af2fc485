import { expect, it } from 'vitest';
import { CLOCK_WINDOWS, MOST_POINTS, seriesGrid } from './clock-series';

const NOW = 1_800_000_007_123;

it.each([
  ['1h', 1, 15, 240],
  ['1h', 15, 30, 120],
  ['1h', 30, 60, 60],
  ['24h', 30, 360, 240],
  ['24h', 600, 1_200, 72],
] as const)('a grid of %s over samples %s s apart has steps of %s s', (window, scrape, step, points) => {
  const grid = seriesGrid(window, NOW, scrape);
  expect(grid).toMatchObject({ step, points });
  expect(points).toBeLessThanOrEqual(MOST_POINTS);
  expect(grid.to - grid.from).toBe((points - 1) * step);
  expect(grid.to % step).toBe(0);
  // The newest sample is in it, and the oldest is no older than the window and a step.
  expect(grid.to * 1000).toBeGreaterThanOrEqual(NOW);
  expect(NOW / 1000 - grid.from).toBeLessThanOrEqual(CLOCK_WINDOWS[window]);
});

it('stays where it is while its last step fills', () => {
  expect(seriesGrid('1h', 1_800_000_001_000, 30)).toEqual(seriesGrid('1h', 1_800_000_059_000, 30));
});
