'use server';
import { z } from 'zod';
import { HOST_ACTIONS } from '@/lib/domain/host-actions';
import { HOST_FIELDS } from '@/lib/domain/host-fields';
import { fail, type Result } from '@/lib/domain/result';
import type { WriteDone } from '@/lib/domain/write-done';
import { guard } from '@/lib/server/guard';
import { orderAction, orderEdit } from '@/lib/server/host-writes';

const submission = z.uuid();
const actionOrder = z.strictObject({
  host: z.uuid(),
  action: z.enum(HOST_ACTIONS).exclude(['edit']),
  typedName: z.string().max(255).optional(),
  submission,
});

const editOrder = z.strictObject({
  host: z.uuid(),
  changes: z
    .array(z.strictObject({ field: z.enum(HOST_FIELDS), value: z.union([z.string().max(255), z.boolean()]) }))
    .min(1)
    .max(HOST_FIELDS.length)
    .refine((changes) => new Set(changes.map(({ field }) => field)).size === changes.length),
  submission,
});

export type ActionOrder = z.infer<typeof actionOrder>;
export type EditOrder = z.infer<typeof editOrder>;
/** `accepted` settles when the platform has answered. */
export type Accepting = Result<{ accepted: Promise<Result<WriteDone>> }>;

/** Lock, unlock, swact … delete: one host, one request, never repeated. Arguments come from a browser. */
export async function runHostAction(order: ActionOrder): Promise<Accepting> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = actionOrder.safeParse(order);
  return parsed.success ? orderAction(parsed.data) : fail({ kind: 'invalid', message: NOT_VALID });
}

/** Changes fields of one host in one request. A password among them is passed on and kept nowhere. */
export async function editHost(order: EditOrder): Promise<Accepting> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = editOrder.safeParse(order);
  return parsed.success ? orderEdit(parsed.data) : fail({ kind: 'invalid', message: NOT_VALID });
}

const NOT_VALID = 'The console does not understand this request.';
