/**
 * The event log: FM `/v1/event_log` (controllers/v1/event_log.py). Without a limit it sends every row (seconds,
 * megabytes), and markers are broken: it is read newest first in pages that end where the last one began.
 */
import 'server-only';
import { z } from 'zod';
import { SEVERITIES } from '@/lib/domain/alarm';
import type { EventFacts, EventList, EventRecord } from '@/lib/domain/event';
import type { UnreadableRow } from '@/lib/domain/host';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection } from '../connection';
import { flag, readRows, text, utc } from '../decode';

const instant = z.string().transform((value, context) => {
  const at = utc(value);
  if (at !== null) return at;
  context.addIssue('not a time');
  return z.NEVER;
});

const eventWire = z.object({
  uuid: z.string(),
  event_log_id: z.string(),
  state: z.enum(['set', 'clear', 'log', 'msg']),
  severity: z.string().nullish(),
  entity_instance_id: z.string(),
  reason_text: text,
  timestamp: instant,
  event_log_type: text,
  suppression_status: text,
});

function reshape(wire: z.infer<typeof eventWire>): EventRecord {
  return {
    id: wire.uuid,
    eventLogId: wire.event_log_id,
    state: wire.state,
    severity: SEVERITIES.find((severity) => severity === wire.severity) ?? null,
    entity: wire.entity_instance_id,
    reason: wire.reason_text ?? '',
    at: wire.timestamp,
    type: wire.event_log_type,
    suppressed: wire.suppression_status === 'suppressed',
  };
}

/** Decodes rows of `/v1/event_log`, brief or expanded. */
export function decodeEvents(rows: readonly unknown[]): {
  events: EventRecord[];
  unreadable: UnreadableRow[];
} {
  const { rows: events, unreadable } = readRows(rows, eventWire, reshape, ['event_log_id']);
  return { events, unreadable };
}

/** What FM itself narrows by, all of it ANDed. Matches are parts of a text: the caller narrows further. */
export type EventMatch = { entity?: string; eventId?: string; severity?: string; uuid?: string };

export type EventSpan = EventMatch & {
  /** Epoch milliseconds, inclusive. */
  from: number;
  /** Inclusive; null for "whatever comes last", since the platform's clock may be ahead of ours. */
  to: number | null;
  /** Events of suppressed types too, marked as such; FM leaves them out otherwise. */
  withSuppressed?: boolean;
};

export type EventPage = {
  /** Newest first, none that an earlier page of the walk had. */
  events: EventRecord[];
  unreadable: UnreadableRow[];
  /** Every event at or after this instant has been read; `-Infinity` once the whole span has. */
  readBackTo: number;
};

const FIRST_PAGE = 500;
const PAGE = 2_000;
/** Wider than any log is long (fm.conf event_log_max_size): an instant with more rows than this is not read whole. */
const WIDEST_PAGE = 128_000;

/** FM drops a zone offset instead of converting it: send UTC without one. */
const stamp = (at: number) => new Date(at).toISOString().slice(0, -1);

const place = z.object({ uuid: z.string(), timestamp: z.string() });

/**
 * Walks a span newest first. `end` is inclusive and equal times are common, so pages overlap by their last instant;
 * what a page repeats is dropped. A page that holds a single instant and is full is asked for again, wider: nothing
 * is lost and the walk never stands still. Stop iterating and no more is asked of the platform. A failure is the
 * last thing that comes.
 */
export async function* walkEvents(
  connection: Connection,
  span: EventSpan,
): AsyncGenerator<Result<EventPage>, void, undefined> {
  let end = span.to === null ? null : stamp(span.to);
  let limit = FIRST_PAGE;
  /** Rows of the instant `end` that were handed out already. */
  let repeated = new Set<string>();
  for (;;) {
    const answer = await readPage(connection, span, end, limit);
    if (!answer.ok) {
      yield answer;
      return;
    }
    const rows = answer.data;
    const fresh = rows.filter((row) => !repeated.has(identity(row)));
    const last = rows.findLast((row) => place.safeParse(row).success);
    const reached = last === undefined ? null : place.parse(last).timestamp;
    const finished = rows.length < limit || reached === null;
    const readBackTo = finished ? Number.NEGATIVE_INFINITY : (utc(reached) ?? 0) + 1;
    yield ok({ ...decodeEvents(fresh), readBackTo });
    if (finished) return;
    const ofLastInstant = rows.filter((row) => place.safeParse(row).data?.timestamp === reached);
    if (ofLastInstant.length === rows.length && limit < WIDEST_PAGE) {
      for (const row of ofLastInstant) repeated.add(identity(row));
      limit = Math.min(limit * 4, WIDEST_PAGE);
    } else {
      // Beyond the widest page the rest of that instant is given up: the walk goes on below it.
      const stuck = ofLastInstant.length === rows.length;
      repeated = new Set(ofLastInstant.map(identity));
      limit = PAGE;
      end = stuck ? justBefore(reached) : reached;
    }
  }
}

