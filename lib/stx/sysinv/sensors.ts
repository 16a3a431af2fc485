/** Sensors of a host, their groups, and what changes them: sysinv `/v1/isensors`, `/v1/isensorgroups`. */
import 'server-only';
import { z } from 'zod';
import type { Unknown } from '@/lib/domain/host';
import type { Result } from '@/lib/domain/result';
import type { Level, Limits, Sensor, SensorGroup } from '@/lib/domain/sensor/sensor';
import { type GroupChange, groupAttributes } from '@/lib/domain/sensor/sensor-calls';
import { type Connection, segment } from '../connection';
import { flag, number, text } from '../decode';
import { decodePart, part } from './host-parts';
import { change } from './storage/cloud-writes';

/** The platform writes "na" for no limit. */
const limit = text.transform((value): Unknown<string> => (value?.toLowerCase() === 'na' ? null : value));
/** `alarm,ignore,log` */
const words = text.transform((value): string[] =>
  (value ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

const levels = <T>(of: (level: Level) => T): Record<Level, T> => ({
  ...{ critical: of('critical'), major: of('major'), minor: of('minor') },
});

const sensorWire = z.object({
  uuid: z.string(),
  sensorname: z.string(),
  ...{ path: text, sensortype: text, datatype: text },
  ...{ status: text, state: text, state_requested: text, suppress: flag },
  ...{ sensorgroup_uuid: text, audit_interval: number, algorithm: text, value: text },
  ...{ actions_critical: text, actions_major: text, actions_minor: text },
  ...{ unit_base: text, unit_modifier: text, unit_rate: text },
  ...{ t_critical_lower: limit, t_major_lower: limit, t_minor_lower: limit },
  ...{ t_critical_upper: limit, t_major_upper: limit, t_minor_upper: limit },
});

export const sensors = part({
  ...{ path: 'isensors', key: 'isensors', names: ['sensorname'] },
  wire: sensorWire,
  reshape: (wire): Sensor => ({
    ...{ id: wire.uuid, name: wire.sensorname, path: wire.path },
    ...{ type: wire.sensortype, datatype: wire.datatype },
    ...{ status: wire.status, state: wire.state, stateRequested: wire.state_requested },
    suppressed: wire.suppress ?? false,
    groupId: wire.sensorgroup_uuid,
    ...{ intervalSeconds: wire.audit_interval, algorithm: wire.algorithm, value: wire.value },
    actions: levels((level) => wire[`actions_${level}`]),
    unit: { base: wire.unit_base, modifier: wire.unit_modifier, rate: wire.unit_rate },
    limits: levels((level) => ({
      lower: wire[`t_${level}_lower`],
      upper: wire[`t_${level}_upper`],
    })) satisfies Limits,
  }),
});

const groupWire = z.object({
  uuid: z.string(),
  sensorgroupname: z.string(),
  ...{ path: text, sensortype: text, datatype: text, state: text, algorithm: text },
  ...{ audit_interval_group: number, suppress: flag },
  ...{ actions_critical_choices: words, actions_major_choices: words, actions_minor_choices: words },
  ...{ actions_critical_group: text, actions_major_group: text, actions_minor_group: text },
  ...{ unit_base_group: text, unit_modifier_group: text, unit_rate_group: text },
  ...{ t_critical_lower_group: limit, t_major_lower_group: limit, t_minor_lower_group: limit },
  ...{ t_critical_upper_group: limit, t_major_upper_group: limit, t_minor_upper_group: limit },
});

export const sensorGroups = part({
  ...{ path: 'isensorgroups', key: 'isensorgroups', names: ['sensorgroupname'] },
  wire: groupWire,
  reshape: (wire): SensorGroup => ({
    ...{ id: wire.uuid, name: wire.sensorgroupname, path: wire.path },
    ...{ type: wire.sensortype, datatype: wire.datatype, state: wire.state, algorithm: wire.algorithm },
    intervalSeconds: wire.audit_interval_group,
    actions: levels((level) => wire[`actions_${level}_group`]),
    choices: levels((level) => wire[`actions_${level}_choices`]),
    suppressed: wire.suppress ?? false,
    unit: { base: wire.unit_base_group, modifier: wire.unit_modifier_group, rate: wire.unit_rate_group },
    limits: levels((level) => ({
      lower: wire[`t_${level}_lower_group`],
      upper: wire[`t_${level}_upper_group`],
    })),
  }),
});

/** Decodes rows of `/v1/ihosts/{uuid}/isensors`. */
export const decodeSensors = (rows: readonly unknown[]) => decodePart(sensors, rows);
/** Decodes rows of `/v1/ihosts/{uuid}/isensorgroups`. */
export const decodeSensorGroups = (rows: readonly unknown[]) => decodePart(sensorGroups, rows);

const suppressBody = (suppress: boolean) => [
  // As the CLI sends it, and as it was recorded.
  { op: 'replace', path: '/suppress', value: suppress ? 'True' : 'False' },
];

/** @param id uuid of the group */
export const changeGroup = (connection: Connection, id: string, to: GroupChange): Promise<Result<null>> =>
  change(
    connection,
    'PATCH',
    `/isensorgroups/${segment(id)}`,
    groupAttributes(to).map(([name, value]) => ({ op: 'replace', path: `/${name}`, value })),
  );

/** @param id uuid of the group */
export const suppressGroup = (connection: Connection, id: string, suppress: boolean) =>
  change(connection, 'PATCH', `/isensorgroups/${segment(id)}`, suppressBody(suppress));

/** @param id uuid of the sensor */
export const suppressSensor = (connection: Connection, id: string, suppress: boolean) =>
  change(connection, 'PATCH', `/isensors/${segment(id)}`, suppressBody(suppress));

/** Answers at once; the model goes and comes in the minutes after it. @param host uuid */
export const relearnSensors = (connection: Connection, host: string) =>
  change(connection, 'POST', '/isensorgroups/relearn', { host_uuid: host });
