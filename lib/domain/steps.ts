/**
 * Changes that take more than one request: in order, undone in reverse when one fails, and safe to ask for again. Pure;
 * lib/server/steps.ts carries them out. A call is one request, whatever it changes; a domain says what calls mean.
 */
import type { Failure } from './result';

export type StepsOf<C, S> = {
  /** What of a call is still to be done in a state; null: it is so already, and nothing is sent. */
  remaining: (call: C, state: S) => C | null;
  /** What takes a call back. @param before the state in which it was sent. null: nothing does */
  inverse: (call: C, before: S) => C | null;
  /**
   * What takes back the part of a call that was carried out before the call was refused; null: such a call does all it
   * does or nothing. What it names may have been there before, and is then not its own to take away.
   */
  partOf: (call: C, before: S) => C | null;
  /** The state once the call has been carried out. */
  after: (call: C, state: S) => S;
};

export type StepState =
  /** Not yet sent. */
  | 'waiting'
  /** Sent, no answer yet. */
  | 'asked'
  | 'done'
  /** It was so before: nothing was sent. */
  | 'already'
  | 'failed'
  /** No answer, and a look at the platform did not tell either. */
  | 'unsure'
  /** A step before it failed. */
  | 'not-sent'
  /** Done, and taken back. */
  | 'undone'
  /** Done, and it could not be taken back: it stands. */
  | 'stands';

/** `failure`: of the step itself, or of the try to take it back. */
export type StepResult = { state: StepState; failure?: Failure };

export type Reviewed<C> = {
  call: C;
  /** What would be sent; null: nothing, it is so already. */
  sent: C | null;
};

/** What a list of calls would send, each seen from the state that the ones before it leave. */
export function reviewSteps<C, S>(calls: readonly C[], start: S, kit: StepsOf<C, S>): Reviewed<C>[] {
  let state = start;
  return calls.map((call) => {
    const sent = kit.remaining(call, state);
    if (sent !== null) state = kit.after(sent, state);
    return { call, sent };
  });
}

/** A call that was sent, with the state that it was sent in. */
export type Sent<C, S> = { index: number; call: C; before: S };

export type Undo<C> = {
  index: number;
  /** What takes it back; null: nothing does. */
  call: C | null;
};

/** What takes back the calls that were sent, last one first. */
export const undoSteps = <C, S>(sent: readonly Sent<C, S>[], kit: StepsOf<C, S>): Undo<C>[] =>
  sent.toReversed().map(({ index, call, before }) => ({ index, call: kit.inverse(call, before) }));

const OVER: readonly StepState[] = ['done', 'already'];

/** Is everything as it was asked for? */
export const allDone = (results: readonly StepResult[]): boolean =>
  results.every(({ state }) => OVER.includes(state));

/** The step that stopped a run, or undefined. */
export const stopper = (results: readonly StepResult[]): StepResult | undefined =>
  results.find(({ state }) => state === 'failed' || state === 'unsure');

/** Does the platform have something now that it did not have before, although the run failed? */
export const leavesSomething = (results: readonly StepResult[]): boolean =>
  stopper(results) !== undefined && results.some(({ state }) => state === 'stands' || state === 'unsure');

/** "4 of 7 steps are done". */
export function progressWords(results: readonly StepResult[]): string {
  const over = results.filter(({ state }) => OVER.includes(state)).length;
  return `${over} of ${results.length} steps are done`;
}
