/**
 * One request per press of a button, however often it arrives. A form gives each attempt an id; the same id from
 * the same session joins what is under way, or gets the answer that was given, and nothing is sent again.
 */
import 'server-only';
import type { Result } from '@/lib/domain/result';
import { processWide } from '@/lib/process-wide';
import type { Session } from './session-types';

type Submission = { at: number; answer: Promise<Result<unknown>> };

declare global {
  interface RoostProcess {
    submissions?: Map<string, Submission>;
  }
}

const REMEMBERED_MS = 5 * 60_000;
const MOST = 5_000;

/**
 * Runs a write once per submission.
 * @param submission id that the browser made for this attempt
 */
export function once<T>(
  session: Pick<Session, 'id'>,
  submission: string,
  run: () => Promise<Result<T>>,
  now = Date.now(),
): Promise<Result<T>> {
  const shared = processWide();
  shared.submissions ??= new Map();
  const { submissions } = shared;
  const key = `${session.id} ${submission}`;
  const known = submissions.get(key);
  // A browser gives a press of one button one id: what is known under it is what this button answers.
  if (known) return known.answer as Promise<Result<T>>;
  const answer = run();
  submissions.set(key, { at: now, answer });
  for (const [oldest, { at }] of submissions) {
    if (submissions.size <= MOST && now - at < REMEMBERED_MS) break;
    submissions.delete(oldest);
  }
  return answer;
}
