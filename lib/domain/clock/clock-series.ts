/** What a metrics store kept of a host's clocks over a while, thinned for a chart. */
import type { Unknown } from '../host';

/** How far back a chart looks. */
export const CLOCK_WINDOWS = { '1h': 3_600, '24h': 86_400 } as const;
export type ClockWindow = keyof typeof CLOCK_WINDOWS;

/** Offset and delay in nanoseconds, frequency adjustment in parts per billion. */
export const SERIES_QUANTITIES = ['offset', 'delay', 'frequency'] as const;
export type SeriesQuantity = (typeof SERIES_QUANTITIES)[number];

/** The most points of one series. */
export const MOST_POINTS = 240;

export type ClockSeries = {
  host: string;
  quantity: SeriesQuantity;
  /** Epoch milliseconds of the first and of the last point. */
  from: number;
  to: number;
  /** Milliseconds from point to point. */
  stepMs: number;
  /** One for each interface and process; never one over several hosts. */
  lines: readonly ClockLine[];
};

export type ClockLine = {
  interface: Unknown<string>;
  process: Unknown<string>;
  /** What the value is relative to (`master`, `phc`, `gnss`), where the store says so. */
  from: Unknown<string>;
  /**
   * The least and the greatest sample of the step that ends at each point, `from + n * stepMs`. null where there was no
   * sample: a gap, not a zero. No mean: it would hide the one sample that matters.
   */
  min: readonly Unknown<number>[];
  max: readonly Unknown<number>[];
};

/**
 * The grid of a chart: its points fall on whole steps, so that two readings of it agree, and the last one may still fill.
 * @param scrapeSeconds between two samples of the store. A step holds two of them at least: a finer grid would show gaps
 *   where nothing is missing
 */
export function seriesGrid(
  window: ClockWindow,
  nowMs: number,
  scrapeSeconds: number,
): { from: number; to: number; step: number; points: number } {
  const length = CLOCK_WINDOWS[window];
  const step = Math.min(length, Math.ceil(Math.max(length / MOST_POINTS, scrapeSeconds * 2)));
  const points = Math.floor(length / step);
  const to = Math.ceil(nowMs / 1000 / step) * step;
  return { from: to - (points - 1) * step, to, step, points };
}
