/** Address pools of networks, the second of which makes a network dual stack (network_addrpool.py). No recording has a write. */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { refuse } from '../faults';
import { familyName } from '../network/ip';
import { assignAddresses, makeStatic, poolsOf, populate, release } from '../network/pools';
import { cloudRowOf, ofCloud, removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { checkSimplexLocked } from './addrpools';
import type { RouteOn } from './collections';
import { checkPoolApart, feed } from './networks';
import { bodyFor, uuidIn } from './ptp-body';
import { ok, wireRow } from './wire';

const SEGMENT = 'network_addresspools';
const ATTRIBUTES = [
  'id',
  'uuid',
  'address_pool_id',
  'address_pool_uuid',
  'address_pool_name',
  'network_id',
  'network_uuid',
  'network_name',
];

export function networkAddressPoolRoutes(on: RouteOn): void {
  on('POST', `/v1/${SEGMENT}`, post);
  on('DELETE', `/v1/${SEGMENT}/:id`, remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'network_addresspool', ATTRIBUTES);
  const network = cloudRowOf(world, 'networks', uuidIn(body, 'network_uuid'));
  const pool = cloudRowOf(world, 'addrpools', uuidIn(body, 'address_pool_uuid'));
  checkWritable(world, network, pool);
  checkPoolApart(world, pool, String(network.type));
  checkRoom(world, network, pool);
  const row = feed(world, network, pool);
  if (!network.pool_uuid) {
    network.pool_uuid = pool.uuid;
    network.primary_pool_family = familyName(Number(pool.family));
  }
  populate(world, pool, network);
  bring(world, network, pool);
  return ok(wireRow(ofCloud(SEGMENT), row, call.origin, 'item'));
}

/** The interfaces on the network get addresses of the pool. */
function bring(world: World, network: Row, pool: Row): void {
  for (const host of world.sysinv.hosts) {
    const faces = rowsOn(world, 'iinterfaces', host);
    const on = rowsOn(world, 'interface_networks', host).filter((row) => row.network_uuid === network.uuid);
    for (const { interface_uuid: uuid } of on) {
      const iface = faces.find((row) => row.uuid === uuid);
      if (!iface) continue;
      makeStatic(iface, network, [pool]);
      assignAddresses(world, host, iface, network, [pool]);
    }
  }
}

/** mgmt and multicast change their second pool while the cloud runs, pxeboot none. Own words. */
function checkWritable(world: World, network: Row, pool: Row): void {
  const type = String(network.type);
  if (type === 'mgmt' && world.sysinv.isSimplex()) checkSimplexLocked(world);
  const fixed = type === 'pxeboot' || (type === 'multicast' && network.pool_uuid === pool.uuid);
  if (fixed) refuse(400, `The address pools of network ${type} do not change after installation`);
}

/** A network has one pool of each family, a pool feeds one network. All in own words. */
function checkRoom(world: World, network: Row, pool: Row): void {
  const type = String(network.type);
  const pools = poolsOf(world, network);
  const twin = pools.find((other) => other.family === pool.family);
  if (pools.length >= 2)
    refuse(400, `Network ${type} has two address pools: ${pools.map(({ name }) => name).join(', ')}`);
  if (twin)
    refuse(400, `Network ${type} has ${familyName(Number(pool.family))} address pool ${twin.name} already`);
  const family = familyName(Number(pool.family));
  if (!network.pool_uuid && network.primary_pool_family && network.primary_pool_family !== family) {
    refuse(400, `The primary address pool of network ${type} is ${network.primary_pool_family}`);
  }
  if (world.sysinv.cloud(SEGMENT).some((row) => row.address_pool_uuid === pool.uuid)) {
    refuse(400, `Address pool ${pool.name} is another network's`);
  }
  if (type === 'cluster-pod' && !familiesOf(world, 'oam').includes(pool.family ?? null)) {
    refuse(400, `Network oam needs an ${family} address pool before cluster-pod has one`);
  }
}

function familiesOf(world: World, type: string) {
  const network = world.sysinv.cloud('networks').find((row) => row.type === type);
  return network ? poolsOf(world, network).map(({ family }) => family ?? null) : [];
}

function remove(call: Call, { world }: Caller): Reply {
  const row = cloudRowOf(world, SEGMENT, call.params.id ?? '');
  const network = cloudRowOf(world, 'networks', String(row.network_uuid));
  const pool = cloudRowOf(world, 'addrpools', String(row.address_pool_uuid));
  checkWritable(world, network, pool);
  // Own words, both.
  if (network.pool_uuid === pool.uuid) {
    refuse(400, `Address pool ${pool.name} is the primary one of network ${network.name} and stays`);
  }
  if (network.type === 'oam' && familiesOf(world, 'cluster-pod').includes(pool.family ?? null)) {
    refuse(400, `Network cluster-pod has an ${familyName(Number(pool.family))} address pool still`);
  }
  release(world, pool, true);
  removeRow(world.sysinv.cloud(SEGMENT), row);
  return { status: 204 };
}
