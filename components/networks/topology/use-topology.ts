'use client';
/** The topology, put together of hosts, alarms and what is known of cabling and data networks. */
import { useMemo } from 'react';
import { alarmsByHost } from '@/lib/domain/alarm';
import { MANY_HOSTS, type Topology, topologyOf } from '@/lib/domain/network/topology';
import type { TopologyFacts } from '@/lib/domain/network/topology-facts';
import { type TopologyHost, topologyHosts } from '@/lib/domain/network/topology-hosts';
import { filterHosts } from '@/lib/domain/network/topology-look';
import type { Failure } from '@/lib/domain/result';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { serverNow } from '@/lib/queries/clock';
import { isStale, type Seen } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { filterOf, TOPOLOGY_PARAMS } from './topology-params';

export type TopologyModel = {
  facts: TopologyFacts;
  /** Every host of the cloud. */
  all: readonly TopologyHost[];
  /** Those that search and filters leave. */
  left: readonly TopologyHost[];
  topology: Topology;
  grouped: boolean;
};

export type TopologySeen = {
  model: TopologyModel | undefined;
  reading: Seen<TopologyFacts> | undefined;
  hostsError: Failure | undefined;
  stale: boolean;
};

export function useTopology(): TopologySeen {
  const hosts = useView('hosts', {});
  const reading = useView('topology', {});
  const { sums } = useActiveAlarms();
  const [params] = useParams(TOPOLOGY_PARAMS);
  const [inventory, facts] = [hosts?.data?.hosts, reading?.data];
  const alarms = sums?.standing.alarms;
  const all = useMemo(
    () => inventory && facts && topologyHosts(facts, inventory, alarms ? alarmsByHost(alarms) : null),
    [inventory, facts, alarms],
  );
  const filter = filterOf(params);
  const filterText = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal texts are equal filters
  const left = useMemo(
    () => all && facts && filterHosts(all, facts.devices, filter),
    [all, facts, filterText],
  );
  const grouped = params.hosts === null ? (all?.length ?? 0) > MANY_HOSTS : params.hosts === 'grouped';
  const topology = useMemo(
    () => left && facts && topologyOf(left, facts.devices, facts.networks, grouped),
    [left, facts, grouped],
  );
  return {
    model: facts && all && left && topology && { facts, all, left, topology, grouped },
    reading,
    hostsError: hosts?.error,
    stale: isStale(reading, serverNow()) || isStale(hosts, serverNow()),
  };
}
