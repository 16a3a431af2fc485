/** Which pools feed a network, and how an address of a pool comes to an interface (sysinv common/address_pool.py). */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { everywhere } from '../api/collections';
import { refuse } from '../faults';
import type { Host } from '../host';
import { type Row, rowUuid, stamp } from '../rows';
import { formatIp, parseIp } from './ip';
import { newOnHost, nextOnHosts, perHost, removeRow, rowsOn, textOf } from './rows';

/** Networks whose addresses stand on interfaces. */
const ON_INTERFACES = ['mgmt', 'oam', 'cluster-host', 'pxeboot', 'storage', 'admin', 'ironic'];
/** Of these, the ones that hand an address to a host that has none. */
const DYNAMIC = ['mgmt', 'cluster-host', 'storage'];
/** Networks that make the address mode of their interfaces static. */
const STATIC = ['mgmt', 'oam', 'cluster-host', 'admin'];

/** Pools of a network: the primary one first, as they were assigned. */
export function poolsOf(world: World, network: Row): Row[] {
  const pools = world.sysinv.cloud('addrpools');
  return world.sysinv
    .cloud('network_addresspools')
    .filter((row) => row.network_uuid === network.uuid)
    .flatMap((row) => pools.filter(({ uuid }) => uuid === row.address_pool_uuid));
}

/** Networks that a pool feeds. */
export function networksFedBy(world: World, pool: Row): Row[] {
  const fed = world.sysinv.cloud('network_addresspools').filter((row) => row.address_pool_uuid === pool.uuid);
  return world.sysinv.cloud('networks').filter(({ uuid }) => fed.some((row) => row.network_uuid === uuid));
}

export function addressesOf(world: World, pool: Row): Row[] {
  return [...everywhere(world, perHost('addresses'))].filter((row) => row.pool_uuid === pool.uuid);
}

export type Range = { first: bigint; last: bigint };

/** The ranges of a pool that are addresses. */
export function rangesOf(ranges: Json | undefined): Range[] {
  const list = Array.isArray(ranges) ? ranges : [];
  return list.flatMap((range) => {
    const [start, end] = Array.isArray(range) ? range.map((text) => parseIp(String(text))) : [];
    return start && end ? [{ first: start.value, last: end.value }] : [];
  });
}

/** A free address of a pool, in its order; 409 when there is none. */
export function freeAddress(world: World, pool: Row, order: Json | undefined = pool.order): string {
  const taken = new Set(addressesOf(world, pool).map((row) => parseIp(String(row.address))?.value));
  for (const key of ['floating', 'controller0', 'controller1', 'gateway']) {
    const reserved = parseIp(String(pool[`${key}_address`] ?? ''));
    if (reserved) taken.add(reserved.value);
  }
  const ranges = rangesOf(pool.ranges);
  const size = ranges.reduce((sum, { first, last }) => sum + (last - first + 1n), 0n);
  const family = pool.family === 6 ? 6 : 4;
  // A random pool is searched from a random place on.
  const start = order === 'sequential' ? 0n : BigInt(Math.floor(world.random() * Number(size)));
  for (let step = 0n; step < size && step <= BigInt(taken.size); step++) {
    const value = at(ranges, (start + step) % size);
    if (!taken.has(value)) return formatIp({ family, value });
  }
  // Own words.
  return refuse(409, `Address pool ${pool.name} has no free address`);
}

function at(ranges: readonly Range[], index: bigint): bigint {
  let left = index;
  for (const { first, last } of ranges) {
    const size = last - first + 1n;
    if (left < size) return first + left;
    left -= size;
  }
  return 0n;
}

/** A new address of a pool on an interface. */
export function giveAddress(world: World, host: Host, iface: Row, pool: Row, name: string | null): Row {
  return putAddress(world, host, iface, pool, { address: freeAddress(world, pool), name });
}

function putAddress(
  world: World,
  host: Host,
  iface: Row,
  pool: Row,
  given: { address: string; name: string | null },
): Row {
  const row: Row = {
    id: nextOnHosts(world, 'addresses'),
    ...newOnHost(world, 'addresses', host),
    interface_uuid: iface.uuid,
    ifname: iface.ifname ?? null,
    ...given,
    prefix: pool.prefix ?? null,
    enable_dad: pool.family === 6,
    forihostid: host.row.id,
    pool_uuid: pool.uuid,
  };
  rowsOn(world, 'addresses', host).push(row);
  return row;
}

