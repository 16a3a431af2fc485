'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { LVM_TYPES } from '@/lib/domain/storage/editor/calls';
import { guard } from '@/lib/server/guard';
import { orderStorageCalls, type StorageOrder } from '@/lib/server/host-storage-writes';
import type { StepRun } from '@/lib/server/step-orders';

const id = z.uuid();
const group = z.string().min(1).max(255);
const mib = z.number().int().min(1).max(4_294_967_295);
const word = z.string().min(1).max(64);

const made = { newOn: id, known: z.array(id).max(1_000), sizeMib: mib };
const partition = z.union([z.strictObject({ partition: id }), z.strictObject(made)]);
const device = z.union([z.strictObject({ disk: id }), partition]);
const lvm = z.strictObject({ function: word, type: z.enum(LVM_TYPES) }).nullable();
const parameters = z.strictObject({
  function: word.optional(),
  poolSizeGib: z.number().int().min(0).max(4_294_967_295).optional(),
});

const call = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('partition.create'), ...made }),
  z.strictObject({ do: z.literal('partition.grow'), partition: id, sizeMib: mib }),
  z.strictObject({ do: z.literal('partition.delete'), on: partition }),
  z.strictObject({ do: z.literal('group.add'), group, lvm }),
  z.strictObject({ do: z.literal('group.remove'), group }),
  z.strictObject({ do: z.literal('group.change'), group, to: parameters }),
  z.strictObject({ do: z.enum(['volume.add', 'volume.remove']), group, on: device }),
  z.strictObject({
    ...{ do: z.literal('osd.add'), disk: id, tier: id.nullable(), journal: id.nullable() },
    journalMib: mib.nullable(),
  }),
  z.strictObject({ do: z.enum(['osd.remove', 'journal.add', 'journal.remove']), disk: id }),
  z.strictObject({
    ...{ do: z.literal('journal.change'), disk: id },
    to: z.strictObject({ onId: id.optional(), sizeMib: mib.optional() }),
  }),
  z.strictObject({ do: z.literal('disk.wipe'), disk: id, format: z.boolean() }),
]);

const order = z.strictObject({
  host: id,
  calls: z.array(call).min(1).max(50),
  submission: z.uuid(),
  typedName: z.string().max(512).optional(),
});

/**
 * Changes the disks of a host: calls in order, each sent once, taken back when one fails as far as something takes them back.
 * Arguments come from a browser.
 */
export async function changeHostStorage(given: StorageOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderStorageCalls(parsed.data);
}
