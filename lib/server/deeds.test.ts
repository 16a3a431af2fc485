import { describe, expect, it } from 'vitest';
import type { AuditLine } from '@/lib/domain/audit';
import type { EventRecord } from '@/lib/domain/event';
import type { LogRecord } from '@/lib/domain/log-record';
import { fail, ok, type Result } from '@/lib/domain/result';
import { Deeds, deedsOf, type TrailPage, withDeeds } from './deeds';
import type { EventWindow } from './event-memory';

const line = (at: number, id = `a${at}`): AuditLine => ({
  ...{ id, at, who: 'ann', domain: 'Default', project: 'admin', role: 'admin', from: '10.0.0.7', cloud: 'c' },
  ...{ action: 'host.lock', target: 'worker-1', outcome: 'ok', status: null, requestId: 'r', durationMs: 1 },
  details: {},
});
const event = (at: number): EventRecord => ({
  ...{ id: `e${at}`, eventLogId: '1', state: 'log', severity: null, entity: '', reason: '', at },
  ...{ type: null, suppressed: false },
});
const window = (from: number, ...ats: number[]): Result<EventWindow> =>
  ok({ from, to: from + 100, events: ats.map(event), unreadable: [] });

/** A trail as the store gives it: below a place, so many at most. */
const trail =
  (lines: AuditLine[], asked: number[] = []): TrailPage =>
  async (before, most) => {
    asked.push(most);
    const sorted = [...lines].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    const rest = sorted.filter(
      ({ at, id }) => !before || at < before.at || (at === before.at && id < before.id),
    );
    return ok(rest.slice(0, most));
  };
async function* windows(...all: Result<EventWindow>[]) {
  yield* all;
}
async function rowsOf(deeds: Deeds, ...all: Result<EventWindow>[]): Promise<LogRecord[]> {
  const rows: LogRecord[] = [];
  for await (const one of withDeeds(windows(...all), deeds)) if (one.ok) rows.push(...one.data.events);
  return rows;
}
const ids = (rows: readonly LogRecord[]) => rows.map(({ id }) => id).join(' ');

describe('writes among events', () => {
  it('stand where they belong in time, the platform first where both are of one instant', async () => {
    const deeds = new Deeds(trail([line(250), line(150), line(149), line(120)]));
    expect(ids(await rowsOf(deeds, window(200, 280, 210), window(100, 160, 150, 110)))).toBe(
      'e280 a250 e210 e160 e150 a150 a149 a120 e110',
    );
    expect(deeds.shown).toEqual({ kind: 'shown' });
  });

  it('are neither lost nor doubled where windows meet, nor where pages of the trail do', async () => {
    // 130 of one instant: the first page ends among them.
    const many = Array.from({ length: 130 }, (_, n) => line(200, `a${String(n).padStart(3, '0')}`));
    const all = [...many, line(199, 'below'), line(100, 'edge'), line(99, 'last')];
    const rows = await rowsOf(new Deeds(trail(all)), window(200, 200), window(100), window(0, 50));
    expect(rows.filter(({ state }) => state === 'operator')).toHaveLength(133);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(135);
    expect(ids(rows.slice(-4))).toBe('below edge last e50');
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => b - a));
  });

  it('are read only as far down as somebody reads', async () => {
    const asked: number[] = [];
    const deeds = new Deeds(
      trail(
        Array.from({ length: 500 }, (_, n) => line(1_000 - n)),
        asked,
      ),
    );
    for await (const one of withDeeds(windows(window(950), window(0)), deeds)) {
      expect(one.ok && one.data.events).toHaveLength(51);
      break;
    }
    expect(asked).toEqual([100]);
  });

  it('cost no event when they cannot be read, and it is known', async () => {
    const deeds = new Deeds(async () => fail({ kind: 'unavailable', message: 'Away.' }));
    expect(ids(await rowsOf(deeds, window(200, 280), window(100, 160)))).toBe('e280 e160');
    expect(deeds.shown).toEqual({ kind: 'failed', why: 'Away.' });
  });

  it('end with the log when that fails', async () => {
    const down = fail({ kind: 'unavailable', message: 'fm is away.' });
    const seen: boolean[] = [];
    for await (const one of withDeeds(windows(window(200), down, window(0)), new Deeds(trail([]))))
      seen.push(one.ok);
    expect(seen).toEqual([true, false]);
  });
});

describe('who sees them', () => {
  const session = (...roles: string[]) => ({
    viewer: { userName: 'ann', domainName: 'Default', projectName: 'admin', roles },
  });
  const range = { from: 0, to: null };

  it.each(['reader', 'operator', 'configurator'])('not a %s, who is told why', async (role) => {
    const deeds = deedsOf(session(role), range, null);
    expect(await deeds.downTo(0)).toEqual([]);
    expect(deeds.shown).toEqual({
      kind: 'withheld',
      why: `Your role is ${role}. Seeing operator actions needs admin.`,
    });
  });

  it('an admin, and the store is not asked for what a filter leaves out', async () => {
    const deeds = deedsOf(session('admin'), range, { states: ['log'] });
    expect(await deeds.downTo(0)).toEqual([]);
    expect(deeds.shown).toEqual({ kind: 'shown' });
  });
});
