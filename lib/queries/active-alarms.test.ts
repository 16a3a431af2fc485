import { describe, expect, it } from 'vitest';
import type { AlarmMark } from '@/lib/domain/alarm-mark';
import { testAlarm } from '@/lib/domain/test-facts';
import { alarmSums } from './active-alarms';

const alarms = [
  testAlarm({ id: 'a', severity: 'critical' }),
  testAlarm({ id: 'b' }),
  testAlarm({ id: 'c', suppressed: true }),
];
const list = { alarms, unreadable: [{ id: null, name: '200.001', why: 'no severity' }], capped: false };
const shelf = (id: string, until: number, raisedAt = 1_000_000): AlarmMark => ({
  ...{ id, raisedAt, seen: null, notes: [] },
  shelf: { by: 'kari', at: 1, until, why: 'maintenance' },
});
const standing = (marks: AlarmMark[] | undefined, now = 10) =>
  alarmSums(list, marks && { marks }, now).standing.alarms.map(({ id }) => id);

describe('sums of active alarms', () => {
  it('leave out what is suppressed or shelved, and keep rows that cannot be read', () => {
    expect(standing([])).toEqual(['a', 'b']);
    expect(standing([shelf('a', 20), shelf('c', 20)])).toEqual(['b']);
    const sums = alarmSums(list, { marks: [shelf('a', 20)] }, 10);
    expect(sums.standing.unreadable).toHaveLength(1);
    expect(sums.counts).toMatchObject({ critical: 0, major: 1, suppressed: 1, shelved: 1 });
  });

  it('a shelf holds until its end, for its own raise only', () => {
    const marks = { marks: [shelf('a', 20)] };
    expect(alarmSums(list, marks, 19).counts.critical).toBe(0);
    expect(alarmSums(list, marks, 20).counts.critical).toBe(1);
    expect(standing([shelf('a', 20, 999)])).toEqual(['a', 'b']);
  });

  it('marks that cannot be read shelve nothing', () => expect(standing(undefined)).toEqual(['a', 'b']));

  it('are the same objects while nothing changed', () => {
    const marks = { marks: [shelf('a', 20)] };
    expect(alarmSums(list, marks, 11)).toBe(alarmSums(list, marks, 12));
    expect(alarmSums(list, marks, 12)).not.toBe(alarmSums(list, marks, 21));
    expect(alarmSums(list, undefined, 1)).toBe(alarmSums(list, undefined, 2));
  });
});
