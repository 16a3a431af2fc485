/** Lists and counts of the event log, made from what this process remembers of it (event-memory.ts), and of what people did here. */
import 'server-only';
import { z } from 'zod';
import { SEVERITIES } from '@/lib/domain/alarm';
import { eventKey } from '@/lib/domain/event';
import { addToBucket, bucketEdges, bucketSize, bucketTotal, emptyBuckets } from '@/lib/domain/event-buckets';
import { type EventFilter, eventTest, STATES, sift } from '@/lib/domain/event-filter';
import type { EventCounts, EventRow, EventRows } from '@/lib/domain/event-log';
import { type Standing, standings } from '@/lib/domain/event-pairs';
import { LONGEST_RANGE, PRESET_NAMES, rangeBounds } from '@/lib/domain/event-range';
import type { LogRecord } from '@/lib/domain/log-record';
import { ok, type Result } from '@/lib/domain/result';
import { env } from '@/lib/env';
import { isZone } from '@/lib/format/look';
import { zoneOffset } from '@/lib/format/time';
import { processWide } from '@/lib/process-wide';
import type { Connection } from '@/lib/stx/connection';
import { walkEvents } from '@/lib/stx/fm/events';
import { deedsOf, withDeeds } from './deeds';
import { EventMemory, type EventWindow } from './event-memory';
import { accessClass } from './pool';
import type { Session } from './session-types';

/** However long a range is, no more rows are read for it. */
export const MOST_EVENTS = 60_000;

type Paired = { klass: string; revision: number; from: number; to: number; byEvent: Map<string, Standing> };

declare global {
  interface RoostProcess {
    events?: { memory: EventMemory; paired: Paired[] };
  }
}

function shared() {
  const held = processWide();
  held.events ??= {
    memory: new EventMemory({ freshForMs: () => (env().ROOST_POLL_SLOW_SECONDS * 1000) / 3 }),
    paired: [],
  };
  return held.events;
}

/** Reads the whole log anew: suppressing a type changes how every event of it looks. */
export const forgetEvents = (): void => shared().memory.forget();

const instant = z.number().int().min(0).max(8.64e15);
export const rangeParams = z.union([
  z.strictObject({ last: z.enum(PRESET_NAMES) }),
  z
    .strictObject({ from: instant, to: instant })
    .refine(({ from, to }) => from <= to && to - from <= LONGEST_RANGE + 1),
]);
const word = z.string().max(255);
export const filterParams = z.strictObject({
  states: z.array(z.enum(STATES)).max(STATES.length),
  severities: z.array(z.enum(SEVERITIES)).max(SEVERITIES.length),
  hosts: z.array(word).max(50),
  ids: z.array(word).max(50),
  entity: word,
  text: word,
}) satisfies z.ZodType<EventFilter>;

export const rowsParams = z.strictObject({
  range: rangeParams,
  filter: filterParams,
  /** Only events at or after this instant. */
  after: instant.optional(),
  /** Only events before this instant. */
  before: instant.optional(),
  most: z.number().int().min(1).max(2_000),
});
export const countsParams = z.strictObject({
  range: rangeParams,
  filter: filterParams,
  zone: z.string().max(64).refine(isZone),
});

type Bounds = { from: number; to: number | null };

/** A moving range has no end: the platform's clock may be ahead of ours. */
const boundsOf = (range: z.infer<typeof rangeParams>): Bounds => {
  const { from, to } = rangeBounds(range, Date.now());
  return { from, to: 'last' in range ? null : to };
};

/**
 * Windows of the log for a session, newest first; see EventMemory.read.
 * @param eventId a part of the id: only such events, remembered apart from the whole log
 */
export const readWindows = (
  connection: Connection,
  session: Session,
  { from, to }: Bounds,
  { eventId, signal }: { eventId?: string; signal?: AbortSignal } = {},
): AsyncGenerator<Result<EventWindow>, void, undefined> =>
  shared().memory.read(
    eventId ? `${eventId} of ${accessClass(session)}` : accessClass(session),
    (span) => walkEvents(connection, eventId ? { ...span, eventId } : span),
    from,
    to,
    signal,
  );

