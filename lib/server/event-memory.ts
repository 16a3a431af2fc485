/**
 * The event log as this process remembers it. What was logged does not change any more, and FM counts nothing, pages
 * badly and reads slowly: so the log is kept in windows of six hours, each read once for everybody of an access class,
 * and only the newest is asked for again, from where it was left. Lists, counts and files are made from here.
 */
import 'server-only';
import { type EventRecord, eventKey } from '@/lib/domain/event';
import type { UnreadableRow } from '@/lib/domain/host';
import { type Failure, fail, ok, type Result } from '@/lib/domain/result';
import type { EventPage, EventSpan } from '@/lib/stx/fm/events';

const HOUR = 3_600_000;
export const WINDOW_MS = 6 * HOUR;
/** Raisers stamp their events, and some are late: a window is closed once it has been over for this long. */
const SETTLES_MS = 5 * 60_000;
/** The newest window is asked again from this much before its newest row. */
const OVERLAP_MS = 2 * 60_000;
/** Even what is closed is read anew after this long: rows are deleted, types suppressed. */
const CLOSED_FOR_MS = 6 * HOUR;
/** All windows together; a row is about 400 bytes. */
const MOST_ROWS = 200_000;

export type EventWindow = {
  /** Epoch milliseconds; `to` is the first instant that does not belong to it. */
  from: number;
  to: number;
  /** Newest first. */
  events: readonly EventRecord[];
  unreadable: readonly UnreadableRow[];
};

type Held = EventWindow & { readAt: number; closed: boolean; usedAt: number };
/** One walk of the log, and how many want what it brings. */
type Walk = { by: Walker; users: number };
type Flight = { walk: Walk; done: Promise<Result<Held>>; settle: (result: Result<Held>) => void };

export type EventMemoryOptions = {
  now?: () => number;
  /** How old the newest window may be, in milliseconds. */
  freshForMs: () => number;
  mostRows?: number;
};

export type Walker = (span: EventSpan) => AsyncIterable<Result<EventPage>>;

const STOPPED: Failure = { kind: 'unavailable', message: 'Reading the event log was stopped.' };

export class EventMemory {
  private windows = new Map<string, Held>();
  private flights = new Map<string, Flight>();
  private revisions = new Map<string, number>();
  private rows = 0;
  private readonly now: () => number;

  constructor(private readonly options: EventMemoryOptions) {
    this.now = options.now ?? Date.now;
  }

  /**
   * The windows that touch [from, to], newest first, each as soon as it has been read. A failure is the last thing that
   * comes. Whoever stops iterating, or aborts, wants no more: when nobody does, the platform is asked no more.
   * @param walk reads the log with the caller's own token
   * @param to null: up to what comes last
   */
  async *read(
    klass: string,
    walk: Walker,
    from: number,
    to: number | null,
    signal?: AbortSignal,
  ): AsyncGenerator<Result<EventWindow>, void, undefined> {
    const newest = Math.floor(this.now() / WINDOW_MS);
    const first = Math.floor(from / WINDOW_MS);
    const joined = new Set<Walk>();
    try {
      for (
        let index = Math.min(newest, Math.floor((to ?? this.now()) / WINDOW_MS));
        index >= first;
        index -= 1
      ) {
        let result = await this.window(klass, walk, index, first, joined, signal);
        // Somebody else's token was refused on the way: that says nothing about ours.
        while (result === 'refused to another') {
          result = await this.window(klass, walk, index, first, joined, signal);
        }
        if (signal?.aborted) return;
        yield result;
        if (!result.ok) return;
      }
    } finally {
      for (const each of joined) each.users -= 1;
    }
  }

  /** Windows of a range that are held without a gap from its new end, newest first; `whole` when that is all of it. */
  held(klass: string, from: number, to: number | null): { windows: EventWindow[]; whole: boolean } {
    const windows: EventWindow[] = [];
    const first = Math.floor(from / WINDOW_MS);
    for (
      let index = Math.floor(Math.min(to ?? this.now(), this.now()) / WINDOW_MS);
      index >= first;
      index -= 1
    ) {
      const held = this.windows.get(key(klass, index));
      if (!held) return { windows, whole: false };
      windows.push(held);
    }
    return { windows, whole: true };
  }

