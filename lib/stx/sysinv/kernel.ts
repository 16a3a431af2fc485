/** The kernel of a host: sysinv `/v1/ihosts/{uuid}/kernel` (api/controllers/v1/kernel.py). */
import 'server-only';
import { z } from 'zod';
import type { KernelFact } from '@/lib/domain/host-facts';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../connection';
import { readable, text } from '../decode';

export const kernelWire = z.object({ kernel_provisioned: text, kernel_running: text });

/** Provisioned and running kernel: standard or lowlatency. @param host uuid */
export async function getKernel(connection: Connection, host: string): Promise<Result<KernelFact>> {
  const answer = await ask(connection, 'sysinv', `/ihosts/${segment(host)}/kernel`);
  if (!answer.ok) return answer;
  const read = readable(kernelWire, answer.data.body, 'sysinv', connection.requestId);
  if (!read.ok) return read;
  return ok({ provisioned: read.data.kernel_provisioned, running: read.data.kernel_running });
}
