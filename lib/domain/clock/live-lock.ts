/** When live readings prove a lock. Used only when none of them, and no alarm, says otherwise. */
import type { HostClock } from './host-clock';
import { type HostPtp, instancesOf } from './host-ptp';
import type { LiveReading } from './live-reading';

/**
 * The node's own sum of its clocks proves it (`sync-state`: system clock and what disciplines it). Without that, every
 * ptp4l instance of the host must be locked, or the receiver where there is none; and the system clock too where a
 * source reports it. A locked system clock alone proves nothing of what it follows, save on a host that follows NTP.
 */
export function isLockedLive(
  fresh: readonly LiveReading[],
  ptp: HostPtp,
  follows: HostClock['follows'],
): boolean {
  const says = (quantity: LiveReading['quantity']) =>
    fresh.filter((reading) => reading.quantity === quantity);
  const isLocked = ({ value }: LiveReading) => value === 'locked';
  if (says('sync-state').some(isLocked)) return true;
  const system = says('os-clock');
  if (!system.every(isLocked)) return false;
  if (follows === 'ntp') return system.length > 0;
  const locks = says('ptp-lock').filter(isLocked);
  const ptp4l = instancesOf(ptp, 'ptp4l');
  if (ptp4l.length === 0 || locks.length === 0) {
    const receiver = says('gnss').some(
      ({ value }) => typeof value === 'string' && /^SYNCHRONIZED$/i.test(value),
    );
    // Without ptp4l the time goes from the receiver through ts2phc and phc2sys: only both ends together prove it.
    return ptp4l.length === 0 && (locks.length > 0 || (receiver && system.length > 0));
  }
  // A source that names no instance reports one per node.
  if (locks.some(({ instance }) => instance === null)) return true;
  const named = new Set(locks.map(({ instance }) => instance));
  return ptp4l.every(({ name }) => named.has(name));
}
