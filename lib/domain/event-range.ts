/** Stretches of the event log that a person asks for. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Back from now. */
export const PRESETS = { '1h': HOUR, '3h': 3 * HOUR, '24h': DAY, '7d': 7 * DAY, '30d': 30 * DAY } as const;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = ['1h', '3h', '24h', '7d', '30d'] as const satisfies readonly Preset[];

/** `last` moves with the clock; `from` and `to` (epoch milliseconds, both inclusive) stand still. */
export type EventRange = { last: Preset } | { from: number; to: number };

export const LONGEST_RANGE = 31 * DAY;
export const SHORTEST_RANGE = 1_000;

/** Instants of a range. `to` of a moving one is now; what the platform's faster clock stamped later still belongs to it. */
export function rangeBounds(range: EventRange, now: number): { from: number; to: number } {
  return 'last' in range ? { from: now - PRESETS[range.last], to: now } : range;
}

/** How long a range is, in milliseconds. */
export const rangeLength = (range: EventRange): number =>
  'last' in range ? PRESETS[range.last] : range.to - range.from;

export type RangeProblem = { field: 'from' | 'to'; why: string };

/**
 * Why two instants are no range, and beside which of the two fields to say so; null when they are one.
 * @param from null when what was typed is no time
 */
export function rangeProblem(from: number | null, to: number | null, now: number): RangeProblem | null {
  if (from === null) return { field: 'from', why: 'Not a time. Write it like 2026-08-03 14:05' };
  if (to === null) return { field: 'to', why: 'Not a time. Write it like 2026-08-03 15:05' };
  if (from > now) return { field: 'from', why: 'Lies in the future' };
  if (to - from < SHORTEST_RANGE) return { field: 'to', why: 'Has to be after From' };
  if (to - from > LONGEST_RANGE) return { field: 'from', why: 'At most 31 days before To' };
  return null;
}

/** Half an hour on either side of an instant: what a link to an instant shows. */
export const rangeAround = (at: number): EventRange => ({ from: at - 30 * MINUTE, to: at + 30 * MINUTE });
