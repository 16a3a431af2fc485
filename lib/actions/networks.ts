'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { type NetworkOrder, orderNetworkCalls } from '@/lib/server/network-writes';
import type { StepRun } from '@/lib/server/step-orders';

const name = z.string().min(1).max(255);
const text = z.string().max(255);
const address = z.string().min(1).max(64);
const whole = z.number().int().min(0).max(2_147_483_647);
const ranges = z.array(z.strictObject({ start: address, end: address })).max(100);
const reserved = z.strictObject({
  floating: address.nullable().optional(),
  controller0: address.nullable().optional(),
  controller1: address.nullable().optional(),
  gateway: address.nullable().optional(),
});
const kept = z.strictObject({
  floating: address.optional(),
  controller0: address.optional(),
  controller1: address.optional(),
  gateway: address.optional(),
});

const call = z.discriminatedUnion('do', [
  z.strictObject({
    ...{ do: z.literal('data.create'), name, type: name, description: text.nullable(), mtu: whole },
    ...{ mode: text.nullable(), multicastGroup: address.nullable() },
    ...{ port: whole.nullable(), ttl: whole.nullable() },
  }),
  z.strictObject({
    ...{ do: z.literal('data.change'), name },
    to: z.strictObject({ mtu: whole.optional(), description: text.optional() }),
  }),
  z.strictObject({ do: z.literal('network.create'), name, type: name, pool: name, dynamic: z.boolean() }),
  z.strictObject({ do: z.enum(['network.delete', 'data.delete', 'pool.delete']), name }),
  z.strictObject({
    ...{ do: z.literal('pool.create'), name, network: address, prefix: whole, order: text },
    ...{ ranges, reserved: kept },
  }),
  z.strictObject({
    ...{ do: z.literal('pool.change'), name },
    to: z.strictObject({
      ...{ name: name.optional(), order: text.optional() },
      ...{ ranges: ranges.optional(), reserved: reserved.optional() },
    }),
  }),
  z.strictObject({ do: z.enum(['pool.assign', 'pool.unassign']), network: name, pool: name }),
]);

const order = z.strictObject({ calls: z.array(call).min(1).max(20), submission: z.uuid() });

/**
 * Changes platform networks, data networks, address pools and which pool feeds which network: calls in order, each sent once, taken back when
 * one fails. Arguments come from a browser.
 */
export async function changeNetworks(given: NetworkOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderNetworkCalls(parsed.data);
}
