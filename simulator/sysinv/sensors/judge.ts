/** What a sensor's status leads to: its alarm 200.007, and whether the host is degraded by it (mtce hwmonSensor.cpp). */
import { specOf } from '../../fm/catalogue';
import type { Severity } from '../../fm/state';
import type { World } from '../../kernel/world';
import { degrade } from '../actions/degrade';
import type { Host } from '../host';
import { rowsOn } from '../network/rows';
import type { Row } from '../rows';

export const SENSOR_STATUSES = ['ok', 'minor', 'major', 'critical', 'offline'] as const;
export type SensorStatus = (typeof SENSOR_STATUSES)[number];

const SEVERITIES: readonly Severity[] = ['minor', 'major', 'critical'];
/** Actions with which an alarm stands: what resets the host or cycles its power says so by one. */
const ALARMING = ['alarm', 'reset', 'powercycle'];

const entityOf = (host: Host, name: string): string => `host=${host.row.hostname}.sensor=${name}`;

/** Raises the alarm of a sensor, or clears it: suppressed, in order, or with an action that raises none. */
export function judgeSensor(world: World, host: Host, sensor: Row): void {
  const name = String(sensor.sensorname);
  const severity = SEVERITIES.find((one) => one === sensor.status);
  const action = severity && String(sensor[`actions_${severity}`]);
  if (severity && action && sensor.suppress !== true && ALARMING.includes(action)) {
    raise(world, host, name, severity);
  } else world.fm.clear('200.007', entityOf(host, name));
  if (severity && action === 'log' && sensor.suppress !== true) tell(world, host, name, severity);
  degrade(world, host);
}

/** Clears the alarms of sensors of a host that are no more. */
export function clearSensorAlarms(world: World, host: Host): void {
  const prefix = `host=${host.row.hostname}.`;
  const own = world.fm.alarms.filter(
    ({ alarm_id, entity_instance_id }) =>
      alarm_id === '200.007' && entity_instance_id.startsWith(`${prefix}sensor=`),
  );
  for (const { alarm_id, entity_instance_id } of own) world.fm.clear(alarm_id, entity_instance_id);
  world.fm.clear('200.010', `host=${host.row.hostname}`);
  degrade(world, host);
}

/** Sets what the board management says of a sensor. @returns false: the host has no such sensor */
export function setSensorStatus(world: World, host: Host, name: string, status: SensorStatus): boolean {
  const sensor = rowsOn(world, 'isensors', host).find(({ sensorname }) => sensorname === name);
  if (!sensor) return false;
  sensor.status = status;
  judgeSensor(world, host, sensor);
  return true;
}

function raise(world: World, host: Host, name: string, severity: Severity): void {
  world.fm.raise(
    specOf({
      alarm_id: '200.007',
      entity_instance_id: entityOf(host, name),
      severity,
      service_affecting: severity === 'critical',
      reason_text: `${host.row.hostname}: sensor ${name} reads out of its limits, ${severity}.`,
      proposed_repair_action: 'If it stays after a power cycle of the host, lock the host and replace it.',
    }),
  );
}

function tell(world: World, host: Host, name: string, severity: Severity): void {
  world.fm.log(
    specOf({
      alarm_id: '200.007',
      entity_instance_id: entityOf(host, name),
      severity,
      reason_text: `${host.row.hostname}: sensor ${name} reads out of its limits, ${severity}.`,
    }),
  );
}
