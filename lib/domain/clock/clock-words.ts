/** How a clock's state reads. "No timing alarm" is all that silence says: it is never a lock. */
import type { ClockState } from './clock-state';
import type { ChainKind } from './host-clock';

export const STATE_WORDS: Record<ClockState, string> = {
  freerun: 'Freerun',
  unknown: 'Unknown',
  holdover: 'Holdover',
  degraded: 'Degraded',
  'out-of-tolerance': 'Out of tolerance',
  ntp: 'Follows NTP',
  'no-fault': 'No timing alarm',
  locked: 'Locked',
  'not-configured': 'Not configured',
};

export const LINK_WORDS: Record<ChainKind, string> = {
  gnss: 'GNSS receiver',
  grandmaster: 'Grandmaster',
  ts2phc: 'ts2phc',
  dpll: 'dpll-mgr',
  ptp4l: 'ptp4l',
  phc2sys: 'phc2sys',
  'system-clock': 'System clock',
};
