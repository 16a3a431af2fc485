/**
 * The networks of the cloud as sysinv has them: platform networks (`/v1/networks`), address pools (`/v1/addrpools`), which
 * pool feeds which network (`/v1/network_addresspools`), data networks (`/v1/datanetworks`), and how much of each is in use.
 */
import type { Unknown, UnreadableRow } from '../../host';

/** On how many interfaces something is, and on how many hosts. */
export type Use = { interfaces: number; hosts: number };

export type PlatformNetwork = {
  id: string;
  name: string;
  /** mgmt, oam, cluster-host, pxeboot, storage, admin … One of each at most. */
  type: Unknown<string>;
  /** Do hosts get their address of it by themselves? */
  dynamic: Unknown<boolean>;
  /** uuid of the pool that was assigned first. */
  primaryPoolId: Unknown<string>;
  /** IPv4 or IPv6. */
  primaryFamily: Unknown<string>;
  /** null: could not be read. */
  use: Unknown<Use>;
};

/** Addresses that a pool keeps for somebody, in the platform's order. */
export const RESERVED = ['floating', 'controller0', 'controller1', 'gateway'] as const;
export type Reserved = (typeof RESERVED)[number];

/** First and last address, both of it, as the platform wrote them. */
export type PoolRange = { start: string; end: string };

export type AddressPool = {
  id: string;
  /** Unique, of any letters. */
  name: string;
  network: string;
  prefix: Unknown<number>;
  /** sequential, random. */
  order: Unknown<string>;
  ranges: readonly PoolRange[];
  reserved: Readonly<Record<Reserved, Unknown<string>>>;
  /** How many addresses of it somebody has, with those that it reserves. null: could not be read. */
  taken: Unknown<number>;
};

/** A pool of a network. The second one makes the network dual stack. */
export type PoolAssignment = {
  id: string;
  networkId: Unknown<string>;
  network: Unknown<string>;
  poolId: Unknown<string>;
  pool: Unknown<string>;
};

export const DATA_TYPES = ['flat', 'vlan', 'vxlan'] as const;

export type DataNetwork = {
  id: string;
  /** Unique, and never changed. */
  name: string;
  /** One of `DATA_TYPES`; a word this console does not know is kept. */
  type: Unknown<string>;
  description: Unknown<string>;
  /** Bytes. */
  mtu: Unknown<number>;
  /** The rest is of vxlan alone: dynamic, static. */
  mode: Unknown<string>;
  multicastGroup: Unknown<string>;
  port: Unknown<number>;
  ttl: Unknown<number>;
  use: Unknown<Use>;
};

export const CLOUD_PARTS = [
  'networks',
  'pools',
  'assignments',
  'dataNetworks',
  'networkUse',
  'dataUse',
  'addresses',
] as const;
export type CloudPart = (typeof CLOUD_PARTS)[number];

export type CloudNetworks = {
  networks: readonly PlatformNetwork[];
  pools: readonly AddressPool[];
  /** In the order in which they were made. */
  assignments: readonly PoolAssignment[];
  dataNetworks: readonly DataNetwork[];
  /** Parts that could not be read, in the platform's words. Their lists are empty then, which does not mean none. */
  unread: readonly { part: CloudPart; message: string }[];
  unreadable: readonly (UnreadableRow & { part: CloudPart })[];
};

export const unreadOf = ({ unread }: Pick<CloudNetworks, 'unread'>, part: CloudPart): Unknown<string> =>
  unread.find((one) => one.part === part)?.message ?? null;

/** Where a network is: the platform's integer of the host, and sysinv's name of the interface there. */
export type NetworkPlace = { id: string; hostNumber: Unknown<number>; interface: Unknown<string> };

/** An address of a pool, and who has it; nobody, where the pool itself keeps it. */
export type TakenAddress = NetworkPlace & { address: string; prefix: Unknown<number> };
