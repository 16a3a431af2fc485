/** Which clocks ask for a person, and in which words: for the list of everything that does (../attention.ts). */
import type { Alarm } from '../alarm';
import type { ClockTrouble } from '../host-trouble';
import { type ClockRow, needsAttention } from './clock-row';
import type { ClockState } from './clock-state';

/** A holdover with less than this left, in milliseconds, is about to end. */
export const HOLDOVER_SHORT_MS = 3_600_000;
/** More silent clocks than this are one finding: the source is down, not the clocks. */
const SILENT_EACH = 3;

export type ClockAttention = {
  /** What is wrong with the clock of a host, by the host's uuid. */
  byHost: ReadonlyMap<string, ClockTrouble>;
  /** Clocks that a live source should speak for and does not, when there are so many that it is the source; else 0. */
  silent: number;
};

export const NO_CLOCKS: ClockAttention = { byHost: new Map(), silent: 0 };

/**
 * Clocks in trouble. A reading is expected where a live source answers for a host; that fault management does not
 * answer, or that a host is away, is said once, of those.
 * @param alarms every active one, for the platform's own words
 * @param duration milliseconds in words: how times look is no matter of this room
 */
export function clockAttention(
  rows: readonly ClockRow[],
  alarms: readonly Alarm[],
  duration: (ms: number) => string,
): ClockAttention {
  const reasons = new Map(alarms.map(({ id, reason }) => [id, reason.trim().replace(/\.$/, '')]));
  const silent = rows.filter(isSilent);
  const together = silent.length > SILENT_EACH;
  const byHost = new Map<string, ClockTrouble>();
  for (const row of rows) {
    const trouble = together && isSilent(row) ? null : troubleOf(row, reasons, duration);
    if (trouble) byHost.set(row.clock.hostId, trouble);
  }
  return { byHost, silent: together ? silent.length : 0 };
}

const isSilent = ({ state, clock }: ClockRow): boolean =>
  state === 'unknown' && clock.unknown === 'live-lost';

function troubleOf(
  row: ClockRow,
  reasons: ReadonlyMap<string, string>,
  duration: (ms: number) => string,
): ClockTrouble | null {
  const { state, host, clock } = row;
  if (!needsAttention(row) || (state === 'unknown' && !isSilent(row))) return null;
  const left = clock.holdover?.leftMs ?? null;
  const alarms = clock.evidence.flatMap(({ refers }) => (refers.alarm === null ? [] : [refers.alarm]));
  const said = clock.evidence.find((one) => one.state === state && one.refers.alarm !== null)?.refers.alarm;
  const why = reasons.get(said ?? '') ?? row.why;
  const total = clock.holdover?.totalMs ?? null;
  return {
    rank: rankOf(state, left),
    glyph: { family: 'clock', state, remaining: left !== null && total ? left / total : null },
    headline: `${host} ${wordsOf(state, left, duration)}${why ? `. ${why}` : ''}`,
    alarms,
    hidden: row.suppressed,
  };
}

/** DESIGN section 5. A holdover with time left, a lost second source and an offset ask for nobody by themselves. */
function rankOf(state: ClockState, left: number | null): ClockTrouble['rank'] {
  if (state === 'freerun') return 'freerun';
  if (state === 'unknown') return 'unknown';
  // How long it may last nobody says: it may be over the next moment.
  return state === 'holdover' && (left === null || left <= HOLDOVER_SHORT_MS)
    ? 'holdover'
    : 'out-of-tolerance';
}

function wordsOf(state: ClockState, left: number | null, duration: (ms: number) => string): string {
  switch (state) {
    case 'freerun':
      return 'clock runs free';
    case 'holdover':
      return `clock is in holdover${left === null ? '' : left === 0 ? ', its time is up' : `, ${duration(left)} left`}`;
    case 'out-of-tolerance':
      return 'clock is out of tolerance';
    case 'unknown':
      return 'clock gives no reading';
    default:
      return 'clock is degraded';
  }
}
