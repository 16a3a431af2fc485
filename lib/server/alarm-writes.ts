/**
 * Deleting an active alarm: session, right, typed confirmation, audit, one request that is never repeated, and word
 * to the shared reads. Refusals come back as values, in the platform's own words.
 */
import 'server-only';
import type { Alarm } from '@/lib/domain/alarm';
import { fail, ok, type Result } from '@/lib/domain/result';
import { isTyped } from '@/lib/domain/typed-name';
import { deleteAlarm } from '@/lib/stx/fm/alarms';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { connect, sharedReads } from './platform';
import { requestFacts } from './request';
import type { Session } from './session-types';
import { once } from './submissions';
import { readView } from './views';

export type DeleteOrder = {
  /** Uuid of the alarm. */
  id: string;
  /** What the person typed to confirm: the alarm's catalogue id. */
  typed: string;
  /** Id of this press of the button. */
  submission: string;
};

/** The outer Result comes at once, after the session was checked; the platform's answer follows in `accepted`. */
export async function orderDelete(order: DeleteOrder): Promise<Result<{ accepted: Promise<Result<null>> }>> {
  const session = await guard();
  if (!session.ok) return session;
  return ok({ accepted: once(session.data, order.submission, () => write(session.data, order)) });
}

async function write(session: Session, { id, typed }: DeleteOrder): Promise<Result<null>> {
  const alarm = await knownAlarm(session, id);
  return auditedWrite(
    session,
    {
      action: 'alarm.delete',
      target: alarm ? `${alarm.alarmId} ${alarm.entity}` : id,
      details: { alarm: id, ...(alarm ? { severity: alarm.severity } : {}) },
    },
    async () => {
      const may = await guardRight('alarm.manage', 'Deleting alarms');
      if (!may.ok) return may;
      if (alarm && !isTyped(typed, alarm.alarmId))
        return fail({ kind: 'invalid', message: `Type ${alarm.alarmId} to confirm.` });
      const { requestId } = await requestFacts();
      const connection = await connect(session, requestId);
      if (!connection.ok) return connection;
      try {
        return await deleteAlarm(connection.data, id);
      } finally {
        // A write without an answer may have been carried out.
        sharedReads().invalidate(['alarms', 'event']);
      }
    },
  );
}

/** What the alarm is, from a reading that is usually at hand. One that is unknown here FM refuses in its own words. */
async function knownAlarm(session: Session, id: string): Promise<Alarm | undefined> {
  const { value } = await readView(session, 'alarms', {});
  return value?.data.alarms.find((alarm) => alarm.id === id);
}
