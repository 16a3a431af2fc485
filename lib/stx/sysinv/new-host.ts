/** Hosts that are added: sysinv `POST /v1/ihosts`, or `PATCH` of a node that was heard of (api/controllers/v1/host.py). */
import 'server-only';
import type { Host } from '@/lib/domain/host';
import { NEW_HOST_ATTRIBUTES, type NewHostValues } from '@/lib/domain/new-host/order';
import type { Result } from '@/lib/domain/result';
import { ask, type Connection } from '../connection';
import { type HostPatch, oneHost, patchHost } from './hosts';

/** The password of the board's controller goes to the platform once, which keeps it in Barbican. */
export type NewHostOrder = { values: NewHostValues; bmPassword?: string | undefined };

/** As sysinv takes them: `location` is a map with `locn`. */
function attributesOf({ values, bmPassword }: NewHostOrder): [string, unknown][] {
  const given = NEW_HOST_ATTRIBUTES.flatMap((name): [string, unknown][] => {
    const value = values[name];
    if (value === undefined) return [];
    return [[name, name === 'location' ? { locn: value } : value]];
  });
  return bmPassword ? [...given, ['bm_password', bmPassword]] : given;
}

/** Adds a host that was not heard of. @returns the host as it then stands, with its name and uuid */
export async function addHost(connection: Connection, order: NewHostOrder): Promise<Result<Host>> {
  const body = Object.fromEntries(attributesOf(order));
  const answer = await ask(connection, 'sysinv', '/ihosts', { method: 'POST', body });
  return answer.ok ? oneHost(answer.data.body, connection.requestId) : answer;
}

/** Makes a host of a node that was heard of: it keeps its uuid and its address. @param id uuid of the node */
export function claimNode(connection: Connection, id: string, order: NewHostOrder): Promise<Result<Host>> {
  const changes: HostPatch = attributesOf(order)
    .filter(([name]) => name !== 'mgmt_mac')
    .map(([name, value]) => ({ path: `/${name}`, value }));
  return patchHost(connection, id, changes);
}
