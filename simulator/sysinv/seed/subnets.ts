/**
 * The subnets of a cloud's networks in both families of addresses, and where in them a host is. Which families a cloud
 * has is said by its context: the first one is that of the primary pools.
 */
import type { Host, Personality } from '../host';
import { formatIp, parseIp } from '../network/ip';
import { pick } from '../rows';
import type { Family, SeedContext } from './context';

/** Pools that feed networks, in the order of the ids of the primary ones. */
export const POOL_NAMES = [
  'management',
  'oam',
  'cluster-host-subnet',
  'cluster-pod-subnet',
  'cluster-service-subnet',
  'multicast-subnet',
  'pxeboot',
  'storage-subnet',
  // Of subclouds alone; last, so that the others keep their ids.
  'admin-subnet',
] as const;
export type PoolName = (typeof POOL_NAMES)[number];
/** Subnets that no pool of the platform has: data networks, boards' controllers, switches, the site's servers. */
type SiteName = 'data' | 'remote' | 'boards' | 'leaves' | 'spines' | 'servers' | 'sources';
export type SubnetName = PoolName | SiteName;

export type Subnet = {
  family: Family;
  network: string;
  prefix: number;
  /** The range that a pool hands out of. */
  range: [string, string];
  /** Where the floating address is; the two controllers' follow it. */
  floating?: number;
};

function four(network: string, prefix: number, first: string, last: string, floating?: number): Subnet {
  return { family: 4, network, prefix, range: [first, last], ...(floating !== undefined && { floating }) };
}

function six(network: string, prefix: number, last: string, floating?: number): Subnet {
  const range: [string, string] = [`${network}1`, last];
  return { family: 6, network, prefix, range, ...(floating !== undefined && { floating }) };
}

const site = (network: string, prefix: number) => four(network, prefix, network, network);

const FOUR: Record<SubnetName, Subnet> = {
  management: four('192.168.204.0', 24, '192.168.204.2', '192.168.204.254', 2),
  oam: four('10.10.10.0', 24, '10.10.10.1', '10.10.10.254', 10),
  'cluster-host-subnet': four('192.168.206.0', 24, '192.168.206.1', '192.168.206.254', 2),
  'cluster-pod-subnet': four('172.16.0.0', 16, '172.16.0.1', '172.16.255.254'),
  'cluster-service-subnet': four('10.96.0.0', 12, '10.96.0.1', '10.111.255.254'),
  'multicast-subnet': four('239.1.1.0', 28, '239.1.1.1', '239.1.1.14'),
  pxeboot: four('169.254.202.0', 24, '169.254.202.1', '169.254.202.254', 2),
  'storage-subnet': four('192.168.208.0', 24, '192.168.208.1', '192.168.208.254', 2),
  'admin-subnet': four('192.168.210.0', 24, '192.168.210.2', '192.168.210.254', 2),
  data: site('10.20.30.0', 24),
  remote: site('10.40.0.0', 16),
  boards: site('10.10.12.0', 24),
  leaves: site('10.10.11.0', 24),
  spines: site('10.10.13.0', 24),
  servers: site('10.10.20.0', 24),
  sources: site('10.20.40.0', 24),
};

/** Clouds of more than 250 hosts. */
const WIDE: Partial<Record<SubnetName, Subnet>> = {
  management: four('10.8.0.0', 16, '10.8.0.2', '10.8.255.254', 2),
  'cluster-host-subnet': four('10.9.0.0', 16, '10.9.0.1', '10.9.255.254', 2),
};
/** The range in which such a cloud finds the hosts' places; as pools of the platform both are as above. */
const WIDE_SITE: Partial<Record<SubnetName, Subnet>> = {
  pxeboot: site('169.254.0.0', 16),
  data: site('10.20.0.0', 16),
};

