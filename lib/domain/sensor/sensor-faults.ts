/**
 * What fault management says of the sensors of a host (fm-doc events.yaml, mtce hwmonAlarm.cpp): 200.007 on `host=X.sensor=NAME`, 200.015
 * on `host=X.sensorgroup=NAME`, 200.014 (sensors cannot be set up) and 200.010 (no way to board management) on the host.
 */
import { type Alarm, byUrgency, parseEntity } from '../alarm';
import { type SensorKind, sensorKey } from './sensor-href';

/** Of a host, its groups or its board management. */
export const OF_HOST: readonly string[] = ['200.010', '200.014', '200.015'];

export type SensorFaults = {
  /** Alarms of each sensor and group, worst first, by the key of its row. */
  byKey: ReadonlyMap<string, readonly Alarm[]>;
  /** Of the host as a whole, and of what is not among its sensors. */
  ofHost: readonly Alarm[];
};

/** The sensor or group that an alarm names. */
export function sensorAbout({
  alarmId,
  entity,
}: Pick<Alarm, 'alarmId' | 'entity'>): { kind: SensorKind; name: string } | null {
  const parts = parseEntity(entity);
  const named = (key: string) => parts.find((part) => part.key === key)?.value;
  const sensor = alarmId === '200.007' ? named('sensor') : undefined;
  if (sensor) return { kind: 'sensor', name: sensor };
  const group = alarmId === '200.015' ? named('sensorgroup') : undefined;
  return group ? { kind: 'group', name: group } : null;
}

/** Suppressed types count too: hiding a word cools nothing. @param known keys of the rows @param host hostname */
export function sensorFaults(
  alarms: readonly Alarm[],
  host: string,
  known: ReadonlySet<string>,
): SensorFaults {
  const byKey = new Map<string, Alarm[]>();
  const ofHost: Alarm[] = [];
  for (const alarm of alarms.toSorted(byUrgency)) {
    if (alarm.alarmId !== '200.007' && !OF_HOST.includes(alarm.alarmId)) continue;
    if (parseEntity(alarm.entity)[0]?.value !== host) continue;
    const of = sensorAbout(alarm);
    const key = of && sensorKey(of.kind, of.name);
    if (key !== null && known.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), alarm]);
    else ofHost.push(alarm);
  }
  return { byKey, ofHost };
}
