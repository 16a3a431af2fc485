/**
 * Writes made through this console among the events of the platform: windows of the event log with the rows of the audit
 * trail put where they belong in time. The list, its counts and its file are all made from these, so that no row is lost
 * or doubled where windows meet. Only who may read the trail gets any; without the store the events come all the same.
 */
import 'server-only';
import type { AuditCursor, AuditLine } from '@/lib/domain/audit';
import { deedEntity, deedOf, deedSentence, deedVerb } from '@/lib/domain/deed';
import type { EventFilter } from '@/lib/domain/event-filter';
import type { DeedsShown } from '@/lib/domain/event-log';
import type { LogRecord } from '@/lib/domain/log-record';
import { ok, type Result } from '@/lib/domain/result';
import { may } from '@/lib/domain/rights';
import { cloudName } from './cloud';
import type { EventWindow } from './event-memory';
import type { Session } from './session-types';
import { readAuditLines } from './store/audit-trail';
import { store } from './store/store';

export type LogWindow = Omit<EventWindow, 'events'> & { events: readonly LogRecord[] };

/** Lines older than a place in the trail, newest first, so many at most; fewer mean that there are no more. */
export type TrailPage = (before: AuditCursor | undefined, most: number) => Promise<Result<AuditLine[]>>;

const FIRST_PAGE = 100;
const PAGE = 1_000;

/** Reads the trail downwards, as far as somebody wants it. */
export class Deeds {
  private waiting: LogRecord[] = [];
  private before: AuditCursor | undefined;
  private page = FIRST_PAGE;
  private done = false;
  private failed: string | null = null;

  /** @param withheld why these are not for who asks, or null */
  constructor(
    private readonly read: TrailPage,
    private readonly withheld: string | null = null,
  ) {}

  /** What those who read the rows have to be told. */
  get shown(): DeedsShown {
    if (this.withheld !== null) return { kind: 'withheld', why: this.withheld };
    return this.failed === null ? { kind: 'shown' } : { kind: 'failed', why: this.failed };
  }

  /** Those at or after an instant that were not given yet, newest first. */
  async downTo(instant: number): Promise<LogRecord[]> {
    const taken: LogRecord[] = [];
    while (this.withheld === null) {
      const rest = this.waiting.findIndex(({ at }) => at < instant);
      taken.push(...this.waiting.splice(0, rest < 0 ? this.waiting.length : rest));
      if (rest >= 0 || this.done) break;
      await this.readOn();
    }
    return taken;
  }

  private async readOn(): Promise<void> {
    const lines = await this.read(this.before, this.page);
    if (!lines.ok) {
      this.failed = lines.error.message;
      this.done = true;
      return;
    }
    const last = lines.data.at(-1);
    this.before = last && { at: last.at, id: last.id };
    this.done = lines.data.length < this.page;
    this.page = PAGE;
    this.waiting = lines.data.map(asRecord);
  }
}

/**
 * The writes of a stretch of time, for a session.
 * @param bounds epoch milliseconds, both included; `to` null for up to now
 */
export function deedsOf(
  { viewer }: Pick<Session, 'viewer'>,
  { from, to }: { from: number; to: number | null },
  filter: Pick<EventFilter, 'states'> | null,
): Deeds {
  const verdict = may(viewer, 'audit.read', 'Seeing operator actions');
  if (!verdict.ok) return new Deeds(nothing, verdict.why);
  // Nobody asked for them: the store is left alone.
  if (filter && filter.states.length > 0 && !filter.states.includes('operator')) return new Deeds(nothing);
  const cloud = cloudName();
  const until = to === null ? Number.MAX_SAFE_INTEGER : to + 1;
  return new Deeds((before, most) =>
    store().run((db) => readAuditLines(db, cloud, { from, to: until, before, writesOnly: true }, most)),
  );
}

const nothing: TrailPage = () => Promise.resolve(ok([]));

function asRecord(line: AuditLine): LogRecord {
  const deed = deedOf(line);
  return {
    id: line.id,
    eventLogId: deedVerb(line.action),
    state: 'operator',
    severity: null,
    entity: deedEntity(line),
    reason: deedSentence(deed),
    at: line.at,
    type: null,
    suppressed: false,
    deed,
  };
}

/** Windows of the log, newest first, each with the writes of its time. A failure of the log is the last thing that comes. */
export async function* withDeeds(
  windows: AsyncIterable<Result<EventWindow>>,
  deeds: Deeds,
): AsyncGenerator<Result<LogWindow>, void, undefined> {
  for await (const window of windows) {
    if (!window.ok) {
      yield window;
      return;
    }
    const among = await deeds.downTo(window.data.from);
    yield among.length === 0 ? window : ok({ ...window.data, events: byTime(window.data.events, among) });
  }
}

/** Two lists, newest first, as one. Of one instant the platform's come first. */
function byTime(events: readonly LogRecord[], deeds: readonly LogRecord[]): LogRecord[] {
  const all: LogRecord[] = [];
  let next = 0;
  for (const event of events) {
    for (let deed = deeds[next]; deed && deed.at > event.at; deed = deeds[next]) {
      all.push(deed);
      next += 1;
    }
    all.push(event);
  }
  return [...all, ...deeds.slice(next)];
}
