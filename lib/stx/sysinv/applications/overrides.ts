/** Changing user overrides and whether a chart is applied: sysinv `/v1/helm_charts` (api/controllers/v1/helm_charts.py patch, delete). */
import 'server-only';
import type { OverrideCall } from '@/lib/domain/application/overrides/override-calls';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../../connection';

/**
 * Body of a PATCH. The flags are spelt with underscores, and `reset_values` counts as true where it is missing: attributes sent
 * by themselves take every user override away. So both are always sent, and a change of attributes keeps what people set.
 */
export function overrideBody(call: Exclude<OverrideCall, { do: 'clear' }>) {
  const keep = call.do === 'save' ? call.keep : true;
  return {
    flags: { reuse_values: keep, reset_values: !keep },
    values:
      call.do === 'save'
        ? { files: call.yaml === '' ? [] : [call.yaml], set: call.sets }
        : { files: [], set: [] },
    // A text: of anything but "true" and "True" the platform makes false.
    attributes: call.do === 'save' ? {} : { enabled: String(call.do === 'enable') },
  };
}

/** One request, which the platform carries out at once. It applies nothing. */
export async function sendOverrideCall(connection: Connection, call: OverrideCall): Promise<Result<null>> {
  const path = `/helm_charts/${segment(call.application)}`;
  const query = { name: call.chart, namespace: call.namespace };
  const answer = await (call.do === 'clear'
    ? ask(connection, 'sysinv', path, { method: 'DELETE', query })
    : ask(connection, 'sysinv', path, { method: 'PATCH', query, body: overrideBody(call) }));
  return answer.ok ? ok(null) : answer;
}
