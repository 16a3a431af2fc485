/**
 * When a clock was without its reference, as spans of time, and what that makes of it. Every state follows from the
 * spans alone: LOCKED, then HOLDOVER for as long as the instance's `holdover_seconds`, then FREERUN; never back from
 * FREERUN to HOLDOVER, and straight to FREERUN when the lock was younger than
 * `locked_to_holdover_threshold_seconds` (StarlingX PTP instance monitoring parameters).
 */
import type { Limits } from './config';

export type LockState = 'LOCKED' | 'HOLDOVER' | 'FREERUN';

/** `dead`: there is no daemon that could hold over. */
export type Span = { from: number; to: number; dead?: boolean };

/** Where a clock is in an outage. Times are epoch milliseconds. */
export type Outage = {
  state: 'HOLDOVER' | 'FREERUN';
  from: number;
  /** When holdover ends or ended; `from` where it never was. */
  heldUntil: number;
  /** The lock before it was too young for a holdover. */
  unstable: boolean;
};

/** In order, and joined where they touch. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (!last || span.from > last.to) result.push({ ...span });
    else {
      last.to = Math.max(last.to, span.to);
      last.dead = last.dead || span.dead;
    }
  }
  return result;
}

/** The outage that a clock is in at a time, out of its joined spans; undefined while it is locked. */
export function outageAt(spans: readonly Span[], limits: Limits, at: number): Outage | undefined {
  const index = spans.findIndex(({ from, to }) => from <= at && at < to);
  const span = spans[index];
  if (!span) return undefined;
  const { heldUntil, unstable } = holdoverOf(spans, index, limits);
  return { state: at < heldUntil ? 'HOLDOVER' : 'FREERUN', from: span.from, heldUntil, unstable };
}

/** The last outage that was over at a time. */
export function lastBefore(spans: readonly Span[], at: number): Span | undefined {
  return spans.filter(({ to }) => to <= at).at(-1);
}

/** When what the clock gives can no longer be traced to a reference: after holdover. */
export function untraceable(spans: readonly Span[], limits: Limits): Span[] {
  return spans.map(({ to }, index) => ({ from: holdoverOf(spans, index, limits).heldUntil, to }));
}

function holdoverOf(spans: readonly Span[], index: number, limits: Limits) {
  const [span, before] = [spans[index], spans[index - 1]];
  const from = span?.from ?? 0;
  const unstable = before !== undefined && from - before.to < limits.lockedS * 1000;
  return { unstable, heldUntil: unstable || span?.dead ? from : from + limits.holdoverS * 1000 };
}
