/** What the platform asks of a host before its interfaces can be changed. */
import { type Host, isLocked } from '../host';
import { isSimplex, type System } from '../system';

/**
 * "Host must be locked." (sysinv api/controllers/v1/interface.py `_check_host`, recorded as err-183 and err-188). An all-in-one
 * simplex has exceptions for some kinds of interface while it is unlocked: no one sentence is true of it.
 * @returns what to do first; null when there is nothing, or nothing certain, to say
 */
export function interfaceChangeHint(host: Host, system: System | null): string | null {
  if (isLocked(host) || system === null || isSimplex(system)) return null;
  return 'Lock the host to change platform interfaces';
}
