/** What fault management says of a port, an interface or a PTP instance of a host, by the key of its box in the lanes. */
import { type Alarm, byUrgency, entityHost, parseEntity, type Severity } from '../alarm';
import type { ClockState } from '../clock/clock-state';
import { timingFault } from '../clock/timing-fault';
import type { Lanes } from './lanes';

export type LaneFault = {
  severity: Severity;
  /** Of a PTP instance: what its clock is said to be. */
  clock: ClockState | null;
  /** In two or three words, for a clock; the reason text otherwise. */
  words: string;
  reason: string;
};

/**
 * The worst alarm of each box. Alarms name a port by its uuid (FM swaps the name for it) or by its name. Suppressed ones count:
 * hiding a word mends no cable.
 * @param host hostname
 */
export function laneFaults(
  alarms: readonly Alarm[],
  host: string,
  lanes: Pick<Lanes, 'nodes'>,
): ReadonlyMap<string, LaneFault> {
  const found = new Map<string, LaneFault>();
  for (const alarm of alarms.filter(({ entity }) => entityHost(entity) === host).toSorted(byUrgency)) {
    const fault = timingFault(alarm);
    const clock = fault?.instance ? fault : null;
    for (const node of lanes.nodes) {
      const isIt = clock ? node.kind === 'timing' && node.name === clock.instance : names(alarm, node);
      if (!isIt || found.has(node.key)) continue;
      found.set(node.key, {
        severity: alarm.severity,
        clock: clock?.state ?? null,
        words: clock?.label ?? alarm.reason,
        reason: alarm.reason,
      });
    }
  }
  return found;
}

const PARTS: Partial<Record<Lanes['nodes'][number]['kind'], string>> = {
  port: 'port',
  interface: 'interface',
};

/** Does an alarm's last part but the host name this box? */
function names({ entity, alarmId }: Alarm, { kind, id, name }: Lanes['nodes'][number]): boolean {
  const key = PARTS[kind];
  // Of time, an interface is where it is measured, not what is wrong.
  if (key === undefined || alarmId === '100.119') return false;
  return parseEntity(entity).some((part) => part.key === key && (part.value === id || part.value === name));
}
