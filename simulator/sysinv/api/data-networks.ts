/** Writes of data networks (sysinv api/controllers/v1/datanetwork.py). */
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { checkDataNetwork, MTU } from '../checks/network/data-networks';
import { refuse } from '../faults';
import { cloudRowOf, interfaceOf, newInCloud, ofCloud, perHost, removeRow } from '../network/rows';
import { type Row, stamp } from '../rows';
import { integerFrom, integerIn } from './body';
import { everywhere, type RouteOn } from './collections';
import { patchOperations } from './json-patch';
import { bodyFor, textIn } from './ptp-body';
import { ok, wireRow } from './wire';

const ATTRIBUTES = [
  'id',
  'uuid',
  'network_type',
  'name',
  'description',
  'mtu',
  'multicast_group',
  'port_num',
  'ttl',
  'mode',
  'created_at',
  'updated_at',
];
const NUMBERS = ['mtu', 'port_num', 'ttl'];
const CHANGEABLE = ['mtu', 'description'];

export function dataNetworkRoutes(on: RouteOn): void {
  on('POST', '/v1/datanetworks', post);
  on('PATCH', '/v1/datanetworks/:id', patch);
  on('DELETE', '/v1/datanetworks/:id', remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'datanetwork', ATTRIBUTES);
  const network = {
    network_type: textIn(body, 'network_type'),
    name: textIn(body, 'name'),
    description: textIn(body, 'description'),
    mtu: integerIn(body, 'mtu') ?? MTU.usual,
    multicast_group: textIn(body, 'multicast_group'),
    port_num: integerIn(body, 'port_num'),
    ttl: integerIn(body, 'ttl'),
    mode: textIn(body, 'mode'),
  };
  checkDataNetwork(network);
  const rows = world.sysinv.cloud('datanetworks');
  if (rows.some(({ name }) => name === network.name)) {
    refuse(409, `DataNetwork of name ${network.name} already exists.`);
  }
  const row: Row = { ...newInCloud(world, 'datanetworks'), ...network };
  rows.push(row);
  return answer(call, row);
}

/** Only the MTU and the description change; as on the platform the bounds of an MTU are not judged again. */
function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const row = cloudRowOf(world, 'datanetworks', call.params.id ?? '');
  const changed: { [column: string]: Json } = {};
  for (const { op, path, value } of operations) {
    const column = path.slice(1);
    // Own words.
    if (!ATTRIBUTES.includes(column)) refuse(400, `A data network has no ${column}`);
    const given = op === 'remove' ? null : (value ?? null);
    const wanted = NUMBERS.includes(column) && given !== null ? integerFrom(given, column) : given;
    if (row[column] !== wanted) changed[column] = wanted;
  }
  const delta = Object.keys(changed);
  if (delta.some((column) => !CHANGEABLE.includes(column))) {
    const rest = CHANGEABLE.filter((column) => !delta.includes(column));
    const set = rest.length > 0 ? `{${rest.map((name) => `'${name}'`).join(', ')}}` : 'set()';
    refuse(400, `DataNetwork '${row.uuid}' attributes '${set}' may not be modified `);
  }
  if (typeof changed.mtu === 'number') checkCarried(world, row, changed.mtu);
  if (delta.length > 0) Object.assign(row, changed, { updated_at: stamp(world.clock.now()) });
  return answer(call, row);
}

/** Every interface that carries it has to have room for its frames. */
function checkCarried(world: World, row: Row, mtu: number): void {
  for (const { interface_uuid: uuid } of usersOf(world, row)) {
    const { row: iface } = interfaceOf(world, String(uuid));
    // Own words.
    if (Number(iface.imtu) < mtu) {
      refuse(400, `An MTU of ${mtu} is more than interface ${iface.ifname} has: ${iface.imtu}`);
    }
  }
}

function remove(call: Call, { world }: Caller): Reply {
  const row = cloudRowOf(world, 'datanetworks', call.params.id ?? '');
  if (usersOf(world, row).length > 0) {
    refuse(400, `DataNetwork '${row.uuid}' is still assigned to interfaces. Check interface-datanetwork.`);
  }
  removeRow(world.sysinv.cloud('datanetworks'), row);
  return { status: 204 };
}

function usersOf(world: World, { uuid }: Row): Row[] {
  const all = everywhere(world, perHost('interface_datanetworks'));
  return [...all].filter((row) => row.datanetwork_uuid === uuid);
}

function answer(call: Call, row: Row): Reply {
  return ok(wireRow(ofCloud('datanetworks'), row, call.origin, 'item'));
}
