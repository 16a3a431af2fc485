'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { type ApplicationOrder, orderApplicationCalls } from '@/lib/server/application-writes';
import { guard } from '@/lib/server/guard';
import type { StepRun } from '@/lib/server/step-orders';

const name = z.string().regex(/^[\w.-]{1,253}$/);

const call = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['apply', 'abort']), name }),
  z.strictObject({ do: z.enum(['remove', 'delete']), name, force: z.boolean() }),
]);

const order = z.strictObject({ calls: z.array(call).min(1).max(50), submission: z.uuid() });

/** Applies, aborts, removes and deletes applications, each call sent once. Arguments come from a browser. */
export async function actOnApplications(given: ApplicationOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderApplicationCalls(parsed.data);
}
