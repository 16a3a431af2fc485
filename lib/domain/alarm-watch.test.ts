import { describe, expect, it } from 'vitest';
import type { AlarmMark } from './alarm-mark';
import { arrivals, newOf, reachesFloor, unseenAlarms } from './alarm-watch';
import { testAlarm } from './test-facts';

const OLD = testAlarm({ id: 'old', severity: 'critical', raisedAt: 1_000 });
const YOUNG = testAlarm({ id: 'young', severity: 'critical', raisedAt: 970_000 });
const LATE = testAlarm({ id: 'late', severity: 'critical', raisedAt: 2_000 });

describe('what is new to a board', () => {
  it('is at first what was raised within the minute, not what the page has not shown yet', () => {
    const since = arrivals(null, [OLD, YOUNG], 1_000_000);
    expect(newOf('critical', [OLD, YOUNG], since, 1_000_000)).toEqual([YOUNG]);
  });

  it('is later what comes, however old, for a minute and no longer', () => {
    const first = arrivals(null, [OLD], 1_000_000);
    const next = arrivals(first, [OLD, LATE], 1_005_000);
    expect(newOf('critical', [OLD, LATE], next, 1_005_000)).toEqual([LATE]);
    const third = arrivals(next, [OLD, LATE], 1_060_000);
    expect(newOf('critical', [OLD, LATE], third, 1_064_999)).toEqual([LATE]);
    expect(newOf('critical', [OLD, LATE], third, 1_065_000)).toEqual([]);
  });

  it('is an alarm that comes back', () => {
    const again = { ...OLD, raisedAt: 5_000 };
    const next = arrivals(arrivals(null, [OLD], 1_000_000), [again], 1_005_000);
    expect(newOf('critical', [again], next, 1_005_000)).toEqual([again]);
  });

  it('is told apart by severity', () => {
    expect(newOf('major', [YOUNG], arrivals(null, [YOUNG], 1_000_000), 1_000_000)).toEqual([]);
  });
});

it('orders what nobody has seen by severity, then the longest first', () => {
  const major = testAlarm({ id: 'm', severity: 'major', raisedAt: 1 });
  const seen = testAlarm({ id: 's', severity: 'critical', raisedAt: 2 });
  const mark: AlarmMark = {
    id: 's',
    raisedAt: 2,
    seen: { by: 'ingrid', at: 3, why: '' },
    shelf: null,
    notes: [],
  };
  const markOf = ({ id }: { id: string }) => (id === 's' ? mark : undefined);
  expect(unseenAlarms([major, YOUNG, seen, OLD], markOf)).toEqual([OLD, YOUNG, major]);
});

it('has a floor', () => {
  expect(reachesFloor('critical', 'major')).toBe(true);
  expect(reachesFloor('major', 'major')).toBe(true);
  expect(reachesFloor('minor', 'major')).toBe(false);
});
