/** Why nothing can be said of a clock. */
import { type Alarm, entityHost } from '../alarm';
import { type Host, hostCondition, type Unknown } from '../host';
import type { UnknownCause } from './host-clock';

/** In a column, short. */
export const UNKNOWN_WORDS: Record<UnknownCause, string> = {
  locked: 'Host is locked',
  offline: 'Host is offline',
  failed: 'Host failed',
  'in-test': 'Host in test',
  'host-unread': 'The platform does not say how the host is',
  'alarms-unread': 'Fault management does not answer',
  'config-unread': 'The PTP configuration could not be read',
  virtual: 'Looks virtual: the platform raises no PTP alarm there',
  'live-lost': 'The live source gives no reading',
};

/** The cause that lies in the host itself; null when the host is watched. Locked comes first: everything else follows from it. */
export function hostCause(host: Pick<Host, 'administrative' | 'availability'>): UnknownCause | null {
  if (host.administrative === 'locked') return 'locked';
  switch (hostCondition(host)) {
    case 'failed':
      return 'failed';
    case 'offline':
    case 'power-off':
      return 'offline';
    // Booted, and maintenance tests it or has not enabled it yet.
    case 'in-progress':
    case 'online':
      return 'in-test';
    case 'unknown':
      return 'host-unread';
    case 'available':
    case 'degraded':
      return null;
  }
}

/** Alarms of maintenance that date a cause (mtce: 200.001 locked, the others failures of several kinds). */
const DATED_BY: Partial<Record<UnknownCause, readonly string[]>> = {
  locked: ['200.001'],
  failed: ['200.004', '200.011', '200.005', '200.009'],
  offline: ['200.004', '200.005', '200.009'],
};
const DATING = new Set(Object.values(DATED_BY).flat());

/** Alarms that date an outage, by hostname. */
export function outageAlarms(alarms: readonly Alarm[]): Map<string, Alarm[]> {
  const byHost = new Map<string, Alarm[]>();
  for (const alarm of alarms) {
    if (!DATING.has(alarm.alarmId)) continue;
    const host = entityHost(alarm.entity);
    if (host === undefined) continue;
    const list = byHost.get(host);
    if (list) list.push(alarm);
    else byHost.set(host, [alarm]);
  }
  return byHost;
}

/** Since when a cause has stood, by the alarm that dates it best; null when none does. */
export function causeSince(cause: UnknownCause, alarms: readonly Alarm[] = []): Unknown<Alarm> {
  for (const id of DATED_BY[cause] ?? []) {
    const found = alarms.find(
      // Of lost networks only the critical alarm means a failed host; the major one says that beats are missed.
      ({ alarmId, severity }) =>
        alarmId === id && (id < '200.005' || id > '200.009' || severity === 'critical'),
    );
    if (found) return found;
  }
  return null;
}
