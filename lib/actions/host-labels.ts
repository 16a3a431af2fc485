'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { type LabelOrder, orderLabelCalls } from '@/lib/server/label-writes';
import type { StepRun } from '@/lib/server/step-orders';

const key = z.string().min(1).max(384);
const call = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('labels.assign'),
    labels: z
      .array(z.strictObject({ key, value: z.string().max(255) }))
      .min(1)
      .max(200),
    overwrite: z.boolean(),
  }),
  z.strictObject({ do: z.literal('label.remove'), key }),
]);
const order = z.strictObject({ host: z.uuid(), calls: z.array(call).min(1).max(200), submission: z.uuid() });

/** Changes the labels of a host: calls in order, each sent once, taken back when one fails. Arguments come from a browser. */
export async function changeLabels(given: LabelOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderLabelCalls(parsed.data);
}
