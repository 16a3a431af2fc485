import { expect, it } from 'vitest';
import { READS_NO_MORE } from './build';
import { fmTroubleOf } from './fm-trouble';

const seen = { nextAt: 0, paceMs: 5_000, misses: 1 };

it.each([
  ['nothing was asked yet', undefined, null],
  ['it answered', { ...seen, data: [] }, null],
  [
    'it does not answer',
    { ...seen, error: { kind: 'unavailable', service: 'fm', message: 'fm does not answer.' } as const },
    'fm does not answer.',
  ],
  ['the console cannot ask', { ...seen, data: [], error: READS_NO_MORE }, null],
])('blames fault management only for what it did: %s', (_, alarms, trouble) => {
  expect(fmTroubleOf(alarms)).toBe(trouble);
});
