/** Data networks on interfaces: assigned and taken away (interface_datanetwork.py; err-192, err-193). */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { refuse } from '../faults';
import type { Host } from '../host';
import { giveClass, interfaceOf, newOnHost, nextOnHosts, perHost, removeRow, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { notFound, type RouteOn } from './collections';
import { bodyFor, uuidIn } from './ptp-body';
import { ok, wireRow } from './wire';

const SEGMENT = 'interface_datanetworks';
const ATTRIBUTES = [
  'id',
  'uuid',
  'forihostid',
  'interface_uuid',
  'ifname',
  'datanetwork_id',
  'datanetwork_uuid',
  'datanetwork_name',
  'network_type',
];
const CARRIERS = ['data', 'pci-passthrough', 'pci-sriov'];
/** What VXLAN adds to a frame. */
const VXLAN_OVERHEAD = 74;

export function interfaceDatanetworkRoutes(on: RouteOn): void {
  on('POST', `/v1/${SEGMENT}`, post);
  on('DELETE', `/v1/${SEGMENT}/:id`, remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'interface_datanetwork', ATTRIBUTES);
  const networkUuid = uuidIn(body, 'datanetwork_uuid');
  const interfaceUuid = uuidIn(body, 'interface_uuid');
  const network = world.sysinv.cloud('datanetworks').find(({ uuid }) => uuid === networkUuid);
  // Own words.
  if (!network) return refuse(400, `There is no data network ${networkUuid}`);
  const { row: iface, host } = interfaceOf(world, interfaceUuid);
  checkLocked(world, host, iface);
  if (!iface.ifclass) giveClass(iface, 'data');
  checkAssignable(world, host, iface, network);
  const row: Row = {
    id: nextOnHosts(world, SEGMENT),
    ...newOnHost(world, SEGMENT, host),
    forihostid: host.row.id,
    interface_uuid: iface.uuid,
    ifname: iface.ifname ?? null,
    datanetwork_id: network.id ?? null,
    datanetwork_uuid: network.uuid,
    datanetwork_name: network.name ?? null,
  };
  rowsOn(world, SEGMENT, host).push(row);
  return ok(wireRow(perHost(SEGMENT), row, call.origin, 'item'));
}

/** An all-in-one simplex changes data networks of SR-IOV while it runs; everything else is locked first. */
function checkLocked(world: World, host: Host, iface: Row): void {
  if (world.sysinv.isSimplex() && iface.ifclass === 'pci-sriov') return;
  if (host.row.administrative !== 'locked') {
    // Own words.
    refuse(400, `Host ${host.row.hostname} is ${host.row.administrative}: data networks need it locked`);
  }
}

function checkAssignable(world: World, host: Host, iface: Row, network: Row): void {
  if (!CARRIERS.includes(String(iface.ifclass))) {
    refuse(400, `An interface with interface class '${iface.ifclass}' cannot assign datanetworks.`);
  }
  const overhead = network.network_type === 'vxlan' ? VXLAN_OVERHEAD : 0;
  // Own words, here and for what follows but the repetition.
  if (Number(iface.imtu) < Number(network.mtu) + overhead) {
    refuse(400, `The interface's MTU ${iface.imtu} is too small for data network MTU ${network.mtu}`);
  }
  const assigned = rowsOn(world, SEGMENT, host);
  const onNetwork = assigned.filter((row) => row.datanetwork_uuid === network.uuid);
  if (onNetwork.some((row) => row.interface_uuid === iface.uuid)) {
    refuse(400, `Interface '${iface.ifname}' assignment with Data Network '${network.name}' already exists.`);
  }
  if (iface.iftype === 'vlan' && network.network_type === 'vlan') {
    refuse(400, `Data network ${network.name} is made of VLANs and cannot be on a VLAN interface`);
  }
  if (iface.ifclass !== 'data') return;
  for (const { interface_uuid: uuid } of onNetwork) {
    const { row: other } = interfaceOf(world, String(uuid));
    if (other.ifclass === 'data') {
      refuse(400, `Data interface ${other.ifname} has data network ${network.name} already`);
    }
  }
}

function remove(call: Call, { world }: Caller): Reply {
  const id = call.params.id ?? '';
  const kind = perHost(SEGMENT);
  const row = world.sysinv.row(kind, id) ?? notFound(kind, id);
  const { row: iface, host } = interfaceOf(world, String(row.interface_uuid));
  checkLocked(world, host, iface);
  removeRow(rowsOn(world, SEGMENT, host), row);
  return { status: 204 };
}
