'use client';
/** The sensors of a host and their groups, put together with what fault management says of them. */
import { useMemo } from 'react';
import type { Alarm } from '@/lib/domain/alarm';
import type { Host, UnreadableRow } from '@/lib/domain/host';
import { type Sensor, type SensorGroup, type SensorModel, sensorsIn } from '@/lib/domain/sensor/sensor';
import { type SensorFaults, sensorFaults } from '@/lib/domain/sensor/sensor-faults';
import { type SensorKind, sensorKey } from '@/lib/domain/sensor/sensor-href';
import { serverNow } from '@/lib/queries/clock';
import { isStale, type Seen } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

export type SensorRow = { key: string; own: Sensor; groupName: string | null; alarm: Alarm | undefined };
export type GroupRow = {
  key: string;
  own: SensorGroup;
  sensors: number;
  /** Of its sensors, not counting suppressed ones. */
  alarms: number;
};

type List<T> = { rows: T[]; unreadable: UnreadableRow[] };

export type SensorsSeen = {
  host: Host;
  sensors: Seen<List<Sensor>> | undefined;
  groups: Seen<List<SensorGroup>> | undefined;
  model: SensorModel;
  /** undefined: not read (yet). */
  sensorRows: readonly SensorRow[] | undefined;
  groupRows: readonly GroupRow[] | undefined;
  faults: SensorFaults;
  /** Alarms were never read: no alarm is then no good news. */
  alarmsUnread: string | null;
  stale: boolean;
};

const NONE: never[] = [];

export function useHostSensors(host: Host): SensorsSeen {
  const sensors = useView('hostSensors', { hostId: host.id });
  const groups = useView('hostSensorGroups', { hostId: host.id });
  const alarms = useView('alarms', {});
  const list = alarms?.data?.alarms;
  const [sensorList, groupList] = [sensors?.data?.rows, groups?.data?.rows];
  const name = host.hostname ?? '';
  const made = useMemo(() => {
    const model = { sensors: sensorList ?? NONE, groups: groupList ?? NONE };
    const keyed = {
      sensors: keysOf('sensor', model.sensors),
      groups: keysOf('group', model.groups),
    };
    const faults = sensorFaults(
      list ?? NONE,
      name,
      new Set([...keyed.sensors.keys(), ...keyed.groups.keys()]),
    );
    const sensorRows = [...keyed.sensors].map(([key, own]): SensorRow => {
      const groupName = model.groups.find(({ id }) => id === own.groupId)?.name ?? null;
      return { key, own, groupName, alarm: faults.byKey.get(key)?.[0] };
    });
    const groupRows = [...keyed.groups].map(([key, own]): GroupRow => {
      const members = sensorsIn(own, model.sensors);
      const ids = new Set(members.map(({ id }) => id));
      const inAlarm = sensorRows.filter((row) => ids.has(row.own.id) && row.alarm !== undefined);
      return { key, own, sensors: members.length, alarms: inAlarm.length };
    });
    return { model, faults, sensorRows, groupRows };
  }, [sensorList, groupList, list, name]);
  return {
    ...{ host, sensors, groups, model: made.model, faults: made.faults },
    sensorRows: sensorList && made.sensorRows,
    groupRows: groupList && made.groupRows,
    alarmsUnread: list ? null : (alarms?.error?.message ?? null),
    stale: isStale(sensors, serverNow()),
  };
}

/** By name, which outlives the model; by uuid where a name is there twice. */
function keysOf<T extends { id: string; name: string }>(
  kind: SensorKind,
  rows: readonly T[],
): Map<string, T> {
  const keys = new Map<string, T>();
  for (const row of rows) {
    const key = sensorKey(kind, row.name);
    keys.set(keys.has(key) ? sensorKey(kind, row.id) : key, row);
  }
  return keys;
}
