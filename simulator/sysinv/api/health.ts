/** The health reports (sysinv api/controllers/v1/health.py): a text, sent as JSON. */
import type { Call, Reply } from '../../kernel/http';
import type { Caller } from '../../kernel/world';
import { type HealthQuery, health } from '../cloud/health';
import { refuse } from '../faults';
import type { RouteOn } from './collections';
import { knownArguments } from './listing';
import { ok } from './wire';

export function healthRoutes(on: RouteOn): void {
  on('GET', '/v1/health', (call, { world }) => {
    knownArguments(call, [], false);
    return ok(health(world, { kind: 'general' }).report);
  });
  on('GET', '/v1/health/:kind', further);
  on('GET', '/v1/health/:kind/:relaxed', further);
}

/** As on the platform any word in place of `relaxed` relaxes it, and ids are looked for in the text as it is. */
function further(call: Call, { world }: Caller): Reply {
  knownArguments(call, ['relaxed', 'rootca', 'alarm_ignore_list'], false);
  const { kind } = call.params;
  if (kind !== 'upgrade' && kind !== 'kube-upgrade') {
    return refuse(400, `There is no health report for ${kind}.`);
  }
  const kube = kind === 'kube-upgrade';
  const query: HealthQuery = {
    kind,
    relaxed: Boolean(call.params.relaxed ?? call.query.get('relaxed')),
    rootca: kube && Boolean(call.query.get('rootca')),
    ignore: kube ? (call.query.get('alarm_ignore_list')?.match(/\d{3}\.\d{3}/g) ?? []) : [],
  };
  return ok(health(world, query).report);
}
