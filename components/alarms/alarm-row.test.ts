import { describe, expect, it } from 'vitest';
import type { AlarmMark } from '@/lib/domain/alarm-mark';
import { testAlarm } from '@/lib/domain/test-facts';
import { alarmSums } from '@/lib/queries/active-alarms';
import { alarmRows } from './alarm-row';

const NOW = 100 * 24 * 3_600_000;
const H = 3_600_000;
const seen: AlarmMark = {
  ...{ id: 'seen', raisedAt: NOW - 10, shelf: null, notes: [] },
  seen: { by: 'kari', at: NOW, why: '' },
};
const shelved: AlarmMark = {
  ...{ id: 'shelved', raisedAt: NOW - 10, seen: null, notes: [] },
  shelf: { by: 'kari', at: NOW, until: NOW + H, why: 'x' },
};
function rows(since: number | null, opened: string[] = []) {
  const alarms = [
    testAlarm({ id: 'fresh', raisedAt: NOW - 10, managementAffecting: true }),
    testAlarm({ id: 'old', raisedAt: NOW - 8 * 24 * H }),
    testAlarm({ id: 'seen', raisedAt: NOW - 10 }),
    testAlarm({ id: 'shelved', raisedAt: NOW - 10 }),
    testAlarm({ id: 'hidden', raisedAt: NOW - 10, suppressed: true }),
  ];
  const sums = alarmSums({ alarms, unreadable: [], capped: false }, { marks: [seen, shelved] }, NOW);
  return alarmRows(alarms, sums, { since, opened: new Set(opened) }, NOW);
}
const fresh = (...args: Parameters<typeof rows>) =>
  rows(...args).flatMap((row) => (row.fresh ? [row.key] : []));

describe('rows of alarms', () => {
  it('new is what came since the last look, until it is opened or seen, and only what counts', () => {
    expect(fresh(NOW - H)).toEqual(['fresh']);
    expect(fresh(NOW - H, ['fresh'])).toEqual([]);
    expect(fresh(NOW)).toEqual([]);
    expect(fresh(null)).toEqual([]);
  });

  it('say where an alarm stands between counted and put aside', () => {
    expect(rows(null).map(({ state }) => state)).toEqual([
      'active',
      'active',
      'active',
      'shelved',
      'suppressed',
    ]);
    expect(rows(null).map(({ shelvedUntil }) => shelvedUntil)).toEqual([null, null, null, NOW + H, null]);
  });

  it.each([
    [H - 1, 'hour'],
    [H, 'day'],
    [24 * H - 1, 'day'],
    [24 * H, 'week'],
    [7 * 24 * H - 1, 'week'],
    [7 * 24 * H, 'older'],
  ])('an age of %i ms is %s', (span, age) => {
    const alarms = [testAlarm({ raisedAt: NOW - span })];
    const sums = alarmSums({ alarms, unreadable: [], capped: false }, undefined, NOW);
    expect(alarmRows(alarms, sums, { since: null, opened: new Set() }, NOW)[0]?.age).toBe(age);
  });
});
