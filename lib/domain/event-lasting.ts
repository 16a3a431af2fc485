/** How long an alarm stood, as a row of the event log says it. */
import type { Alarm } from './alarm';
import type { EventRow } from './event-log';

export type Lasting =
  /** Cleared: it stood `ms`; `over` when it was raised before anything that was read. */
  | { kind: 'stood' | 'over'; ms: number }
  /** Still raised, since `since`. */
  | { kind: 'stands'; since: number }
  /** It does not stand any more, and its clear is not in what was read. */
  | { kind: 'gone' }
  /** Whether it still stands could not be asked. */
  | { kind: 'unknown' };

type Key = Pick<Alarm, 'alarmId' | 'entity'>;
const keyOf = ({ alarmId, entity }: Key): string => `${alarmId} ${entity}`;

/** What stands now, by alarm id and entity. `whole`: what is not among them does not stand. */
export type StandingNow = { keys: ReadonlySet<string>; whole: boolean };

/** What stands now, for `lastingOf`; null while it could not be read. */
export const standingNow = (list: { alarms: readonly Key[]; capped: boolean } | null): StandingNow | null =>
  list && { keys: new Set(list.alarms.map(keyOf)), whole: !list.capped };

/** null for what has no duration: plain logs. */
export function lastingOf(row: EventRow, active: StandingNow | null): Lasting | null {
  const { standing, state } = row;
  if (!standing || (state !== 'set' && state !== 'clear')) return null;
  if (standing.to !== null) {
    return { kind: standing.fromKnown ? 'stood' : 'over', ms: standing.to - standing.from };
  }
  if (active?.keys.has(keyOf({ alarmId: row.eventLogId, entity: row.entity }))) {
    return { kind: 'stands', since: standing.from };
  }
  return { kind: active?.whole ? 'gone' : 'unknown' };
}
