import { describe, expect, it } from 'vitest';
import type { EventRecord } from '@/lib/domain/event';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { EventPage, EventSpan } from '@/lib/stx/fm/events';
import { EventMemory, type EventWindow, WINDOW_MS } from './event-memory';

const HOUR = 3_600_000;
const event = (at: number, id = `e${at}`): EventRecord => ({
  ...{ id, eventLogId: '100.101', state: 'log', severity: 'major', entity: 'host=a', reason: '' },
  ...{ at, type: null, suppressed: false },
});

/** A log, a clock, and what the platform was asked. */
function setUp(options: { mostRows?: number; pageSize?: number; hold?: () => Promise<void> } = {}) {
  let now = 100 * WINDOW_MS + 3 * HOUR;
  const log: EventRecord[] = [];
  const spans: EventSpan[] = [];
  let pages = 0;
  const memory = new EventMemory({
    now: () => now,
    freshForMs: () => 5_000,
    ...(options.mostRows ? { mostRows: options.mostRows } : {}),
  });
  async function* walk(span: EventSpan): AsyncGenerator<Result<EventPage>, void, undefined> {
    spans.push(span);
    const rows = log
      .filter(({ at }) => at >= span.from && (span.to === null || at <= span.to))
      .sort((a, b) => b.at - a.at);
    const size = options.pageSize ?? 1_000;
    for (let start = 0; ; start += size) {
      await options.hold?.();
      pages += 1;
      const events = rows.slice(start, start + size);
      const finished = start + size >= rows.length;
      const readBackTo = finished ? Number.NEGATIVE_INFINITY : (events.at(-1)?.at ?? 0) + 1;
      yield ok({ events, unreadable: [], readBackTo });
      if (finished) return;
    }
  }
  const read = async (from: number, to: number | null = null, klass = 'a', signal?: AbortSignal) => {
    const windows: Result<EventWindow>[] = [];
    for await (const window of memory.read(klass, walk, from, to, signal)) windows.push(window);
    return windows;
  };
  const ids = (windows: Result<EventWindow>[]) =>
    windows.flatMap((window) => (window.ok ? window.data.events.map(({ id }) => id) : ['failed']));
  return {
    ...{ memory, log, spans, walk, read, ids },
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    pages: () => pages,
  };
}

