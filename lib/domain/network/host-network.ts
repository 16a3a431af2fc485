/** The network of one host in one reading, and what is read when somebody looks closer. */
import type { Unknown, UnreadableRow } from '../host';
import type { Address, Route } from './address';
import type { DataUse, Interface, NetworkUse, TimingUse } from './interface';
import type { Agent, Neighbour } from './lldp';
import type { Port } from './port';

/** Parts without which the others still stand. */
export const OPTIONAL_PARTS = [
  'neighbours',
  'addresses',
  'networks',
  'dataNetworks',
  'timing',
  'peerNeighbours',
] as const;
export type OptionalPart = (typeof OPTIONAL_PARTS)[number];

/** A part that could not be read, in the platform's words. Its list is empty then, which does not mean none. */
export type Unread<P extends string> = { part: P; message: string };

export type HostNetwork = {
  ports: readonly Port[];
  interfaces: readonly Interface[];
  neighbours: readonly Neighbour[];
  addresses: readonly Address[];
  networks: readonly NetworkUse[];
  dataNetworks: readonly DataUse[];
  /** PTP interfaces of the whole cloud. */
  timing: readonly TimingUse[];
  /** What the ports of the host that this one is compared with hear. */
  peerNeighbours: readonly Neighbour[];
  unread: readonly Unread<OptionalPart>[];
  /** Rows of `iinterfaces`: listed among the interfaces. */
  unreadableInterfaces: readonly UnreadableRow[];
  /** Rows of anything else. */
  unreadable: readonly UnreadableRow[];
};

/** What the details say besides. */
export type HostNetworkMore = {
  agents: readonly Agent[];
  routes: readonly Route[];
  unread: readonly Unread<'agents' | 'routes'>[];
  unreadable: readonly UnreadableRow[];
};

export const unreadPart = (network: Pick<HostNetwork, 'unread'>, part: OptionalPart): Unknown<string> =>
  network.unread.find((one) => one.part === part)?.message ?? null;

/** What of a host can be proposed for others, and what such a change is judged by. */
export type HostLayout = Pick<
  HostNetwork,
  'ports' | 'interfaces' | 'neighbours' | 'addresses' | 'networks' | 'dataNetworks'
> & {
  routes: readonly Route[];
  unread: readonly Unread<LayoutPart>[];
  /** Rows of `iinterfaces`: what they are is not known, and is not copied. */
  unreadableInterfaces: readonly UnreadableRow[];
};
/** Parts that can fail alone. */
export type LayoutPart = 'neighbours' | 'addresses' | 'networks' | 'dataNetworks' | 'routes';
