/** What follows from the rows of pools: what feeds what, how much room there is. */
import { counted } from '../../words';
import { type Range, rangeOf, rangeSize, type Subnet, subnetOf } from '../subnet';
import {
  type AddressPool,
  type CloudNetworks,
  type PlatformNetwork,
  type PoolAssignment,
  RESERVED,
  type Reserved,
} from './cloud-networks';

type Fed = Pick<CloudNetworks, 'networks' | 'pools' | 'assignments'>;

const isOfPool = (one: PoolAssignment, { id, name }: AddressPool): boolean =>
  one.poolId === null ? one.pool === name : one.poolId === id;
const isOfNetwork = (one: PoolAssignment, { id, name }: PlatformNetwork): boolean =>
  one.networkId === null ? one.network === name : one.networkId === id;

/** The row that says that a pool feeds a network. */
export const assignmentOf = (
  { assignments }: Fed,
  network: PlatformNetwork,
  pool: AddressPool,
): PoolAssignment | undefined => assignments.find((one) => isOfNetwork(one, network) && isOfPool(one, pool));

/** Pools of a network, the primary one first. */
export function poolsOf(cloud: Fed, network: PlatformNetwork): AddressPool[] {
  const pools = cloud.assignments
    .filter((one) => isOfNetwork(one, network))
    .flatMap((one) => cloud.pools.find((pool) => isOfPool(one, pool)) ?? []);
  return pools.toSorted((a, b) => Number(isPrimary(network, b)) - Number(isPrimary(network, a)));
}

export const isPrimary = ({ primaryPoolId }: PlatformNetwork, { id }: Pick<AddressPool, 'id'>): boolean =>
  primaryPoolId === id;

/** Networks that a pool feeds. */
export const networksFedBy = (cloud: Fed, pool: AddressPool): PlatformNetwork[] =>
  cloud.networks.filter((network) => assignmentOf(cloud, network, pool) !== undefined);

/** null: its network or its prefix is none. */
export const subnetOfPool = ({ network, prefix }: Pick<AddressPool, 'network' | 'prefix'>): Subnet | null =>
  subnetOf(network, prefix);

/** "IPv4", "IPv6"; "Unknown" where the network is no address. */
export function familyWords(pool: Pick<AddressPool, 'network' | 'prefix'>): 'IPv4' | 'IPv6' | 'Unknown' {
  const subnet = subnetOfPool(pool);
  return subnet === null ? 'Unknown' : subnet.family === 4 ? 'IPv4' : 'IPv6';
}

/** Ranges of a pool that are ranges. */
export const rangesOf = ({ ranges }: Pick<AddressPool, 'ranges'>): Range[] =>
  ranges.flatMap(({ start, end }) => rangeOf(start, end) ?? []);

/** How many addresses its ranges hold. */
export const roomOf = (pool: Pick<AddressPool, 'ranges'>): bigint =>
  rangesOf(pool).reduce((sum, range) => sum + rangeSize(range), 0n);

/** More than there is of IPv4 is said as a power of two: nobody reads eighteen digits. */
const MOST_SAID = 2n ** 32n;

/** "253", "65,535", "about 2^64". */
export function roomWords(room: bigint): string {
  if (room <= MOST_SAID) return Number(room).toLocaleString('en-GB');
  const bits = room.toString(2).length;
  const nearest = room * 2n >= 3n * (1n << BigInt(bits - 1)) ? bits : bits - 1;
  return `${room === 1n << BigInt(nearest) ? '' : 'about '}2^${nearest}`;
}

/** "3 of 253". */
export const takenWords = (pool: Pick<AddressPool, 'ranges' | 'taken'>): string =>
  `${pool.taken === null ? 'Unknown' : pool.taken.toLocaleString('en-GB')} of ${roomWords(roomOf(pool))}`;

/** Part of its room that is taken, from 0 to 1. null: unknown, or no room at all. */
export function shareTaken(pool: Pick<AddressPool, 'ranges' | 'taken'>): number | null {
  const room = roomOf(pool);
  return pool.taken === null || room === 0n ? null : Math.min(1, pool.taken / Number(room));
}

export const RESERVED_WORDS: Record<Reserved, string> = {
  floating: 'Floating address',
  controller0: 'Address of controller-0',
  controller1: 'Address of controller-1',
  gateway: 'Gateway',
};

/** What a pool keeps and for whom. */
export const reservedOf = ({
  reserved,
}: Pick<AddressPool, 'reserved'>): { which: Reserved; address: string }[] =>
  RESERVED.flatMap((which) => {
    const address = reserved[which];
    return address === null ? [] : [{ which, address }];
  });

/** "3 interfaces on 2 hosts". */
export const placesWords = (use: { interfaces: number; hosts: number } | null): string =>
  use === null
    ? 'Unknown'
    : use.interfaces === 0
      ? 'None'
      : `${counted(use.interfaces, 'interface')} on ${counted(use.hosts, 'host')}`;
