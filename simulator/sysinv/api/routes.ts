/** Routes of interfaces: added and deleted, on hosts in service as well (sysinv api/controllers/v1/route.py). */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { checkReachable, checkRoute, checkRouted, type Route } from '../checks/network/addresses';
import { refuse } from '../faults';
import type { Host } from '../host';
import { interfaceOf, newOnHost, nextOnHosts, perHost, removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { addressIn, integerIn } from './body';
import { everywhere, notFound, type RouteOn } from './collections';
import { bodyFor, uuidIn } from './ptp-body';
import { ok, wireRow } from './wire';

const SEGMENT = 'routes';
const ATTRIBUTES = [
  'id',
  'uuid',
  'interface_uuid',
  'ifname',
  'network',
  'prefix',
  'gateway',
  'metric',
  'forihostid',
  'created_at',
  'updated_at',
];
/** Ways to one network with one metric. */
const MOST_PATHS = 4;

export function routeRoutes(on: RouteOn): void {
  on('POST', `/v1/${SEGMENT}`, post);
  on('DELETE', `/v1/${SEGMENT}/:id`, remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'route', ATTRIBUTES);
  const interfaceUuid = uuidIn(body, 'interface_uuid');
  const network = addressIn(body, 'network');
  const prefix = integerIn(body, 'prefix');
  const gateway = addressIn(body, 'gateway');
  const metric = integerIn(body, 'metric') ?? 1;
  // Own words.
  if (network === null || prefix === null || gateway === null) {
    return refuse(400, 'A route needs a network, a prefix and a gateway');
  }
  const route = { network, prefix, gateway, metric };
  checkRoute(route);
  const { row: iface, host } = interfaceOf(world, interfaceUuid);
  checkRouted(world, host, iface);
  checkGateway(world, gateway);
  checkReachable(world, host, iface, gateway);
  checkPaths(world, host, route);
  const row: Row = {
    id: nextOnHosts(world, SEGMENT),
    ...newOnHost(world, SEGMENT, host),
    interface_uuid: iface.uuid,
    ifname: iface.ifname ?? null,
    ...route,
    forihostid: host.row.id,
  };
  rowsOn(world, SEGMENT, host).push(row);
  return ok(wireRow(perHost(SEGMENT), row, call.origin, 'item'));
}

/** The gateway is nobody's address in the cloud, but for the gateways of pools. Own words. */
function checkGateway(world: World, gateway: string): void {
  const own = [...everywhere(world, perHost('addresses'))].find((row) => row.address === gateway);
  if (own && !String(own.name).includes('gateway'))
    refuse(409, `Gateway ${gateway} is an address of this cloud`);
}

/** Own words, both. */
function checkPaths(world: World, host: Host, { network, prefix, gateway, metric }: Route): void {
  const same = rowsOn(world, SEGMENT, host).filter((row) => row.network === network && row.prefix === prefix);
  if (same.some((row) => row.gateway === gateway)) {
    refuse(409, `Host ${host.row.hostname} has the route to ${network}/${prefix} via ${gateway} already`);
  }
  if (same.filter((row) => row.metric === metric).length >= MOST_PATHS) {
    refuse(409, `There are ${MOST_PATHS} ways to ${network}/${prefix} already`);
  }
}

function remove(call: Call, { world }: Caller): Reply {
  const id = call.params.id ?? '';
  const row = world.sysinv.row(perHost(SEGMENT), id) ?? notFound(perHost(SEGMENT), id);
  for (const host of world.sysinv.hosts) removeRow(rowsOn(world, SEGMENT, host), row);
  return { status: 204 };
}
