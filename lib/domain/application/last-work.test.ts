import { describe, expect, it } from 'vitest';
import type { Application } from './application';
import { keepLastWork, progressAtFailure, type WatchedApplications, workBefore } from './last-work';
import { testApplication } from './test-application';

const HALF = 'Applying app snmp. Chart snmp applied. Overall completion: 50%';
const BROKEN = 'The Helm release "snmp" could not be applied.';
type Told = [seconds: number, status: string | null, progress: string | null];

/** What is kept after readings of one application, told at so many seconds. */
function after(...readings: Told[]): { one: Application; kept: WatchedApplications } {
  let before: { data: WatchedApplications; asOf: number } | undefined;
  let one = testApplication();
  for (const [seconds, status, progress] of readings) {
    one = testApplication({ name: 'snmp', status, progress });
    const list = { applications: [one, testApplication({ name: 'other' })], unreadable: [] };
    before = { data: keepLastWork(list, before, seconds * 1_000), asOf: seconds * 1_000 };
  }
  if (!before) throw new Error('no reading');
  return { one, kept: before.data };
}

const workOf = (...readings: Told[]) => {
  const { one, kept } = after(...readings);
  return workBefore(one, kept);
};

describe('the last that was said before a failure', () => {
  it('is kept with the first moment that had it, for as long as the failure stands', () => {
    const work = { status: 'applying', progress: HALF, saidAt: 5_000 };
    expect(
      workOf(
        ...([
          [0, 'applying', 'retrieving docker images'],
          [5, 'applying', HALF],
          [10, 'applying', HALF],
          [15, 'apply-failed', BROKEN],
          [900, 'apply-failed', BROKEN],
        ] satisfies Told[]),
      ),
    ).toEqual(work);
    // A sentence that the platform takes back for a moment is still the last of this work.
    expect(workOf([5, 'applying', HALF], [9, 'applying', null], [15, 'apply-failed', BROKEN])).toEqual(work);
  });

  it.each<[string, Told[]]>([
    ['it has not failed yet', [[0, 'applying', HALF]]],
    [
      'it is well again',
      [
        [0, 'applying', HALF],
        [5, 'apply-failed', BROKEN],
        [10, 'applied', 'completed'],
      ],
    ],
    [
      'nobody looked when it failed',
      [
        [0, 'applying', HALF],
        [61, 'apply-failed', BROKEN],
      ],
    ],
    [
      'it had failed before anybody looked',
      [
        [0, 'apply-failed', BROKEN],
        [5, 'apply-failed', BROKEN],
      ],
    ],
    [
      'it failed anew unseen',
      [
        [0, 'applying', HALF],
        [5, 'apply-failed', BROKEN],
        [900, 'apply-failed', 'worse'],
      ],
    ],
    [
      'other work said nothing',
      [
        [0, 'applying', HALF],
        [5, 'removing', null],
        [10, 'remove-failed', BROKEN],
      ],
    ],
    [
      'its state is unknown',
      [
        [0, 'applying', HALF],
        [5, null, null],
      ],
    ],
  ])('is not told when %s', (_, readings) => {
    expect(workOf(...readings)).toBeUndefined();
  });

  it('belongs to one application, whatever its name is', () => {
    const { kept } = after([0, 'applying', HALF], [5, 'apply-failed', BROKEN]);
    expect(Object.keys(kept.lastWork)).toEqual(['snmp']);
    expect(
      workBefore(testApplication({ name: 'constructor', status: 'apply-failed' }), kept),
    ).toBeUndefined();
  });
});

it('the step that the platform was in is the one that failed', () => {
  const { steps, percent } = progressAtFailure({ status: 'applying', progress: HALF, saidAt: 0 });
  expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'failed']);
  expect(percent).toBe(50);
});
