/** Which pool may feed which network, as the platform checks it (sysinv api/controllers/v1/network_addrpool.py). */
import { allowed, denied, type Verdict } from '../../result';
import { overlap } from '../subnet';
import type { AddressPool, PlatformNetwork } from './cloud-networks';
import type { NetworkState } from './network-state';
import { familyWords, isPrimary, networksFedBy, poolsOf, subnetOfPool } from './pool-facts';
import { lockedFirst } from './pool-rules';

const MODIFY = 'sysinv network_addrpool.py _check_modification_allowed';
const CREATE = 'sysinv network_addrpool.py _create_network_addrpool';
const DELETE = 'sysinv network_addrpool.py delete';

/** Pairs of networks that may have addresses in common. */
const MAY_OVERLAP: Readonly<Record<string, readonly string[]>> = {
  oam: ['system-controller-oam'],
  'system-controller-oam': ['oam'],
  'cluster-pod': ['cluster-service', 'cluster-host'],
  'cluster-service': ['cluster-pod', 'cluster-host'],
  'cluster-host': ['cluster-pod', 'cluster-service'],
};

/** May the pools of a network change at all, once the cloud is installed? @param pool none: any pool that it has not */
export function changePoolsVerdict(
  network: PlatformNetwork,
  state: NetworkState,
  pool?: AddressPool,
): Verdict {
  if (network.type === 'mgmt' && state.simplex) return lockedFirst(state);
  const primary = pool !== undefined && isPrimary(network, pool);
  const fixed = network.type === 'pxeboot' || (network.type === 'multicast' && primary);
  if (!fixed) return allowed;
  return denied(`The pools of network ${network.name} do not change after installation.`, MODIFY);
}

/** May a network have one pool more? */
export function roomVerdict(network: PlatformNetwork, state: NetworkState): Verdict {
  const change = changePoolsVerdict(network, state);
  if (!change.ok) return change;
  const pools = poolsOf(state.cloud, network);
  return pools.length < 2
    ? allowed
    : denied(`It has two pools: ${pools.map(({ name }) => name).join(' and ')}.`, CREATE);
}

export function assignVerdict(network: PlatformNetwork, pool: AddressPool, state: NetworkState): Verdict {
  const change = changePoolsVerdict(network, state, pool);
  if (!change.ok) return change;
  const apart = apartVerdict(network, pool, state);
  if (!apart.ok) return apart;
  const room = roomVerdict(network, state);
  if (!room.ok) return room;
  const family = familyWords(pool);
  const twin = poolsOf(state.cloud, network).find((one) => familyWords(one) === family);
  if (twin) return denied(`It has an ${family} pool already: ${twin.name}.`, CREATE);
  if (network.primaryPoolId === null && network.primaryFamily !== null && network.primaryFamily !== family) {
    return denied(`Its primary pool is an ${network.primaryFamily} one.`, CREATE);
  }
  const other = networksFedBy(state.cloud, pool)[0];
  if (other) return denied(`${pool.name} feeds network ${other.name}.`, CREATE);
  const oam = state.cloud.networks.find(({ type }) => type === 'oam');
  const oamFamilies = oam ? poolsOf(state.cloud, oam).map(familyWords) : [];
  if (network.type === 'cluster-pod' && !oamFamilies.includes(family)) {
    return denied(`Give network oam an ${family} pool first.`, CREATE);
  }
  return allowed;
}

/** A pool has no address in common with the pools of other networks. */
export function apartVerdict(
  network: Pick<PlatformNetwork, 'type'>,
  pool: AddressPool,
  { cloud }: NetworkState,
): Verdict {
  const subnet = subnetOfPool(pool);
  if (subnet === null) return allowed;
  const exempt = MAY_OVERLAP[network.type ?? ''] ?? [];
  for (const other of cloud.networks) {
    if (other.type !== null && exempt.includes(other.type)) continue;
    const near = poolsOf(cloud, other).find((one) => {
      const theirs = subnetOfPool(one);
      return one.name !== pool.name && theirs !== null && overlap(theirs, subnet);
    });
    if (near) {
      return denied(
        `${pool.name} has addresses of ${near.name}, which feeds network ${other.name}.`,
        'sysinv common/address_pool.py check_address_pools_overlaps',
      );
    }
  }
  return allowed;
}

export function unassignVerdict(network: PlatformNetwork, pool: AddressPool, state: NetworkState): Verdict {
  const change = changePoolsVerdict(network, state, pool);
  if (!change.ok) return change;
  if (isPrimary(network, pool)) return denied('The primary pool of a network stays.', DELETE);
  const pods = state.cloud.networks.find(({ type }) => type === 'cluster-pod');
  const family = familyWords(pool);
  if (
    network.type === 'oam' &&
    pods &&
    poolsOf(state.cloud, pods).some((one) => familyWords(one) === family)
  ) {
    return denied(`Take the ${family} pool of network cluster-pod away first.`, DELETE);
  }
  return allowed;
}

/** What an assignment does beside itself, in words. */
export function assignEffect(network: PlatformNetwork, pool: AddressPool, { cloud }: NetworkState): string {
  const pools = poolsOf(cloud, network);
  const which =
    pools.length === 0
      ? `${pool.name} becomes the primary pool of ${network.name}.`
      : `${network.name} becomes dual stack: ${pools[0]?.name ?? ''} stays its primary pool, ${pool.name} is the secondary one.`;
  const interfaces = network.use?.interfaces ?? 0;
  return interfaces > 0 ? `${which} Interfaces on it get addresses of ${pool.name}.` : which;
}
