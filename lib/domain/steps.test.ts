/** Planning of changes in several requests, with words as things: a call makes or drops one or more. */
import { describe, expect, it } from 'vitest';
import {
  allDone,
  leavesSomething,
  progressWords,
  reviewSteps,
  type StepResult,
  type StepsOf,
  undoSteps,
} from './steps';

type Call = { make: string[] } | { drop: string[] } | { apply: true };
const kit: StepsOf<Call, string[]> = {
  remaining: (call, state) => {
    if ('apply' in call) return call;
    if ('make' in call) {
      const make = call.make.filter((one) => !state.includes(one));
      return make.length > 0 ? { make } : null;
    }
    const drop = call.drop.filter((one) => state.includes(one));
    return drop.length > 0 ? { drop } : null;
  },
  inverse: (call) => ('apply' in call ? null : 'make' in call ? { drop: call.make } : { make: call.drop }),
  partOf: () => null,
  after: (call, state) => {
    if ('apply' in call) return state;
    return 'make' in call ? [...state, ...call.make] : state.filter((one) => !call.drop.includes(one));
  },
};

describe('a list of calls', () => {
  it.each<[string, Call[], string[], (Call | null)[]]>([
    ['from nothing', [{ make: ['a'] }, { make: ['b'] }], [], [{ make: ['a'] }, { make: ['b'] }]],
    ['asked for again', [{ make: ['a'] }, { apply: true }], ['a'], [null, { apply: true }]],
    ['half of it is there', [{ make: ['a', 'b'] }], ['b'], [{ make: ['a'] }]],
    ['each sees what those before it leave', [{ make: ['a'] }, { make: ['a'] }], [], [{ make: ['a'] }, null]],
    ['what is gone is not dropped', [{ drop: ['a'] }], [], [null]],
  ])('%s', (_, calls, start, sent) => {
    expect(reviewSteps(calls, start, kit).map((one) => one.sent)).toEqual(sent);
  });

  it('is taken back last one first, and what nothing takes back is said', () => {
    const sent = [
      { index: 0, call: { make: ['a'] }, before: [] },
      { index: 2, call: { drop: ['b'] }, before: ['a', 'b'] },
      { index: 3, call: { apply: true } as const, before: ['a'] },
    ];
    expect(undoSteps(sent, kit)).toEqual([
      { index: 3, call: null },
      { index: 2, call: { make: ['b'] } },
      { index: 0, call: { drop: ['a'] } },
    ]);
  });
});

describe('what is said of a run', () => {
  const of = (...states: StepResult['state'][]): StepResult[] => states.map((state) => ({ state }));
  it.each([
    [of('done', 'already'), true, false, '2 of 2 steps are done'],
    [of('done', 'asked', 'waiting'), false, false, '1 of 3 steps are done'],
    [of('undone', 'failed', 'not-sent'), false, false, '0 of 3 steps are done'],
    [of('stands', 'failed'), false, true, '0 of 2 steps are done'],
    [of('unsure'), false, true, '0 of 1 steps are done'],
  ])('%j', (results, done, leaves, words) => {
    expect(allDone(results)).toBe(done);
    expect(leavesSomething(results)).toBe(leaves);
    expect(progressWords(results)).toBe(words);
  });
});
