import type { Seen } from './seen';

/**
 * Why fault management cannot be read, in its own words.
 * @param alarms the newest reading of the active alarms
 * @returns null while it answers, and while it is the console that does not: that says nothing of fault management, and
 *   what was read before only grows old
 */
export function fmTroubleOf(alarms: Seen<unknown> | undefined): string | null {
  const error = alarms?.error;
  return error && error.service !== 'console' ? error.message : null;
}
