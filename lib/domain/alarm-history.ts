/** What a stretch of the event log says, arranged in rows for a picture of time. */
import { type Alarm, SEVERITIES, type Severity } from './alarm';
import { alarmSpans, type EventRecord, withStanding } from './event';

export type HistoryRow = {
  id: string;
  /** null for plain logs, which have no duration. */
  severity: Severity | null;
  /** Epoch milliseconds; `to` is null while it stands. */
  spans: { key: string; from: number; to: number | null; title: string }[];
};

/** The alarms that stand, and the instant at which that was read. `capped`: see AlarmList. */
export type Standing = { alarms: readonly Alarm[]; at: number; capped?: boolean };

/**
 * A row per severity, worst first, even when empty; then the plain logs. With `standing`, an alarm that was raised
 * before the stretch reaches through all of it, though the log says nothing of it there.
 */
export function historyRows(
  events: readonly EventRecord[],
  from: number,
  standing: Standing | null = null,
): HistoryRow[] {
  const logged = alarmSpans(events, from);
  const spans = standing ? withStanding(logged, standing.alarms, from, standing.at, standing.capped) : logged;
  const rows: HistoryRow[] = SEVERITIES.map((severity) => ({
    id: severity,
    severity,
    spans: spans
      .filter((span) => span.severity === severity)
      .map((span) => ({
        key: `${span.alarmId} ${span.entity} ${span.from}`,
        from: span.from,
        to: span.to,
        title: `${span.alarmId} ${span.reason}`,
      })),
  }));
  const logs = events.filter(({ state }) => state === 'log');
  rows.push({
    id: 'log',
    severity: null,
    spans: logs.map(({ id, at, reason }) => ({ key: id, from: at, to: at, title: reason })),
  });
  return rows;
}

/** Number of alarm stretches in the rows. */
export const alarmCount = (rows: readonly HistoryRow[]): number =>
  rows.reduce((sum, { severity, spans }) => (severity === null ? sum : sum + spans.length), 0);
