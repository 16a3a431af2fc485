/** What sysinv refuses when a platform network is put on an interface. Recorded in err-189 and 190; the rest in own words. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { giveClass, networkTypesOf, rowsOn } from '../../network/rows';
import type { Row } from '../../rows';

/** A host has each of these once. */
const ONCE = ['mgmt', 'oam', 'cluster-host', 'pxeboot', 'storage', 'admin'];

/** An interface without a class becomes one of the platform's before anything else is judged. */
export function checkPlatformNetwork(world: World, host: Host, iface: Row, network: Row): void {
  const type = String(network.type);
  if (!iface.ifclass) giveClass(iface, 'platform');
  if (iface.ifclass !== 'platform' && iface.ifclass !== 'pci-sriov') {
    refuse(400, `An interface with interface class '${iface.ifclass}' cannot assign platform networks.`);
  }
  const assigned = rowsOn(world, 'interface_networks', host);
  const own = assigned.filter((row) => row.interface_uuid === iface.uuid);
  if (own.some((row) => row.network_uuid === network.uuid)) {
    const id = interfaceId(world, host, iface);
    refuse(400, `Interface network with interface ID '${id}' and network ID '${network.id}' already exists.`);
  }
  if (ONCE.includes(type) && assigned.some((row) => row.network_type === type)) {
    refuse(400, `Host ${host.row.hostname} has an interface on network ${type} already`);
  }
  if (type === 'pxeboot' && own.length > 0) {
    refuse(400, `Network ${type} does not share interface ${iface.ifname} with other networks`);
  }
  if (own.some((row) => row.network_type === 'pxeboot')) {
    refuse(400, `Interface ${iface.ifname} is for network pxeboot alone`);
  }
  if ((type === 'oam' || type === 'admin') && host.row.personality !== 'controller') {
    refuse(400, `Network ${type} is for controllers`);
  }
  if ((type === 'mgmt' || type === 'admin') && iface.iftype === 'ae' && iface.aemode === 'balanced') {
    refuse(400, `Network ${type} needs a bond in mode 802.3ad or active_standby`);
  }
  if (type === 'cluster-host' && host.row.personality !== 'controller' && !controllersHave(world, type)) {
    refuse(400, `No controller has an interface on network ${type} yet`);
  }
}

function controllersHave(world: World, type: string): boolean {
  return world.sysinv.hosts
    .filter(({ row }) => row.personality === 'controller')
    .some((host) =>
      rowsOn(world, 'iinterfaces', host).some(
        (iface) => iface.ifclass === 'platform' && networkTypesOf(world, host, iface).includes(type),
      ),
    );
}

/** The wire never shows an interface's integer id; messages do. */
function interfaceId(world: World, host: Host, iface: Row): number {
  return host.row.id * 100 + rowsOn(world, 'iinterfaces', host).indexOf(iface) + 1;
}
