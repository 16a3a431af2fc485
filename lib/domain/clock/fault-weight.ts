/**
 * What one fault comes to beside the others of its host, by their words alone. What leans on configuration is in
 * claim.ts and phc2sys-ha.ts; the bands over time (state-band.ts) have the words and nothing else.
 */
import type { TimingFault } from './timing-fault';

type Said = Pick<TimingFault, 'form' | 'state'>;

/**
 * Without satellites or a pulse the card's PLL carries the time, if it says so: collectd ptp.py words the signal at the card, and
 * dpll-mgr its own holdover. The receiver's monitor (ptp_gnss_monitor.py) then says only that the source is lost.
 */
export function heldByPll({ form, state }: Said, all: readonly Said[]): TimingFault['state'] {
  const says = (...forms: TimingFault['form'][]) => all.some((other) => forms.includes(other.form));
  if (form === '1pps-signal-loss' && says('holdover')) return 'holdover';
  if (form === 'gnss-monitor-signal-loss' && state === 'freerun' && says('gnss-signal-loss', 'holdover')) {
    return 'degraded';
  }
  return state;
}

/**
 * The same over time: a ptp4l that is lost while phc2sys HA says that it took another source, and not that it has none, costs
 * redundancy and not the time.
 */
export function besideOthers(fault: Said, all: readonly Said[]): TimingFault['state'] {
  const says = (form: TimingFault['form']) => all.some((other) => other.form === form);
  const isLost = fault.form === 'no-lock' || fault.form === 'process';
  if (isLost && says('phc2sys-low-priority') && !says('phc2sys-no-source')) return 'degraded';
  return heldByPll(fault, all);
}
