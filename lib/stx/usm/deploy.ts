/** Software deployment: USM `/v1/deploy` and `/v1/deploy_host` (software/api/controllers/v1/deploy.py). */
import 'server-only';
import { z } from 'zod';
import type { DeployFact } from '@/lib/domain/host-facts';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection } from '../connection';
import { sentence } from '../errors';
import { complete } from '../rows';

export const deployWire = z.object({ state: z.string() });
export const deployHostWire = z.object({ hostname: z.string(), host_state: z.string() });

/** The deployment under way, `state` null when there is none, and where each host stands in it. */
export async function getDeploy(connection: Connection): Promise<Result<DeployFact>> {
  const [deploy, hosts] = await Promise.all([list(connection, '/deploy'), list(connection, '/deploy_host')]);
  if (!deploy.ok) return deploy;
  if (!hosts.ok) return hosts;
  const { requestId } = connection;
  const states = complete(deploy.data, deployWire, ({ state }) => state, '/deploy', requestId, 'usm');
  if (!states.ok) return states;
  const reshape = (row: z.infer<typeof deployHostWire>) => ({
    hostname: row.hostname,
    state: row.host_state,
  });
  const rows = complete(hosts.data, deployHostWire, reshape, '/deploy_host', requestId, 'usm');
  return rows.ok ? ok({ state: states.data[0] ?? null, hosts: rows.data }) : rows;
}

/** USM lists are bare arrays; its refusals come with 200 as well, in `error`. */
async function list(connection: Connection, path: string): Promise<Result<unknown[]>> {
  const answer = await ask(connection, 'usm', path);
  if (!answer.ok) return answer;
  const { body, status } = answer.data;
  if (Array.isArray(body)) return ok(body);
  const said = sentence(body);
  const base = { service: 'usm', status, requestId: connection.requestId } as const;
  return said
    ? fail({ ...base, kind: 'refused', message: said })
    : fail({ ...base, kind: 'unreadable', message: `The answer of usm ${path} is no list.` });
}
