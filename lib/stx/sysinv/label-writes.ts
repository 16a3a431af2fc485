/** Changes to the labels of a host: sysinv api/controllers/v1/label.py. Each function is one request. */
import 'server-only';
import type { LabelPair } from '@/lib/domain/label/label-calls';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../connection';

/** All of them in one request, or none. @param host uuid */
export async function assignLabels(
  connection: Connection,
  host: string,
  labels: readonly LabelPair[],
  overwrite: boolean,
): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', `/labels/${segment(host)}`, {
    method: 'POST',
    body: Object.fromEntries(labels.map(({ key, value }) => [key, value])),
    ...(overwrite ? { query: { overwrite: 'true' } } : {}),
  });
  return answer.ok ? ok(null) : answer;
}

/** @param id uuid of the label */
export async function removeLabel(connection: Connection, id: string): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', `/labels/${segment(id)}`, { method: 'DELETE' });
  return answer.ok ? ok(null) : answer;
}
