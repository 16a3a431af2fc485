'use server';
import { z } from 'zod';
import type { AlarmType } from '@/lib/domain/alarm-type';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { orderSuppression } from '@/lib/server/suppression-writes';

const order = z.strictObject({
  type: z.uuid(),
  wish: z.enum(['suppress', 'unsuppress']),
  submission: z.uuid(),
});

export type SuppressionOrder = z.infer<typeof order>;

/** Hides one type of alarm everywhere, or shows it again: one request, never repeated. Arguments come from a browser. */
export async function changeSuppression(
  given: SuppressionOrder,
): Promise<Result<{ accepted: Promise<Result<AlarmType>> }>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderSuppression(parsed.data);
}
