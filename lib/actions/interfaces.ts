'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { type InterfaceOrder, orderInterfaceCalls } from '@/lib/server/interface-writes';
import type { StepRun } from '@/lib/server/step-orders';

const name = z.string().min(1).max(255);
const word = z.string().max(255);
const maybe = word.nullable().optional();
const figure = z.number().int().min(0).max(4_294_967_295);

const fields = z.strictObject({
  name: name.optional(),
  class: maybe,
  mtu: figure.optional(),
  vlanId: figure.optional(),
  uses: z.array(name).max(64).optional(),
  aeMode: word.optional(),
  hashPolicy: maybe,
  primaryReselect: maybe,
  vfCount: figure.optional(),
  vfDriver: maybe,
  ipv4Mode: maybe,
  ipv6Mode: maybe,
  ipv4Pool: maybe,
  ipv6Pool: maybe,
  maxTxRate: figure.optional(),
  maxRxRate: figure.optional(),
});
const on = { interface: name };
const network = { ...on, network: name };
const address = { ...on, address: name, prefix: figure };
const route = { ...network, prefix: figure, gateway: name, metric: figure };

const call = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('interface.create'), name, type: name, fields }),
  z.strictObject({ do: z.literal('interface.change'), name, to: fields }),
  z.strictObject({ do: z.literal('interface.delete'), name }),
  z.strictObject({ do: z.enum(['network.assign', 'network.remove']), ...network }),
  z.strictObject({ do: z.enum(['data-network.assign', 'data-network.remove']), ...network }),
  z.strictObject({ do: z.enum(['address.add', 'address.delete']), ...address }),
  z.strictObject({ do: z.enum(['route.add', 'route.delete']), ...route }),
]);

const order = z.strictObject({ host: z.uuid(), calls: z.array(call).min(1).max(300), submission: z.uuid() });

/**
 * Changes the network of a host: calls in order, each sent once, taken back when one fails. Arguments come from a browser.
 */
export async function changeInterfaces(given: InterfaceOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderInterfaceCalls(parsed.data);
}