  /** Changes exactly when what is held for a class does. */
  revision = (klass: string): number => this.revisions.get(klass) ?? 0;

  /** Forgets everything: a type was suppressed or shown again, and every row of it looks different now. */
  forget(): void {
    this.windows.clear();
    this.rows = 0;
  }

  private async window(
    klass: string,
    walk: Walker,
    index: number,
    first: number,
    joined: Set<Walk>,
    signal: AbortSignal | undefined,
  ): Promise<Result<Held> | 'refused to another'> {
    const held = this.fresh(klass, index);
    if (held) {
      held.usedAt = this.now();
      return ok(held);
    }
    const flight = this.flights.get(key(klass, index)) ?? this.start(klass, walk, index, first);
    if (!joined.has(flight.walk)) {
      joined.add(flight.walk);
      flight.walk.users += 1;
    }
    const result = await (signal ? Promise.race([flight.done, aborted(signal)]) : flight.done);
    const refused = !result.ok && result.error.kind === 'unauthenticated' && flight.walk.by !== walk;
    return refused ? 'refused to another' : result;
  }

  private fresh(klass: string, index: number): Held | undefined {
    const held = this.windows.get(key(klass, index));
    if (!held) return undefined;
    const lasts = held.closed ? CLOSED_FOR_MS : this.options.freshForMs();
    const due = !held.closed && this.now() >= held.to + SETTLES_MS;
    return this.now() - held.readAt < lasts && !due ? held : undefined;
  }

  /** Starts a walk over the windows from `index` down that have to be read and that nobody reads already. */
  private start(klass: string, walker: Walker, index: number, first: number): Flight {
    const walk: Walk = { by: walker, users: 0 };
    const old = this.windows.get(key(klass, index));
    const goesOn = old !== undefined && !old.closed && this.now() < old.to + SETTLES_MS;
    const indices = [index];
    // What goes on where it was left is a short walk of its own.
    for (let next = index - 1; !goesOn && next >= first; next -= 1) {
      if (this.fresh(klass, next) || this.flights.has(key(klass, next))) break;
      indices.push(next);
    }
    for (const each of indices) this.flights.set(key(klass, each), newFlight(walk));
    const flight = this.flights.get(key(klass, index));
    void this.run(klass, walker, walk, indices, goesOn ? old : undefined);
    if (!flight) throw new Error('a flight that was just set is gone');
    return flight;
  }

  private async run(
    klass: string,
    walker: Walker,
    walk: Walk,
    indices: number[],
    old: Held | undefined,
  ): Promise<void> {
    const startedAt = this.now();
    const top = indices[0] ?? 0;
    const bottom = indices.at(-1) ?? top;
    const isNewest = (top + 1) * WINDOW_MS > startedAt;
    const left = old?.events[0]?.at;
    const span: EventSpan = {
      from: left === undefined ? bottom * WINDOW_MS : Math.max(bottom * WINDOW_MS, left - OVERLAP_MS),
      to: isNewest ? null : (top + 1) * WINDOW_MS,
      withSuppressed: true,
    };
    const got = new Map(indices.map((index) => [index, emptyWindow()]));
    const finish = (index: number, result: Result<Held>) => {
      const place = key(klass, index);
      const flight = this.flights.get(place);
      if (flight?.walk !== walk) return;
      this.flights.delete(place);
      flight.settle(result);
    };
    const complete = (index: number) => {
      const gathered = got.get(index);
      if (!gathered || !got.delete(index)) return;
      const end = isNewest && index === top ? Number.POSITIVE_INFINITY : (index + 1) * WINDOW_MS;
      const events = (old ? merged(gathered.events, old.events) : gathered.events).filter(
        ({ at }) => at < end,
      );
      const unreadable = old ? mergedUnreadable(gathered.unreadable, old.unreadable) : gathered.unreadable;
      finish(index, ok(this.store(klass, index, { events, unreadable }, startedAt)));
    };
    try {
      for await (const page of walker(span)) {
        if (!page.ok) {
          for (const index of indices) finish(index, page);
          return;
        }
        for (const event of page.data.events) {
          // A stamp from ahead of our clock belongs to the newest window.
          const index = Math.min(top, Math.max(bottom, Math.floor(event.at / WINDOW_MS)));
          got.get(index)?.events.push(event);
        }
        // A row without a readable time is counted where its neighbours are.
        const among = Math.max(
          bottom,
          Math.min(top, Math.floor((page.data.events.at(-1)?.at ?? 0) / WINDOW_MS)),
        );
        got.get(among)?.unreadable.push(...page.data.unreadable);
        for (const index of indices) if (page.data.readBackTo <= index * WINDOW_MS) complete(index);
        if (walk.users === 0) break;
      }
      for (const index of indices) finish(index, fail(STOPPED));
    } catch (cause) {
      const details = cause instanceof Error ? cause.message : String(cause);
      const message = 'The console could not read this.';
      for (const index of indices) finish(index, fail({ kind: 'unavailable', message, details }));
    }
  }

