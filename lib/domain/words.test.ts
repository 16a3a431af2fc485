import { expect, it } from 'vitest';
import { counted, isOrAre, lowered } from './words';

it('counts', () => {
  expect([counted(1, 'host'), counted(1902, 'host')]).toEqual(['1 host', '1,902 hosts']);
  expect([isOrAre(1), isOrAre(0)]).toEqual(['is', 'are']);
});

it.each([
  ['Follows NTP', 'follows NTP'],
  ['No timing alarm', 'no timing alarm'],
  ['GNSS signal', 'GNSS signal'],
  ['1PPS signal', '1PPS signal'],
  ['', ''],
])('within a sentence: %s', (text, said) => {
  expect(lowered(text)).toBe(said);
});
