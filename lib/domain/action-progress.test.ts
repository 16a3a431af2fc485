import { describe, expect, it } from 'vitest';
import {
  type ActionRun,
  acceptRun,
  groupWords,
  isOver,
  observeRun,
  runWords,
  startRun,
} from './action-progress';
import type { Host } from './host';
import type { HostAction } from './host-actions';
import { testHost, testLocked } from './test-facts';

const formats = { clock: (at: number) => `@${at}`, duration: (ms: number) => `${ms} ms` };
const locking = testHost({ task: 'Locking' });

const accepted = (action: HostAction = 'lock', host = testHost(), answer: Host | null = locking): ActionRun =>
  acceptRun(startRun('r1', action, host, 1_000), 1_200, answer);

describe('the life of an action', () => {
  it('is told from the request to the end', () => {
    let run = startRun('r1', 'lock', testHost(), 1_000);
    expect([run.stage, runWords(run, formats)]).toEqual([
      'requested',
      { title: 'Locking worker-0', detail: null },
    ]);
    run = acceptRun(run, 1_200, locking);
    expect([run.stage, runWords(run, formats)]).toEqual([
      'happening',
      { title: 'Locking worker-0', detail: 'Accepted @1200. Locking' },
    ]);
    run = observeRun(run, [testHost({ task: 'Disabling Services' })], 5_000);
    expect(runWords(run, formats).detail).toBe('Accepted @1200. Disabling Services');
    run = observeRun(run, [testLocked()], 9_000);
    expect([run.stage, runWords(run, formats)]).toEqual([
      'done',
      { title: 'worker-0 is locked', detail: 'Lock took 8000 ms' },
    ]);
  });

  it('does not call a host without a task busy with one', () => {
    const run = accepted('lock', testHost(), testHost({ task: null }));
    expect([run.stage, runWords(run, formats).detail]).toEqual(['accepted', 'Accepted @1200']);
  });

  it.each([
    ['before it was accepted', startRun('r1', 'lock', testHost(), 1_000), 5_000],
    ['from before the acceptance', accepted(), 1_199],
    ['at the moment of the acceptance', accepted(), 1_200],
  ])('learns nothing from a reading %s', (_name, run, asOf) => {
    expect(observeRun(run, [testLocked()], asOf)).toBe(run);
  });

  it('ends once: later readings and answers change nothing', () => {
    const done = observeRun(accepted(), [testLocked()], 9_000);
    expect(observeRun(done, [testHost()], 12_000)).toBe(done);
    expect(acceptRun(done, 13_000, locking)).toBe(done);
  });

  it('fails with the words of maintenance', () => {
    const run = observeRun(
      accepted('unlock', testLocked(), testLocked({ task: 'Unlocking' })),
      [
        testHost({
          operational: 'disabled',
          availability: 'failed',
          task: 'Enable Failed, Lock/Unlock to retry; threshold reached',
        }),
      ],
      9_000,
    );
    expect(run.stage).toBe('failed');
    expect(runWords(run, formats)).toEqual({
      title: 'worker-0 was not unlocked',
      detail: 'Enable Failed, Lock/Unlock to retry; threshold reached.',
    });
  });

  it('counts a deleted host as done when the list no longer has it', () => {
    const run = accepted('delete', testLocked(), null);
    expect(observeRun(run, [testLocked()], 5_000).stage).toBe('happening');
    const gone = observeRun(run, [], 6_000);
    expect([gone.stage, runWords(gone, formats).title]).toEqual(['done', 'worker-0 was deleted']);
  });

  it('fails when a host that was only locked vanishes', () => {
    expect(observeRun(accepted(), [], 5_000)).toMatchObject({
      stage: 'failed',
      why: 'The host is no longer in the list.',
    });
  });

  it.each<[HostAction, Partial<Host>, string]>([
    ['unlock', {}, 'worker-0 is available'],
    ['unlock', { availability: 'degraded' }, 'worker-0 is degraded'],
    ['power-off', { ...testLocked({ availability: 'power-off' }) }, 'worker-0 is powered off'],
    ['reboot', { ...testLocked() }, 'worker-0 is online'],
  ])('says after %s what the host is, not what was hoped for', (action, changes, title) => {
    const run = observeRun(accepted(action), [testHost(changes)], 9_000);
    expect([isOver(run), runWords(run, formats).title]).toEqual([true, title]);
  });
});

describe('a run over several hosts', () => {
  const of = (count: number) =>
    Array.from({ length: count }, (_, n) => startRun(`r${n}`, 'lock', testHost({ id: `h${n}` }), 1_000, 'g'));
  const done = (run: ActionRun) =>
    observeRun(acceptRun(run, 1_200, locking), [testLocked({ id: run.hostId })], 4_000);

  it('counts', () => {
    const [first, ...rest] = of(3);
    const some = [first ? done(first) : [], rest].flat();
    expect(groupWords(of(3), formats)).toEqual({
      title: 'Locking 3 hosts',
      detail: null,
      stage: 'requested',
    });
    expect(groupWords(some, formats)).toEqual({
      title: 'Locking 3 hosts',
      detail: '1 of 3 done',
      stage: 'happening',
    });
    expect(groupWords(of(3).map(done), formats)).toEqual({
      title: 'Lock: 3 of 3 done',
      detail: 'It took 3000 ms',
      stage: 'done',
    });
  });

  it('is not over while hosts wait for their turn', () => {
    expect(groupWords(of(3).map(done), formats, 2)).toMatchObject({
      title: 'Locking 5 hosts',
      detail: '3 of 5 done',
      stage: 'happening',
    });
  });
});
