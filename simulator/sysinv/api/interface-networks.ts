/** Platform networks on interfaces: assigned and taken away (interface_network.py; err-189 to 191). No lock is asked for. */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { checkPlatformNetwork } from '../checks/network/platform-networks';
import type { Host } from '../host';
import { assignAddresses, detach, makeStatic, poolsOf } from '../network/pools';
import { cloudRowOf, interfaceOf, newOnHost, nextOnHosts, perHost, removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { notFound, type RouteOn } from './collections';
import { bodyFor, uuidIn } from './ptp-body';
import { ok, wireRow } from './wire';

const SEGMENT = 'interface_networks';
const ATTRIBUTES = [
  'id',
  'uuid',
  'forihostid',
  'interface_uuid',
  'ifname',
  'network_id',
  'network_uuid',
  'network_name',
  'network_type',
];

export function interfaceNetworkRoutes(on: RouteOn): void {
  on('POST', `/v1/${SEGMENT}`, post);
  on('DELETE', `/v1/${SEGMENT}/:id`, remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'interface_network', ATTRIBUTES);
  const interfaceUuid = uuidIn(body, 'interface_uuid');
  const networkUuid = uuidIn(body, 'network_uuid');
  const { row: iface, host } = interfaceOf(world, interfaceUuid);
  const network = cloudRowOf(world, 'networks', networkUuid);
  checkPlatformNetwork(world, host, iface, network);
  const row: Row = {
    id: nextOnHosts(world, SEGMENT),
    ...newOnHost(world, SEGMENT, host),
    forihostid: host.row.id,
    interface_uuid: iface.uuid,
    ifname: iface.ifname ?? null,
    network_id: network.id ?? null,
    network_uuid: network.uuid,
    network_name: network.name ?? null,
    network_type: network.type ?? null,
  };
  rowsOn(world, SEGMENT, host).push(row);
  const pools = poolsOf(world, network);
  makeStatic(iface, network, pools);
  assignAddresses(world, host, iface, network, pools);
  return ok(wireRow(perHost(SEGMENT), row, call.origin, 'item'));
}

function remove(call: Call, { world }: Caller): Reply {
  const id = call.params.id ?? '';
  const kind = perHost(SEGMENT);
  const row = world.sysinv.row(kind, id) ?? notFound(kind, id);
  const { row: iface, host } = interfaceOf(world, String(row.interface_uuid));
  takeAddresses(world, host, iface, String(row.network_uuid));
  removeRow(rowsOn(world, SEGMENT, host), row);
  return { status: 204 };
}

/** The addresses of a network's pools go back to the pools. */
export function takeAddresses(world: World, host: Host, iface: Row, networkUuid: string): void {
  const network = world.sysinv.cloud('networks').find(({ uuid }) => uuid === networkUuid);
  if (!network) return;
  const pools = poolsOf(world, network).map(({ uuid }) => uuid);
  for (const address of [...rowsOn(world, 'addresses', host)]) {
    if (address.interface_uuid !== iface.uuid) continue;
    if (pools.includes(String(address.pool_uuid))) detach(world, host, address);
  }
}
