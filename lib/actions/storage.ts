'use server';
import { z } from 'zod';
import { fail, type Result } from '@/lib/domain/result';
import { ADDABLE_KINDS } from '@/lib/domain/storage/cloud/storage-calls';
import { guard } from '@/lib/server/guard';
import { type HostFsOrder, orderHostFsCalls } from '@/lib/server/host-fs-writes';
import type { StepRun } from '@/lib/server/step-orders';
import { orderStorageCalls, type StorageOrder } from '@/lib/server/storage-writes';

const name = z.string().min(1).max(255);
const gib = z.number().int().min(0).max(1_000_000);
const copies = z.number().int().min(1).max(100);
const services = z.array(name).max(20);
const sizes = z
  .array(z.strictObject({ name, sizeGib: gib }))
  .min(1)
  .max(50);

const storageCall = z.discriminatedUnion('do', [
  z.strictObject({
    ...{ do: z.literal('backend.add'), kind: z.enum(ADDABLE_KINDS), name, services },
    ...{ replication: copies.nullable(), minReplication: copies.nullable() },
    ...{ deploymentModel: name.nullable(), tier: name.nullable() },
  }),
  z.strictObject({
    ...{ do: z.literal('backend.change'), name },
    to: z.strictObject({
      ...{ services: services.optional(), deploymentModel: name.optional() },
      ...{ replication: copies.optional(), minReplication: copies.optional() },
    }),
  }),
  z.strictObject({
    ...{ do: z.literal('backend.quotas'), name },
    gib: z.strictObject({
      ...{ cinder: gib.optional(), glance: gib.optional(), ephemeral: gib.optional() },
      ...{ object: gib.optional(), kube: gib.optional() },
    }),
  }),
  z.strictObject({ do: z.enum(['backend.delete', 'tier.delete']), name }),
  z.strictObject({ do: z.literal('tier.create'), name, cluster: name }),
  z.strictObject({ do: z.literal('tier.rename'), name, to: name }),
  z.strictObject({ do: z.literal('monitor.add'), host: name, hostId: z.uuid() }),
  z.strictObject({ do: z.literal('monitor.resize'), host: name, sizeGib: gib }),
  z.strictObject({ do: z.literal('monitor.delete'), host: name }),
  z.strictObject({ do: z.literal('controllerfs.resize'), sizes }),
]);

const hostFsCall = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('hostfs.resize'), sizes }),
  z.strictObject({ do: z.literal('hostfs.add'), name, sizeGib: gib }),
  z.strictObject({ do: z.literal('hostfs.delete'), name }),
  z.strictObject({ do: z.literal('hostfs.functions'), functions: z.array(name).max(10) }),
]);

const storageOrder = z.strictObject({ calls: z.array(storageCall).min(1).max(20), submission: z.uuid() });
const hostFsOrder = z.strictObject({
  ...{ host: z.uuid(), calls: z.array(hostFsCall).min(1).max(20), submission: z.uuid() },
});

const odd = () => fail({ kind: 'invalid', message: 'The console does not understand this request.' });

/**
 * Changes backends, tiers, monitors and the filesystems of the controllers: calls in order, each sent once, taken back when
 * one fails. Arguments come from a browser.
 */
export async function changeStorage(given: StorageOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = storageOrder.safeParse(given);
  return parsed.success ? orderStorageCalls(parsed.data) : odd();
}

/** Changes the filesystems of a host in the same way. */
export async function changeHostFilesystems(given: HostFsOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = hostFsOrder.safeParse(given);
  return parsed.success ? orderHostFsCalls(parsed.data) : odd();
}
