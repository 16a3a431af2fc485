/** Networks and pools as rows of their tables. */
import type { Unknown } from '../../host';
import {
  type AddressPool,
  type CloudNetworks,
  type DataNetwork,
  type PlatformNetwork,
  unreadOf,
} from './cloud-networks';
import { familyWords, isPrimary, networksFedBy, poolsOf, subnetOfPool } from './pool-facts';

export type PlatformRow = {
  network: PlatformNetwork;
  /** The primary one first. null: which pools it has could not be read. */
  pools: Unknown<readonly AddressPool[]>;
  stack: 'IPv4' | 'IPv6' | 'Dual stack' | 'No pool' | 'Unknown';
};

export function platformRows(cloud: CloudNetworks): PlatformRow[] {
  const unread = unreadOf(cloud, 'pools') ?? unreadOf(cloud, 'assignments');
  return cloud.networks.map((network) => {
    const pools = unread === null ? poolsOf(cloud, network) : null;
    return { network, pools, stack: stackOf(pools) };
  });
}

function stackOf(pools: Unknown<readonly AddressPool[]>): PlatformRow['stack'] {
  if (pools === null) return 'Unknown';
  const families = new Set(pools.map(familyWords));
  if (families.size === 0) return 'No pool';
  return families.size > 1 ? 'Dual stack' : ([...families][0] ?? 'Unknown');
}

export type PoolRow = {
  pool: AddressPool;
  /** null: what it feeds could not be read. */
  networks: Unknown<readonly { name: string; primary: boolean }[]>;
};

export function poolRows(cloud: CloudNetworks): PoolRow[] {
  const unread = unreadOf(cloud, 'networks') ?? unreadOf(cloud, 'assignments');
  return cloud.pools.map((pool) => ({
    pool,
    networks:
      unread === null
        ? networksFedBy(cloud, pool).map((network) => ({
            name: network.name,
            primary: isPrimary(network, pool),
          }))
        : null,
  }));
}

/** "VXLAN 239.1.2.3 port 4789, TTL 16": what a data network says beside its type. */
export function tunnelWords({ type, mode, multicastGroup, port, ttl }: DataNetwork): string | null {
  if (type !== 'vxlan') return null;
  const parts = [
    mode,
    multicastGroup,
    port === null ? null : `port ${port}`,
    ttl === null ? null : `TTL ${ttl}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

export type ControllerFacts = {
  network: PlatformNetwork;
  pools: readonly { pool: AddressPool; subnet: string }[];
};

/** What a network keeps for the controllers, in each family. undefined: there is no such network, or it is unread. */
export function controllerFacts(cloud: CloudNetworks, type: 'oam' | 'mgmt'): ControllerFacts | undefined {
  const network = cloud.networks.find((one) => one.type === type);
  if (!network) return undefined;
  const pools = poolsOf(cloud, network).map((pool) => ({
    pool,
    subnet: subnetOfPool(pool) === null ? pool.network : `${pool.network}/${pool.prefix}`,
  }));
  return { network, pools };
}
