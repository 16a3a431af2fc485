'use client';
/** What every change to the network of a host is judged by, as it was last read. */
import type { Host } from '@/lib/domain/host';
import { unreadPart } from '@/lib/domain/network/host-network';
import type { InterfaceFacts } from '@/lib/domain/network/interface-facts';
import { peerOf } from '@/lib/domain/network/observations';
import { useView } from '@/lib/queries/view';

type Read = {
  facts: InterfaceFacts | undefined;
  /** Why there is nothing to show. */
  error: string | undefined;
};

/** @param hosts all of them: the reading is the one that the page of the host has */
export function useInterfaceFacts(host: Host, hosts: readonly Host[]): Read {
  const hostId = host.id;
  const network = useView('hostNetwork', { hostId, peerId: peerOf(host, hosts)?.id ?? null });
  const more = useView('hostNetworkMore', { hostId });
  const choices = useView('interfaceChoices', {});
  const system = useView('system', {})?.data ?? null;
  if (!network?.data || !more?.data || !choices?.data) {
    const error = [network, more, choices].find((one) => !one?.data && one?.error)?.error;
    return { facts: undefined, error: error?.message };
  }
  const { ports, interfaces, networks, dataNetworks, addresses } = network.data;
  // A list that could not be read is not empty, and a change is made from all of it.
  const unread =
    (['networks', 'dataNetworks', 'addresses'] as const)
      .map((part) => network.data && unreadPart(network.data, part))
      .find((message) => message) ?? more.data.unread.find(({ part }) => part === 'routes')?.message;
  if (unread) return { facts: undefined, error: unread };
  return {
    facts: {
      ...{ host, system, ports, interfaces, networks, dataNetworks, addresses },
      ...{ routes: more.data.routes, choices: choices.data },
    },
    error: undefined,
  };
}
