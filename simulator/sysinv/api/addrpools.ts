/** Writes of address pools (sysinv api/controllers/v1/address_pool.py). */
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { overlapping } from '../checks/interface/addressing';
import {
  checkOrder,
  checkRanges,
  checkReserved,
  checkSubnet,
  RESERVED,
  usualRange,
} from '../checks/network/pools';
import { refuse } from '../faults';
import { parseIp } from '../network/ip';
import { addressesOf, networksFedBy, poolAddress, rangesOf } from '../network/pools';
import { newInCloud, ofCloud, removeRow, rowsOn, textOf } from '../network/rows';
import { type Row, stamp } from '../rows';
import { addressIn, integerFrom, integerIn } from './body';
import { notFound, type RouteOn } from './collections';
import { type PatchOperation, patchOperations } from './json-patch';
import { dropNetwork } from './networks';
import { bodyFor, textIn } from './ptp-body';
import { ok, wireRow } from './wire';

const ADDRESSES = RESERVED.map((which) => `${which}_address`);
const IDS = RESERVED.map((which) => `${which}_address_id`);
const CHANGEABLE = ['name', 'network', 'prefix', 'order', 'ranges', ...ADDRESSES];
const ATTRIBUTES = ['id', 'uuid', 'family', 'created_at', 'updated_at', ...CHANGEABLE, ...IDS];
/** What empties an address that a pool reserves. */
const EMPTY = ['none', 'null', 'nothing', 'empty', 'undefined', 'unspecified'];
/** Networks whose pools change after the cloud is installed; of the second sort on a locked simplex alone. */
const WRITABLE = ['oam', 'admin', 'system-controller', 'system-controller-oam'];
const ON_SIMPLEX = ['mgmt', 'storage'];

export function addressPoolRoutes(on: RouteOn): void {
  on('POST', '/v1/addrpools', post);
  on('PATCH', '/v1/addrpools/:id', patch);
  on('DELETE', '/v1/addrpools/:id', remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'addrpool', ATTRIBUTES);
  const name = textIn(body, 'name');
  const network = addressIn(body, 'network');
  const prefix = integerIn(body, 'prefix');
  const order = textIn(body, 'order');
  const reserved = Object.fromEntries(ADDRESSES.map((column) => [column, addressIn(body, column)]));
  // Own words, both.
  if (!name) return refuse(500, 'The name of an address pool is not empty');
  if (network === null || prefix === null) return refuse(400, 'An address pool needs a network and a prefix');
  const subnet = checkSubnet(network, prefix);
  checkOrder(order);
  const given = Array.isArray(body.ranges) && body.ranges.length > 0 ? body.ranges : usualRange(subnet);
  checkFreeName(world, name);
  const ranges = checkRanges(given, subnet);
  checkReserved(reserved, subnet, ranges);
  const row: Row = {
    ...newInCloud(world, 'addrpools'),
    name,
    network,
    prefix,
    family: subnet.family,
    order: order ?? 'random',
    ...Object.fromEntries([...ADDRESSES, ...IDS].map((column) => [column, null])),
    ranges,
  };
  for (const column of ADDRESSES) checkUnassigned(world, row, reserved[column] ?? null);
  world.sysinv.cloud('addrpools').push(row);
  for (const column of ADDRESSES) setReserved(world, row, column, reserved[column] ?? null);
  return answer(call, row);
}

function checkFreeName(world: World, name: string): void {
  const rows = world.sysinv.cloud('addrpools');
  if (rows.some((row) => row.name === name)) refuse(409, `Address pool ${name} already exists`);
}

