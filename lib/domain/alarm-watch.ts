/** What somebody who only looks wants to know of the alarms: which are new to them, and which nobody has seen. */
import { type Alarm, SEVERITIES, type Severity } from './alarm';
import { type AlarmInstance, type AlarmMark, instanceKey } from './alarm-mark';

/** When each alarm was first shown here, by instance: epoch milliseconds. */
export type Arrivals = ReadonlyMap<string, number>;

/**
 * Adds what a newer reading brings and forgets what is gone.
 * @param before null at the first reading: then an alarm is as new as it was raised, not as the page
 */
export function arrivals(before: Arrivals | null, alarms: readonly AlarmInstance[], now: number): Arrivals {
  return new Map(
    alarms.map((alarm) => {
      const key = instanceKey(alarm);
      return [key, before === null ? alarm.raisedAt : (before.get(key) ?? now)];
    }),
  );
}

/** How long a new alarm stands out, in milliseconds (DESIGN section 9). */
export const NEW_MS = 60_000;

/** Alarms of one severity that arrived within the last minute. */
export const newOf = (
  severity: Severity,
  alarms: readonly Alarm[],
  since: Arrivals,
  now: number,
): readonly Alarm[] =>
  alarms.filter(
    (alarm) =>
      alarm.severity === severity &&
      now - (since.get(instanceKey(alarm)) ?? Number.NEGATIVE_INFINITY) < NEW_MS,
  );

/** Is this severity at least as bad as the floor? */
export const reachesFloor = (severity: Severity, floor: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(floor);

/** Alarms that nobody has marked as seen: worst first, and of the same severity the oldest first. */
export function unseenAlarms(
  alarms: readonly Alarm[],
  markOf: (alarm: Alarm) => AlarmMark | undefined,
): Alarm[] {
  return alarms
    .filter((alarm) => !markOf(alarm)?.seen)
    .sort(
      (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.raisedAt - b.raisedAt,
    );
}
