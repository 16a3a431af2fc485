import { describe, expect, it } from 'vitest';
import { alarmSpans, type EventRecord, withStanding } from './event';
import { testAlarm } from './test-facts';

const event = (at: number, state: EventRecord['state'], changes: Partial<EventRecord> = {}): EventRecord => ({
  id: `${at}${state}`,
  eventLogId: '200.001',
  state,
  severity: 'warning',
  entity: 'host=worker-0',
  reason: 'locked',
  at,
  type: null,
  suppressed: false,
  ...changes,
});
const ends = (events: EventRecord[], from = 0) =>
  alarmSpans(events, from).map((span) => [span.from, span.to]);

describe('spans of alarms', () => {
  it.each<[string, EventRecord[], number, [number, number | null][]]>([
    ['raise and clear', [event(10, 'set'), event(20, 'clear')], 0, [[10, 20]]],
    ['still standing', [event(10, 'set')], 0, [[10, null]]],
    ['raised before the range', [event(20, 'clear')], 5, [[5, 20]]],
    ['clipped at the start', [event(10, 'set'), event(20, 'clear')], 15, [[15, 20]]],
    ['over before the range', [event(10, 'set'), event(20, 'clear')], 30, []],
    ['raised again as it was', [event(10, 'set'), event(15, 'set'), event(20, 'clear')], 0, [[10, 20]]],
    ['plain logs have no span', [event(10, 'log'), event(11, 'msg')], 0, []],
  ])('%s', (_name, events, from, expected) => expect(ends(events, from)).toEqual(expected));

  it('a change of severity ends the old stretch', () => {
    const spans = alarmSpans(
      [event(10, 'set'), event(15, 'set', { severity: 'major' }), event(20, 'clear')],
      0,
    );
    expect(spans.map((span) => [span.severity, span.from, span.to])).toEqual([
      ['warning', 10, 15],
      ['major', 15, 20],
    ]);
  });

  it('takes the newest-first order of FM, also within one instant', () => {
    expect(ends([event(30, 'log'), event(10, 'clear'), event(10, 'set')])).toEqual([[10, 10]]);
  });

  it('keeps hosts and ids apart', () => {
    const other = { entity: 'host=worker-1' };
    expect(ends([event(10, 'set'), event(11, 'set', other), event(12, 'clear', other)])).toEqual([
      [10, null],
      [11, 12],
    ]);
  });
});

describe('what stands now', () => {
  const alarm = testAlarm({ alarmId: '200.001', entity: 'host=worker-0', severity: 'warning', raisedAt: 3 });

  it('adds what was raised before the log begins', () => {
    expect(withStanding([], [alarm], 5, 100)).toMatchObject([{ from: 5, to: null, severity: 'warning' }]);
  });

  it('does not draw the same alarm twice', () => {
    expect(withStanding(alarmSpans([event(10, 'set')], 0), [alarm], 0, 100)).toHaveLength(1);
  });

  it('ends what no longer stands, but not what came after the reading', () => {
    const spans = alarmSpans([event(10, 'set')], 0);
    expect(withStanding(spans, [], 0, 100)[0]?.to).toBe(100);
    expect(withStanding(spans, [], 0, 5)[0]?.to).toBe(null);
  });
});
