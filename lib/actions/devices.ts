'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { type DeviceOrder, orderDeviceCalls } from '@/lib/server/device-writes';
import { guard } from '@/lib/server/guard';
import type { StepRun } from '@/lib/server/step-orders';

const id = z.uuid();
const label = z.strictObject({ key: z.string().min(1).max(255), value: z.string().min(1).max(255) });

const call = z.discriminatedUnion('do', [
  z.strictObject({
    ...{ do: z.literal('device.change'), device: id },
    to: z.strictObject({ name: z.string().min(1).max(255).optional(), enabled: z.boolean().optional() }),
  }),
  z.strictObject({
    ...{ do: z.literal('device-label.assign'), device: id, overwrite: z.boolean() },
    labels: z.array(label).min(1).max(50),
  }),
  z.strictObject({ do: z.literal('device-label.remove'), label: id }),
  z.strictObject({ do: z.enum(['image.apply', 'image.remove']), image: id, label: label.nullable() }),
  z.strictObject({ do: z.literal('image.delete'), image: id }),
  z.strictObject({ do: z.enum(['images.write', 'images.abort']) }),
]);
const order = z.strictObject({ host: id, calls: z.array(call).min(1).max(1), submission: z.uuid() });

/** Changes a device, its labels, an image, or writes images to a host: one call, sent once. Arguments come from a browser. */
export async function changeDevices(given: DeviceOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderDeviceCalls(parsed.data);
}
