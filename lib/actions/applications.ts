'use server';
import { z } from 'zod';
import { addressVerdict, pathVerdict } from '@/lib/domain/application/tarfile';
import { fail, type Result } from '@/lib/domain/result';
import { type ApplicationOrder, orderApplicationCalls } from '@/lib/server/application-writes';
import { guard } from '@/lib/server/guard';
import type { StepRun } from '@/lib/server/step-orders';

const name = z.string().regex(/^[\w.-]{1,253}$/);
const given = z
  .string()
  .regex(/^[\w.+~:-]{1,255}$/)
  .nullable();
/** An address or a path on the controller. */
const tarfile = z
  .string()
  .max(2_048)
  .refine((text) => addressVerdict(text).ok || pathVerdict(text).ok);

const call = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['apply', 'abort']), name }),
  z.strictObject({ do: z.enum(['remove', 'delete']), name, force: z.boolean() }),
  z.strictObject({ do: z.literal('upload'), tarfile, name: given, version: given, images: z.boolean() }),
  z.strictObject({
    ...{ do: z.literal('update'), name, tarfile, version: given },
    ...{ reuseUserOverrides: z.boolean().nullable(), reuseAttributes: z.boolean().nullable() },
  }),
]);

const order = z.strictObject({ calls: z.array(call).min(1).max(50), submission: z.uuid() });

/** Uploads from elsewhere, applies, updates, aborts, removes and deletes applications, each call sent once. Arguments come from a browser. */
export async function actOnApplications(asked: ApplicationOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(asked);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderApplicationCalls(parsed.data);
}
