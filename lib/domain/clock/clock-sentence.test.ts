import { expect, it } from 'vitest';
import { clockSentence } from './clock-sentence';
import type { ClockState } from './clock-state';
import type { HostClock } from './host-clock';
import { clockOf, HOUR } from './test-clocks';

const duration = (ms: number) => `${ms / HOUR} h`;
const base = clockOf();
let made = 0;
const clock = (state: ClockState, changes: Partial<HostClock> = {}): HostClock => {
  made += 1;
  return { ...base, host: `worker-${made}`, state, ...changes };
};
const many = (count: number, state: ClockState, changes: Partial<HostClock> = {}) =>
  Array.from({ length: count }, () => clock(state, changes));
const named = (host: string, state: ClockState, changes: Partial<HostClock> = {}) =>
  clock(state, { host, ...changes });
const holdover = (leftMs: number | null) => ({ holdover: { since: null, totalMs: null, leftMs } });
const lostSyncE = { synce: { state: 'holdover', since: null, what: null, quality: null } } as const;
const ntp = { follows: 'ntp' } as const;

it.each<[HostClock[], string, string | null]>([
  [many(12, 'locked'), 'All 12 clocks are verified locked', null],
  [many(1, 'locked'), 'The clock is verified locked', null],
  [
    [...many(5, 'locked'), named('worker-5', 'holdover', holdover(2 * HOUR)), ...many(6, 'unknown')],
    '5 of 12 clocks are verified locked',
    'worker-5 is on holdover, 2 h left. 6 clocks give no reading; Roost does not guess.',
  ],
  [[...many(1, 'locked'), ...many(1, 'no-fault')], '1 of 2 clocks is verified locked', null],
  [
    [...many(9, 'no-fault'), ...many(2, 'out-of-tolerance'), named('w', 'freerun', { note: 'Not locked' })],
    'No clock is verified; no timing alarm stands on 9 of 12',
    'w runs free (Not locked), 2 more need attention.',
  ],
  [
    [named('w', 'no-fault', lostSyncE), ...many(2, 'no-fault')],
    'No clock is verified; no timing alarm stands on 2 of 3',
    'w has trouble with SyncE, which carries frequency.',
  ],
  [
    many(2, 'locked', lostSyncE),
    'Both clocks are verified locked',
    '2 hosts have trouble with SyncE, which carries frequency.',
  ],
  [many(3, 'no-fault'), 'No clock is verified; no timing alarm stands on any of 3', null],
  [many(1, 'no-fault'), 'No clock is verified; no timing alarm stands on it', null],
  [many(2, 'freerun'), 'No clock is verified', '2 clocks run free.'],
  [[named('w', 'holdover', holdover(0))], 'No clock is verified', 'w is on holdover, its time is up.'],
  [[named('w', 'holdover', holdover(null))], 'No clock is verified', 'w is on holdover.'],
  [many(1, 'unknown'), 'No clock is verified', '1 clock gives no reading; Roost does not guess.'],
  [many(3, 'ntp', ntp), 'No host follows PTP', '3 hosts follow NTP.'],
  [
    [named('n', 'freerun', ntp)],
    'No host follows PTP',
    '1 host follows NTP. n reaches none of its NTP servers.',
  ],
  [
    [named('n', 'degraded', ntp)],
    'No host follows PTP',
    '1 host follows NTP. n has trouble with its NTP servers.',
  ],
  [
    [named('n', 'freerun', ntp), named('m', 'degraded', ntp)],
    'No host follows PTP',
    '2 hosts follow NTP. 2 hosts have trouble with their NTP servers, n reaches none.',
  ],
  [
    many(2, 'freerun', ntp),
    'No host follows PTP',
    '2 hosts follow NTP. 2 hosts have trouble with their NTP servers, 2 reach none.',
  ],
  [
    [...many(2, 'locked'), ...many(2, 'degraded', ntp)],
    'Both clocks are verified locked',
    '2 hosts have trouble with their NTP servers.',
  ],
  [many(1, 'not-configured', { follows: 'none' }), 'No host follows PTP', null],
  [[], 'There are no hosts yet', null],
])('case %#', (clocks, finding, second) => {
  expect(clockSentence(clocks, null, duration)).toEqual({ finding, second });
});

it('says that fault management does not answer, unless something is verified all the same', () => {
  expect(clockSentence(many(2, 'unknown'), 'gone', duration).finding).toBe(
    'No clock is verified; fault management does not answer',
  );
  expect(clockSentence(many(2, 'locked'), 'gone', duration).finding).toBe('Both clocks are verified locked');
});
