/** Reads what the control port is sent, with a sentence for what cannot be read. */
import { specOf } from '../fm/catalogue';
import type { Episode } from '../fm/seed-history';
import { type AlarmSpec, isSeverity } from '../fm/state';
import type { Fault } from '../kernel/faults';
import { type Json, textAt, valueAt } from '../kernel/json';
import { SERVICES } from '../kernel/ports';

export function numberAt(body: Json, key: string): number | undefined {
  const value = valueAt(body, key);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** One fault, or a list under `faults`. */
export function readFaults(body: Json): Fault[] | string {
  const given = valueAt(body, 'faults') ?? body;
  const faults: Fault[] = [];
  for (const item of Array.isArray(given) ? given : [given]) {
    const fault = readFault(item);
    if (typeof fault === 'string') return fault;
    faults.push(fault);
  }
  return faults;
}

function readFault(item: Json): Fault | string {
  const service = SERVICES.find((name) => name === textAt(item, 'service'));
  if (!service || service === 'control') {
    return `service is one of ${SERVICES.filter((name) => name !== 'control').join(', ')}`;
  }
  const number = (key: string) => numberAt(item, key);
  const yes = (key: string) => valueAt(item, key) === true || undefined;
  return {
    service,
    path: textAt(item, 'path'),
    method: textAt(item, 'method'),
    latencyMs: number('latencyMs'),
    status: number('status'),
    body: valueAt(item, 'body'),
    drop: yes('drop'),
    dropAfter: yes('dropAfter'),
    dripMs: number('dripMs'),
    down: yes('down'),
    times: number('times'),
  };
}

/** `alarm_id` and `entity_instance_id` are needed; the catalogue fills in what else is left out. */
export function readAlarm(body: Json): AlarmSpec | string {
  const alarm_id = textAt(body, 'alarm_id');
  const entity_instance_id = textAt(body, 'entity_instance_id');
  if (!alarm_id || !entity_instance_id) return 'alarm_id and entity_instance_id are needed';
  const severity = textAt(body, 'severity');
  if (severity !== undefined && !isSeverity(severity)) return 'severity is critical, major, minor or warning';
  const texts = [
    'entity_type_id',
    'reason_text',
    'alarm_type',
    'probable_cause',
    'proposed_repair_action',
  ] as const;
  const flags = ['service_affecting', 'suppression', 'mgmt_affecting', 'degrade_affecting'] as const;
  const given: Partial<AlarmSpec> = {};
  for (const key of texts) {
    const value = textAt(body, key);
    if (value !== undefined) given[key] = value;
  }
  for (const key of flags) {
    const value = valueAt(body, key);
    if (typeof value === 'boolean') given[key] = value;
  }
  if (severity !== undefined) given.severity = severity;
  return specOf({ ...given, alarm_id, entity_instance_id });
}

/** Alarms and log entries of the past, under `episodes`: each says its `age`, and when it was `cleared`, in minutes ago. */
export function readEpisodes(body: Json): Episode[] | string {
  const given = valueAt(body, 'episodes');
  if (!Array.isArray(given)) return 'episodes is a list';
  const episodes: Episode[] = [];
  for (const item of given) {
    const spec = readAlarm(item);
    if (typeof spec === 'string') return spec;
    const [age, cleared] = [numberAt(item, 'age'), numberAt(item, 'cleared')];
    if (age === undefined || age < 0) return 'age is a number of minutes from 0';
    if (cleared !== undefined && (cleared < 0 || cleared > age)) return 'cleared is from 0 to age';
    episodes.push({
      ...spec,
      age,
      ...(cleared !== undefined && { cleared }),
      log: valueAt(item, 'log') === true,
    });
  }
  return episodes;
}
