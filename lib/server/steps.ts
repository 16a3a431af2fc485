/** Carries out changes of several requests: one after the other, each sent once, taken back in reverse when one fails. */
import 'server-only';
import type { Failure, Result } from '@/lib/domain/result';
import { type Sent, type StepResult, type StepsOf, undoSteps } from '@/lib/domain/steps';

export type StepPlan<C, S> = {
  calls: readonly C[];
  start: S;
  kit: StepsOf<C, S>;
  /** One request. The state afterwards, with what only the platform can say of it: ids of what was made. */
  send: (call: C, state: S) => Promise<Result<S>>;
  /** The state anew, from the platform. */
  look: () => Promise<Result<S>>;
  /** Told of every step as it changes. Its last word of a step counts. */
  tell: (index: number, result: StepResult) => void;
};

/** Nobody knows whether the platform has carried it out. */
const isUnsure = ({ kind }: Failure): boolean => kind === 'unavailable' || kind === 'unreadable';
/** Was never sent: there is nothing to take back of it. */
const neverSent = ({ kind }: Failure): boolean =>
  kind === 'forbidden' || kind === 'unauthenticated' || kind === 'invalid';

/**
 * Runs the steps of a plan to their end, or to the first that fails. After a failure the platform is looked at anew, and
 * what it has of the steps that were sent is taken back, last one first. A request that was not answered is never sent
 * again: if the look shows it carried out, the run goes on.
 */
export async function runSteps<C, S>(plan: StepPlan<C, S>): Promise<void> {
  const { calls, kit, send, look, tell } = plan;
  let state = plan.start;
  const sent: Sent<C, S>[] = [];
  for (const [index, wanted] of calls.entries()) {
    const call = kit.remaining(wanted, state);
    if (call === null) {
      tell(index, { state: 'already' });
      continue;
    }
    tell(index, { state: 'asked' });
    const before = state;
    const answer = await send(call, state);
    if (answer.ok) {
      state = answer.data;
      sent.push({ index, call, before });
      tell(index, { state: 'done' });
      continue;
    }
    const { error } = answer;
    const now = neverSent(error) && sent.length === 0 ? undefined : await look();
    if (isUnsure(error) && now?.ok && kit.remaining(call, now.data) === null) {
      state = now.data;
      sent.push({ index, call, before });
      tell(index, { state: 'done' });
      continue;
    }
    tell(index, { state: isUnsure(error) && !now?.ok ? 'unsure' : 'failed', failure: error });
    for (let later = index + 1; later < calls.length; later += 1) tell(later, { state: 'not-sent' });
    await takeBack({ ...plan, sent, now, part: neverSent(error) ? null : kit.partOf(call, before) });
    return;
  }
}

type TakeBack<C, S> = StepPlan<C, S> & {
  sent: readonly Sent<C, S>[];
  now: Result<S> | undefined;
  /** Takes back what the step that failed did halfway. */
  part: C | null;
};

async function takeBack<C, S>({ kit, send, tell, sent, now, part }: TakeBack<C, S>): Promise<void> {
  if (now === undefined) return;
  let gone = now.ok ? undefined : now.error;
  let state = now.ok ? now.data : undefined;
  const take = async (call: C | null): Promise<StepResult> => {
    if (call === null) return { state: 'stands' };
    if (gone !== undefined || state === undefined) {
      return { state: 'stands', ...(gone ? { failure: gone } : {}) };
    }
    const undo = kit.remaining(call, state);
    if (undo === null) return { state: 'undone' };
    const answer = await send(undo, state);
    if (answer.ok) {
      state = answer.data;
      return { state: 'undone' };
    }
    // What does not answer is not asked for more.
    if (answer.error.kind !== 'refused') gone = answer.error;
    return { state: 'stands', failure: answer.error };
  };
  // The step that failed keeps its own word.
  if (part !== null) await take(part);
  for (const { index, call } of undoSteps(sent, kit)) tell(index, await take(call));
}
