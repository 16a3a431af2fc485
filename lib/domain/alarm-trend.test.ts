import { describe, expect, it } from 'vitest';
import type { Alarm } from './alarm';
import { alarmTrend, reachesBack, standingAt } from './alarm-trend';
import type { EventRecord } from './event';
import { testAlarm } from './test-facts';

const event = (at: number, state: EventRecord['state'], changes: Partial<EventRecord> = {}): EventRecord => ({
  id: `${at}${state}`,
  eventLogId: '100.101',
  state,
  severity: 'major',
  entity: 'host=worker-0',
  reason: 'busy',
  at,
  type: null,
  suppressed: false,
  ...changes,
});
const alarm = (raisedAt: number, changes: Partial<Alarm> = {}): Alarm =>
  testAlarm({ alarmId: '100.101', entity: 'host=worker-0', severity: 'major', raisedAt, ...changes });

const THEN = 100;
const NOW = 160;

describe('what stood at an instant', () => {
  const cases: [string, EventRecord[], Alarm[], number][] = [
    ['nothing happened, nothing stands', [], [], 0],
    ['stands since before', [], [alarm(50)], 1],
    ['stands since before, and the log shows the raise', [event(50, 'set')], [alarm(50)], 1],
    ['raised since', [event(130, 'set')], [alarm(130)], 0],
    ['cleared since', [event(130, 'clear')], [], 1],
    ['cleared before', [event(50, 'set'), event(90, 'clear')], [], 0],
    ['cleared and raised again', [event(120, 'clear'), event(140, 'set')], [alarm(140)], 1],
    ['raised and cleared since', [event(120, 'set'), event(140, 'clear')], [], 0],
  ];
  it.each(cases)('%s', (_, events, alarms, count) => {
    expect(standingAt(THEN, NOW, [...events].reverse(), alarms, []).major).toBe(count);
  });

  it('counts an alarm under the severity that it had then', () => {
    const events = [event(50, 'set'), event(130, 'set', { severity: 'critical' })];
    const counts = standingAt(THEN, NOW, events, [alarm(50, { severity: 'critical' })], []);
    expect(counts).toEqual({ critical: 0, major: 1, minor: 0, warning: 0 });
  });

  it('leaves out what is not counted now either', () => {
    const hidden = [{ alarmId: '100.101', entity: 'host=worker-0' }];
    expect(standingAt(THEN, NOW, [event(130, 'clear')], [], hidden).major).toBe(0);
    expect(standingAt(THEN, NOW, [event(130, 'clear', { suppressed: true })], [], []).major).toBe(0);
  });
});

describe('the trend', () => {
  const log = (events: EventRecord[], truncated = false) => ({ events, unreadable: [], truncated });

  it('is more, fewer or as many', () => {
    const more = alarmTrend(THEN, NOW, log([event(130, 'set')]), [alarm(130)], []);
    expect(more).toEqual({ critical: 0, major: 1, minor: 0, warning: 0 });
    expect(alarmTrend(THEN, NOW, log([event(130, 'clear')]), [], [])?.major).toBe(-1);
    expect(alarmTrend(THEN, NOW, log([]), [alarm(50)], [])?.major).toBe(0);
  });

  it('is unknown without a log, or with one that does not reach back', () => {
    expect(alarmTrend(THEN, NOW, null, [alarm(50)], [])).toBeNull();
    expect(alarmTrend(THEN, NOW, log([event(130, 'set')], true), [alarm(130)], [])).toBeNull();
    expect(alarmTrend(THEN, NOW, log([event(130, 'set'), event(90, 'log')], true), [], [])).not.toBeNull();
  });

  it('knows how far a log that was cut off reaches', () => {
    expect(reachesBack(log([], true), THEN)).toBe(false);
    expect(reachesBack(log([], false), THEN)).toBe(true);
  });
});
