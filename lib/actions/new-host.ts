'use server';
import { z } from 'zod';
import type { NewHostValues } from '@/lib/domain/new-host/order';
import { fail } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { orderNewHost } from '@/lib/server/new-host-writes';
import type { Accepting } from './hosts';

const text = z.string().min(1).max(255);
const addOrder = z.strictObject({
  node: z.uuid().nullable(),
  values: z.strictObject({
    mgmt_mac: z.string().regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/),
    personality: z.enum(['controller', 'worker', 'storage', 'edgeworker']),
    hostname: text.optional(),
    subfunctions: z.enum(['worker,lowlatency']).optional(),
    location: text.optional(),
    bm_type: z.enum(['none', 'dynamic', 'ipmi', 'redfish']),
    bm_ip: text.optional(),
    bm_username: text.optional(),
    boot_device: text.optional(),
    rootfs_device: text.optional(),
    install_output: z.enum(['text', 'graphical']),
    console: text.optional(),
    hw_settle: z
      .string()
      .regex(/^\d{1,4}$/)
      .optional(),
  }),
  bmPassword: text.optional(),
  submission: z.uuid(),
});
/** As the browser sends it; what of it is right, the schema says. */
export type AddHostOrder = {
  node: string | null;
  values: NewHostValues;
  bmPassword?: string;
  submission: string;
};

/** Adds one host in one request, never repeated. A password among its fields is passed on and kept nowhere. */
export async function addHost(order: AddHostOrder): Promise<Accepting> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = addOrder.safeParse(order);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderNewHost(parsed.data);
}
