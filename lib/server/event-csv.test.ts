import { describe, expect, it } from 'vitest';
import type { AuditLine } from '@/lib/domain/audit';
import type { EventRecord } from '@/lib/domain/event';
import { NO_FILTER } from '@/lib/domain/event-filter';
import { standingNow } from '@/lib/domain/event-lasting';
import { fail, ok, type Result } from '@/lib/domain/result';
import { Deeds } from './deeds';
import { type CsvAsk, csvPieces, EVENT_FILES } from './event-csv';
import type { EventWindow } from './event-memory';
import { takePlace } from './places';

const event = (at: number, reason: string, changes: Partial<EventRecord> = {}): EventRecord => ({
  ...{ id: `e${at}`, eventLogId: '100.101', state: 'set', severity: 'major', entity: 'host=worker-1.ptp' },
  ...{ reason, at, type: null, suppressed: false },
  ...changes,
});
const deed: AuditLine = {
  ...{ id: 'a1', at: 30, who: '=ingrid', domain: 'Default', project: 'admin', role: 'operator' },
  ...{ from: '10.0.0.7', cloud: 'c', action: 'host.lock', target: 'worker-1', outcome: 'ok', status: null },
  ...{ requestId: 'req-1', durationMs: 12, details: {} },
};
const window = (...events: EventRecord[]) => ok({ from: 0, to: 100, events, unreadable: [] });
const none = () => new Deeds(async () => ok([]));
const stands = standingNow({
  alarms: [{ alarmId: '100.101', entity: 'host=worker-1.ptp' }],
  capped: false,
});

async function textOf(
  windows: readonly Result<EventWindow>[],
  { from = 0, ...more }: { from?: number } & Partial<CsvAsk> = {},
): Promise<string[]> {
  async function* read() {
    yield* windows;
  }
  const ask = { range: { from, to: 50 }, filter: NO_FILTER, deeds: none(), active: stands, now: 90_040 };
  let text = '';
  for await (const piece of csvPieces(read, { ...ask, ...more })) text += piece;
  return text.split('\r\n');
}

describe('events as a file', () => {
  it('has a line for each that is in the range, and nothing that a spreadsheet runs', async () => {
    const lines = await textOf([window(event(60, 'later'), event(40, '=1+1'), event(5, 'plain'))], {
      from: 10,
    });
    expect(lines[0]).toBe('\uFEFFTime (UTC),What,Severity,ID,Reason,Lasted,Lasted (s),Host,Entity,Record');
    expect(lines.slice(1)).toEqual([
      `1970-01-01T00:00:00.040Z,Raised,major,100.101,"'=1+1","still stands, 1 m",90,worker-1,host=worker-1.ptp,e40`,
      '',
    ]);
  });

  it('says how long an alarm stood beside its raise and its clear, also across windows', async () => {
    const cleared = event(30_000, 'gone', { state: 'clear', id: 'c' });
    const lines = await textOf(
      [
        ok({ from: 20_000, to: 40_000, events: [cleared], unreadable: [] }),
        ok({ from: 0, to: 20_000, events: [event(5_000, 'up')], unreadable: [] }),
      ],
      { range: { from: 0, to: null }, active: null },
    );
    expect(lines[1]).toContain(',Cleared,major,100.101,gone,stood 25 s,25,');
    expect(lines[2]).toContain(',Raised,major,100.101,up,cleared after 25 s,25,');
    const unread = await textOf([window(event(40, 'up'))], { active: null });
    expect(unread[1]).toContain(',up,Unknown,,worker-1,');
  });

  it('has what people did among them', async () => {
    const deeds = new Deeds(async () => ok([deed]));
    const lines = await textOf([window(event(40, 'later'), event(20, 'before'))], { deeds });
    expect(lines.map((text) => text.split(',')[1])).toEqual([
      'What',
      'Raised',
      'Operator',
      'Raised',
      undefined,
    ]);
    expect(lines[2]).toBe(
      `1970-01-01T00:00:00.030Z,Operator,,lock,"'=ingrid locked worker-1 from 10.0.0.7",,,worker-1,host=worker-1,a1`,
    );
  });

  it('has all events and a last line about it when what people did cannot be read', async () => {
    const deeds = new Deeds(async () => fail({ kind: 'unavailable', message: 'The store is away.' }));
    const lines = await textOf([window(event(40, 'one'))], { deeds });
    expect(lines[1]).toContain(',one,');
    expect(lines.slice(2)).toEqual(['Operator actions are missing: The store is away.', '']);
  });

  it('says at its end that it is not whole when the platform fails half-way', async () => {
    const down = fail({ kind: 'unavailable', message: 'fm does not answer.' });
    const lines = await textOf([window(event(40, 'one')), down]);
    expect(lines.at(-2)).toBe('Not whole: fm does not answer.');
    const logs = { ...NO_FILTER, states: ['log' as const] };
    const late = await textOf([window(event(40, 'one', { state: 'log' })), down], { filter: logs });
    expect(late).toHaveLength(4);
    expect(late[2]).toBe('Not whole: fm does not answer.');
  });
});

it('makes two files at once for a session, and gives a place back once', () => {
  const first = takePlace(EVENT_FILES, 's1');
  const second = takePlace(EVENT_FILES, 's1');
  expect(first && second).toBeTruthy();
  expect(takePlace(EVENT_FILES, 's1')).toBeNull();
  expect(takePlace(EVENT_FILES, 's2')).not.toBeNull();
  first?.();
  first?.();
  expect(takePlace(EVENT_FILES, 's1')).not.toBeNull();
  expect(takePlace(EVENT_FILES, 's1')).toBeNull();
});
