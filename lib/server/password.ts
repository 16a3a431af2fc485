/** Changing one's own Keystone password, also an expired one. Needs no session: the old password is the proof. */
import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '@/lib/domain/result';
import { changePassword as change } from '@/lib/stx/keystone';
import { audit } from './audit';
import { requestFacts } from './request';
import { checkPassword, revokeLater } from './sign-in';

export type PasswordChange = { userName: string; domainName: string; original: string; password: string };

/**
 * Keystone dates tokens by whole seconds, and the change revokes what is dated up to its own: a token of the same second
 * would be dead when it is given out (keystone/models/revoke_model.py, issued_before).
 */
const SAME_SECOND_MS = 1_100;

/**
 * Checks the old password under the same throttle as signing in, then changes it. Keystone revokes the user's
 * tokens with it, so the caller signs in again at once.
 * @returns `invalid` with `fields.original` for a wrong old password, `fields.password` with Keystone's own
 *   sentence for a new one that breaks its rules
 */
export async function changePassword(wanted: PasswordChange): Promise<Result<null>> {
  const caller = await requestFacts();
  const { requestId } = caller;
  const started = performance.now();
  const checked = await checkPassword({ ...wanted, password: wanted.original }, caller);
  if (!checked.ok) {
    const { code, message, retryAfterSeconds } = checked.refusal;
    const wait = retryAfterSeconds ? { retryAfterSeconds } : {};
    if (code === 'unavailable') return fail({ kind: 'unavailable', service: 'keystone', message, requestId });
    return fail({ kind: 'invalid', message, fields: { original: message }, requestId, ...wait });
  }
  const userId = 'grant' in checked ? checked.grant.userId : checked.expiredUserId;
  const { original, password } = wanted;
  const changed = await change({ userId, original, password }, requestId);
  audit({
    who: wanted.userName,
    domain: wanted.domainName,
    project: '',
    roles: [],
    from: caller.from,
    action: 'session.change-password',
    target: wanted.userName,
    outcome: changed.ok ? 'ok' : changed.error.kind,
    status: changed.ok ? undefined : changed.error.status,
    requestId,
    durationMs: performance.now() - started,
  });
  // A changed password revokes every token of the user, the one of the check included.
  if (changed.ok) {
    await pause(SAME_SECOND_MS);
    return ok(null);
  }
  if ('grant' in checked) revokeLater(checked.grant.token, caller);
  if (changed.error.kind === 'unavailable') return changed;
  const { message } = changed.error;
  return fail({ kind: 'invalid', message, fields: { password: message }, service: 'keystone', requestId });
}
