/**
 * Sensors of a host as its board management has them, and the groups that they are monitored in (sysinv isensors, isensorgroups;
 * mtce hwmon). The platform keeps each sensor's verdict and its limits. What it reads it does not keep, save for a discrete one.
 */
import type { Unknown } from '../host';

export const LEVELS = ['critical', 'major', 'minor'] as const;
export type Level = (typeof LEVELS)[number];

/** In the unit of the sensor, as the platform writes it ("85.000"); null: there is no such limit. */
export type Limits = Record<Level, { lower: Unknown<string>; upper: Unknown<string> }>;
/** What is done at each level: ignore, log, alarm, reset, powercycle. */
export type Actions = Record<Level, Unknown<string>>;
export type Unit = { base: Unknown<string>; modifier: Unknown<string>; rate: Unknown<string> };

export type Sensor = {
  /** uuid; a model that is learnt anew gives new ones. */
  id: string;
  name: string;
  path: Unknown<string>;
  /** temperature, voltage, fan … */
  type: Unknown<string>;
  /** analog, discrete. */
  datatype: Unknown<string>;
  /** ok, minor, major, critical, offline …: board management's verdict. */
  status: Unknown<string>;
  /** enabled, disabled. */
  state: Unknown<string>;
  stateRequested: Unknown<string>;
  suppressed: boolean;
  /** uuid of its group; null: it is in none. */
  groupId: Unknown<string>;
  intervalSeconds: Unknown<number>;
  algorithm: Unknown<string>;
  actions: Actions;
  /** Only where the platform gives it. */
  value: Unknown<string>;
  unit: Unit;
  limits: Limits;
};

export type SensorGroup = {
  id: string;
  name: string;
  path: Unknown<string>;
  type: Unknown<string>;
  datatype: Unknown<string>;
  state: Unknown<string>;
  algorithm: Unknown<string>;
  intervalSeconds: Unknown<number>;
  actions: Actions;
  /** What may be chosen at each level; empty: the platform does not say. */
  choices: Record<Level, readonly string[]>;
  suppressed: boolean;
  unit: Unit;
  limits: Limits;
};

export type SensorModel = { sensors: readonly Sensor[]; groups: readonly SensorGroup[] };

/** What is said of a sensor. `unknown`: it is offline, disabled, or the platform uses a word of its own. */
export type SensorLook = Level | 'ok' | 'unknown';

export function sensorLook({ status }: Pick<Sensor, 'status'>): SensorLook {
  if (status === 'ok') return 'ok';
  return LEVELS.find((level) => level === status) ?? 'unknown';
}

const ORDER: readonly SensorLook[] = ['critical', 'major', 'minor', 'unknown', 'ok'];

/** Worst first. */
export const bySensorLook = (one: Sensor, other: Sensor): number =>
  ORDER.indexOf(sensorLook(one)) - ORDER.indexOf(sensorLook(other));

/** How bad, for orders of attention: 0 is in order. Suppressed ones ask for nobody. */
export const sensorUrgency = (sensor: Sensor): number =>
  sensor.suppressed ? 0 : ORDER.length - 1 - ORDER.indexOf(sensorLook(sensor));

export type SensorCounts = Record<SensorLook, number> & { total: number; suppressed: number };

/** A suppressed sensor is counted as that, whatever it says: the figures add up to the total. */
export function countSensors(sensors: readonly Sensor[]): SensorCounts {
  const counts: SensorCounts = {
    ...{ total: sensors.length, suppressed: 0 },
    ...{ critical: 0, major: 0, minor: 0, unknown: 0, ok: 0 },
  };
  for (const sensor of sensors) counts[sensor.suppressed ? 'suppressed' : sensorLook(sensor)] += 1;
  return counts;
}

export const sensorsIn = (group: Pick<SensorGroup, 'id'>, sensors: readonly Sensor[]): Sensor[] =>
  sensors.filter(({ groupId }) => groupId === group.id);

/** Units that have a sign of their own. */
const SIGNS: Readonly<Record<string, string>> = { celsius: '°C', volts: 'V', amps: 'A', watts: 'W' };

/** "°C", "10**2 revolutions/minute"; null: the platform names no unit. */
export function unitWords({ base, modifier, rate }: Unit): string | null {
  if (base === null) return null;
  return `${modifier === null || modifier === '1' ? '' : `${modifier} `}${SIGNS[base.toLowerCase()] ?? base}${rate ?? ''}`;
}

/** "above 85", "below 10.5 or above 13.2"; null: no limit at that level. */
export function limitWords({ lower, upper }: Limits[Level]): string | null {
  const parts = [
    lower === null ? null : `below ${trimmed(lower)}`,
    upper === null ? null : `above ${trimmed(upper)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' or ');
}

/** Without zeros that say nothing; a text that is no number stays what it is. */
const trimmed = (text: string): string => (/^-?\d+\.\d+$/.test(text) ? String(Number(text)) : text);
