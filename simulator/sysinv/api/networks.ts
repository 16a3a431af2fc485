/** Writes of platform networks (sysinv api/controllers/v1/network.py; err-209, err-211). */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { overlapping } from '../checks/interface/addressing';
import { refuse } from '../faults';
import { familyName } from '../network/ip';
import { poolsOf, populate, release } from '../network/pools';
import { cloudRowOf, newInCloud, ofCloud, removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { checkSimplexLocked } from './addrpools';
import { flagIn } from './body';
import type { RouteOn } from './collections';
import { bodyFor, textIn, uuidIn } from './ptp-body';
import { ok, wireRow } from './wire';

const ATTRIBUTES = [
  'id',
  'uuid',
  'type',
  'name',
  'dynamic',
  'pool_uuid',
  'primary_pool_family',
  'created_at',
  'updated_at',
];

const TYPES = [
  'mgmt',
  'pxeboot',
  'oam',
  'multicast',
  'system-controller',
  'cluster-host',
  'cluster-pod',
  'cluster-service',
  'ironic',
  'system-controller-oam',
  'storage',
  'admin',
];

/** These stay once the cloud is installed; mgmt as well, but on a locked simplex. */
const LASTING = ['oam', 'cluster-host', 'pxeboot', 'cluster-pod', 'cluster-service', 'storage'];

/** Pairs of networks that may have addresses in common. */
const MAY_OVERLAP: Record<string, readonly string[]> = {
  oam: ['system-controller-oam'],
  'system-controller-oam': ['oam'],
  'cluster-pod': ['cluster-service', 'cluster-host'],
  'cluster-service': ['cluster-pod', 'cluster-host'],
  'cluster-host': ['cluster-pod', 'cluster-service'],
};

export function networkRoutes(on: RouteOn): void {
  on('POST', '/v1/networks', post);
  on('DELETE', '/v1/networks/:id', remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'network', ATTRIBUTES);
  const type = textIn(body, 'type');
  const name = textIn(body, 'name');
  const dynamic = flagIn(body, 'dynamic');
  const poolUuid = uuidIn(body, 'pool_uuid');
  // Own words, both.
  if (type === null || !TYPES.includes(type))
    return refuse(500, `Not a type of a network: ${type ?? 'None'}`);
  if (poolUuid === null) return refuse(400, 'A network needs an address pool');
  const pool = cloudRowOf(world, 'addrpools', poolUuid);
  const rows = world.sysinv.cloud('networks');
  if (rows.some((row) => row.type === type)) refuse(409, `Network of type ${type} already exists.`);
  checkPoolApart(world, pool, type);
  const row: Row = {
    ...newInCloud(world, 'networks'),
    type,
    name: name ?? type,
    dynamic: dynamic ?? false,
    pool_uuid: pool.uuid,
    primary_pool_family: familyName(Number(pool.family)),
  };
  rows.push(row);
  feed(world, row, pool);
  populate(world, pool, row);
  return ok(wireRow(ofCloud('networks'), row, call.origin, 'item'));
}

/** The pool has no address in common with those of other networks, but where both may. */
export function checkPoolApart(world: World, pool: Row, type: string): void {
  const allowed = world.sysinv
    .cloud('networks')
    .filter((network) => MAY_OVERLAP[type]?.includes(String(network.type)))
    .map(({ uuid }) => uuid);
  const other = overlapping(world, pool, allowed)[0];
  // Own words.
  if (other) refuse(409, `Address pool ${pool.name} overlaps with ${other.name}, which is in use`);
}

/** The assignment of a pool to a network, as a row. */
export function feed(world: World, network: Row, pool: Row): Row {
  const row: Row = {
    ...newInCloud(world, 'network_addresspools'),
    address_pool_id: pool.id ?? null,
    address_pool_uuid: pool.uuid,
    address_pool_name: pool.name ?? null,
    network_id: network.id ?? null,
    network_uuid: network.uuid,
    network_name: network.name ?? null,
  };
  world.sysinv.cloud('network_addresspools').push(row);
  return row;
}

function remove(call: Call, { world }: Caller): Reply {
  const network = cloudRowOf(world, 'networks', call.params.id ?? '');
  const type = String(network.type);
  if (LASTING.includes(type) || (type === 'mgmt' && !world.sysinv.isSimplex())) {
    refuse(400, `Cannot delete type ${type} network ${network.uuid} after initial configuration completion`);
  }
  if (type === 'mgmt') checkSimplexLocked(world);
  dropNetwork(world, network);
  return { status: 204 };
}

/** Interfaces lose the network and its addresses; the pools stay, and feed nothing. */
export function dropNetwork(world: World, network: Row): void {
  for (const pool of poolsOf(world, network)) release(world, pool);
  for (const host of world.sysinv.hosts) {
    const rows = rowsOn(world, 'interface_networks', host);
    for (const row of rows.filter((one) => one.network_uuid === network.uuid)) removeRow(rows, row);
  }
  const links = world.sysinv.cloud('network_addresspools');
  for (const link of links.filter((row) => row.network_uuid === network.uuid)) removeRow(links, link);
  removeRow(world.sysinv.cloud('networks'), network);
}
