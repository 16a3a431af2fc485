'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { type OverrideDone, type OverrideOrder, orderOverride } from '@/lib/server/override-writes';

const name = z.string().regex(/^[\w.-]{1,253}$/);
const chart = { application: name, chart: name, namespace: name };
const began = z.string().regex(/^(?:none|[0-9a-f]{12})$/);
/** Letters; a Secret of Kubernetes, which the values end up in, holds a megabyte. */
const MOST = 500_000;

const call = z.discriminatedUnion('do', [
  z.strictObject({
    ...{ ...chart, do: z.literal('save'), yaml: z.string().max(MOST), keep: z.boolean(), began },
    sets: z.array(z.string().min(1).max(4_096)).max(200),
  }),
  z.strictObject({ ...chart, do: z.literal('clear'), began }),
  z.strictObject({ ...chart, do: z.enum(['enable', 'disable']) }),
]);
const order = z.strictObject({ call, submission: z.uuid() });

/** Changes the user overrides of a chart, or whether it is applied; sent once. Arguments come from a browser. */
export async function changeOverrides(given: OverrideOrder): Promise<Result<OverrideDone>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderOverride(parsed.data);
}
