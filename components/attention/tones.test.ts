import { expect, it } from 'vitest';
import { SEVERITIES } from '@/lib/domain/alarm';
import { TONES } from './tones';

const highest = (severity: (typeof SEVERITIES)[number]) => Math.max(...TONES[severity].map(({ hz }) => hz));

it('differs from severity to severity, in how often and how high it calls', () => {
  const calls = SEVERITIES.map((severity) => TONES[severity].length);
  expect(calls).toEqual([...new Set(calls)].sort((a, b) => b - a));
  const heights = SEVERITIES.map(highest);
  expect(heights).toEqual([...new Set(heights)].sort((a, b) => b - a));
});

it('is over long before it repeats', () => {
  for (const severity of SEVERITIES) {
    const end = Math.max(...TONES[severity].map(({ at, lasts }) => at + lasts));
    expect(end, severity).toBeLessThan(1.5);
  }
});