/** Nobody has the address that a pool is to reserve. Own words. */
function checkUnassigned(world: World, pool: Row, address: string | null): void {
  if (address === null) return;
  const places = world.sysinv.hosts.flatMap((host) => rowsOn(world, 'addresses', host));
  const taken = places.find((row) => row.address === address && row.pool_uuid !== pool.uuid);
  if (taken) refuse(400, `Address ${address} is on interface ${taken.ifname} already`);
  const other = world.sysinv.cloud('addresses').find((row) => row.address === address);
  const owner = world.sysinv.cloud('addrpools').find(({ uuid }) => uuid === other?.pool_uuid);
  if (owner && owner.uuid !== pool.uuid && networksFedBy(world, owner).length > 0) {
    refuse(400, `Address ${address} is reserved by address pool ${owner.name}`);
  }
}

function setReserved(world: World, pool: Row, column: string, address: string | null): void {
  const rows = world.sysinv.cloud('addresses');
  const before = textOf(pool[column]);
  const known = addressesOf(world, pool).find((row) => row.address === before);
  pool[column] = address;
  pool[`${column}_id`] = null;
  if (before !== null && address === null && known) removeEverywhere(world, known);
  if (address === null) return;
  const host = column.replace('_address', '');
  const row = known ?? poolAddress(world, pool, address, `${pool.name}-${host}_address`);
  row.address = address;
  if (!known) rows.push(row);
  pool[`${column}_id`] = row.id ?? null;
}

function removeEverywhere(world: World, row: Row): void {
  removeRow(world.sysinv.cloud('addresses'), row);
  for (const host of world.sysinv.hosts) removeRow(rowsOn(world, 'addresses', host), row);
}

function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const uuid = call.params.id ?? '';
  const updates = updatesOf(operations);
  const row = world.sysinv.row(ofCloud('addrpools'), uuid) ?? notFound(ofCloud('addrpools'), uuid);
  checkWritable(world, row, updates);
  const next: Row = { ...row, ...updates };
  const changed = Object.keys(updates).filter((column) => row[column] !== next[column]);
  if (changed.includes('name')) checkFreeName(world, String(next.name));
  const prefix = integerFrom(next.prefix ?? null, 'prefix');
  const subnet = checkSubnet(String(next.network), prefix);
  checkFamily(row, subnet.family);
  if (changed.includes('network') || changed.includes('prefix')) {
    const other = overlapping(
      world,
      next,
      networksFedBy(world, row).map((network) => network.uuid),
    )[0];
    // Own words.
    if (other) refuse(409, `Address pool ${next.name} overlaps with ${other.name}, which is in use`);
  }
  const ranges = checkRanges(next.ranges ?? [], subnet);
  if ('ranges' in updates) checkKept(world, row, ranges);
  checkOrder(textOf(next.order));
  const reserved = Object.fromEntries(ADDRESSES.map((column) => [column, textOf(next[column])]));
  checkReserved(reserved, subnet, ranges);
  checkNeeded(world, row, reserved);
  for (const column of ADDRESSES)
    if (changed.includes(column)) checkUnassigned(world, row, reserved[column] ?? null);
  const { name, network, order } = next;
  Object.assign(row, { name, network, prefix, order, ranges, updated_at: stamp(world.clock.now()) });
  for (const column of ADDRESSES)
    if (changed.includes(column)) setReserved(world, row, column, reserved[column] ?? null);
  return answer(call, row);
}

function checkFamily(row: Row, family: number): void {
  // Own words.
  if (family !== row.family) refuse(400, `Address pool ${row.name} stays IPv${row.family}`);
}

function updatesOf(operations: readonly PatchOperation[]): { [column: string]: Json } {
  const updates: { [column: string]: Json } = {};
  for (const { op, path, value } of operations) {
    const column = path.slice(1);
    // Own words, all three.
    if (op !== 'replace') refuse(400, 'Columns of an address pool are replaced, not added or removed');
    if (IDS.includes(column) || column === 'id' || column === 'uuid') refuse(400, `${column} is not changed`);
    if (!CHANGEABLE.includes(column)) refuse(400, `An address pool has no ${column} to change`);
    const empty = ADDRESSES.includes(column) && EMPTY.includes(String(value).toLowerCase());
    if (ADDRESSES.includes(column) && !empty) addressIn({ [column]: value ?? null }, column);
    updates[column] = empty ? null : (value ?? null);
  }
  return updates;
}

