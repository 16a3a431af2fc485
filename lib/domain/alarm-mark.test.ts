import { describe, expect, it } from 'vitest';
import { type AlarmMark, isShelved, marksByAlarm } from './alarm-mark';

const mark = (id: string, raisedAt: number, until: number | null = null): AlarmMark => ({
  ...{ id, raisedAt, seen: null, notes: [] },
  shelf: until === null ? null : { by: 'kari', at: 1, until, why: 'planned work' },
});

describe('marks of alarms', () => {
  it('belong to one raise: the same alarm raised again has none', () => {
    const markOf = marksByAlarm([mark('a', 10)]);
    expect(markOf({ id: 'a', raisedAt: 10 })?.raisedAt).toBe(10);
    expect(markOf({ id: 'a', raisedAt: 11 })).toBeUndefined();
  });

  it.each([
    [undefined, 5, false],
    [mark('a', 1), 5, false],
    [mark('a', 1, 6), 5, true],
    [mark('a', 1, 5), 5, false],
  ])('%j at %i: shelved is %s', (one, now, shelved) => expect(isShelved(one, now)).toBe(shelved));
});
