/** The event log of fault management: raises, clears and plain logs. */
import { type Alarm, entityHost, SEVERITIES, type Severity } from './alarm';
import type { Unknown, UnreadableRow } from './host';

export type EventState = 'set' | 'clear' | 'log' | 'msg';

export type EventRecord = {
  id: string;
  /** Catalogue id of the alarm or log. */
  eventLogId: string;
  state: EventState;
  /** null where the platform gave a word outside ITU-T X.733 (`clear`, `internal`). */
  severity: Unknown<Severity>;
  entity: string;
  reason: string;
  /** Epoch milliseconds. */
  at: number;
  type: Unknown<string>;
  suppressed: boolean;
};

/**
 * Names one record. A raise that updates an alarm which stands already is written under the alarm's own uuid once more:
 * the uuid alone does not.
 */
export const eventKey = ({ id, state, at }: Pick<EventRecord, 'id' | 'at'> & { state: string }): string =>
  `${id}.${state}.${at}`;

/** What the log says of one event beyond its row in the list. */
export type EventFacts = {
  entityType: Unknown<string>;
  type: Unknown<string>;
  probableCause: Unknown<string>;
  repair: Unknown<string>;
  serviceAffecting: Unknown<boolean>;
};

export type EventList = {
  events: EventRecord[];
  unreadable: UnreadableRow[];
  /** True when the asked range held more rows than were read: the picture is then cut at its old end. */
  truncated: boolean;
};

/** A stretch of time in which an alarm stood. `to` is null while it stands. */
export type AlarmSpan = {
  alarmId: string;
  entity: string;
  severity: Severity;
  reason: string;
  from: number;
  to: Unknown<number>;
};

/** FM lists the newest first; two records of the same instant then have to change places too. */
function oldestFirst(events: readonly EventRecord[]): EventRecord[] {
  const newestFirst = (events[0]?.at ?? 0) > (events.at(-1)?.at ?? 0);
  return (newestFirst ? [...events].reverse() : [...events]).sort((a, b) => a.at - b.at);
}

/**
 * Pairs raises with clears, by alarm id and entity, into spans that touch [from, now], clipped at `from`.
 * A clear without its raise began before what was read: its span starts at `from`. A raise without a clear stands.
 */
export function alarmSpans(events: readonly EventRecord[], from: number): AlarmSpan[] {
  const spans: AlarmSpan[] = [];
  const open = new Map<string, AlarmSpan>();
  for (const event of oldestFirst(events)) {
    const key = `${event.eventLogId} ${event.entity}`;
    const severity = event.severity ?? SEVERITIES[3];
    const base = { alarmId: event.eventLogId, entity: event.entity, severity, reason: event.reason };
    const standing = open.get(key);
    if (event.state === 'set') {
      // Raised again as it was: FM refreshed the text, the alarm stood all the time.
      if (standing?.severity === severity) continue;
      // Raised with another severity: the old stretch ends where the new one begins.
      if (standing) standing.to = event.at;
      const span: AlarmSpan = { ...base, from: event.at, to: null };
      open.set(key, span);
      spans.push(span);
    } else if (event.state === 'clear') {
      if (standing) standing.to = event.at;
      else spans.push({ ...base, from, to: event.at });
      open.delete(key);
    }
  }
  return spans
    .filter((span) => span.to === null || span.to >= from)
    .map((span) => ({ ...span, from: Math.max(span.from, from) }));
}

/**
 * Squares spans with what stands now: an alarm that was raised before the log was read gets its span, and a span
 * whose clear the log did not show (cut off, or an alarm deleted without a record) ends at the last instant known.
 * @param now epoch milliseconds of the reading of the alarms
 * @param capped `AlarmList.capped`: an alarm that is missing may stand, so that nothing ends for it
 */
export function withStanding(
  spans: readonly AlarmSpan[],
  alarms: readonly Pick<Alarm, 'alarmId' | 'entity' | 'severity' | 'reason' | 'raisedAt'>[],
  from: number,
  now: number,
  capped = false,
): AlarmSpan[] {
  const key = (span: { alarmId: string; entity: string }): string => `${span.alarmId} ${span.entity}`;
  const standing = new Set(alarms.map(key));
  const drawn = new Set(spans.filter((span) => span.to === null).map(key));
  const earlier = alarms
    .filter((alarm) => !drawn.has(key(alarm)))
    .map(({ alarmId, entity, severity, reason, raisedAt }) => ({
      ...{ alarmId, entity, severity, reason },
      from: Math.min(Math.max(raisedAt, from), now),
      to: null,
    }));
  // Raised after the alarms were read: it stands, only the reading is older.
  const settled = spans.map((span) =>
    !capped && span.to === null && span.from <= now && !standing.has(key(span)) ? { ...span, to: now } : span,
  );
  return [...earlier, ...settled];
}

/** Events of one host. FM filters entities by substring, so that worker-1 also brings worker-10. */
export const eventsOfHost = (events: readonly EventRecord[], hostname: string): EventRecord[] =>
  events.filter((event) => entityHost(event.entity) === hostname);
