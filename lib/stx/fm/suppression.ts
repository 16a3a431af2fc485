/**
 * Suppression of alarm types: FM `/v1/event_suppression` (fm-rest-api controllers/v1/event_suppression.py). One row
 * per id that the catalogue can raise, 135 of them; a limit is declared as text there, so any limit is a 500.
 */
import 'server-only';
import { z } from 'zod';
import { type AlarmType, type AlarmTypeList, readDescription } from '@/lib/domain/alarm-type';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../connection';
import { readable, readRows, text } from '../decode';

const rowWire = z.object({
  uuid: z.string(),
  alarm_id: z.string(),
  description: text,
  // A word that is neither is not taken for "not hidden".
  suppression_status: z.enum(['suppressed', 'unsuppressed']),
});

function reshape(wire: z.infer<typeof rowWire>): AlarmType {
  return {
    id: wire.uuid,
    alarmId: wire.alarm_id,
    ...readDescription(wire.description ?? ''),
    suppressed: wire.suppression_status === 'suppressed',
  };
}

/** Decodes rows of `/v1/event_suppression`. */
export function decodeAlarmTypes(rows: readonly unknown[]): AlarmTypeList {
  const { rows: types, unreadable } = readRows(rows, rowWire, reshape, ['alarm_id']);
  return { types, unreadable };
}

/** Every type of alarm, with whether it is hidden. */
export async function listAlarmTypes(connection: Connection): Promise<Result<AlarmTypeList>> {
  const answer = await ask(connection, 'fm', '/event_suppression');
  if (!answer.ok) return answer;
  const envelope = z.object({ event_suppression: z.array(z.unknown()) }).safeParse(answer.data.body);
  if (envelope.success) return ok(decodeAlarmTypes(envelope.data.event_suppression));
  const message = 'The answer of fm has no list "event_suppression".';
  return fail({ kind: 'unreadable', service: 'fm', requestId: connection.requestId, message });
}

/**
 * Hides a type everywhere, or shows it again. FM takes a JSON patch, but only as `application/json`.
 * @param id uuid of the row, not the alarm id
 * @returns the type as it is now; FM does not mind being told what is already so
 */
export async function setSuppressed(
  connection: Connection,
  id: string,
  suppressed: boolean,
): Promise<Result<AlarmType>> {
  const value = suppressed ? 'suppressed' : 'unsuppressed';
  const answer = await ask(connection, 'fm', `/event_suppression/${segment(id)}`, {
    method: 'PATCH',
    body: [{ path: '/suppression_status', value, op: 'replace' }],
  });
  if (!answer.ok) return answer;
  const row = readable(rowWire, answer.data.body, 'fm', connection.requestId);
  return row.ok ? ok(reshape(row.data)) : row;
}