/** Puts the addresses that a host has in these pools on the interface, and gives it those that it lacks. */
export function assignAddresses(world: World, host: Host, iface: Row, network: Row, pools: Row[]): void {
  const type = String(network.type);
  if (!ON_INTERFACES.includes(type)) return;
  for (const pool of pools) {
    const kept = detachedOf(world, host, pool);
    if (kept) attach(world, host, iface, kept);
    else if (host.row.personality === 'controller') reserve(world, host, iface, pool, type);
    else if (network.dynamic === true && DYNAMIC.includes(type)) {
      giveAddress(world, host, iface, pool, `${host.row.hostname}-${type}`);
    }
  }
}

/** The interfaces of these networks have static addresses of the families of their pools. */
export function makeStatic(iface: Row, network: Row, pools: readonly Row[]): void {
  if (!STATIC.includes(String(network.type)) || !('ipv4_mode' in iface)) return;
  for (const { family } of pools) iface[family === 6 ? 'ipv6_mode' : 'ipv4_mode'] = 'static';
}

function detachedOf(world: World, host: Host, pool: Row): Row | undefined {
  const prefix = `${host.row.hostname}-`;
  return world.sysinv
    .cloud('addresses')
    .find(({ pool_uuid: uuid, name }) => uuid === pool.uuid && String(name).startsWith(prefix));
}

/** A controller has the address that the pool keeps for it: a simplex the floating one. */
function reserve(world: World, host: Host, iface: Row, pool: Row, type: string): void {
  const simplex = world.sysinv.isSimplex();
  const which = simplex ? 'floating' : host.row.hostname === 'controller-1' ? 'controller1' : 'controller0';
  const address = textOf(pool[`${which}_address`]);
  if (address === null) return;
  const known = world.sysinv.cloud('addresses').find((row) => row.address === address);
  if (known) {
    attach(world, host, iface, known);
    return;
  }
  const name = `${simplex ? 'controller' : host.row.hostname}-${type}`;
  putAddress(world, host, iface, pool, { address, name });
}

function attach(world: World, host: Host, iface: Row, row: Row): void {
  removeRow(world.sysinv.cloud('addresses'), row);
  row.interface_uuid = iface.uuid;
  row.ifname = iface.ifname ?? null;
  row.forihostid = host.row.id;
  rowsOn(world, 'addresses', host).push(row);
}

/** The address stays the pool's, with its name, and no interface has it any more. */
export function detach(world: World, host: Host, row: Row): void {
  removeRow(rowsOn(world, 'addresses', host), row);
  delete row.interface_uuid;
  row.ifname = null;
  row.forihostid = null;
  world.sysinv.cloud('addresses').push(row);
}

/** An address that belongs to no host, which a pool reserves. */
export function poolAddress(world: World, pool: Row, address: string, name: string): Row {
  return {
    id: nextOnHosts(world, 'addresses'),
    ...newOnCloud(world, pool, address),
    ifname: null,
    name,
    address,
    prefix: pool.prefix ?? null,
    enable_dad: pool.family === 6,
    forihostid: null,
    pool_uuid: pool.uuid,
  };
}

function newOnCloud(world: World, pool: Row, address: string): Row {
  const uuid = rowUuid('addresses', 0, `${pool.uuid}/${address}`);
  return { uuid, created_at: stamp(world.clock.now()), updated_at: null };
}

/** Networks for which a pool reserves a floating address and one for each controller. */
const CONTROLLERS = ['mgmt', 'admin', 'pxeboot', 'cluster-host', 'ironic', 'storage'];

/** Reserves what a pool lacks for its network: the floating address and, but on a simplex, those of the controllers. */
export function populate(world: World, pool: Row, network: Row): void {
  const type = String(network.type);
  if (!CONTROLLERS.includes(type)) return;
  const all = [
    ['floating', 'controller'],
    ['controller0', 'controller-0'],
    ['controller1', 'controller-1'],
  ] as const;
  for (const [which, hostname] of world.sysinv.isSimplex() ? all.slice(0, 1) : all) {
    if (pool[`${which}_address`]) continue;
    const address = freeAddress(world, pool, 'sequential');
    const row = poolAddress(world, pool, address, `${hostname}-${type}`);
    world.sysinv.cloud('addresses').push(row);
    pool[`${which}_address`] = address;
    pool[`${which}_address_id`] = row.id ?? null;
  }
}

/** No interface has an address of the pool any more, nor, where that is said, a mode of its family. */
export function release(world: World, pool: Row, modes = false): void {
  for (const host of world.sysinv.hosts) {
    for (const row of [...rowsOn(world, 'addresses', host)]) {
      if (row.pool_uuid !== pool.uuid) continue;
      const iface = rowsOn(world, 'iinterfaces', host).find(({ uuid }) => uuid === row.interface_uuid);
      const mode = pool.family === 6 ? 'ipv6_mode' : 'ipv4_mode';
      if (modes && iface && mode in iface) iface[mode] = null;
      detach(world, host, row);
    }
  }
}
