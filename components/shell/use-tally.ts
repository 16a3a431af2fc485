'use client';

import type { AlarmCounts } from '@/lib/domain/alarm';
import { useActiveAlarms } from '@/lib/queries/active-alarms';

export type Tally = {
  /** Undefined when alarms were never read: unknown, not zero. */
  counts: AlarmCounts | undefined;
  /** Too old for a verdict, or the newest try failed. */
  stale: boolean;
  /** There may be more: every count is "at least". */
  capped: boolean;
};

/** The active alarms, counted: one source for the strip, the rail, the title and the icon of the tab. */
export function useTally(): Tally {
  const { sums, stale } = useActiveAlarms();
  return { counts: sums?.counts, stale, capped: sums?.standing.capped ?? false };
}
