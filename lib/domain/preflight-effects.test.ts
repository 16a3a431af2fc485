/** What an action affects, as its sheet tells it. */
import { describe, expect, it } from 'vitest';
import type { TimeTakers } from './clock/time-takers';
import type { HostAction } from './host-actions';
import { factsFor, type PreflightFacts } from './host-facts';
import { preflight } from './preflight';
import { fail } from './result';
import { testActive, testAlarm, testContext, testHost, testLocked, testStandby } from './test-facts';
import { facts, storage } from './test-preflight';

describe('what it affects', () => {
  const titles = (action: HostAction, given: PreflightFacts): string[] =>
    preflight(action, given).affects.map((e) => e.title);

  it('lock: peers, data networks, pods, the alarm', () => {
    const second = testHost({ id: 'w1', number: 6, hostname: 'worker-1' });
    const context = testContext({ hosts: [testActive(), testStandby(), testHost(), second] });
    const dataNetworks = [
      { name: 'physnet0', hostNumber: 5 },
      { name: 'physnet0', hostNumber: 6 },
      { name: 'physnet1', hostNumber: 6 },
    ];
    expect(titles('lock', facts('lock', testHost(), { dataNetworks }, context))).toEqual([
      '1 worker host stays in service',
      'Data network physnet0 drops from 2 hosts to 1',
      'Cannot tell: which pods leave, and where they go',
      'Raises 1 warning, 200.001, until it is unlocked',
    ]);
  });

  describe('lock: the clocks behind a host on PTP', () => {
    const onPtp = testHost({ clockSynchronization: 'ptp' });
    const clock = (timeTakers: Partial<TimeTakers>) =>
      preflight(
        'lock',
        facts('lock', onPtp, {
          timeTakers: { placed: true, direct: [], further: 0, unplaced: 0, ...timeTakers },
        }),
      ).affects.find(({ id }) => id === 'clock');

    it.each<[Partial<TimeTakers>, string, string | undefined]>([
      [{}, 'No host is seen to take its time from this one', undefined],
      [
        { direct: ['worker-2'] },
        'worker-2 takes its time from this host',
        'Without another source that is holdover, and alarm 100.119.',
      ],
      [
        { direct: ['worker-2', 'worker-7'], further: 3 },
        'worker-2 and worker-7 take their time from this host',
        'So do 3 hosts behind them. Without another source that is holdover, and alarm 100.119.',
      ],
      [
        { direct: ['a', 'b', 'c', 'd', 'e'], unplaced: 1 },
        'a, b, c and 2 more take their time from this host',
        'Without another source that is holdover, and alarm 100.119. Of 1 host on PTP nobody can tell where the time comes from.',
      ],
      [
        { placed: false },
        'Cannot tell: who takes the time from this host',
        'Configuration and cabling do not show where it stands among the clocks.',
      ],
    ])('%j', (takers, title, detail) => {
      expect(clock(takers)).toMatchObject({ title, ...(detail ? { detail } : {}) });
    });

    it('a reading that failed is said, and no clock is mentioned on a host that follows NTP', () => {
      const failed = {
        ...facts('lock', onPtp),
        timeTakers: fail({ kind: 'unavailable', message: 'sysinv is away' }),
      };
      expect(preflight('lock', failed).affects.find(({ id }) => id === 'clock')).toMatchObject({
        ...{
          title: 'Cannot tell: who takes the time from this host',
          detail: 'sysinv is away',
          unknown: true,
        },
      });
      expect(factsFor('lock', testHost())).not.toContain('timeTakers');
    });
  });

  it('does not raise what stands, does not count what is not in service', () => {
    const alarms = [testAlarm({ alarmId: '200.001' })];
    expect(titles('force-lock', facts('force-lock', testLocked(), { alarms }))).toEqual([
      'Cannot tell: which pods leave, and where they go',
    ]);
  });

  it('unlock clears what it clears', () => {
    const alarms = [
      testAlarm({ alarmId: '200.001' }),
      testAlarm({ alarmId: '250.001' }),
      testAlarm({ alarmId: '250.001', entity: 'host=worker-01' }),
    ];
    expect(titles('unlock', facts('unlock', testLocked({ configTarget: 'x' }), { alarms }))).toEqual([
      'Applies the configuration that is out of date',
      'Clears 200.001 and 250.001 when it is done',
    ]);
  });

  it('storage, controllers, swact, delete', () => {
    expect(titles('lock', facts('lock', storage('storage-0')))[0]).toBe('group-0 has 1 host left in service');
    expect(titles('lock', facts('lock', testStandby()))[0]).toBe('controller-0 runs without a standby');
    expect(titles('swact', facts('swact', testActive()))[0]).toBe('Active services move to controller-1');
    const alarms = [
      testAlarm(),
      testAlarm({ entity: 'host=worker-0.sensor=x' }),
      testAlarm({ entity: 'host=worker-01' }),
    ];
    expect(titles('delete', facts('delete', testLocked(), { alarms }))[1]).toBe(
      '2 alarms on it will be cleared',
    );
  });
});
