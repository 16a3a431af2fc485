'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { orderSensorCalls, type SensorOrder } from '@/lib/server/sensor-writes';
import type { StepRun } from '@/lib/server/step-orders';

const id = z.uuid();
const word = z.string().min(1).max(255).optional();
const seconds = z.number().int().min(0).max(2_147_483_647).optional();

const call = z.discriminatedUnion('do', [
  z.strictObject({
    ...{ do: z.literal('group.change'), group: id },
    to: z.strictObject({ intervalSeconds: seconds, critical: word, major: word, minor: word }),
  }),
  z.strictObject({ do: z.literal('group.suppress'), group: id, suppress: z.boolean() }),
  z.strictObject({ do: z.literal('sensor.suppress'), sensor: id, suppress: z.boolean() }),
  z.strictObject({ do: z.literal('relearn') }),
]);

const order = z.strictObject({
  host: id,
  calls: z.array(call).min(1).max(500),
  submission: z.uuid(),
});

/** Changes sensors and groups of a host, or has them learnt anew: calls in order, each sent once. Arguments come from a browser. */
export async function changeSensors(given: SensorOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderSensorCalls(parsed.data);
}
