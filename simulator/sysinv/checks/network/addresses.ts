/** What sysinv refuses of addresses and routes before it looks for conflicts. Recorded is err-212; the rest in own words. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { familyName, type Ip, inSubnet, parseIp, subnetOf } from '../../network/ip';
import { networkTypesOf, rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { isMulticast } from './data-networks';

/** Networks whose interfaces have addresses of the user's, and routes. */
const WITH_ADDRESSES = ['mgmt', 'oam', 'cluster-host', 'data', 'ironic', 'storage', 'admin'];
const WITH_ROUTES = ['data', 'mgmt', 'cluster-host', 'storage', 'oam', 'admin'];

/** A host's own address: neither null nor the subnet's first or last, nor one of many. */
export function checkAddress(address: string, prefix: number): Ip {
  const ip = parseIp(address);
  const subnet = ip && subnetOf(ip, prefix);
  if (prefix < 1) refuse(500, 'The prefix of an address is more than 0');
  if (ip?.value === 0n) refuse(500, 'An address is not null');
  if (!ip || !subnet) return refuse(500, `invalid IPNetwork ${address}/${prefix}`);
  if (ip.value === subnet.first) refuse(500, 'The host bits of an address are not null');
  if (ip.value === subnet.last) refuse(500, 'An address is not the broadcast address');
  if (isMulticast(address)) refuse(500, 'An address is not a multicast address');
  return ip;
}

export function checkHostLocked(host: Host): void {
  // A 500, as every refusal of the platform that has no status of its own.
  if (host.row.administrative !== 'locked') refuse(500, `Host ${host.row.hostname} must be locked`);
}

export function checkInterface(world: World, host: Host, iface: Row, family: 4 | 6): void {
  const types = networkTypesOf(world, host, iface);
  const odd = types.find((type) => !WITH_ADDRESSES.includes(type));
  if (odd) refuse(409, `Interfaces on network ${odd} have no addresses of one's own`);
  checkHostLocked(host);
  if (iface[family === 6 ? 'ipv6_mode' : 'ipv4_mode'] !== 'static') {
    refuse(404, `${familyName(family)} interface address mode must be 'static' to add addresses`);
  }
  const managed = types.some((type) => ['mgmt', 'cluster-host', 'oam'].includes(type));
  const networks = world.sysinv.cloud('networks').filter((row) => types.includes(String(row.type)));
  if (managed && networks.every((row) => row.dynamic === true)) {
    refuse(400, 'The networks of this interface give addresses by themselves');
  }
}

export type Route = { network: string; prefix: number; gateway: string; metric: number };

export function checkRoute({ network, prefix, gateway, metric }: Route): void {
  const [to, via] = [parseIp(network), parseIp(gateway)];
  const subnet = to && subnetOf(to, prefix);
  if (!to || !via || !subnet) refuse(500, `invalid IPNetwork ${network}/${prefix}`);
  if (to.value !== subnet.first) refuse(500, `${network}/${prefix} has host bits`);
  if (prefix !== 0 && subnet.first === 0n) refuse(500, 'The network of a route is null with prefix 0 only');
  if (to.family !== via.family) refuse(500, 'Network and gateway of a route are of one IP version');
  if (isMulticast(network) || isMulticast(gateway)) refuse(500, 'Network and gateway are unicast');
  if (to.value === via.value) refuse(500, 'Network and gateway of a route are not the same');
  if (via.value === 0n) refuse(500, 'The gateway of a route is not null');
  if (prefix > 0 && inSubnet(subnet, via)) refuse(500, 'The gateway of a route is not within its network');
  if (metric < 0) refuse(500, 'The metric of a route is not less than 0');
}

export function checkRouted(world: World, host: Host, iface: Row): void {
  const odd = networkTypesOf(world, host, iface).find((type) => !WITH_ROUTES.includes(type));
  if (odd) refuse(409, `Interfaces on network ${odd} have no routes`);
}

/** An address of the interface, or a pool that it has addresses of, is of the gateway's subnet. */
export function checkReachable(world: World, host: Host, iface: Row, gateway: string): void {
  const via = parseIp(gateway);
  const reached = rowsOn(world, 'addresses', host).some((row) => {
    const own = parseIp(String(row.address));
    const subnet = own && subnetOf(own, Number(row.prefix));
    return row.interface_uuid === iface.uuid && subnet && via && inSubnet(subnet, via);
  });
  if (!reached) refuse(409, `Gateway ${gateway} is in no subnet of interface ${iface.ifname}`);
}
