'use server';
import { z } from 'zod';
import { BULK_FIELDS, MOST_ROWS } from '@/lib/domain/provision/bulk-row';
import { fail } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { type BulkAccepting, bulkAddAnswer, orderBulkAdd } from '@/lib/server/host-bulk';

const bulkRow = z.strictObject({
  id: z.uuid(),
  values: z.record(z.enum(BULK_FIELDS), z.string().max(255)),
  leftOut: z.literal(false),
  lostPassword: z.boolean(),
  refusal: z.string().max(4_000).nullable(),
});
const bulkOrder = z.strictObject({
  rows: z
    .array(bulkRow)
    .min(1)
    .max(MOST_ROWS)
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length),
  submission: z.uuid(),
});
export type BulkOrder = z.infer<typeof bulkOrder>;

/** Adds hosts: one file in one request, never repeated. Passwords in it are passed on and kept nowhere. */
export async function addHosts(order: BulkOrder): Promise<BulkAccepting> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = bulkOrder.safeParse(order);
  return parsed.success
    ? orderBulkAdd(parsed.data)
    : fail({ kind: 'invalid', message: 'The console does not understand this request.' });
}

/** What came of each host of a bulk add whose answer was lost on its way to the browser. Asks the platform nothing. */
export async function lostBulkAdd(submission: string): Promise<BulkAccepting> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = z.uuid().safeParse(submission);
  return parsed.success
    ? bulkAddAnswer(parsed.data)
    : fail({ kind: 'invalid', message: 'The console does not understand this request.' });
}
