import { describe, expect, it } from 'vitest';
import type { Alarm } from './alarm';
import { addGone, clearedAlarms, type GoneAlarm } from './cleared-alarm';
import type { EventRecord } from './event';
import { testAlarm } from './test-facts';

const event = (at: number, state: EventRecord['state'], changes: Partial<EventRecord> = {}): EventRecord => ({
  id: `${state}${at}`,
  eventLogId: '200.001',
  ...{
    state,
    severity: 'major',
    entity: 'host=worker-0',
    reason: 'locked',
    at,
    type: null,
    suppressed: false,
  },
  ...changes,
});
const alarm = (changes: Partial<Alarm> = {}) =>
  testAlarm({ id: 'uuid', alarmId: '200.001', entity: 'host=worker-0', raisedAt: 10, ...changes });
/** As FM gives them: newest first. */
const log = (...events: EventRecord[]) => [...events].reverse();
const told = (events: EventRecord[] | null, gone: GoneAlarm[] = [], active: Alarm[] = [], from = 0) =>
  clearedAlarms(events, gone, active, from).map(({ id, raisedAt, clearedAt }) => [id, raisedAt, clearedAt]);

describe('cleared alarms', () => {
  it.each<[string, unknown[], unknown[]]>([
    ['raise and clear', told(log(event(10, 'set'), event(20, 'clear'))), [['set10', 10, 20]]],
    ['raised before the log begins', told(log(event(20, 'clear'))), [['clear20', null, 20]]],
    [
      'the newest of several',
      told(log(event(5, 'set'), event(6, 'clear'), event(7, 'set'), event(9, 'clear'))),
      [['set7', 7, 9]],
    ],
    [
      'raised and cleared in one instant',
      told(log(event(10, 'set'), event(10, 'clear'))),
      [['set10', 10, 10]],
    ],
    ['raised again', told(log(event(10, 'clear'), event(20, 'set'))), []],
    ['too long ago', told(log(event(10, 'clear')), [], [], 11), []],
    ['a plain log', told(log(event(10, 'log'))), []],
    ['a type that is suppressed', told(log(event(10, 'clear', { suppressed: true }))), []],
    [
      'stands again, though the log is behind',
      told(log(event(10, 'clear')), [], [alarm({ raisedAt: 12 })]),
      [],
    ],
    ['gone, the log not read', told(null, [{ alarm: alarm(), at: 30 }]), [['uuid', 10, 30]]],
    [
      'gone, the log is behind',
      told(log(event(10, 'set')), [{ alarm: alarm(), at: 30 }]),
      [['uuid', 10, 30]],
    ],
    [
      'gone, and the log knows when',
      told(log(event(10, 'set'), event(25, 'clear')), [{ alarm: alarm(), at: 30 }]),
      [['uuid', 10, 25]],
    ],
    [
      'gone, and the log knows only of the time before',
      told(log(event(4, 'set'), event(6, 'clear')), [{ alarm: alarm(), at: 30 }]),
      [['uuid', 10, 30]],
    ],
  ])('%s', (_name, got, expected) => expect(got).toEqual(expected));

  it('newest first, each id and entity by itself', () => {
    const other = { entity: 'host=worker-1' };
    expect(told(log(event(10, 'clear'), event(20, 'clear', other)))).toEqual([
      ['clear20', null, 20],
      ['clear10', null, 10],
    ]);
  });
});

describe('what left between two readings', () => {
  const b = alarm({ id: 'b', entity: 'host=worker-1' });
  const ids = (gone: GoneAlarm[]) => gone.map(({ alarm: { id }, at }) => [id, at]);

  it('is kept with the time of the newer one', () => {
    expect(ids(addGone([], [alarm(), b], [b], 50, 0))).toEqual([['uuid', 50]]);
  });
  it('goes when it stands again, under whichever uuid, and when it is old', () => {
    const gone = [{ alarm: alarm(), at: 50 }];
    expect(addGone(gone, [], [alarm({ id: 'new' })], 60, 0)).toEqual([]);
    expect(addGone(gone, [], [], 60, 51)).toEqual([]);
    expect(ids(addGone(gone, [b], [], 60, 0))).toEqual([
      ['uuid', 50],
      ['b', 60],
    ]);
  });
  it('is told once, the newer time, when it came and went again', () => {
    expect(ids(addGone([{ alarm: alarm(), at: 50 }], [alarm({ id: 'new' })], [], 70, 0))).toEqual([
      ['new', 70],
    ]);
  });
  it('says nothing of suppressed ones', () => {
    expect(addGone([], [alarm({ suppressed: true })], [], 50, 0)).toEqual([]);
  });
});
