/**
 * Which alarms are news to somebody who listens. An alarm is news once: when it is there and was not before, or when
 * it got worse. What stood at load, what came back after a long silence, and what nobody is to be bothered with
 * (suppressed, shelved) is none. Pure: the clock comes in as a parameter.
 */
import { type Alarm, SEVERITIES, type Severity } from './alarm';

/** What one browser tab has heard of. */
export type Ear = {
  /** By uuid: the worst severity that was heard of, and when it was last in a reading. Null: nothing was ever read. */
  known: ReadonlyMap<string, { severity: Severity; at: number }> | null;
  /** Server time of the newest reading that was listened to. */
  asOf: number;
};

export const DEAF: Ear = { known: null, asOf: 0 };

/** A silence longer than this is a new start: what came meanwhile is in the lists, and makes no noise in a heap. */
export const LONG_SILENCE_MS = 5 * 60_000;
/** An alarm that is missing from a reading for a moment is no news when it is back. */
const REMEMBERED_MS = 60 * 60_000;

/** 0 is the worst. */
const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/**
 * Listens to a reading.
 * @param alarms all that are active, suppressed and shelved ones too
 * @param bothers whether an alarm asks for a person: neither suppressed nor shelved
 * @param asOf server time of the reading, epoch milliseconds
 * @returns the ear afterwards, and the news, worst first
 */
export function listen(
  ear: Ear,
  alarms: readonly Alarm[],
  bothers: (alarm: Alarm) => boolean,
  asOf: number,
): { ear: Ear; news: Alarm[] } {
  const { known } = ear;
  const start = known === null || asOf - ear.asOf > LONG_SILENCE_MS;
  const next = new Map<string, { severity: Severity; at: number }>();
  for (const [id, heard] of known ?? []) if (asOf - heard.at < REMEMBERED_MS) next.set(id, heard);
  const news: Alarm[] = [];
  for (const alarm of alarms) {
    const before = known?.get(alarm.id);
    const worse = before !== undefined && rank(alarm.severity) < rank(before.severity);
    // Fault management writes a repeated alarm over the old one, time and text: the uuid says that it is the same.
    if (!start && (before === undefined || worse) && bothers(alarm)) news.push(alarm);
    const severity = before && !worse ? before.severity : alarm.severity;
    next.set(alarm.id, { severity, at: asOf });
  }
  news.sort((a, b) => rank(a.severity) - rank(b.severity) || b.raisedAt - a.raisedAt);
  return { ear: { known: next, asOf }, news };
}

/** Takes over what another tab has heard of, so that nothing is told twice. */
export function heardElsewhere(
  ear: Ear,
  others: readonly { id: string; severity: Severity }[],
  at: number,
): Ear {
  if (ear.known === null) return ear;
  const known = new Map(ear.known);
  for (const { id, severity } of others) {
    const before = known.get(id);
    const worse = before === undefined || rank(severity) < rank(before.severity);
    known.set(id, { severity: worse ? severity : before.severity, at });
  }
  return { ...ear, known };
}
