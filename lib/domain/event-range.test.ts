import { expect, it } from 'vitest';
import { LONGEST_RANGE, rangeBounds, rangeProblem } from './event-range';

const NOW = 1_000_000_000_000;

it.each<[string, number | null, number | null, ReturnType<typeof rangeProblem>]>([
  ['a range', NOW - 5_000, NOW, null],
  ['one that ends in the future', NOW - 5_000, NOW + 5_000, null],
  ['no from', null, NOW, { field: 'from', why: 'Not a time. Write it like 2026-08-03 14:05' }],
  ['no to', NOW, null, { field: 'to', why: 'Not a time. Write it like 2026-08-03 15:05' }],
  ['turned round', NOW - 5_000, NOW - 9_000, { field: 'to', why: 'Has to be after From' }],
  ['in the future', NOW + 1, NOW + 5_000, { field: 'from', why: 'Lies in the future' }],
  ['too long', NOW - LONGEST_RANGE - 1, NOW, { field: 'from', why: 'At most 31 days before To' }],
])('says beside the field what is wrong with %s', (_name, from, to, expected) => {
  expect(rangeProblem(from, to, NOW)).toEqual(expected);
});

it('moves with the clock, or stands still', () => {
  expect(rangeBounds({ last: '1h' }, NOW)).toEqual({ from: NOW - 3_600_000, to: NOW });
  expect(rangeBounds({ from: 1, to: 2 }, NOW)).toEqual({ from: 1, to: 2 });
});