/** After installation a pool that a network uses is read only, but for these networks (err-208). */
function checkWritable(world: World, pool: Row, updates?: { [column: string]: Json }): void {
  for (const { type } of networksFedBy(world, pool)) {
    if (WRITABLE.includes(String(type))) continue;
    if (world.sysinv.isSimplex() && ON_SIMPLEX.includes(String(type))) {
      checkSimplexLocked(world);
      continue;
    }
    const filling = updates && Object.entries(updates).every(([column, value]) => fills(pool, column, value));
    if (filling && Object.keys(updates).length > 0 && !world.sysinv.isSimplex()) continue;
    refuse(409, 'Address pool is read-only and cannot be modified or removed');
  }
}

const fills = (pool: Row, column: string, value: Json) =>
  (column === 'controller0_address' || column === 'controller1_address') && !pool[column] && value !== null;

export function checkSimplexLocked(world: World): void {
  const host = world.sysinv.hosts.find(
    ({ row }) => row.personality === 'controller' && row.administrative !== 'locked',
  );
  // Own words.
  if (host) refuse(400, `Host ${host.row.hostname} is ${host.row.administrative}: this needs it locked`);
}

/** New ranges hold every address that is in use; what the pool reserves does not count. Own words. */
function checkKept(world: World, pool: Row, ranges: readonly string[][]): void {
  const held = rangesOf(ranges.map((range) => [...range]));
  const reserved = ADDRESSES.map((column) => pool[column]);
  const lost = addressesOf(world, pool).filter(({ address }) => {
    const value = parseIp(String(address))?.value ?? 0n;
    return (
      !reserved.includes(address ?? null) && !held.some(({ first, last }) => value >= first && value <= last)
    );
  });
  const first = lost[0];
  if (first)
    refuse(409, `The ranges leave out addresses in use: ${lost.map(({ address }) => address).join(', ')}`);
}

const FLOATING = ['oam', 'mgmt', 'admin', 'pxeboot'];

/** Own words. */
function checkNeeded(world: World, pool: Row, reserved: { [column: string]: string | null }): void {
  if (!networksFedBy(world, pool).some(({ type }) => FLOATING.includes(String(type)))) return;
  const needed = world.sysinv.isSimplex() ? ADDRESSES.slice(0, 1) : ADDRESSES.slice(0, 3);
  const missing = needed.filter((column) => reserved[column] === null);
  if (missing.length > 0) refuse(400, `The network needs ${missing.join(', ')}`);
}

/** The pool goes with its addresses, and a network goes with its primary pool where that may be. */
function remove(call: Call, { world }: Caller): Reply {
  const uuid = call.params.id ?? '';
  const pool = world.sysinv.row(ofCloud('addrpools'), uuid) ?? notFound(ofCloud('addrpools'), uuid);
  const networks = networksFedBy(world, pool);
  const primary = networks.filter((network) => network.pool_uuid === pool.uuid);
  const types = primary
    .map(({ type }) => String(type))
    .filter((type) => type === 'oam' || !WRITABLE.includes(type));
  if (types.length > 0) {
    refuse(
      400,
      `Address pool is the primary for the following network${types.length > 1 ? 's' : ''}: ${types.join(', ')}. Not possible to delete.`,
    );
  }
  checkWritable(world, pool);
  for (const network of primary) dropNetwork(world, network);
  for (const row of addressesOf(world, pool)) removeEverywhere(world, row);
  const links = world.sysinv.cloud('network_addresspools');
  for (const link of links.filter((row) => row.address_pool_uuid === pool.uuid)) removeRow(links, link);
  removeRow(world.sysinv.cloud('addrpools'), pool);
  return { status: 204 };
}

function answer(call: Call, row: Row): Reply {
  return ok(wireRow(ofCloud('addrpools'), row, call.origin, 'item'));
}
