import type { TopologyHost } from '@/lib/domain/network/topology-hosts';

/** The network of one host. */
export const hostNetworkHref = ({ host }: TopologyHost): string =>
  `/hosts/${encodeURIComponent(host.hostname ?? host.id)}/network`;
