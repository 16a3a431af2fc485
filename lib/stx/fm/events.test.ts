import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '@/lib/domain/result';
import type { Connection } from '../connection';
import { decodeEvents, getEventFacts, listEvents, walkEvents } from './events';

type Row = { uuid: string; state: string; timestamp: string; [more: string]: unknown };

/** What the platform holds, and what it was asked. */
let table: Row[] = [];
let asked: URLSearchParams[] = [];

vi.mock('../connection', () => ({
  ask: async (_connection: unknown, _service: string, path: string) => {
    const query = new URLSearchParams(path.split('?')[1]);
    asked.push(query);
    const values = query.getAll('q.value');
    const filter = new Map(query.getAll('q.field').map((field, index) => [field, values[index] ?? '']));
    const [start, end] = [filter.get('start') ?? '', filter.get('end')];
    // As the platform's database compares: "07" is before "07.000001".
    const rows = table
      .filter(({ timestamp }) => timestamp >= start && (end === undefined || timestamp <= end))
      .filter(({ uuid }) => (filter.get('uuid') ?? uuid) === uuid)
      .sort((a, b) => (a.timestamp < b.timestamp ? 1 : a.timestamp > b.timestamp ? -1 : 0))
      .slice(0, Number(query.get('limit')));
    return ok({ status: 200, headers: {}, body: { event_log: rows } });
  },
}));

const connection: Connection = { token: 't', catalogue: [], requestId: 'r' };
const row = (n: number, timestamp: string, more: Partial<Row> = {}): Row => ({
  uuid: `u${n}`,
  event_log_id: '100.101',
  state: 'log',
  severity: 'major',
  entity_instance_id: 'host=worker-0',
  reason_text: `row ${n}`,
  timestamp,
  suppression_status: 'None',
  ...more,
});
const DAY = Date.UTC(2026, 10, 22);
const at = (ms: number) => new Date(DAY + ms).toISOString().slice(0, -1);
const span = { from: DAY, to: DAY + 86_400_000 };

beforeEach(() => {
  table = [];
  asked = [];
});

async function walk() {
  const pages = [];
  for await (const page of walkEvents(connection, span)) pages.push(page.ok ? page.data : page.error);
  return pages.map((page) => ('events' in page ? page : { events: [], readBackTo: 0 }));
}

describe('walking the log', () => {
  it('reads everything once, newest first, over many pages', async () => {
    table = Array.from({ length: 6_000 }, (_, n) => row(n, at(n * 1_000)));
    const pages = await walk();
    const ids = pages.flatMap(({ events }) => events.map(({ id }) => id));
    expect(ids).toEqual(Array.from({ length: 6_000 }, (_, n) => `u${5_999 - n}`));
    expect(asked.length).toBeLessThanOrEqual(5);
    expect(pages.at(-1)?.readBackTo).toBe(Number.NEGATIVE_INFINITY);
  });

  it('loses none of an instant that lies across the end of a page', async () => {
    // The page of 500 ends in the middle of 300 rows of one instant.
    table = Array.from({ length: 1_000 }, (_, n) => row(n, at(n < 350 ? n : n < 650 ? 350 : n)));
    const ids = (await walk()).flatMap(({ events }) => events.map(({ id }) => id));
    expect(new Set(ids).size).toBe(1_000);
    expect(ids).toHaveLength(1_000);
  });

  it('widens a page that one instant fills, instead of turning in a circle', async () => {
    table = Array.from({ length: 5_000 }, (_, n) => row(n, n === 0 ? at(0) : at(7_000)));
    const ids = (await walk()).flatMap(({ events }) => events.map(({ id }) => id));
    expect(ids).toHaveLength(5_000);
    expect(new Set(ids).size).toBe(5_000);
    expect(ids.at(-1)).toBe('u0');
    expect(asked.map((query) => query.get('limit'))).toEqual(['500', '2000', '8000']);
  });

  it('keeps a raise that was written again under the same uuid', async () => {
    table = [
      row(1, at(0), { state: 'set', severity: 'minor' }),
      row(1, at(60_000), { state: 'set', severity: 'major' }),
    ];
    expect((await walk())[0]?.events.map(({ severity }) => severity)).toEqual(['major', 'minor']);
  });

  it('says how far back it has read', async () => {
    table = Array.from({ length: 700 }, (_, n) => row(n, at(n * 1_000)));
    // 500 rows down to the 200th second, whose millisecond might hold more.
    expect((await walk())[0]?.readBackTo).toBe(DAY + 200_001);
  });

  it('asks no more once nobody wants more', async () => {
    table = Array.from({ length: 6_000 }, (_, n) => row(n, at(n * 1_000)));
    for await (const page of walkEvents(connection, span)) if (page.ok) break;
    expect(asked).toHaveLength(1);
  });

  it('sends UTC without a zone, and no end where the newest are wanted', async () => {
    for await (const page of walkEvents(connection, { from: DAY, to: null })) expect(page.ok).toBe(true);
    expect(asked[0]?.getAll('q.field')).toEqual(['start']);
    expect(asked[0]?.getAll('q.value')).toEqual(['2026-11-22T00:00:00.000']);
  });
});