describe('the memory of the event log', () => {
  it('reads a range once for all, newest first, and then only the newest window from where it was left', async () => {
    const { log, read, ids, spans, now, pass } = setUp();
    const [old, recent] = [event(now() - 30 * HOUR), event(now() - HOUR)];
    log.push(old, recent);
    const [one, two] = await Promise.all([read(now() - 48 * HOUR), read(now() - 48 * HOUR)]);
    expect(ids(one)).toEqual([recent.id, old.id]);
    expect(ids(two)).toEqual([recent.id, old.id]);
    expect(spans).toHaveLength(1);

    pass(60_000);
    const fresh = event(now() - 1_000);
    log.push(fresh);
    expect(ids(await read(now() - 48 * HOUR))).toEqual([fresh.id, recent.id, old.id]);
    expect(spans).toHaveLength(2);
    expect(spans[1]).toMatchObject({ from: recent.at - 120_000, to: null });
  });

  it('finds late rows when a window is closed, and then asks for it no more', async () => {
    const { log, read, ids, spans, now, pass } = setUp();
    log.push(event(now() - 60_000));
    await read(now() - HOUR);
    const end = 101 * WINDOW_MS;
    pass(end + 6 * 60_000 - now());
    // Stamped long before the newest row that was read.
    log.push(event(end - 4 * HOUR, 'late'));
    expect(ids(await read(end - 6 * HOUR, end - 1))).toContain('late');
    const asked = spans.length;
    pass(3 * HOUR);
    await read(end - 6 * HOUR, end - 1);
    expect(spans).toHaveLength(asked);
    pass(4 * HOUR);
    await read(end - 6 * HOUR, end - 1);
    expect(spans).toHaveLength(asked + 1);
  });

  it('hands out new windows before old ones are read, and stops asking when nobody wants them', async () => {
    const { log, memory, walk, now, pages } = setUp({ pageSize: 10 });
    for (let n = 0; n < 1_000; n += 1) log.push(event(now() - n * 10 * 60_000));
    for await (const window of memory.read('a', walk, now() - 160 * HOUR, null)) {
      expect(window.ok && window.data.events.length).toBeGreaterThan(0);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pages()).toBeLessThan(10);
  });

  it('goes on for those who stay when one leaves', async () => {
    const { log, read, ids, now } = setUp({ pageSize: 10 });
    for (let n = 0; n < 300; n += 1) log.push(event(now() - n * 10 * 60_000));
    const leaving = new AbortController();
    const first = read(now() - 49 * HOUR, null, 'a', leaving.signal);
    const second = read(now() - 49 * HOUR);
    leaving.abort();
    expect(ids(await first)).toEqual([]);
    expect(ids(await second).length).toBeGreaterThan(290);
  });

  it('asks the platform no more when the only reader aborts', async () => {
    const gates: (() => void)[] = [];
    const hold = () => new Promise<void>((resolve) => gates.push(resolve));
    const { log, read, now, pages } = setUp({ pageSize: 10, hold });
    for (let n = 0; n < 300; n += 1) log.push(event(now() - n * 10 * 60_000));
    const leaving = new AbortController();
    const reading = read(now() - 49 * HOUR, null, 'a', leaving.signal);
    await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort();
    expect(await reading).toEqual([]);
    for (const open of gates) open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pages()).toBe(1);
  });

  it('keeps access classes apart', async () => {
    const { log, read, spans, now } = setUp();
    log.push(event(now() - 1_000));
    await read(now() - HOUR, null, 'a');
    await read(now() - HOUR, null, 'b');
    expect(spans).toHaveLength(2);
  });

  it('keeps nothing of a read that failed, and tells all who waited', async () => {
    const { memory, walk, log, now } = setUp();
    log.push(event(now() - 1_000));
    const failing = async function* () {
      yield fail({ kind: 'unavailable', message: 'fm does not answer.' });
    };
    const collect = async (walker: typeof walk) => {
      const results = [];
      for await (const result of memory.read('a', walker, now() - 20 * HOUR, null)) results.push(result.ok);
      return results;
    };
    expect(await Promise.all([collect(failing), collect(failing)])).toEqual([[false], [false]]);
    expect(await collect(walk)).toEqual([true, true, true, true]);
  });

  it('does not take the refusal of another token for its own', async () => {
    const { memory, walk, log, now } = setUp();
    log.push(event(now() - 1_000));
    let refuse: () => void = () => {};
    const refused = async function* () {
      await new Promise<void>((resolve) => {
        refuse = resolve;
      });
      yield fail({ kind: 'unauthenticated', message: 'no' });
    };
    const theirs = memory.read('a', refused, now() - HOUR, null).next();
    const ours = memory.read('a', walk, now() - HOUR, null).next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    refuse();
    expect((await ours).value).toMatchObject({ ok: true });
    void theirs;
  });

  it('has no row twice at the edge of a window, nor one less', async () => {
    const { log, read, ids, now } = setUp();
    const edge = 100 * WINDOW_MS;
    log.push(event(edge - 1), event(edge), event(edge + 1));
    expect(ids(await read(edge - HOUR))).toEqual([`e${edge + 1}`, `e${edge}`, `e${edge - 1}`]);
    expect(ids(await read(edge - HOUR, edge - 1))).toEqual([`e${edge - 1}`]);
    expect(now()).toBeGreaterThan(edge);
  });

  it('takes stamps from a clock that is ahead', async () => {
    const { log, read, ids, now } = setUp();
    log.push(event(now() + 5 * HOUR));
    expect(ids(await read(now() - HOUR))).toHaveLength(1);
  });

  it('drops what was used least when it holds too much', async () => {
    const { memory, log, read, spans, now, pass } = setUp({ mostRows: 150 });
    for (let n = 0; n < 100; n += 1) log.push(event(50 * WINDOW_MS + n), event(60 * WINDOW_MS + n));
    await read(50 * WINDOW_MS, 50 * WINDOW_MS + HOUR);
    pass(1_000);
    await read(60 * WINDOW_MS, 60 * WINDOW_MS + HOUR);
    expect(memory.held('a', 50 * WINDOW_MS, 50 * WINDOW_MS + HOUR).whole).toBe(false);
    expect(memory.held('a', 60 * WINDOW_MS, 60 * WINDOW_MS + HOUR).whole).toBe(true);
    expect(spans).toHaveLength(2);
    expect(now()).toBeGreaterThan(0);
  });

  it('has a new revision exactly when rows change', async () => {
    const { memory, log, read, now, pass } = setUp();
    log.push(event(now() - 1_000));
    await read(now() - HOUR);
    const before = memory.revision('a');
    pass(6_000);
    await read(now() - HOUR);
    expect(memory.revision('a')).toBe(before);
    pass(6_000);
    log.push(event(now() - 500));
    await read(now() - HOUR);
    expect(memory.revision('a')).toBe(before + 1);
  });
});
