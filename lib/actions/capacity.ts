'use server';
import { z } from 'zod';
import { KERNELS } from '@/lib/domain/capacity/kernel';
import { fail, type Result } from '@/lib/domain/result';
import { type CapacityOrder, orderCapacityCalls } from '@/lib/server/capacity-writes';
import { guard } from '@/lib/server/guard';
import type { StepRun } from '@/lib/server/step-orders';

/** NUMA nodes are few, logical processors may be many. */
const counts = z.array(z.number().int().min(0).max(4_096)).min(1).max(64);
const amount = z.number().int().min(0).max(4_294_967_295);

const call = z.discriminatedUnion('do', [
  z.strictObject({
    ...{ do: z.literal('cpus.assign'), vswitch: z.boolean() },
    plan: z.strictObject({
      counts: z.strictObject({
        ...{ Platform: counts, Vswitch: counts, Shared: counts, 'Application-isolated': counts },
      }),
      isolated: z.array(z.number().int().min(0).max(65_535)).max(8_192).nullable(),
    }),
  }),
  z.strictObject({
    ...{ do: z.literal('memory.change'), memory: z.uuid(), node: z.number().int().min(0).max(64) },
    to: z.strictObject({
      ...{ reservedMib: amount.optional(), pages2M: amount.optional(), pages1G: amount.optional() },
      ...{ asPercentage: z.boolean().optional(), vswitchPages: amount.optional() },
      vswitchSizeMib: amount.optional(),
    }),
  }),
  z.strictObject({ do: z.literal('kernel.change'), kernel: z.enum(KERNELS) }),
]);

const order = z.strictObject({ host: z.uuid(), calls: z.array(call).min(1).max(64), submission: z.uuid() });

/**
 * Changes cores, memory or the kernel of a host: calls in order, each sent once, taken back when one fails. Arguments come from
 * a browser.
 */
export async function changeCapacity(given: CapacityOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderCapacityCalls(parsed.data);
}
