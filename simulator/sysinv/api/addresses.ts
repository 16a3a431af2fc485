/** Addresses of interfaces and of pools: added and deleted (sysinv api/controllers/v1/address.py; err-212, err-213). */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { poolSubnet } from '../checks/interface/addressing';
import { checkAddress, checkHostLocked, checkInterface } from '../checks/network/addresses';
import { refuse } from '../faults';
import type { Host } from '../host';
import { type Ip, inSubnet, parseIp, subnetOf } from '../network/ip';
import { poolAddress } from '../network/pools';
import { interfaceOf, newOnHost, nextOnHosts, ofCloud, perHost, removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { addressIn, flagIn, integerIn } from './body';
import { everywhere, notFound, type RouteOn } from './collections';
import { bodyFor, textIn, uuidIn } from './ptp-body';
import { ok, wireRow } from './wire';

const SEGMENT = 'addresses';
const ATTRIBUTES = [
  'id',
  'uuid',
  'interface_uuid',
  'ifname',
  'address',
  'prefix',
  'name',
  'enable_dad',
  'forihostid',
  'pool_uuid',
  'created_at',
  'updated_at',
];

export function addressRoutes(on: RouteOn): void {
  on('POST', `/v1/${SEGMENT}`, post);
  on('DELETE', `/v1/${SEGMENT}/:id`, remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'addr', ATTRIBUTES);
  const interfaceUuid = uuidIn(body, 'interface_uuid');
  const poolUuid = textIn(body, 'pool_uuid');
  const address = addressIn(body, 'address');
  const prefix = integerIn(body, 'prefix');
  const name = textIn(body, 'name');
  const dad = flagIn(body, 'enable_dad');
  // Own words.
  if (address === null || prefix === null) return refuse(400, 'An address needs a prefix');
  const ip = checkAddress(address, prefix);
  const given = { address, prefix, name, enable_dad: dad ?? ip.family === 6 };
  const row =
    interfaceUuid !== null
      ? onInterface(world, interfaceUuid, ip, given)
      : inPool(world, poolUuid ?? refuse(500, 'An address is of an interface or of a pool'), ip, given);
  return ok(wireRow(perHost(SEGMENT), row, call.origin, 'item'));
}

type Given = { address: string; prefix: number; name: string | null; enable_dad: boolean };

function onInterface(world: World, uuid: string, ip: Ip, given: Given): Row {
  const { row: iface, host } = interfaceOf(world, uuid);
  checkInterface(world, host, iface, ip.family);
  checkFree(world, ip, given);
  checkApart(world, host, ip, given.prefix);
  // Own words, both: the platform has it on for IPv6, and off for IPv4.
  if (ip.family === 4 && given.enable_dad) refuse(409, 'IPv4 has no duplicate address detection');
  if (ip.family === 6 && !given.enable_dad) refuse(409, 'IPv6 has duplicate address detection');
  const row: Row = {
    id: nextOnHosts(world, SEGMENT),
    ...newOnHost(world, SEGMENT, host),
    interface_uuid: iface.uuid,
    ifname: iface.ifname ?? null,
    ...given,
    forihostid: host.row.id,
    pool_uuid: null,
  };
  rowsOn(world, SEGMENT, host).push(row);
  return row;
}

function inPool(world: World, uuid: string, ip: Ip, given: Given): Row {
  const pool =
    world.sysinv.cloud('addrpools').find((one) => one.uuid === uuid) ?? notFound(ofCloud('addrpools'), uuid);
  const subnet = poolSubnet(pool);
  // Own words, both.
  if (!subnet || !inSubnet(subnet, ip) || given.prefix !== pool.prefix) {
    refuse(409, `${given.address}/${given.prefix} is not of address pool ${pool.name}`);
  }
  const named = [...everywhere(world, perHost(SEGMENT))].some(
    (row) => given.name !== null && row.name === given.name,
  );
  if (named) refuse(409, `There is an address named ${given.name} already`);
  checkFree(world, ip, given);
  const row = { ...poolAddress(world, pool, given.address, given.name ?? ''), name: given.name };
  world.sysinv.cloud(SEGMENT).push(row);
  return row;
}

/** Nobody in the cloud has it. Own words. */
function checkFree(world: World, ip: Ip, { address, prefix }: Given): void {
  const taken = [...everywhere(world, perHost(SEGMENT))].some(
    (row) => parseIp(String(row.address))?.value === ip.value,
  );
  if (taken) refuse(409, `Address ${address}/${prefix} is there already`);
}

/** A host has one address in a subnet, whatever the interface. Own words. */
function checkApart(world: World, host: Host, ip: Ip, prefix: number): void {
  const subnet = subnetOf(ip, prefix);
  const near = rowsOn(world, SEGMENT, host).find((row) => {
    const other = parseIp(String(row.address));
    return row.prefix === prefix && subnet !== undefined && other !== undefined && inSubnet(subnet, other);
  });
  if (near) refuse(409, `Address ${near.address}/${near.prefix} on ${near.ifname} is of the same subnet`);
}

function remove(call: Call, { world }: Caller): Reply {
  const id = call.params.id ?? '';
  const row = world.sysinv.row(perHost(SEGMENT), id) ?? notFound(perHost(SEGMENT), id);
  const host = world.sysinv.hosts.find((one) => rowsOn(world, SEGMENT, one).includes(row));
  if (host) {
    checkGateways(world, host, row);
    checkHostLocked(host);
  }
  // Own words.
  if (row.pool_uuid) refuse(409, `Address ${row.address} is of an address pool and stays`);
  removeRow(host ? rowsOn(world, SEGMENT, host) : world.sysinv.cloud(SEGMENT), row);
  return { status: 204 };
}

/** A route reaches its gateway through it. Own words. */
function checkGateways(world: World, host: Host, row: Row): void {
  const ip = parseIp(String(row.address));
  const subnet = ip && subnetOf(ip, Number(row.prefix));
  const route = rowsOn(world, 'routes', host).find((one) => {
    const gateway = parseIp(String(one.gateway));
    return one.interface_uuid === row.interface_uuid && subnet && gateway && inSubnet(subnet, gateway);
  });
  if (!route) return;
  const to = `${route.network}/${route.prefix} via ${route.gateway}`;
  refuse(409, `Address ${row.address} is in use by the route to ${to}`);
}
