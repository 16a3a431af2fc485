import type { ClockRow } from './clock-row';
import { CLOCK_STATES, type ClockState } from './clock-state';

/** Clocks by state, worst first; states that no clock is in are left out, and so are hosts that nobody set up to keep time. */
export function clockCounts(
  rows: readonly Pick<ClockRow, 'state' | 'clock'>[],
): { state: ClockState; count: number }[] {
  const counted = rows.filter(({ clock }) => clock.follows !== 'none');
  return CLOCK_STATES.map((state) => ({
    state,
    count: counted.filter((row) => row.state === state).length,
  })).filter(({ count }) => count > 0);
}
