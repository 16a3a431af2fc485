'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { orderDelete } from '@/lib/server/alarm-writes';
import { guard } from '@/lib/server/guard';

const order = z.strictObject({ id: z.uuid(), typed: z.string().max(255), submission: z.uuid() });

export type DeleteAlarmOrder = z.infer<typeof order>;

/** Deletes one active alarm: one request, never repeated. Arguments come from a browser. */
export async function deleteAlarm(
  given: DeleteAlarmOrder,
): Promise<Result<{ accepted: Promise<Result<null>> }>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderDelete(parsed.data);
}
