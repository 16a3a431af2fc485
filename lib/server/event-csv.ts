/** The event log as a file, line by line while it is read, so that a month of it never stands in memory as text. */
import 'server-only';
import { z } from 'zod';
import { entityHost } from '@/lib/domain/alarm';
import { type EventRecord, eventKey } from '@/lib/domain/event';
import { type EventFilter, eventTest } from '@/lib/domain/event-filter';
import { lastingOf, type StandingNow } from '@/lib/domain/event-lasting';
import { type Standing, standings } from '@/lib/domain/event-pairs';
import type { LogRecord } from '@/lib/domain/log-record';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { CSV_MARK, csvLine, toCsv } from '@/lib/format/csv';
import { lastingSeconds, lastingWords } from '@/lib/format/lasting';
import { type Deeds, withDeeds } from './deeds';
import type { EventWindow } from './event-memory';
import { filterParams, MOST_EVENTS, rangeParams } from './events';
import type { Room } from './places';

export const csvParams = z.strictObject({ range: rangeParams, filter: filterParams });

const HEAD = [
  ...['Time (UTC)', 'What', 'Severity', 'ID', 'Reason', 'Lasted', 'Lasted (s)', 'Host', 'Entity', 'Record'],
];
const WHAT: Record<LogRecord['state'], string> = {
  set: 'Raised',
  clear: 'Cleared',
  log: 'Log',
  msg: 'Message',
  operator: 'Operator',
};

type Lasted = { standing: Standing | null; active: StandingNow | null; now: number };

function line(event: LogRecord, { standing, active, now }: Lasted): string {
  const lasting = lastingOf({ ...event, standing }, active);
  return csvLine([
    new Date(event.at).toISOString(),
    WHAT[event.state],
    event.severity,
    event.eventLogId,
    event.reason,
    lasting && lastingWords(lasting, event.state === 'set', now),
    lasting && lastingSeconds(lasting, now),
    entityHost(event.entity),
    event.entity,
    event.id,
  ]);
}

/** Files under way. Each reads up to a month of the log. */
export const EVENT_FILES: Room = { kind: 'event files', perSession: 2, altogether: 12 };

export type CsvAsk = {
  range: { from: number; to: number | null };
  filter: EventFilter;
  /** Writes made through this console, for those who may see them. */
  deeds: Deeds;
  /** What stands now; null when that could not be read. */
  active: StandingNow | null;
  /** Epoch milliseconds. */
  now: number;
};

/**
 * The text of the file in pieces. What stops it half-way is its last line, so that nobody takes a torso for the whole.
 * @param windows reads them, newest first. It is called twice: a clear is in the file before its raise, so that how long an
 * alarm stood is known only when all of it has been read. The second time they are at hand (event-memory.ts); of the first
 * only the raises and clears are held, no text.
 */
export async function* csvPieces(
  windows: () => AsyncIterable<Result<EventWindow>>,
  ask: CsvAsk,
): AsyncGenerator<string> {
  const { range, filter, deeds } = ask;
  const passes = eventTest(filter);
  yield CSV_MARK + toCsv(HEAD, []);
  const paired = await pairs(windows(), filter);
  if (!paired.ok) {
    yield stopped(paired.error);
    return;
  }
  let read = 0;
  for await (const window of withDeeds(windows(), deeds)) {
    if (!window.ok) {
      yield stopped(window.error);
      return;
    }
    let piece = '';
    for (const event of window.data.events) {
      const inside = event.at >= range.from && (range.to === null || event.at <= range.to);
      if (inside && passes(event))
        piece += line(event, { ...ask, standing: paired.data.get(eventKey(event)) ?? null });
    }
    if (piece !== '') yield piece;
    read += window.data.events.length;
    if (read > MOST_EVENTS) {
      yield toCsv(['Not whole: this time holds more events than are read at once'], []);
      return;
    }
  }
  if (deeds.shown.kind === 'failed') yield csvLine([`${NO_DEEDS}${deeds.shown.why}`]);
}

/** From raise to clear, by event, as the list pairs them. */
async function pairs(
  windows: AsyncIterable<Result<EventWindow>>,
  { states }: EventFilter,
): Promise<Result<ReadonlyMap<string, Standing>>> {
  // Nothing that has a duration is asked for.
  if (states.length > 0 && !states.includes('set') && !states.includes('clear')) return ok(new Map());
  const own: EventRecord[] = [];
  let [read, from] = [0, 0];
  for await (const window of windows) {
    if (!window.ok) return window;
    from = window.data.from;
    read += window.data.events.length;
    own.push(...window.data.events.filter(({ state }) => state === 'set' || state === 'clear'));
    if (read > MOST_EVENTS) break;
  }
  return ok(standings(own, from));
}

export const NOT_WHOLE = 'Not whole: ';
/** Last line of a file whose events are whole, and whose operator actions may not be. */
export const NO_DEEDS = 'Operator actions are missing: ';
const stopped = ({ message }: Failure): string => toCsv([`${NOT_WHOLE}${message}`], []);
