/**
 * The context of one call to /api/auth. next-auth can only say yes or no from inside its callbacks; what really
 * happened travels beside it, from the callbacks back to the route handler.
 */
import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignInRefusal } from '@/lib/domain/session-view';
import type { Claims } from './session-claims';

export type AuthCall = {
  requestId: string;
  from: string;
  /** Claims that the request's cookie held, alive or not. */
  before: Claims | undefined;
  /** Claims that the answer's cookie will hold. */
  after: Claims | undefined;
  /** Set when the call did not do what it was asked to. */
  refusal: SignInRefusal | undefined;
};

const storage = new AsyncLocalStorage<AuthCall>();

/** Runs a call of next-auth with its context. */
export const withAuthCall = <T>(call: AuthCall, run: () => Promise<T>): Promise<T> => storage.run(call, run);

/** The context of the call under way. Throws outside of one: the callbacks make no sense elsewhere. */
export function authCall(): AuthCall {
  const call = storage.getStore();
  if (!call) throw new Error('next-auth was called outside of /api/auth');
  return call;
}
