/**
 * Hiding a type of alarm and showing it again: session, right, audit, one request that is never repeated, and word to
 * the shared reads. Refusals come back as values, in the platform's own words.
 */
import 'server-only';
import type { AlarmType } from '@/lib/domain/alarm-type';
import { ok, type Result } from '@/lib/domain/result';
import { WISH_WORDS, type Wish } from '@/lib/domain/suppression';
import { setSuppressed } from '@/lib/stx/fm/suppression';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { invalidateSuppressions } from './outdated';
import { connect } from './platform';
import { requestFacts } from './request';
import type { Session } from './session-types';
import { once } from './submissions';
import { readView } from './views';

export type SuppressionOrder = {
  /** Uuid of the type's row. */
  type: string;
  wish: Wish;
  /** Id of this press of the button. */
  submission: string;
};

/** The outer Result comes at once, after the session was checked; the platform's answer follows in `accepted`. */
export async function orderSuppression(
  order: SuppressionOrder,
): Promise<Result<{ accepted: Promise<Result<AlarmType>> }>> {
  const session = await guard();
  if (!session.ok) return session;
  return ok({ accepted: once(session.data, order.submission, () => write(session.data, order)) });
}

async function write(session: Session, { type, wish }: SuppressionOrder): Promise<Result<AlarmType>> {
  const alarmId = await knownAlarmId(session, type);
  const suppressed = wish === 'suppress';
  return auditedWrite(
    session,
    {
      action: `alarm-type.${wish}`,
      target: alarmId ?? type,
      details: { suppression: suppressed ? 'suppressed' : 'unsuppressed', ...(alarmId ? { alarmId } : {}) },
    },
    async () => {
      const may = await guardRight('alarm.manage', WISH_WORDS[wish].gerund);
      if (!may.ok) return may;
      const { requestId } = await requestFacts();
      const connection = await connect(session, requestId);
      if (!connection.ok) return connection;
      try {
        return await setSuppressed(connection.data, type, suppressed);
      } finally {
        // A write without an answer may have been carried out.
        invalidateSuppressions();
      }
    },
  );
}

/** For the audit: a person looks for `100.119`, not for a uuid. Usually a reading that is at hand. */
async function knownAlarmId(session: Session, id: string): Promise<string | undefined> {
  const { value } = await readView(session, 'suppressions', {});
  return value?.data.types.find((type) => type.id === id)?.alarmId;
}
