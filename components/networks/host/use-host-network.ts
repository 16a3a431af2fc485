'use client';
/** The network of a host, put together of what the platform says. */
import { useMemo } from 'react';
import type { Host } from '@/lib/domain/host';
import { interfaceChangeHint } from '@/lib/domain/network/change-rule';
import type { HostNetwork } from '@/lib/domain/network/host-network';
import { type InterfaceRow, interfaceRows } from '@/lib/domain/network/interface-rows';
import { type LaneFault, laneFaults } from '@/lib/domain/network/lane-faults';
import { type Lanes, lanesOf } from '@/lib/domain/network/lanes';
import { type Observation, observationsOf, peerOf } from '@/lib/domain/network/observations';
import type { System } from '@/lib/domain/system';
import { serverNow } from '@/lib/queries/clock';
import { isStale, type Seen } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

export type HostNetworkModel = {
  host: Host;
  network: HostNetwork;
  lanes: Lanes;
  rows: readonly InterfaceRow[];
  faults: ReadonlyMap<string, LaneFault>;
  observations: readonly Observation[];
  /** What a change of interfaces needs first; null: nothing that is certain. */
  changeHint: string | null;
  /** What a change of interfaces is judged by beside the host; null: could not be read. */
  system: System | null;
};

export type HostNetworkSeen = {
  model: HostNetworkModel | undefined;
  reading: Seen<HostNetwork> | undefined;
  stale: boolean;
};

export function useHostNetwork(host: Host, hosts: readonly Host[]): HostNetworkSeen {
  const peer = peerOf(host, hosts);
  const reading = useView('hostNetwork', { hostId: host.id, peerId: peer?.id ?? null });
  const alarms = useView('alarms', {})?.data?.alarms;
  const system = useView('system', {})?.data ?? null;
  const network = reading?.data;
  const name = host.hostname ?? '';
  const peerName = peer?.hostname ?? null;
  const drawn = useMemo(
    () =>
      network && {
        lanes: lanesOf(network, name),
        rows: interfaceRows(network, name),
        observations: observationsOf(network, name, peerName),
      },
    [network, name, peerName],
  );
  const faults = useMemo(
    () => (drawn ? laneFaults(alarms ?? [], name, drawn.lanes) : new Map<string, LaneFault>()),
    [drawn, alarms, name],
  );
  return {
    model:
      network && drawn
        ? { host, network, ...drawn, faults, system, changeHint: interfaceChangeHint(host, system) }
        : undefined,
    reading,
    stale: isStale(reading, serverNow()),
  };
}
