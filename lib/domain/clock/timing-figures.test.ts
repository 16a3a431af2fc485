import { expect, it } from 'vitest';
import { timingFigures } from './timing-figures';

it.each([
  ['out of tolerance by 4.127 millisecs (x)', { ns: 4_127_000, atLeast: false }],
  ['out of tolerance by 1.9 microsecs (x)', { ns: 1_900, atLeast: false }],
  ['out of tolerance by 512.0 nsec (x)', { ns: 512, atLeast: false }],
  // Below 1 µs the plugin writes the figure as it is, sign and all.
  ['out of tolerance by -512.0 nsec (x)', { ns: 512, atLeast: false }],
  ['out of tolerance by more than 1 second (x)', { ns: 1e9, atLeast: true }],
  ['out of tolerance by more than 10 seconds', { ns: 1e10, atLeast: true }],
  ['out of tolerance by more than 100 seconds', { ns: 1e11, atLeast: true }],
  ['out of tolerance by a lot', null],
  ['', null],
])('how far out: %s', (text, outBy) => {
  expect(timingFigures(text).outBy).toEqual(outBy);
});

it('a DPLL in holdover: its tier, its class, how long', () => {
  const text = 'w DPLL holdover tier 1 (clockClass 7) — timing reference lost for 12 min';
  expect(timingFigures(text)).toMatchObject({ dpllTier: 1, clockClass: 7, lostMinutes: 12 });
});

it('limits only when both are there', () => {
  expect(timingFigures('minor:500 nsec, major:2000 nsec').limits).toEqual({ minorNs: 500, majorNs: 2_000 });
  expect(timingFigures('minor:500 nsec').limits).toBeNull();
});

it('says nothing of a text that says nothing', () => {
  expect(Object.values(timingFigures('<b>NaN</b>')).filter((value) => value !== null)).toEqual([]);
});
