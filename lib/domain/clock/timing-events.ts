/** What the event log says of clocks over a stretch of time, and of the hosts they are in. */
import { entityHost } from '../alarm';
import type { EventRecord } from '../event';
import type { UnreadableRow } from '../host';

export type TimingEvents = {
  /** Epoch milliseconds: start of the stretch. */
  from: number;
  /**
   * From here on everything is among the events. Later than `from` when the log is shorter than the stretch (FM keeps a
   * number of rows, not of days), or when there were more events than are ever read.
   */
  reachesBackTo: number;
  /** Raises and clears of 100.119 and 100.114, newest first. */
  events: readonly EventRecord[];
  /** Raises, clears and logs of maintenance that say a host was away, newest first. */
  outages: readonly EventRecord[];
  unreadable: readonly UnreadableRow[];
};

/** Alarms of maintenance (mtce) that stand while a host is not in service; of the lost networks only the critical ones. */
const ALARMS: readonly string[] = ['200.001', '200.004', '200.011'];
const CRITICAL_ALARMS: readonly string[] = ['200.005', '200.009'];
/** Log: a host became something. The entity ends in what: `.state=enabled`, `.status=offline`. */
const BECAME = '200.022';

export type Outage =
  | { kind: 'alarm'; host: string; what: string }
  | { kind: 'down' | 'up'; host: string; what: string };

/** What an event says of a host being away; undefined when it says nothing. */
export function outageOf({ eventLogId, entity, severity }: EventRecord): Outage | undefined {
  const host = entityHost(entity);
  if (host === undefined) return undefined;
  const critical = CRITICAL_ALARMS.includes(eventLogId) && severity === 'critical';
  if (ALARMS.includes(eventLogId) || critical) {
    return { kind: 'alarm', host, what: eventLogId === '200.001' ? 'Host is locked' : 'Host failed' };
  }
  const became = eventLogId === BECAME ? /\.(?:state|status)=(\w+)$/.exec(entity)?.[1] : undefined;
  if (became === 'enabled') return { kind: 'up', host, what: 'Host enabled' };
  if (became === 'disabled' || became === 'offline' || became === 'failed') {
    return { kind: 'down', host, what: became === 'failed' ? 'Host failed' : `Host ${became}` };
  }
  return undefined;
}
