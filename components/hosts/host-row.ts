/** A row of the hosts list: the host with what fault management says of it. */
import { type Alarm, alarmsByHost, type Severity } from '@/lib/domain/alarm';
import type { Host } from '@/lib/domain/host';
import type { ClockMark } from '@/lib/queries/host-clocks';

export type HostRow = {
  host: Host;
  /** Active alarms on this host, worst first; null while fault management has not answered. */
  alarms: readonly Alarm[] | null;
  /** Its clock; null while that is not known yet. */
  clock: ClockMark | null;
};

const NO_ALARMS: readonly Alarm[] = [];
const rowsOf = new WeakMap<Host, HostRow>();

/**
 * Rows for a table. A host whose facts and alarms did not change keeps its row object, so that a poll draws only
 * what really changed.
 */
export function hostRows(
  hosts: readonly Host[],
  alarms: readonly Alarm[] | null,
  clocks?: ReadonlyMap<string, ClockMark>,
): HostRow[] {
  const byHost = alarms === null ? null : alarmsByHost(alarms);
  return hosts.map((host) => {
    const own =
      byHost === null ? null : host.hostname === null ? NO_ALARMS : (byHost.get(host.hostname) ?? NO_ALARMS);
    const known = rowsOf.get(host);
    const clock = clocks?.get(host.id) ?? null;
    if (known && known.clock === clock && sameAlarms(known.alarms, own)) return known;
    const row: HostRow = { host, alarms: own, clock };
    rowsOf.set(host, row);
    return row;
  });
}

function sameAlarms(a: readonly Alarm[] | null, b: readonly Alarm[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((alarm, index) => alarm === b[index]);
}

export const worstSeverity = (row: HostRow): Severity | null => row.alarms?.[0]?.severity ?? null;
