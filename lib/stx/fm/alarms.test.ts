import { describe, expect, it } from 'vitest';
import { decodeAlarms } from './alarms';

const row = (n: number) => ({
  uuid: `0000-${n}`,
  alarm_id: '200.006',
  severity: 'major',
  entity_instance_id: `host=worker-0.process=p${n}`,
  timestamp: '2026-11-22T12:43:44.858639',
});
const rows = (count: number) => Array.from({ length: count }, (_, n) => row(n));

describe('a list of alarms', () => {
  it('is whole below the most that fault management gives at once', () => {
    expect(decodeAlarms([]).capped).toBe(false);
    expect(decodeAlarms(rows(1_999))).toMatchObject({ capped: false, unreadable: [] });
  });

  it('may be cut when it is as long as that, odd rows counted', () => {
    expect(decodeAlarms(rows(2_000)).capped).toBe(true);
    expect(decodeAlarms([...rows(1_999), { uuid: 'odd' }])).toMatchObject({
      capped: true,
      unreadable: [{ id: 'odd' }],
    });
  });

  it('may be cut when the answer names a next page, however short it is', () =>
    expect(decodeAlarms(rows(500), true).capped).toBe(true));
});
