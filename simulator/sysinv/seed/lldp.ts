/** What LLDP says about the ports of one host: the agents on it, and the switch or the host at the other end of each cable. */
import type { Json } from '../../kernel/json';
import type { Host } from '../host';
import { rowUuid } from '../rows';
import { beginHostUuid, isInventoried, type SeedContext, type Seeder } from './context';
import { isCabled, macOf, type Port, portsOf } from './ports';
import { at, subnetOf } from './subnets';

const SYSTEM = 'Debian GNU/Linux 13 (trixie) Linux 6.12.0-1-amd64';
const SWITCH = 'Cisco NX-OS(tm) n9000, Software (n9000-dk9), Version 9.3(8)';
const HOSTS_PER_RACK = 20;

export const lldpAgents: Seeder = (host, context) =>
  !isInventoried(host)
    ? []
    : portsOf(host).map((port, n) => ({
        ...beginHostUuid('lldp_agents', host, n, context),
        updated_at: null,
        status: 'rx=enabled,tx=enabled',
        port_uuid: rowUuid('ports', host.row.id, n),
        port_name: port.name,
        port_namedisplay: null,
        chassis_id: host.row.mgmt_mac,
        port_identifier: macOf(host, n),
        port_description: port.name,
        system_description: SYSTEM,
        system_name: systemName(host, context),
        system_capabilities: 'station',
        management_address: null,
        ttl: '120',
        dot1_lag: null,
        dot1_vlan_names: null,
        dot3_mac_status: 'auto-negotiation-capable=y,auto-negotiation-enabled=y,10gbase-sr,',
        dot3_max_frame: '1522',
      }));

export const lldpNeighbours: Seeder = (host, context) =>
  !isInventoried(host)
    ? []
    : portsOf(host).flatMap((port, n) => {
        if (!isCabled(host, port)) return [];
        const far = farEnd(host, port, n, context);
        return [
          {
            ...beginHostUuid('lldp_neighbours', host, n, context),
            updated_at: null,
            msap: `${far.chassis_id},${far.port_identifier}`,
            port_uuid: rowUuid('ports', host.row.id, n),
            port_name: port.name,
            port_namedisplay: null,
            ...far,
            dot1_vid_digest: null,
            dot1_management_vid: null,
            dot1_proto_vids: null,
            dot1_proto_ids: null,
            dot3_power_mdi: null,
            ttl: '120',
          },
        ];
      });

/** A host names itself to its neighbours as lldpd is told to: its name and the system's. */
function systemName(host: Host, context: SeedContext): string {
  return `${host.row.hostname}:${context.systemName}`;
}

/** What the other end of a cable says of itself: as the agent there, or as a switch does. */
function farEnd(host: Host, port: Port, n: number, context: SeedContext): { [column: string]: Json } {
  const cable = host.cables[port.name];
  if (cable && 'host' in cable) {
    const there = portsOf(cable.host).findIndex(({ name }) => name === cable.port);
    return {
      chassis_id: cable.host.row.mgmt_mac,
      system_description: SYSTEM,
      system_name: systemName(cable.host, context),
      system_capabilities: 'station',
      management_address: null,
      port_identifier: macOf(cable.host, Math.max(0, there)),
      port_description: cable.port,
      dot1_lag: null,
      dot1_port_vid: null,
      dot1_vlan_names: null,
      dot3_mac_status: 'auto-negotiation-capable=y,auto-negotiation-enabled=y,10gbase-sr,',
      dot3_max_frame: '1522',
    };
  }
  const { system, port: identifier } = cable ?? leafPort(host, n);
  const number = Number(/\d+$/.exec(system)?.[0] ?? 0);
  // The racks' leaf switches and the spine are of one make; the first group of digits tells them apart.
  const layer = system.startsWith('leaf') ? '00' : '01';
  return {
    chassis_id: `e8:c1:74:${layer}:${number.toString(16).padStart(2, '0')}:01`,
    system_description: SWITCH,
    system_name: system,
    system_capabilities: 'bridge, router',
    // Where networks have both families, every other switch gives its IPv6 address.
    management_address: at(
      subnetOf(
        context,
        layer === '00' ? 'leaves' : 'spines',
        context.families[number % context.families.length] ?? 4,
      ),
      1 + ((199 + number) % 254),
    ),
    port_identifier: identifier,
    port_description: `${host.row.hostname} ${port.name}`,
    dot1_lag: 'capable=y,enabled=n',
    dot1_port_vid: '1',
    dot1_vlan_names: 'vlan100, vlan101',
    dot3_mac_status: null,
    dot3_max_frame: '9216',
  };
}

/** Every rack has two leaf switches, and the ports of a host alternate between them: a slot per host, a card per pair of ports. */
function leafPort(host: Host, n: number): { system: string; port: string } {
  const rack = Math.floor(host.row.id / HOSTS_PER_RACK);
  return {
    system: `leaf-${rack * 2 + 1 + (n % 2)}`,
    port: `Ethernet${1 + Math.floor(n / 2)}/${1 + (host.row.id % HOSTS_PER_RACK)}`,
  };
}
