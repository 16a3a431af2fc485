'use client';
/** What every change to networks is judged by, as it was last read. */
import type { CloudNetworks } from '@/lib/domain/network/cloud/cloud-networks';
import { type NetworkState, networkState } from '@/lib/domain/network/cloud/network-state';
import { useView } from '@/lib/queries/view';

/** `error`: why there is nothing to judge by. */
export function useNetworkFacts(): { facts: NetworkState | undefined; error: string | undefined } {
  const cloud = useView('cloudNetworks', {});
  const system = useView('system', {});
  const hosts = useView('hosts', {});
  const error = cloud?.error ?? hosts?.error;
  if (!cloud?.data || !hosts?.data) return { facts: undefined, error: error?.message };
  return {
    facts: networkState(cloud.data, system?.data ?? null, hosts.data.hosts),
    error: undefined,
  };
}

/** The same beside a list that has been read already: what else counts may not be known yet, and then blocks nothing. */
export function useVerdictState(cloud: CloudNetworks): NetworkState {
  const system = useView('system', {});
  const hosts = useView('hosts', {});
  return networkState(cloud, system?.data ?? null, hosts?.data?.hosts ?? []);
}

/** The same with the addresses of a pool that somebody has. Until they are read nothing is said of them. */
export function usePoolFacts(facts: NetworkState, poolId: string): NetworkState {
  const seen = useView('poolAddresses', { id: poolId });
  if (!seen?.data) return facts;
  return { ...facts, taken: { ...facts.taken, [poolId]: seen.data.map(({ address }) => address) } };
}
