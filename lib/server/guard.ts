/** First line of every server function: who asks, and may they? The platform still decides. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { may, mayRead, type Right } from '@/lib/domain/rights';
import { requestFacts } from './request';
import { refuseForeignAction } from './same-origin';
import { currentSession } from './session';
import type { Session } from './session-types';

/** The session, when its user may read the platform at all. */
export async function guard(): Promise<Result<Session>> {
  await refuseForeignAction();
  const session = await currentSession();
  const { requestId } = await requestFacts();
  if (!session) return fail({ kind: 'unauthenticated', message: 'Your session has ended.', requestId });
  const verdict = mayRead(session.viewer);
  return verdict.ok ? ok(session) : fail({ kind: 'forbidden', message: verdict.why, requestId });
}

/**
 * The session, when its user holds a right.
 * @param doing the deed as a gerund for the refusal, e.g. "Locking"
 */
export async function guardRight(right: Right, doing: string): Promise<Result<Session>> {
  const guarded = await guard();
  if (!guarded.ok) return guarded;
  const verdict = may(guarded.data.viewer, right, doing);
  if (verdict.ok) return guarded;
  const { requestId } = await requestFacts();
  return fail({ kind: 'forbidden', message: verdict.why, requestId });
}