describe('a list of events', () => {
  it('is cut at the most that is wanted, and says so', async () => {
    table = Array.from({ length: 900 }, (_, n) => row(n, at(n * 1_000)));
    const cut = await listEvents(connection, { ...span, most: 600 });
    expect(cut).toMatchObject({ ok: true, data: { truncated: true } });
    expect(cut.ok && cut.data.events).toHaveLength(600);
    const whole = await listEvents(connection, { ...span, most: 900 });
    expect(whole).toMatchObject({ ok: true, data: { truncated: false } });
  });
});

describe('the facts of one event', () => {
  it('are those of the row of that instant, not of the first with that uuid', async () => {
    table = [
      row(1, at(0), { state: 'set', probable_cause: 'threshold-crossed' }),
      row(1, '2026-11-22T00:01:00.123456', { state: 'set', probable_cause: 'timing-problem' }),
    ];
    const facts = await getEventFacts(connection, { id: 'u1', state: 'set', at: DAY + 60_123 });
    expect(facts).toMatchObject({ ok: true, data: { probableCause: 'timing-problem' } });
  });

  it('are missing for a row that the log has dropped', async () => {
    const facts = await getEventFacts(connection, { id: 'u1', state: 'set', at: DAY });
    expect(facts).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  });
});

describe('recordings of the event log', () => {
  const dir = join(__dirname, '../../../simulator/recordings/fm');
  const bodies = readdirSync(dir)
    .filter((file) => file.startsWith('event-log'))
    .map((file) => JSON.parse(readFileSync(join(dir, file), 'utf8')))
    .filter(({ status }) => status === 200);
  const rows: Row[] = bodies.flatMap(({ body }) => body.event_log ?? []);

  it('are all readable', () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(decodeEvents(rows).unreadable).toEqual([]);
  });

  it('give a clear the severity of its raise, and mark logs as neither suppressed nor not', () => {
    const { events } = decodeEvents(rows);
    const clears = events.filter(({ state }) => state === 'clear');
    expect(clears.length).toBeGreaterThan(10);
    expect(clears.every(({ severity }) => severity !== null)).toBe(true);
    expect(events.filter(({ state, suppressed }) => state === 'log' && suppressed)).toEqual([]);
  });

  it('are walked like the platform pages them', async () => {
    const unique = new Map(rows.map((one) => [`${one.uuid} ${one.state} ${one.timestamp}`, one]));
    table = [...unique.values()];
    const events = [];
    for await (const page of walkEvents(connection, { from: 0, to: null })) {
      if (page.ok) events.push(...page.data.events);
    }
    expect(events).toHaveLength(unique.size);
  });

  it('lists a row without a time as unreadable', () => {
    const { events, unreadable } = decodeEvents([row(1, 'yesterday')]);
    expect(events).toEqual([]);
    expect(unreadable).toMatchObject([{ id: 'u1', name: '100.101' }]);
  });
});
