'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { type ClockOrder, type ClockRun, orderClockCalls } from '@/lib/server/ptp-writes';

const name = z.string().max(255);
const host = z.string().min(1).max(255);
/** A whole configuration of dpll-mgr is one value. */
const value = z.string().max(65_536);
const pairs = z.array(z.strictObject({ name, value })).min(1).max(200);
const of = z.enum(['instance', 'interface']);

const call = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('instance.create'), name, service: name.nullable() }),
  z.strictObject({ do: z.enum(['instance.delete', 'interface.delete']), name }),
  z.strictObject({ do: z.literal('interface.create'), name, instance: name }),
  z.strictObject({
    do: z.enum(['parameters.add', 'parameters.remove']),
    ...{ of, name, section: name, pairs },
  }),
  z.strictObject({
    do: z.literal('parameter.change'),
    ...{ id: z.uuid(), section: name, name, from: value, to: value },
  }),
  z.strictObject({ do: z.enum(['instance.assign', 'instance.remove']), name, host }),
  z.strictObject({ do: z.enum(['interface.assign', 'interface.remove']), name, host, interface: host }),
  z.strictObject({ do: z.literal('ntp.change'), servers: z.array(host).max(20) }),
  z.strictObject({ do: z.literal('host.follow'), host, to: z.string().max(16) }),
  z.strictObject({ do: z.literal('apply') }),
]);

const order = z.strictObject({ calls: z.array(call).min(1).max(300), submission: z.uuid() });

/**
 * Changes PTP, NTP and what hosts follow: calls in order, each sent once, taken back when one fails. Arguments come from a
 * browser.
 */
export async function changeClocks(given: ClockOrder): Promise<Result<ClockRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderClockCalls(parsed.data);
}