/** A raise that only updates its alarm has the alarm's uuid once more: time and state belong to what a row is. */
function identity(row: unknown): string {
  if (typeof row !== 'object' || row === null) return JSON.stringify(row);
  return ['uuid', 'state', 'timestamp'].map((key) => String(Reflect.get(row, key))).join(' ');
}

/** The microsecond before: stamps have no finer parts. */
function justBefore(time: string): string {
  const [seconds = '', parts = ''] = time.split('.');
  const micros = Number(parts.padEnd(6, '0').slice(0, 6));
  if (micros > 0) return `${seconds}.${String(micros - 1).padStart(6, '0')}`;
  return `${stamp((utc(seconds) ?? 0) - 1).slice(0, 19)}.999999`;
}

export type EventQuery = EventSpan & {
  /** Most rows to read altogether. */
  most: number;
};

/** Events of a span, newest first, without duplicates; `truncated` when there were more than asked for. */
export async function listEvents(connection: Connection, query: EventQuery): Promise<Result<EventList>> {
  const events: EventRecord[] = [];
  const unreadable: UnreadableRow[] = [];
  let truncated = false;
  for await (const page of walkEvents(connection, query)) {
    if (!page.ok) return page;
    events.push(...page.data.events);
    unreadable.push(...page.data.unreadable);
    truncated = events.length > query.most;
    if (truncated || (events.length === query.most && page.data.readBackTo > query.from)) {
      truncated = true;
      break;
    }
  }
  return ok({ events: events.slice(0, query.most), unreadable, truncated });
}

/**
 * From which instant on the log holds everything: `from`, when it has a row as old as that; otherwise its oldest row. FM
 * keeps a number of rows (fm.conf event_log_max_size, 4,000 as delivered), so a busy cloud's log may be hours long.
 * @param from epoch milliseconds
 * @returns epoch milliseconds; Infinity when the log is empty
 */
export async function logReachesBackTo(connection: Connection, from: number): Promise<Result<number>> {
  const older = await readPage(connection, { from: 0, to: from, withSuppressed: true }, stamp(from), 1);
  if (!older.ok) return older;
  if (older.data.length > 0) return ok(from);
  const search = new URLSearchParams({
    limit: '1',
    sort_key: 'timestamp',
    sort_dir: 'asc',
    include_suppress: 'True',
  });
  const oldest = await eventLog(connection, search);
  if (!oldest.ok) return oldest;
  const row = place.safeParse(oldest.data[0]);
  return ok((row.success ? utc(row.data.timestamp) : null) ?? Number.POSITIVE_INFINITY);
}

const factsWire = z.object({
  state: z.string(),
  timestamp: instant,
  entity_type_id: text,
  event_log_type: text,
  probable_cause: text,
  proposed_repair_action: text,
  service_affecting: flag,
});

/**
 * What the list does not say of one event. Asked by uuid and instant: FM's own `/event_log/UUID` gives the first row
 * of that uuid, which several may have.
 */
export async function getEventFacts(
  connection: Connection,
  { id, state, at }: Pick<EventRecord, 'id' | 'state' | 'at'>,
): Promise<Result<EventFacts>> {
  const span = { from: at, to: at + 1, uuid: id, withSuppressed: true };
  const answer = await readPage(connection, span, stamp(at + 1), 50, true);
  if (!answer.ok) return answer;
  for (const row of answer.data) {
    const { data } = factsWire.safeParse(row);
    if (data?.state !== state || data.timestamp !== at) continue;
    return ok({
      entityType: data.entity_type_id,
      type: data.event_log_type,
      probableCause: data.probable_cause,
      repair: data.proposed_repair_action,
      serviceAffecting: data.service_affecting,
    });
  }
  const message = 'The event log no longer holds this event.';
  return fail({ kind: 'not-found', service: 'fm', requestId: connection.requestId, message });
}

async function readPage(
  connection: Connection,
  span: EventSpan,
  end: string | null,
  limit: number,
  expand = false,
): Promise<Result<unknown[]>> {
  const filters: [string, string | null | undefined][] = [
    ['start', stamp(span.from)],
    ['end', end],
    ['entity_instance_id', span.entity],
    ['event_log_id', span.eventId],
    ['severity', span.severity],
    ['uuid', span.uuid],
  ];
  const search = new URLSearchParams({ limit: String(limit) });
  if (span.withSuppressed) search.set('include_suppress', 'True');
  if (expand) search.set('expand', 'True');
  for (const [field, value] of filters) {
    if (!value) continue;
    search.append('q.field', field);
    search.append('q.op', 'eq');
    search.append('q.type', '');
    search.append('q.value', value);
  }
  return eventLog(connection, search);
}

async function eventLog(connection: Connection, search: URLSearchParams): Promise<Result<unknown[]>> {
  const answer = await ask(connection, 'fm', `/event_log?${search}`);
  if (!answer.ok) return answer;
  const envelope = z.object({ event_log: z.array(z.unknown()) }).safeParse(answer.data.body);
  if (envelope.success) return ok(envelope.data.event_log);
  const message = 'The answer of fm has no list "event_log".';
  return fail({ kind: 'unreadable', service: 'fm', requestId: connection.requestId, message });
}
