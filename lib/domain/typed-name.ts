/** Which actions ask for the host's name to be typed, and whether what was typed is it. */
import { type Host, hostName, isProvisioned } from './host';
import { actionSpec, type HostAction } from './host-actions';

/**
 * The name to type, or null when none is asked for: the force variants always (they skip the checks that protect
 * the service), a deletion when there is something configured to lose.
 */
export function nameToType(action: HostAction, host: Host): string | null {
  if (actionSpec(action).danger === 'force') return hostName(host);
  return action === 'delete' && isProvisioned(host) ? hostName(host) : null;
}

/** Spaces around it are forgiven (they come with copying); letters are not. */
export const isTyped = (typed: string, name: string): boolean => typed.trim() === name;
