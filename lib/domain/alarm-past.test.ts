import { describe, expect, it } from 'vitest';
import { alarmPast, QUICKLY_MS } from './alarm-past';
import type { EventRecord } from './event';
import { testAlarm } from './test-facts';

const M = 60_000;
const event = (
  minute: number,
  state: EventRecord['state'],
  changes: Partial<EventRecord> = {},
): EventRecord => ({
  id: `${state}${minute}`,
  eventLogId: '100.119',
  ...{
    state,
    severity: 'major',
    entity: 'host=w',
    reason: 'no lock',
    at: minute * M,
    type: null,
    suppressed: false,
  },
  ...changes,
});
const ALARM = { alarmId: '100.119', entity: 'host=w' };
const FROM = 0;
const NOW = 10_000 * M;
const past = (events: EventRecord[], raisedAt?: number) =>
  alarmPast(
    [...events].reverse(),
    ALARM,
    raisedAt === undefined ? null : testAlarm({ ...ALARM, raisedAt: raisedAt * M }),
    FROM,
    NOW,
  );
const pair = (from: number, to: number) => [event(from, 'set'), event(to, 'clear')];

describe('the past of an alarm', () => {
  it.each<[string, ReturnType<typeof past>, [number, number | null, number]]>([
    ['never raised', past([]), [0, null, 0]],
    ['once, for 20 minutes', past(pair(100, 120)), [1, 20, 0]],
    [
      'the median of an odd number',
      past([...pair(100, 110), ...pair(200, 230), ...pair(500, 900)]),
      [3, 30, 0],
    ],
    ['the median of an even number', past([...pair(100, 110), ...pair(200, 230)]), [2, 20, 0]],
    ['what still stands has no duration yet', past([...pair(100, 110), event(900, 'set')], 900), [2, 10, 0]],
    ['what began before is not seen whole', past([event(50, 'clear')]), [1, null, 0]],
    ['stands since before the stretch', past([], -5), [1, null, 0]],
    [
      'comes back within a quarter of an hour',
      past([...pair(100, 110), ...pair(125, 130), ...pair(146, 150)]),
      [3, 5, 1],
    ],
    [
      'another severity is no new raise',
      past([event(100, 'set'), event(110, 'set', { severity: 'critical' }), event(130, 'clear')]),
      [1, 30, 0],
    ],
    [
      'of another entity or id',
      past(pair(1, 2).map((each) => ({ ...each, entity: 'host=w1' }))),
      [0, null, 0],
    ],
    ['the log has lost its clear', past([event(100, 'set')]), [1, NOW / M - 100, 0]],
  ])('%s', (_name, { times, medianMs, flaps }, [n, median, flapping]) => {
    expect([times, medianMs === null ? null : medianMs / M, flaps]).toEqual([n, median, flapping]);
  });

  it('draws each severity by itself, the oldest first', () => {
    const { spans } = past([
      event(100, 'set'),
      event(110, 'set', { severity: 'critical' }),
      event(130, 'clear'),
    ]);
    expect(spans.map(({ severity, from, to }) => [severity, from / M, (to ?? 0) / M])).toEqual([
      ['major', 100, 110],
      ['critical', 110, 130],
    ]);
  });

  it('calls a return quick up to its limit, not beyond', () => {
    const back = (ms: number) =>
      past([...pair(100, 110), { ...event(0, 'set'), id: 's', at: 110 * M + ms }, event(300, 'clear')]).flaps;
    expect([back(QUICKLY_MS), back(QUICKLY_MS + 1)]).toEqual([1, 0]);
  });
});
