import { expect, it } from 'vitest';
import { testHost } from '../test-facts';
import { applyWarning, restartedHosts } from './apply-warning';
import type { ClockState } from './clock-state';
import { testConfig, testInstance } from './test-clocks';

const DOES = 'Their clocks may go through holdover until they have locked again.';
const states =
  (known: Record<string, ClockState>) =>
  (host: string): ClockState | undefined =>
    known[host];

it('names what an apply restarts and how those clocks are, worst first', () => {
  const known: Record<string, ClockState> = {
    ...{ a: 'locked', b: 'out-of-tolerance', c: 'locked', d: 'holdover', e: 'unknown', f: 'no-fault' },
  };
  expect(applyWarning(Object.keys(known), states(known))).toEqual({
    title: 'Applying restarts the PTP services of 6 hosts.',
    text: [
      DOES,
      '2 of 6 are verified locked. 1 of 6 is without a timing alarm.',
      'd is on holdover already: a restart may end that in free-run. b is out of tolerance already.',
      'How e is now is not known.',
    ].join(' '),
  });
});

it('is about one host by its name', () => {
  expect(applyWarning(['worker-1'], states({ 'worker-1': 'locked' }))).toEqual({
    title: 'Applying restarts the PTP services of 1 host.',
    text: 'Its clock may go through holdover until it has locked again (worker-1). It is verified locked.',
  });
});

it('claims nothing of clocks that were not read', () => {
  expect(applyWarning(['a', 'b'], states({ a: 'locked' })).text).toBe(
    `${DOES} How they are now is being read.`,
  );
});

it('folds long lists of names', () => {
  const hosts = ['a', 'b', 'c', 'd', 'e', 'f'];
  expect(applyWarning(hosts, () => 'freerun').text).toBe(
    `${DOES} a, b, c, d and 2 more are in free-run already.`,
  );
});

it('says when nothing restarts', () => {
  expect(applyWarning([], () => undefined).title).toBe('No PTP service restarts.');
});

it('counts hosts in service that follow PTP and have an instance, as they will be', () => {
  const up = { administrative: 'unlocked', operational: 'enabled' } as const;
  const hosts = [
    testHost({ id: '1', hostname: 'runs', clockSynchronization: 'ptp', ...up }),
    testHost({ id: '2', hostname: 'locked', clockSynchronization: 'ptp', administrative: 'locked' }),
    testHost({ id: '3', hostname: 'by-ntp', clockSynchronization: 'ntp', ...up }),
    testHost({ id: '4', hostname: 'without', clockSynchronization: 'ptp', ...up }),
  ];
  const config = testConfig([testInstance('ptp4l', ['runs', 'locked', 'by-ntp'])]);
  const follows = Object.fromEntries(hosts.map((one) => [one.hostname ?? '', one.clockSynchronization]));
  expect(restartedHosts({ config, follows }, hosts)).toEqual(['runs']);
  expect(restartedHosts({ config, follows: { ...follows, 'by-ntp': 'ptp' } }, hosts)).toEqual([
    'runs',
    'by-ntp',
  ]);
});
