/**
 * Changes to the networks of the cloud: sysinv api/controllers/v1/network.py, datanetwork.py, address_pool.py,
 * network_addrpool.py. Each function is one request; refusals come back in the platform's words.
 */
import 'server-only';
import { z } from 'zod';
import { type PoolRange, RESERVED } from '@/lib/domain/network/cloud/cloud-networks';
import type {
  NewDataNetwork,
  NewNetwork,
  NewPool,
  PoolChange,
} from '@/lib/domain/network/cloud/network-calls';
import { ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../../connection';
import { readable } from '../../decode';

const madeWire = z.object({ uuid: z.string() });

/** @returns the uuid of what was made */
async function make(connection: Connection, path: string, body: object): Promise<Result<string>> {
  const answer = await ask(connection, 'sysinv', path, { method: 'POST', body });
  if (!answer.ok) return answer;
  const row = readable(madeWire, answer.data.body, 'sysinv', connection.requestId);
  return row.ok ? ok(row.data.uuid) : row;
}

async function replace(
  connection: Connection,
  path: string,
  fields: Record<string, unknown>,
): Promise<Result<null>> {
  const body = Object.entries(fields).map(([name, value]) => ({ op: 'replace', path: `/${name}`, value }));
  const answer = await ask(connection, 'sysinv', path, { method: 'PATCH', body });
  return answer.ok ? ok(null) : answer;
}

async function remove(connection: Connection, path: string): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', path, { method: 'DELETE' });
  return answer.ok ? ok(null) : answer;
}

const pairs = (ranges: readonly PoolRange[]) => ranges.map(({ start, end }) => [start, end]);

/** @param pool uuid */
export const createNetwork = (
  connection: Connection,
  { name, type, dynamic }: Omit<NewNetwork, 'pool'>,
  pool: string,
): Promise<Result<string>> => make(connection, '/networks', { name, type, dynamic, pool_uuid: pool });

/** @param id uuid */
export const deleteNetwork = (connection: Connection, id: string) =>
  remove(connection, `/networks/${segment(id)}`);

export function createDataNetwork(connection: Connection, network: NewDataNetwork): Promise<Result<string>> {
  const { name, type, mtu, description, mode, multicastGroup, port, ttl } = network;
  return make(connection, '/datanetworks', {
    ...{ name, network_type: type, mtu },
    ...(description === null ? {} : { description }),
    ...(mode === null ? {} : { mode }),
    ...(multicastGroup === null ? {} : { multicast_group: multicastGroup }),
    ...(port === null ? {} : { port_num: port }),
    ...(ttl === null ? {} : { ttl }),
  });
}

/** @param id uuid */
export const patchDataNetwork = (
  connection: Connection,
  id: string,
  fields: { mtu?: number; description?: string },
) => replace(connection, `/datanetworks/${segment(id)}`, fields);

/** @param id uuid */
export const deleteDataNetwork = (connection: Connection, id: string) =>
  remove(connection, `/datanetworks/${segment(id)}`);

export function createPool(connection: Connection, pool: NewPool): Promise<Result<string>> {
  const { name, network, prefix, order, ranges, reserved } = pool;
  return make(connection, '/addrpools', {
    ...{ name, network, prefix, order },
    ...(ranges.length > 0 ? { ranges: pairs(ranges) } : {}),
    ...Object.fromEntries(RESERVED.flatMap((w) => (reserved[w] ? [[`${w}_address`, reserved[w]]] : []))),
  });
}

/** @param id uuid */
export function patchPool(connection: Connection, id: string, change: PoolChange): Promise<Result<null>> {
  const { name, order, ranges, reserved } = change;
  return replace(connection, `/addrpools/${segment(id)}`, {
    ...(name === undefined ? {} : { name }),
    ...(order === undefined ? {} : { order }),
    ...(ranges === undefined ? {} : { ranges: pairs(ranges) }),
    // An address is given up by this word, not by null.
    ...Object.fromEntries(
      RESERVED.flatMap((w) => (reserved?.[w] === undefined ? [] : [[`${w}_address`, reserved[w] ?? 'none']])),
    ),
  });
}

/** @param id uuid */
export const deletePool = (connection: Connection, id: string) =>
  remove(connection, `/addrpools/${segment(id)}`);

/** @param network, pool uuids */
export const assignPool = (connection: Connection, network: string, pool: string) =>
  make(connection, '/network_addresspools', { network_uuid: network, address_pool_uuid: pool });

/** @param id uuid of the assignment */
export const unassignPool = (connection: Connection, id: string) =>
  remove(connection, `/network_addresspools/${segment(id)}`);
