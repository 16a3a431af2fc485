'use client';
/** What the source and the targets have, as it was last read. */
import type { Host } from '@/lib/domain/host';
import type { LayoutFacts } from '@/lib/domain/network/copy/layout';
import type { MapWay } from '@/lib/domain/network/copy/ports';
import type { HostLayout } from '@/lib/domain/network/host-network';
import type { InterfaceChoices } from '@/lib/domain/network/interface-choices';
import type { System } from '@/lib/domain/system';
import type { Seen } from '@/lib/queries/seen';
import { useView, useViews } from '@/lib/queries/view';
import { useMemoOf } from './use-memo-of';

/** Of so many hosts each is read by itself, seven requests each; of more all lists of the cloud are read, seven in all. */
const FEW = 3;

export type LayoutSeen = {
  host: Host;
  /** undefined while there is nothing to propose from. */
  facts: LayoutFacts | undefined;
  /** Why there is nothing; undefined while it is being read. */
  error: string | undefined;
  /** Interfaces whose rows cannot be read. */
  odd: number;
};

/** @param hosts the source first */
export function useLayouts(hosts: readonly Host[], by: MapWay): readonly LayoutSeen[] {
  const few = hosts.length <= FEW;
  const ids = hosts.map(({ id }) => id);
  const single = useViews('hostLayout', few ? ids.map((hostId) => ({ hostId })) : []);
  // In an order of their own: the same hosts are one reading, whoever is the source.
  const [many] = useViews('hostLayouts', few ? [] : [{ hostIds: ids.toSorted() }]);
  const choices = useView('interfaceChoices', {});
  const system = useView('system', {})?.data ?? null;
  const factsFor = useMemoOf(factsOf);
  return hosts.map((host, index): LayoutSeen => {
    const reading = few ? single[index] : many;
    const layout = few ? single[index]?.data : many?.data?.[host.id];
    const error = errorOf(layout, [reading, choices], by);
    const facts =
      error === undefined && layout && choices?.data
        ? factsFor(host.id, host, system, layout, choices.data)
        : undefined;
    return { host, facts, error, odd: layout?.unreadableInterfaces.length ?? 0 };
  });
}

function factsOf(
  host: Host,
  system: System | null,
  layout: HostLayout,
  choices: InterfaceChoices,
): LayoutFacts {
  const { ports, interfaces, neighbours, addresses, networks, dataNetworks, routes } = layout;
  return {
    ...{ host, system, choices, ports, interfaces, neighbours },
    ...{ addresses, networks, dataNetworks, routes },
  };
}

function errorOf(
  layout: HostLayout | undefined,
  readings: readonly (Seen<unknown> | undefined)[],
  by: MapWay,
): string | undefined {
  // A list that could not be read is not empty, and a change is made from all of it. Neighbours map ports, and no more.
  const unread = layout?.unread.find(({ part }) => part !== 'neighbours' || by === 'neighbour');
  return unread?.message ?? readings.find((one) => one?.error && one.data === undefined)?.error?.message;
}
