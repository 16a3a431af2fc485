/**
 * Active alarms: FM `/v1/alarms` (fm-rest-api controllers/v1/alarm.py). Read whole and once for everybody:
 * paging by marker is broken there, and each read costs FM one look at sysinv per alarm on a port.
 */
import 'server-only';
import { z } from 'zod';
import { type Alarm, type AlarmList, SEVERITIES } from '@/lib/domain/alarm';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../connection';
import { flag, readRows, text, utc } from '../decode';

const instant = z.string().transform((value, context) => {
  const at = utc(value);
  if (at !== null) return at;
  context.addIssue('not a time');
  return z.NEVER;
});

const alarmWire = z.object({
  uuid: z.string(),
  alarm_id: z.string(),
  severity: z.enum(SEVERITIES),
  entity_instance_id: z.string(),
  entity_type_id: text,
  reason_text: text,
  proposed_repair_action: text,
  probable_cause: text,
  alarm_type: text,
  timestamp: instant,
  mgmt_affecting: flag,
  degrade_affecting: flag,
  service_affecting: flag,
  suppression_status: text,
});

function reshape(wire: z.infer<typeof alarmWire>): Alarm {
  return {
    id: wire.uuid,
    alarmId: wire.alarm_id,
    severity: wire.severity,
    entity: wire.entity_instance_id,
    entityType: wire.entity_type_id,
    reason: wire.reason_text ?? '',
    repair: wire.proposed_repair_action,
    probableCause: wire.probable_cause,
    type: wire.alarm_type,
    raisedAt: wire.timestamp,
    managementAffecting: wire.mgmt_affecting ?? false,
    degradeAffecting: wire.degrade_affecting ?? false,
    serviceAffecting: wire.service_affecting,
    suppressed: wire.suppression_status === 'suppressed',
  };
}

/**
 * Most alarms in one answer, asked without a limit (fm.conf api_limit_max as delivered). The order is by the name of the severity: what is left out is the mildest.
 */
const MOST_ALARMS = 2_000;

/**
 * Decodes rows of `/v1/alarms`, brief or expanded.
 * @param goesOn whether the answer names a next page, as a full one does: a limit that was set lower shows by that
 */
export function decodeAlarms(rows: readonly unknown[], goesOn = false): AlarmList {
  const { rows: alarms, unreadable } = readRows(rows, alarmWire, reshape, ['alarm_id']);
  return { alarms, unreadable, capped: goesOn || rows.length >= MOST_ALARMS };
}

const listWire = z.object({ alarms: z.array(z.unknown()), next: z.string().nullish() });

/** Every active alarm, suppressed ones included and marked. */
export async function listAlarms(connection: Connection): Promise<Result<AlarmList>> {
  const query = { expand: 'True', include_suppress: 'True' };
  const answer = await ask(connection, 'fm', '/alarms', { query });
  if (!answer.ok) return answer;
  const envelope = listWire.safeParse(answer.data.body);
  if (envelope.success) return ok(decodeAlarms(envelope.data.alarms, Boolean(envelope.data.next)));
  const message = 'The answer of fm has no list "alarms".';
  return fail({ kind: 'unreadable', service: 'fm', requestId: connection.requestId, message });
}

/**
 * Deletes an active alarm (controllers/v1/alarm.py delete). FM writes a `clear` event for it; whoever raised it may
 * raise it again at its next look.
 */
export async function deleteAlarm(connection: Connection, id: string): Promise<Result<null>> {
  const answer = await ask(connection, 'fm', `/alarms/${segment(id)}`, { method: 'DELETE' });
  return answer.ok ? ok(null) : answer;
}
