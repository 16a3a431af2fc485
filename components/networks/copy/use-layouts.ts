'use client';
/** What the source and the targets have, as it was last read: a few hosts at a time, since each is seven requests. */
import { useState } from 'react';
import type { Host } from '@/lib/domain/host';
import type { LayoutFacts } from '@/lib/domain/network/copy/layout';
import type { MapWay } from '@/lib/domain/network/copy/ports';
import type { HostLayout } from '@/lib/domain/network/host-network';
import type { InterfaceChoices } from '@/lib/domain/network/interface-choices';
import type { System } from '@/lib/domain/system';
import type { Seen } from '@/lib/queries/seen';
import { useView, useViews } from '@/lib/queries/view';
import { useMemoOf } from './use-memo-of';

/** Hosts under way at the same time. */
const AT_ONCE = 4;

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
  const [begun, setBegun] = useState(AT_ONCE);
  const readings = useViews(
    'hostLayout',
    hosts.slice(0, begun).map(({ id }) => ({ hostId: id })),
  );
  const settled = readings.filter((one) => one?.data || one?.error).length;
  if (settled + AT_ONCE > begun && begun < hosts.length) setBegun(settled + AT_ONCE);
  const choices = useView('interfaceChoices', {});
  const system = useView('system', {})?.data ?? null;
  const factsFor = useMemoOf(factsOf);
  return hosts.map((host, index): LayoutSeen => {
    const reading = readings[index];
    const error = errorOf(reading, choices, by);
    const facts =
      error === undefined && reading?.data && choices?.data
        ? factsFor(host.id, host, system, reading.data, choices.data)
        : undefined;
    return { host, facts, error, odd: reading?.data?.unreadableInterfaces.length ?? 0 };
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
  reading: Seen<HostLayout> | undefined,
  choices: Seen<InterfaceChoices> | undefined,
  by: MapWay,
): string | undefined {
  // A list that could not be read is not empty, and a change is made from all of it. Neighbours map ports, and no more.
  const unread = reading?.data?.unread.find(({ part }) => part !== 'neighbours' || by === 'neighbour');
  if (unread) return unread.message;
  const failed = [reading, choices].find((one) => one?.error && !one.data);
  return failed?.error?.message;
}
