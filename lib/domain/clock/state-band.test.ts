import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm';
import type { EventRecord } from '../event';
import { stateBands } from './state-band';
import { HOUR, NOW, testFault } from './test-clocks';
import type { TimingEvents } from './timing-events';

const FROM = NOW - 24 * HOUR;
const at = (hoursAgo: number) => NOW - hoursAgo * HOUR;

let events = 0;
function event(
  state: EventRecord['state'],
  hoursAgo: number,
  tail: string,
  changes: Partial<EventRecord> = {},
): EventRecord {
  events += 1;
  return {
    id: `e${events}`,
    eventLogId: '100.119',
    state,
    severity: 'major',
    entity: `host=worker-0.${tail}`,
    reason: '',
    at: at(hoursAgo),
    type: null,
    suppressed: false,
    ...changes,
  };
}
const NO_LOCK = 'instance=p.ptp=no-lock';
const OOT = 'instance=p.ptp=out-of-tolerance';
const became = (hoursAgo: number, word: string) => event('log', hoursAgo, word, { eventLogId: '200.022' });
const hostAlarm = (
  state: EventRecord['state'],
  hoursAgo: number,
  eventLogId: string,
  changes: Partial<EventRecord> = {},
) => event(state, hoursAgo, '', { eventLogId, entity: 'host=worker-0', severity: 'critical', ...changes });

function band(given: Partial<TimingEvents>, alarms: readonly Alarm[] | null = [], host = 'worker-0') {
  const newest = (list: readonly EventRecord[] = []) => list.toSorted((a, b) => b.at - a.at);
  const log = {
    ...{ from: FROM, reachesBackTo: FROM, unreadable: [] },
    ...given,
    events: newest(given.events),
    outages: newest(given.outages),
  };
  const { segments } = stateBands([host], log, alarms, NOW).get(host) ?? { segments: [] };
  return segments.map(({ from, to, state, what }) => {
    const hours = (instant: number) => (NOW - instant) / HOUR;
    return `${hours(from)}-${hours(to)} ${state}${what ? ` ${what}` : ''}`;
  });
}