/** `2001:db8::/32` is for documentation (RFC 3849). Networks of one site, most with room for addresses of full length. */
const SIX: Record<Exclude<SubnetName, 'pxeboot'>, Subnet> = {
  management: six('2001:db8:4a1c:204::', 64, '2001:db8:4a1c:204:ffff:ffff:ffff:fffe', 2),
  oam: six('2001:db8:4a1c:10::', 64, '2001:db8:4a1c:10:ffff:ffff:ffff:fffe', 10),
  'cluster-host-subnet': six('fd02::', 64, 'fd02::ffff:ffff:ffff:fffe', 2),
  'cluster-pod-subnet': six('fd03::', 64, 'fd03::ffff:ffff:ffff:fffe'),
  'cluster-service-subnet': six('fd04::', 112, 'fd04::fffe'),
  'multicast-subnet': six('ff08::1:1:0', 124, 'ff08::1:1:e'),
  'storage-subnet': six('fd05::', 64, 'fd05::ffff:ffff:ffff:fffe', 2),
  'admin-subnet': six('fd06::', 64, 'fd06::ffff:ffff:ffff:fffe', 2),
  data: six('2001:db8:4a1c:2030::', 64, '2001:db8:4a1c:2030::ffff'),
  remote: six('2001:db8:4a1c:4000::', 56, '2001:db8:4a1c:4000::ffff'),
  boards: six('2001:db8:4a1c:1200::', 64, '2001:db8:4a1c:1200::ffff'),
  leaves: six('2001:db8:4a1c:11::', 64, '2001:db8:4a1c:11::ffff'),
  spines: six('2001:db8:4a1c:13::', 64, '2001:db8:4a1c:13::ffff'),
  servers: six('2001:db8:4a1c:20::', 64, '2001:db8:4a1c:20::ffff'),
  sources: six('2001:db8:4a1c:2040::', 64, '2001:db8:4a1c:2040::ffff'),
};

/** A subnet in one family. Booting from the network is IPv4 everywhere: the platform's installer knows no other. */
export function subnetOf(context: SeedContext, name: SubnetName, family: Family): Subnet {
  if (family === 6 && name !== 'pxeboot') return SIX[name];
  return (context.wide ? WIDE[name] : undefined) ?? FOUR[name];
}

/** Pools that this cloud has. */
export const poolNames = ({ subcloud }: SeedContext): readonly PoolName[] =>
  POOL_NAMES.filter((name) => subcloud || name !== 'admin-subnet');

/** The families that the network of a pool has in this cloud, the primary one first. */
export function familiesOf(context: SeedContext, name: PoolName): readonly Family[] {
  return name === 'pxeboot' ? [4] : context.families;
}

/** The address at a place of a subnet: 0 is the network itself. */
export function at(subnet: Subnet, place: number | bigint): string {
  const network = parseIp(subnet.network);
  if (!network) throw new Error(`${subnet.network} is no network`);
  return formatIp({ family: network.family, value: network.value + BigInt(place) });
}

/** An address in the primary family of the cloud. */
export function primary(context: SeedContext, name: SubnetName, place: number | bigint): string {
  return at(subnetOf(context, name, context.families[0]), place);
}

type Who = Pick<Host['row'], 'id'> & { personality: Personality | null };

/** 64 bits that follow from a text: a random pool of IPv6 is searched from a place anywhere in its range. */
function anywhere(text: string): bigint {
  const word = (n: number) => BigInt(Math.floor(pick(`${text}/${n}`) * 2 ** 32));
  return (word(0) << 32n) | word(1);
}

/** Where in an IPv6 subnet a host is: a controller where the pool keeps a place for it, everybody else anywhere. */
function placeInSix(who: Who, name: SubnetName): bigint {
  const floating = SIX[name === 'pxeboot' ? 'management' : name].floating ?? 2;
  return who.personality === 'controller' ? BigInt(floating + who.id) : anywhere(`${name}/${who.id}`);
}

/** A host's address on network mgmt as `mgmt_ip` has it. The place counts in IPv4. */
export function managementAddress(context: SeedContext, who: Who, place: number): string {
  const [family] = context.families;
  return at(subnetOf(context, 'management', family), family === 6 ? placeInSix(who, 'management') : place);
}

/** A host's address in a subnet. In every IPv4 one it has the place that it has on the management network. */
export function addressIn(context: SeedContext, { row }: Host, name: SubnetName, family: Family): string {
  if (family === 6 && name !== 'pxeboot') return at(SIX[name], placeInSix(row, name));
  const management = parseIp(subnetOf(context, 'management', 4).network);
  const own = parseIp(row.mgmt_ip ?? '');
  const place = own?.family === 4 && management ? own.value - management.value : BigInt(row.id + 2);
  const subnet = (context.wide ? WIDE_SITE[name] : undefined) ?? subnetOf(context, name, 4);
  return at(subnet, place);
}
