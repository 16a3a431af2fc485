'use server';
import { z } from 'zod';
import { HOST_PHASES, POD_PHASES } from '@/lib/domain/kube/rootca-stages';
import { fail, type Result } from '@/lib/domain/result';
import { guard } from '@/lib/server/guard';
import { type KubeOrder, orderKubeCalls } from '@/lib/server/kube-writes';
import type { StepRun } from '@/lib/server/step-orders';

const host = z.strictObject({ id: z.uuid(), name: z.string().regex(/^[\w.-]{1,255}$/) });
const version = z.string().regex(/^v?[\w.+-]{1,40}$/);
const force = z.boolean();

const call = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('start'), version, force }),
  z.strictObject({
    do: z.enum(['download-images', 'pre-apps', 'networking', 'storage', 'complete', 'post-apps', 'abort']),
  }),
  z.strictObject({ do: z.enum(['cordon', 'uncordon', 'control-plane']), host }),
  z.strictObject({ do: z.literal('kubelet'), host, force }),
  z.strictObject({ do: z.literal('failed'), state: z.string().regex(/^[a-z-]{1,40}-failed$/) }),
  z.strictObject({ do: z.literal('delete') }),
  z.strictObject({ do: z.literal('rootca-start'), force }),
  z.strictObject({
    do: z.literal('rootca-generate'),
    expiry: z.iso.date().nullable(),
    subject: z.string().max(500).nullable(),
  }),
  z.strictObject({ do: z.literal('rootca-host'), host, phase: z.enum(HOST_PHASES) }),
  z.strictObject({ do: z.literal('rootca-pods'), phase: z.enum(POD_PHASES) }),
  z.strictObject({ do: z.enum(['rootca-complete', 'rootca-abort', 'kubelet-config']) }),
]);

const order = z.strictObject({ calls: z.array(call).min(1).max(5), submission: z.uuid() });

/** Upgrades Kubernetes and updates its root CA, a step at a time, each sent once. Arguments come from a browser. */
export async function changeKubernetes(given: KubeOrder): Promise<Result<StepRun>> {
  const session = await guard();
  if (!session.ok) return session;
  const parsed = order.safeParse(given);
  if (!parsed.success)
    return fail({ kind: 'invalid', message: 'The console does not understand this request.' });
  return orderKubeCalls(parsed.data);
}
