import { describe, expect, it } from 'vitest';
import { alarmCount, historyRows } from './alarm-history';
import type { EventRecord } from './event';

const event = (
  id: string,
  state: EventRecord['state'],
  at: number,
  severity: EventRecord['severity'] = 'major',
): EventRecord => ({
  id,
  eventLogId: '100.104',
  state,
  severity,
  entity: 'host=worker-0.filesystem=/var/log',
  reason: 'full',
  at,
  type: null,
  suppressed: false,
});

describe('historyRows with what stands', () => {
  it('draws an alarm that was raised before the log begins, up to now', () => {
    const alarm = {
      id: 'x',
      alarmId: '500.200',
      severity: 'minor' as const,
      entity: 'namespace=a.certificate=b',
      entityType: null,
      reason: 'expires',
      repair: null,
      probableCause: null,
      type: null,
      raisedAt: 5,
      managementAffecting: false,
      degradeAffecting: false,
      serviceAffecting: null,
      suppressed: false,
    };
    const rows = historyRows([event('a', 'set', 100)], 50, { alarms: [alarm], at: 900 });
    expect(rows.find(({ id }) => id === 'minor')?.spans).toMatchObject([{ from: 50, to: null }]);
    // The log's raise is no longer among the active ones: it ended, at the latest when they were read.
    expect(rows.find(({ id }) => id === 'major')?.spans).toMatchObject([{ from: 100, to: 900 }]);
  });
});

describe('historyRows', () => {
  const rows = historyRows(
    [
      event('c', 'clear', 300),
      event('a', 'set', 100),
      event('b', 'log', 150, 'critical'),
      event('d', 'set', 500),
    ],
    0,
  );

  it('pairs raises and clears by severity, and leaves what stands open', () => {
    expect(rows.find(({ id }) => id === 'major')?.spans.map(({ from, to }) => [from, to])).toEqual([
      [100, 300],
      [500, null],
    ]);
  });

  it('keeps logs apart from alarms, whatever their severity', () => {
    expect(rows.find(({ id }) => id === 'critical')?.spans).toEqual([]);
    expect(rows.at(-1)).toMatchObject({ severity: null, spans: [{ from: 150, to: 150 }] });
    expect(alarmCount(rows)).toBe(2);
  });
});