  private store(
    klass: string,
    index: number,
    { events, unreadable }: Pick<EventWindow, 'events' | 'unreadable'>,
    readAt: number,
  ): Held {
    const place = key(klass, index);
    const before = this.windows.get(place);
    const [from, to] = [index * WINDOW_MS, (index + 1) * WINDOW_MS];
    const held: Held = {
      ...{ from, to, readAt, unreadable },
      // Equal rows keep their identity: what was derived from them stays good.
      events: before && sameRows(before.events, events) ? before.events : events,
      closed: readAt >= to + SETTLES_MS,
      usedAt: this.now(),
    };
    this.windows.set(place, held);
    this.rows += held.events.length - (before?.events.length ?? 0);
    if (held.events !== before?.events) this.revisions.set(klass, this.revision(klass) + 1);
    this.makeRoom(place);
    return held;
  }

  private makeRoom(keep: string): void {
    const most = this.options.mostRows ?? MOST_ROWS;
    if (this.rows <= most) return;
    for (const [place, held] of [...this.windows].sort(([, a], [, b]) => a.usedAt - b.usedAt)) {
      if (this.rows <= most) return;
      if (place === keep) continue;
      this.windows.delete(place);
      this.rows -= held.events.length;
    }
  }
}

const key = (klass: string, index: number): string => `${index} ${klass}`;

const emptyWindow = (): { events: EventRecord[]; unreadable: UnreadableRow[] } => ({
  events: [],
  unreadable: [],
});

function newFlight(walk: Walk): Flight {
  let settle: Flight['settle'] = () => {};
  const done = new Promise<Result<Held>>((resolve) => {
    settle = resolve;
  });
  return { walk, done, settle };
}

const aborted = (signal: AbortSignal): Promise<Result<never>> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(fail(STOPPED));
    else signal.addEventListener('abort', () => resolve(fail(STOPPED)), { once: true });
  });

/** What was just read, and below it what was read before; newest first. */
function merged(recent: readonly EventRecord[], before: readonly EventRecord[]): EventRecord[] {
  const known = new Set(recent.map(eventKey));
  const rest = before.filter((event) => !known.has(eventKey(event)));
  // Late rows may lie between: the sort leaves equal instants as they came.
  return [...recent, ...rest].sort((a, b) => b.at - a.at);
}

function mergedUnreadable(
  recent: readonly UnreadableRow[],
  before: readonly UnreadableRow[],
): UnreadableRow[] {
  const known = new Set(recent.map(({ id }) => id));
  return [...recent, ...before.filter(({ id }) => !known.has(id))];
}

const sameRows = (a: readonly EventRecord[], b: readonly EventRecord[]): boolean =>
  a.length === b.length &&
  a.every((event, index) => {
    const other = b[index];
    return other && eventKey(event) === eventKey(other) && event.suppressed === other.suppressed;
  });
