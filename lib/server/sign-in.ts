/** Signing in with Keystone: throttle, log-in without scope, projects, scope. No cookie, no request object here. */
import 'server-only';
import type { Failure } from '@/lib/domain/result';
import type { SignInRefusal } from '@/lib/domain/session-view';
import { processWide } from '@/lib/process-wide';
import {
  expiredPasswordUserId,
  type Grant,
  listProjects,
  logIn,
  type Project,
  rescope,
  revoke,
} from '@/lib/stx/keystone';
import { log } from './log';
import { signInThrottle, Throttle } from './throttle';

export type Credentials = {
  userName: string;
  domainName: string;
  password: string;
  /** Id or name of the project to use when the user has several; for signing in again in place. */
  project?: string | undefined;
};
export type Caller = { requestId: string; from: string };
export type SignedIn = { ok: true; grant: Grant } | { ok: false; refusal: SignInRefusal };

/** What a person reads when Keystone said 401: it does not tell a wrong password from a locked account. */
export const NOT_ACCEPTED =
  'Those details were not accepted. A user name, password or domain is wrong, or the account is locked for 30 minutes.';
const THROTTLED =
  'Too many refused tries from here. Keystone was not asked, so that the account is not locked.';
const BORN_REVOKED = 'Keystone accepted those details, and twice not the token it gave for them. Try again.';
const EXPIRED = 'Your password has expired. Choose a new one to sign in.';

/**
 * Checks a password and gives the widest useful token: scoped when the user has one project (or named one they
 * have), unscoped when there is a choice to make.
 */
export async function signInWithKeystone(who: Credentials, caller: Caller): Promise<SignedIn> {
  if (who.userName === '' || who.password === '' || who.domainName === '') {
    return refuse({ code: 'invalid', message: 'Type a user name, a password and a domain.' }, caller);
  }
  for (let left = 1; ; left -= 1) {
    const first = await checkPassword(who, caller);
    if (!first.ok) return first;
    if ('expiredUserId' in first) return refuse({ code: 'expired', message: EXPIRED }, caller);
    const answer = await scoped(first.grant, who, caller);
    if (answer !== 'born-revoked') return answer;
    if (left === 0) return refuse({ code: 'unavailable', message: BORN_REVOKED }, caller);
    await nextSecond();
  }
}

/**
 * Keystone stamps a token with the whole second it was issued in, and what is revoked by a change of the password with the
 * instant: a token of the same second is born revoked (keystone models/revoke_model.py, token/token_formatters.py).
 */
const nextSecond = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 1_050 - (Date.now() % 1_000)));

export type PasswordChecked =
  | { ok: true; grant: Grant }
  | { ok: true; expiredUserId: string }
  | { ok: false; refusal: SignInRefusal };

/** Asks Keystone about a password, under the throttle. A right but expired password is an answer of its own. */
export async function checkPassword(
  who: Pick<Credentials, 'userName' | 'domainName' | 'password'>,
  caller: Caller,
): Promise<PasswordChecked> {
  const leave = await signInThrottle().enter(Throttle.key(who, caller.from));
  if (!leave.ok) {
    const { retryAfterSeconds } = leave;
    return refuse({ code: 'throttled', message: THROTTLED, retryAfterSeconds }, caller);
  }
  let settled = false;
  try {
    const answer = await logIn(who, caller.requestId);
    settled = true;
    if (answer.ok) {
      leave.accepted();
      return { ok: true, grant: answer.data };
    }
    const { error } = answer;
    const expiredUserId = error.kind === 'unauthenticated' ? expiredPasswordUserId(error.message) : undefined;
    if (expiredUserId) {
      leave.accepted();
      return { ok: true, expiredUserId };
    }
    if (error.kind === 'unauthenticated') {
      const seconds = leave.refused();
      const wait = seconds > 0 ? { retryAfterSeconds: seconds } : {};
      return refuse({ code: 'refused', message: NOT_ACCEPTED, ...wait }, caller);
    }
    leave.undecided();
    return refuse(unavailable(error), caller);
  } finally {
    if (!settled) leave.undecided();
  }
}

/** @returns `born-revoked` where Keystone does not take the token that it has just issued */
async function scoped(grant: Grant, who: Credentials, caller: Caller): Promise<SignedIn | 'born-revoked'> {
  const projects = await listProjects(grant.token, caller.requestId);
  if (!projects.ok) return notScoped(projects.error, caller);
  const chosen = choose(projects.data, who.project);
  if (chosen === undefined && projects.data.length > 1) return { ok: true, grant };
  if (chosen === undefined) {
    revokeLater(grant.token, caller);
    const message = `${grant.userName} has a role in no project. An administrator has to give one.`;
    return refuse({ code: 'no-project', message }, caller);
  }
  const narrowed = await rescope(grant.token, chosen.id, caller.requestId);
  revokeLater(grant.token, caller);
  if (!narrowed.ok) return notScoped(narrowed.error, caller);
  // Only the password's own answer carries the date it expires.
  return { ok: true, grant: { ...narrowed.data, passwordExpiresAt: grant.passwordExpiresAt } };
}

const notScoped = (error: Failure, caller: Caller) =>
  error.kind === 'unauthenticated' ? 'born-revoked' : refuse(unavailable(error), caller);

function choose(projects: readonly Project[], wanted: string | undefined): Project | undefined {
  const named = wanted
    ? projects.find((project) => project.id === wanted || project.name === wanted)
    : undefined;
  return named ?? (projects.length === 1 ? projects[0] : undefined);
}

declare global {
  interface RoostProcess {
    revoking?: Promise<void>;
  }
}

/**
 * Revokes a token that nobody needs any more, without making a person wait for it. One after the other: each is
 * a write to Keystone's database, and several at once made it fail with 500 (Keystone 22 on SQLite).
 */
export function revokeLater(token: string, caller: Pick<Caller, 'requestId'>): void {
  const shared = processWide();
  shared.revoking = (shared.revoking ?? Promise.resolve()).then(() => revokeNow(token, caller));
}

async function revokeNow(token: string, { requestId }: Pick<Caller, 'requestId'>): Promise<void> {
  try {
    const done = await revoke(token, requestId);
    if (!done.ok) {
      log.warn(
        { requestId, service: 'keystone', reason: done.error.message },
        'A token could not be revoked',
      );
    }
  } catch (cause) {
    log.failure(cause, { requestId }, 'A token could not be revoked');
  }
}

/** Keystone's failure as a sentence for somebody who is not signed in. */
export function unavailable(error: Failure): SignInRefusal {
  const said = error.message.replace(/^keystone/, 'Keystone');
  return { code: 'unavailable', message: `${said} Your details were not checked.` };
}

function refuse(refusal: SignInRefusal, caller: Caller): { ok: false; refusal: SignInRefusal } {
  return { ok: false, refusal: { ...refusal, requestId: caller.requestId } };
}
