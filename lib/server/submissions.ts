/**
 * One request per press of a button, however often it arrives. A form gives each attempt an id; the same id from
 * the same person joins what is under way, or gets the answer that was given, and nothing is sent again. Whoever lost the
 * answer on its way asks here what became of it.
 */
import 'server-only';
import type { Result } from '@/lib/domain/result';
import { type StepResult, stopper } from '@/lib/domain/steps';
import type { WriteOutcome } from '@/lib/domain/write-outcome';
import { processWide } from '@/lib/process-wide';
import type { Session } from './session-types';

type Submission = { at: number; answer: Promise<Result<unknown>> };

declare global {
  interface RoostProcess {
    submissions?: Map<string, Submission>;
  }
}

/** A lost link may stay lost for a while, and its writes are asked about afterwards. */
const REMEMBERED_MS = 60 * 60_000;
const MOST = 5_000;
/** How long a question waits for a write that is under way. */
const PATIENCE_MS = 2_000;

type Person = { viewer: Pick<Session['viewer'], 'userName' | 'domainName'> };

/** By person and not by session: who signs in again after a lost link asks about the same write. */
const keyOf = ({ viewer }: Person, submission: string): string =>
  JSON.stringify([viewer.domainName, viewer.userName, submission]);

function known(): Map<string, Submission> {
  const shared = processWide();
  shared.submissions ??= new Map();
  return shared.submissions;
}

/**
 * Runs a write once per submission.
 * @param submission id that the browser made for this attempt
 */
export function once<T>(
  person: Person,
  submission: string,
  run: () => Promise<Result<T>>,
  now = Date.now(),
): Promise<Result<T>> {
  const submissions = known();
  const key = keyOf(person, submission);
  const before = submissions.get(key);
  // A browser gives a press of one button one id: what is known under it is what this button answers.
  if (before) return before.answer as Promise<Result<T>>;
  const answer = run();
  submissions.set(key, { at: now, answer });
  for (const [oldest, { at }] of submissions) {
    if (submissions.size <= MOST && now - at < REMEMBERED_MS) break;
    submissions.delete(oldest);
  }
  return answer;
}

/**
 * The answer of a write of this person, for whoever lost it and knows what kind of write it was. Sends nothing.
 * @returns undefined when this process has no record of it
 */
export const answerOf = <T>(person: Person, submission: string): Promise<Result<T>> | undefined =>
  known().get(keyOf(person, submission))?.answer as Promise<Result<T>> | undefined;

/** What became of a write of this person, as far as this process knows. Sends nothing. */
export async function whatBecameOf(
  person: Person,
  submission: string,
  patienceMs = PATIENCE_MS,
): Promise<WriteOutcome> {
  const write = known().get(keyOf(person, submission));
  if (!write) return { state: 'unheard' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<WriteOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'under-way' }), patienceMs);
  });
  try {
    return await Promise.race([ended(write), patience]);
  } finally {
    clearTimeout(timer);
  }
}

async function ended({ answer }: Submission): Promise<WriteOutcome> {
  try {
    const result = await answer;
    if (!result.ok) return { state: 'answered', failure: result.error };
    const unsent = unsentOf(result.data);
    if (unsent !== null) return { state: 'answered', failure: { kind: 'invalid', message: unsent } };
    const results = await stepsOf(result.data);
    return { state: 'answered', failure: results === null ? null : (stopper(results)?.failure ?? null) };
  } catch {
    const message = 'The console failed before it had an answer.';
    return { state: 'answered', failure: { kind: 'unavailable', service: 'console', message } };
  }
}

/** An answer may be that nothing was sent, for a reason that is no failure: it says so in `unsent`. */
function unsentOf(data: unknown): string | null {
  const said: unknown = Reflect.get(Object(data), 'unsent');
  return typeof said === 'string' ? said : null;
}

/** A write of several steps answers with a run (step-orders.ts `StepRun`): its end is the answer. */
async function stepsOf(data: unknown): Promise<StepResult[] | null> {
  if (typeof data !== 'object' || data === null || !('end' in data)) return null;
  const results: unknown = await data.end;
  return Array.isArray(results) ? results.filter(isStep) : null;
}

const isStep = (one: unknown): one is StepResult =>
  typeof one === 'object' && one !== null && 'state' in one && typeof one.state === 'string';
