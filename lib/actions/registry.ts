'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { imageName } from '@/lib/server/registry-views';
import { orderRegistryCalls, type RegistryOrder } from '@/lib/server/registry-writes';
import type { StepRun } from '@/lib/server/step-orders';

const call = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('delete-tag'), image: imageName, tag: z.string().min(1).max(255) }),
  z.strictObject({ do: z.literal('collect-garbage') }),
]);

const order = z.strictObject({
  calls: z.array(call).min(1).max(50),
  submission: z.uuid(),
  typedName: z.string().max(255).optional(),
});

/** Deletes tags of the registry, or collects its garbage, each call sent once. Arguments come from a browser. */
export async function changeRegistry(given: RegistryOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderRegistryCalls(parsed.data);
}