describe('a band of 24 hours', () => {
  it.each<[string, Partial<TimingEvents>, readonly Alarm[] | null, string[]]>([
    ['nothing happened', {}, [], ['24-0 no-fault']],
    [
      'raised and cleared',
      { events: [event('set', 10, NO_LOCK), event('clear', 8, NO_LOCK)] },
      [],
      ['24-10 no-fault', '10-8 freerun Not locked', '8-0 no-fault'],
    ],
    [
      'raised before the stretch, cleared in it',
      { events: [event('clear', 20, NO_LOCK)] },
      [],
      ['24-20 freerun Not locked', '20-0 no-fault'],
    ],
    [
      'raised and cleared before it',
      { events: [event('set', 40, NO_LOCK), event('clear', 30, NO_LOCK)] },
      [],
      ['24-0 no-fault'],
    ],
    [
      'still standing',
      { events: [event('set', 3, NO_LOCK)] },
      [testFault(NO_LOCK, '', { raisedAt: at(3) })],
      ['24-3 no-fault', '3-0 freerun Not locked'],
    ],
    [
      'standing since before the stretch: the log has no word of it',
      {},
      [testFault(NO_LOCK, '', { raisedAt: at(90) })],
      ['24-0 freerun Not locked'],
    ],
    [
      'alarms could not be read: what was raised stands',
      { events: [event('set', 3, NO_LOCK)] },
      null,
      ['24-3 no-fault', '3-0 freerun Not locked'],
    ],
    [
      'the worst of two at a time',
      {
        events: [
          event('set', 10, OOT),
          event('clear', 4, OOT),
          event('set', 8, NO_LOCK),
          event('clear', 6, NO_LOCK),
        ],
      },
      [],
      [
        '24-10 no-fault',
        '10-8 out-of-tolerance Out of tolerance',
        '8-6 freerun Not locked',
        '6-4 out-of-tolerance Out of tolerance',
        '4-0 no-fault',
      ],
    ],
    [
      'holdover, and then its time is up',
      {
        events: [
          event('set', 9, 'interface=e.ptp=GNSS-signal-loss', {
            severity: 'minor',
            reason: 'GNSS signal loss state: holdover',
          }),
          event('set', 5, 'interface=e.ptp=GNSS-signal-loss', {
            reason: 'GNSS signal loss state: holdover-expired',
          }),
          event('clear', 2, 'interface=e.ptp=GNSS-signal-loss'),
        ],
      },
      [],
      ['24-9 no-fault', '9-5 holdover GNSS signal', '5-2 freerun GNSS signal', '2-0 no-fault'],
    ],
    [
      'the monitor of the receiver says nothing of what holds the time',
      {
        events: [
          event('set', 9, 'gnss-monitor=m.device_path=/dev/gnss0.ptp=GNSS-signal-loss', {
            reason: 'GNSS signal loss state: no fix',
          }),
          event('set', 9, 'interface=e.ptp=GNSS-signal-loss', {
            severity: 'minor',
            reason: 'GNSS signal loss state: holdover',
          }),
          event('clear', 5, 'interface=e.ptp=GNSS-signal-loss'),
          event('clear', 4, 'gnss-monitor=m.device_path=/dev/gnss0.ptp=GNSS-signal-loss'),
        ],
      },
      [],
      ['24-9 no-fault', '9-5 holdover GNSS signal', '5-4 freerun GNSS signal', '4-0 no-fault'],
    ],
    [
      'one of two grandmasters lost, and phc2sys took the other',
      {
        events: [
          event('set', 9, NO_LOCK),
          event('set', 8, 'phc2sys=ha.phc2sys=source-clock-low-priority', { severity: 'minor' }),
          event('clear', 5, 'phc2sys=ha.phc2sys=source-clock-low-priority'),
          event('clear', 4, NO_LOCK),
        ],
      },
      [],
      [
        '24-9 no-fault',
        '9-8 freerun Not locked',
        '8-5 degraded Not locked',
        '5-4 freerun Not locked',
        '4-0 no-fault',
      ],
    ],
    [
      'SyncE is frequency',
      { events: [event('set', 9, 'interface=e.synce=source-loss')] },
      null,
      ['24-0 no-fault'],
    ],
    [
      'the log begins later: unknown before, not good',
      { reachesBackTo: at(12), events: [event('clear', 11, NO_LOCK)] },
      [],
      ['24-12 unknown Before the log begins', '12-11 freerun Not locked', '11-0 no-fault'],
    ],
    [
      'the log begins later, and an alarm has stood since before: that is known',
      { reachesBackTo: at(12) },
      [testFault(NO_LOCK, '', { raisedAt: at(20) })],
      ['24-20 unknown Before the log begins', '20-0 freerun Not locked'],
    ],
    [
      'the host was locked',
      {
        outages: [hostAlarm('set', 7, '200.001', { severity: 'warning' }), hostAlarm('clear', 6, '200.001')],
      },
      [],
      ['24-7 no-fault', '7-6 unknown Host is locked', '6-0 no-fault'],
    ],
    [
      'an alarm that stood while the host was away says nothing then',
      {
        events: [event('set', 8, NO_LOCK), event('clear', 4, NO_LOCK)],
        outages: [hostAlarm('set', 7, '200.004'), hostAlarm('clear', 6, '200.004')],
      },
      [],
      [
        '24-8 no-fault',
        '8-7 freerun Not locked',
        '7-6 unknown Host failed',
        '6-4 freerun Not locked',
        '4-0 no-fault',
      ],
    ],
    [
      'missed heartbeats are no failure, a lost network is',
      {
        outages: [
          hostAlarm('set', 9, '200.005', { severity: 'major' }),
          hostAlarm('set', 5, '200.005'),
          hostAlarm('clear', 4, '200.005'),
        ],
      },
      [],
      ['24-5 no-fault', '5-4 unknown Host failed', '4-0 no-fault'],
    ],
    [
      'maintenance says that it went and came back',
      {
        outages: [
          became(9, 'state=disabled'),
          became(8, 'status=offline'),
          became(7, 'status=online'),
          became(6, 'state=enabled'),
        ],
      },
      [],
      ['24-9 no-fault', '9-6 unknown Host disabled', '6-0 no-fault'],
    ],
    [
      'it came back, and that is the first that is heard of it',
      { outages: [became(6, 'state=enabled')] },
      [],
      ['24-6 unknown Host disabled', '6-0 no-fault'],
    ],
    [
      'it is away still',
      { outages: [became(2, 'status=offline')] },
      [],
      ['24-2 no-fault', '2-0 unknown Host offline'],
    ],
  ])('%s', (_, log, alarms, expected) => {
    expect(band(log, alarms)).toEqual(expected);
  });

  it('has no gap and no overlap, whatever the stamps', () => {
    const given = [event('set', 30, NO_LOCK), event('set', -1, OOT), event('clear', 0, NO_LOCK)];
    const log = { from: FROM, reachesBackTo: 0, events: given, outages: [], unreadable: [] };
    const segments = stateBands(['worker-0'], log, null, NOW).get('worker-0')?.segments ?? [];
    expect([segments[0]?.from, segments.at(-1)?.to]).toEqual([FROM, NOW]);
    for (const [index, segment] of segments.entries()) {
      expect(segment.to).toBeGreaterThan(segment.from);
      if (index > 0) expect(segment.from).toBe(segments[index - 1]?.to);
    }
  });

  it('knows hosts apart', () => {
    expect(band({ events: [event('set', 3, NO_LOCK)] }, null, 'worker-01')).toEqual(['24-0 no-fault']);
  });
});
