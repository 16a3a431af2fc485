/** How the number of alarms has changed: what stands now against what stood at an earlier instant. */
import { type Alarm, SEVERITIES, type Severity } from './alarm';
import { alarmSpans, type EventList, type EventRecord, withStanding } from './event';

type Named = { alarmId: string; entity: string };
const keyOf = ({ alarmId, entity }: Named): string => `${alarmId} ${entity}`;

/** How many alarms of each severity stood at an instant. */
export type Standing = Record<Severity, number>;

/**
 * Counts what stood at `then`, from the event log since (at least) then and the alarms that stand now.
 * @param hidden alarms that are not counted now (suppressed, shelved): not counted then either, so that like is
 * compared with like
 * @param now epoch milliseconds of the reading of the alarms
 */
export function standingAt(
  then: number,
  now: number,
  events: readonly EventRecord[],
  alarms: readonly Alarm[],
  hidden: readonly Named[],
): Standing {
  const left = new Set(hidden.map(keyOf));
  const counted = events.filter(
    (event) => !event.suppressed && !left.has(keyOf({ alarmId: event.eventLogId, entity: event.entity })),
  );
  const spans = withStanding(alarmSpans(counted, then), alarms, then, now);
  const counts: Standing = { critical: 0, major: 0, minor: 0, warning: 0 };
  // What is clipped at `then` stood before it; what begins later did not.
  for (const span of spans) if (span.from <= then) counts[span.severity] += 1;
  return counts;
}

/** Does the list of events reach back to an instant? A log that was cut off says nothing of what was before. */
export const reachesBack = ({ events, truncated }: EventList, to: number): boolean =>
  !truncated || Math.min(...events.map(({ at }) => at)) <= to;

/**
 * More (positive) or fewer alarms of each severity than at `then`; null when the log does not reach back that far.
 * @param log null when the event log could not be read
 */
export function alarmTrend(
  then: number,
  now: number,
  log: EventList | null,
  alarms: readonly Alarm[],
  hidden: readonly Named[],
): Standing | null {
  if (!log || !reachesBack(log, then)) return null;
  const before = standingAt(then, now, log.events, alarms, hidden);
  const trend: Standing = { critical: 0, major: 0, minor: 0, warning: 0 };
  for (const severity of SEVERITIES) {
    trend[severity] = alarms.filter((alarm) => alarm.severity === severity).length - before[severity];
  }
  return trend;
}
