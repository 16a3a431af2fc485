/** How fault management writes alarms, events and suppressions. */
import { isLogId } from './catalogue';
import { micros } from './log-table';
import type { Alarm, Event, FmState, Suppression } from './state';

/** `2026-11-22T12:43:44.858639`: UTC without saying so. */
export function stamp(row: { timestamp: number; id: number }): string {
  const at = micros(row);
  const fraction = String(at % 1_000_000).padStart(6, '0');
  return `${new Date(Math.floor(at / 1000)).toISOString().slice(0, 19)}.${fraction}`;
}

/** A Python bool as text: mgmt_affecting and degrade_affecting are strings on the wire. */
function python(value: boolean): string {
  return value ? 'True' : 'False';
}

export function alarmBody(
  fm: FmState,
  alarm: Alarm,
  expand: boolean,
  entity: string,
): Record<string, unknown> {
  const suppression_status = fm.isSuppressed(alarm.alarm_id) ? 'suppressed' : 'unsuppressed';
  const affecting = {
    mgmt_affecting: python(alarm.mgmt_affecting),
    degrade_affecting: python(alarm.degrade_affecting),
  };
  if (!expand) {
    return {
      uuid: alarm.uuid,
      alarm_id: alarm.alarm_id,
      entity_instance_id: entity,
      timestamp: stamp(alarm),
      severity: alarm.severity,
      reason_text: alarm.reason_text,
      suppression_status,
      ...affecting,
    };
  }
  return {
    uuid: alarm.uuid,
    alarm_id: alarm.alarm_id,
    alarm_state: 'set',
    entity_type_id: alarm.entity_type_id,
    entity_instance_id: entity,
    timestamp: stamp(alarm),
    severity: alarm.severity,
    reason_text: alarm.reason_text,
    alarm_type: alarm.alarm_type,
    probable_cause: alarm.probable_cause,
    proposed_repair_action: alarm.proposed_repair_action,
    service_affecting: alarm.service_affecting,
    suppression: alarm.suppression,
    suppression_status,
    ...affecting,
  };
}

export function eventBody(
  fm: FmState,
  event: Event,
  expand: boolean,
  entity: string,
): Record<string, unknown> {
  // The platform writes the word None for an id that is only ever logged.
  const suppression_status = isLogId(event.alarm_id)
    ? 'None'
    : fm.isSuppressed(event.alarm_id)
      ? 'suppressed'
      : 'unsuppressed';
  const start = { uuid: event.uuid, event_log_id: event.alarm_id, state: event.state };
  const middle = {
    entity_instance_id: entity,
    timestamp: stamp(event),
    severity: event.severity,
    reason_text: event.reason_text,
  };
  if (!expand) return { ...start, ...middle, suppression_status };
  return {
    ...start,
    entity_type_id: event.entity_type_id,
    ...middle,
    event_log_type: event.alarm_type,
    probable_cause: event.probable_cause,
    proposed_repair_action: event.proposed_repair_action,
    service_affecting: event.service_affecting,
    suppression: event.suppression,
    suppression_status,
  };
}

/** In a list a suppression has no integer id. */
export function suppressionBody(row: Suppression, origin: string, inList: boolean): Record<string, unknown> {
  return {
    ...(inList ? {} : { id: row.id }),
    uuid: row.uuid,
    alarm_id: row.alarm_id,
    description: row.description,
    suppression_status: row.suppressed ? 'suppressed' : 'unsuppressed',
    links: [
      { href: `${origin}/v1/event_suppression/${row.uuid}`, rel: 'self' },
      { href: `${origin}/event_suppression/${row.uuid}`, rel: 'bookmark' },
    ],
  };
}