/**
 * One page of the list: the newest rows of the range that pass the filter, between `after` and `before`. It never ends within an
 * instant, so that the next page begins exactly where it ended.
 */
export async function listEventRows(
  connection: Connection,
  { range, filter, after, before, most }: z.infer<typeof rowsParams>,
  session: Session,
): Promise<Result<EventRows>> {
  const bounds = boundsOf(range);
  const from = Math.max(bounds.from, after ?? 0);
  const to = before === undefined ? bounds.to : Math.min(bounds.to ?? before, before - 1);
  const deeds = deedsOf(session, { from, to }, filter);
  const passes = eventTest(filter);
  const picked: LogRecord[] = [];
  const unreadable: EventRows['unreadable'] = [];
  let read = 0;
  let next: number | null = null;
  reading: for await (const window of withDeeds(readWindows(connection, session, { from, to }), deeds)) {
    if (!window.ok) return window;
    unreadable.push(...window.data.unreadable);
    for (const event of window.data.events) {
      if (event.at < from) break;
      if ((to !== null && event.at > to) || !passes(event)) continue;
      const last = picked.at(-1);
      if (picked.length >= most && last && event.at < last.at) {
        next = last.at;
        break reading;
      }
      picked.push(event);
    }
    read += window.data.events.length;
    if (read > MOST_EVENTS) break;
  }
  const { byEvent, whole } = pairsOf(accessClass(session), bounds);
  const rows = picked.map(
    (event): EventRow => ({ ...event, standing: byEvent.get(eventKey(event)) ?? null }),
  );
  const truncated = read > MOST_EVENTS;
  return ok({ rows, unreadable, next, from: bounds.from, whole, truncated, deeds: deeds.shown });
}

/** Counts of a range for a histogram, and what each facet would leave. */
export async function countEvents(
  connection: Connection,
  { range, filter, zone }: z.infer<typeof countsParams>,
  session: Session,
): Promise<Result<EventCounts>> {
  const { from, to } = boundsOf(range);
  const end = to ?? Date.now();
  const size = bucketSize(from, end);
  const edges = bucketEdges(from, end, size, (instantAt) => zoneOffset(instantAt, zone));
  const buckets = emptyBuckets(edges);
  const events: LogRecord[] = [];
  const deeds = deedsOf(session, { from, to }, null);
  for await (const window of withDeeds(readWindows(connection, session, { from, to }), deeds)) {
    if (!window.ok) return window;
    for (const event of window.data.events) {
      if (event.at >= from && (to === null || event.at <= to)) events.push(event);
    }
    if (events.length > MOST_EVENTS) break;
  }
  let total = 0;
  const facets = sift(events, filter, (event) => {
    total += 1;
    addToBucket(buckets, event);
  });
  return ok({
    ...{ from, to: end, size, facets, total, all: events.length },
    buckets: buckets.filter((bucket) => bucketTotal(bucket) > 0),
    edges,
    truncated: events.length > MOST_EVENTS,
    deeds: deeds.shown,
  });
}

/** Raise and clear of everything that is remembered of a range; made anew only when that has changed. */
function pairsOf(klass: string, { from, to }: Bounds): { byEvent: Map<string, Standing>; whole: boolean } {
  const { memory, paired } = shared();
  const { windows, whole } = memory.held(klass, from, to);
  const [oldest, newest] = [windows.at(-1), windows[0]];
  if (!oldest || !newest) return { byEvent: new Map(), whole };
  const wanted = { klass, revision: memory.revision(klass), from: oldest.from, to: newest.to };
  const known = paired.find(
    (one) =>
      one.klass === klass &&
      one.revision === wanted.revision &&
      one.from === wanted.from &&
      one.to === wanted.to,
  );
  if (known) return { byEvent: known.byEvent, whole };
  const byEvent = standings(
    windows.flatMap(({ events }) => events),
    oldest.from,
  );
  paired.unshift({ ...wanted, byEvent });
  paired.splice(MOST_PAIRED);
  return { byEvent, whole };
}

/** Ranges whose pairs are kept: the usual five, for a few access classes. */
const MOST_PAIRED = 8;
