/** /v1/alarms (fm-rest-api controllers/v1/alarm.py). */
import type { Call, Reply } from '../kernel/http';
import { parseJson, textAt, valueAt } from '../kernel/json';
import type { World } from '../kernel/world';
import { specOf } from './catalogue';
import type { EntityNames } from './ports';
import {
  boolOf,
  cappedLimit,
  checkArguments,
  checkMarker,
  filtersOf,
  matchesAll,
  nextLink,
  refuse,
} from './query';
import { type Alarm, type AlarmSpec, type FmState, isSeverity } from './state';
import { alarmBody } from './wire';

const ARGUMENTS = ['expand', 'include_suppress', 'limit', 'marker', 'sort_key', 'sort_dir'];
const FIELDS = [
  'uuid',
  'alarm_id',
  'entity_type_id',
  'entity_instance_id',
  'severity',
  'alarm_type',
] as const;

export function listAlarms(world: World, call: Call, names: EntityNames): Reply {
  checkArguments(call, ARGUMENTS);
  const { fm } = world;
  const expand = boolOf(call, 'expand');
  const includeSuppressed = boolOf(call, 'include_suppress');
  const limit = cappedLimit(call);
  const filters = filtersOf(call, FIELDS);
  checkMarker(call, (uuid) => fm.alarms.some((alarm) => alarm.uuid === uuid), 'Alarm');
  const rows = fm.alarms
    .filter((alarm) => includeSuppressed || !fm.isSuppressed(alarm.alarm_id))
    .filter((alarm) => matchesAll((field) => textOf(alarm, field), filters, []))
    .sort(bySeverityName)
    .slice(0, limit);
  const alarms = rows.map((alarm) => alarmBody(fm, alarm, expand, names(alarm.entity_instance_id)));
  const last = rows.at(-1);
  if (!last || rows.length < limit) return { status: 200, body: { alarms } };
  return {
    status: 200,
    body: { alarms, next: nextLink(call, '/v1/alarms', limit, last.uuid, ['id', 'asc']) },
  };
}

/** By the severity's name, then entity, then id; sort_key and sort_dir are accepted and ignored. */
function bySeverityName(a: Alarm, b: Alarm): number {
  return (
    compare(a.severity, b.severity) || compare(a.entity_instance_id, b.entity_instance_id) || a.id - b.id
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function textOf(alarm: Alarm, field: string): string {
  const column = FIELDS.find((name) => name === field);
  return column ? alarm[column] : '';
}

export function summary(fm: FmState, call: Call): Reply {
  checkArguments(call, ['include_suppress']);
  const included = boolOf(call, 'include_suppress');
  const counts = { critical: 0, major: 0, minor: 0, warning: 0 };
  for (const alarm of fm.alarms) {
    if (included || !fm.isSuppressed(alarm.alarm_id)) counts[alarm.severity] += 1;
  }
  const { critical, major, minor, warning: warnings } = counts;
  // Warnings alone leave the cloud OK.
  const status = critical > 0 ? 'critical' : major + minor > 0 ? 'degraded' : 'OK';
  return { status: 200, body: { critical, major, minor, warnings, status } };
}

export function getAlarm(world: World, call: Call, names: EntityNames): Reply {
  const alarm = findAlarm(world.fm, call.params.id ?? '');
  return { status: 200, body: alarmBody(world.fm, alarm, true, names(alarm.entity_instance_id)) };
}

export function deleteAlarm(fm: FmState, call: Call): Reply {
  const alarm = findAlarm(fm, call.params.id ?? '');
  fm.clear(alarm.alarm_id, alarm.entity_instance_id);
  return { status: 204 };
}

function findAlarm(fm: FmState, uuid: string): Alarm {
  const alarm = fm.alarms.find((candidate) => candidate.uuid === uuid);
  return alarm ?? refuse(404, `[HTTP 404] Alarm ${uuid} could not be found.`);
}

const MANDATORY = [
  'alarm_id',
  'alarm_state',
  'entity_type_id',
  'entity_instance_id',
  'severity',
  'reason_text',
  'alarm_type',
  'probable_cause',
] as const;

/** Services raise and clear alarms here. The answer is a JSON string that holds JSON. */
export function postAlarm(fm: FmState, call: Call): Reply {
  const given = parseJson(call.body);
  if (given === undefined) refuse(400, 'Request is not in valid JSON format');
  const texts = new Map<string, string>();
  for (const key of MANDATORY) {
    const value = textAt(given, key);
    if (value === undefined) {
      refuse(400, `Invalid input for field/attribute ${key}. Value: 'None'. Mandatory field missing.`);
    }
    texts.set(key, value);
  }
  const severity = texts.get('severity') ?? '';
  if (!isSeverity(severity)) refuse(400, `Invalid input for field/attribute severity. Value: '${severity}'.`);
  const spec = specOf({
    alarm_id: texts.get('alarm_id') ?? '',
    entity_instance_id: texts.get('entity_instance_id') ?? '',
    entity_type_id: texts.get('entity_type_id') ?? '',
    reason_text: texts.get('reason_text') ?? '',
    alarm_type: texts.get('alarm_type') ?? '',
    probable_cause: texts.get('probable_cause') ?? '',
    severity,
    ...optional(given),
  });
  const uuid = apply(fm, texts.get('alarm_state') ?? '', spec);
  // What it cannot find it cannot clear: an unhandled error, and an empty 500.
  if (uuid === undefined) return { status: 500, body: '', headers: { 'Content-Type': 'text/plain' } };
  const text = JSON.stringify(JSON.stringify({ uuid }));
  return { status: 200, body: text, headers: { 'Content-Type': 'application/json' } };
}

function apply(fm: FmState, state: string, spec: AlarmSpec): string | undefined {
  if (state === 'set') return fm.raise(spec);
  if (state !== 'clear') return fm.log(spec);
  const alarm = fm.find(spec.alarm_id, spec.entity_instance_id);
  fm.clear(spec.alarm_id, spec.entity_instance_id);
  return alarm?.uuid;
}

function optional(given: ReturnType<typeof parseJson>): Partial<AlarmSpec> {
  const found: Partial<AlarmSpec> = {};
  const action = textAt(given, 'proposed_repair_action');
  if (action !== undefined) found.proposed_repair_action = action;
  for (const key of ['service_affecting', 'suppression'] as const) {
    const value = valueAt(given, key);
    if (typeof value === 'boolean') found[key] = value;
  }
  return found;
}
