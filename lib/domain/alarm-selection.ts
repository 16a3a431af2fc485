/** What became of a selection of alarms that somebody marked as seen, counted and in words. */
import type { AlarmInstance } from './alarm-mark';
import type { Failure, Result } from './result';
import { counted } from './words';

/** What became of a saying about one of several alarms. */
export type MarkAnswer = { alarm: AlarmInstance; answer: Result<null> };
/** Most alarms that one saying can be about: one transaction, and as many lines of the audit trail. */
export const MOST_MARKED = 500;

export type SelectionAnswer = {
  /** Of the alarms that were judged one by one. */
  answers: readonly MarkAnswer[];
  /** Why the others, or all of them, were not. */
  refusal: Failure | null;
};

export type SelectionOutcome = {
  /** Alarms that are marked now. */
  kept: number;
  /** Alarms that cleared meanwhile: they need no mark any more. */
  cleared: number;
  /** What was not marked though it stands, and why: the first reason, when there are several. */
  failure: { what: string; error: Failure } | null;
};

/** @param chosen how many were selected */
export function selectionOutcome({ answers, refusal }: SelectionAnswer, chosen: number): SelectionOutcome {
  const kept = answers.filter(({ answer }) => answer.ok).length;
  const failures = answers.flatMap(({ answer }) => (answer.ok ? [] : [answer.error]));
  const refused = failures.filter(({ kind }) => kind !== 'not-found');
  const cleared = failures.length - refused.length;
  const left = chosen - kept - cleared;
  const error = refusal ?? refused[0];
  if (!error) return { kept, cleared, failure: null };
  const what = chosen === 1 ? 'The alarm was not marked as seen' : `${notMarked(left)} not marked as seen`;
  return { kept, cleared, failure: { what, error } };
}

const notMarked = (count: number): string => `${counted(count, 'alarm')} ${count === 1 ? 'was' : 'were'}`;

/** The end of it in a title and a detail: "11 alarms marked as seen", "1 cleared meanwhile". */
export function outcomeWords({ kept, cleared, failure }: SelectionOutcome, chosen: number) {
  const left = chosen - kept - cleared;
  const details = [
    ...(cleared > 0 ? [`${cleared} cleared meanwhile`] : []),
    ...(failure ? [`${left} could not be`] : []),
  ];
  return {
    title: `${counted(kept, 'alarm')} marked as seen`,
    detail: details.length > 0 ? details.join(', ') : 'Kept in Roost',
  };
}
