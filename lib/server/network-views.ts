/** Views of the network of a host. */
import 'server-only';
import { z } from 'zod';
import { getInterfaceChoices } from '@/lib/stx/sysinv/network/choices';
import { getHostNetwork, getHostNetworkMore } from '@/lib/stx/sysinv/network/host-network';
import { none, view } from './view';

export const networkViews = {
  /** Ports, interfaces, neighbours, addresses and what they are assigned to: eight requests at most, shared like every reading. */
  hostNetwork: view({
    params: z.strictObject({
      hostId: z.uuid(),
      /** The host whose neighbours are compared with this one's. */
      peerId: z.uuid().nullable(),
    }),
    load: (connection, { hostId, peerId }) => getHostNetwork(connection, hostId, peerId),
    pace: () => 'minute',
  }),
  /** What the host sends by LLDP, and its routes: read when somebody opens the details. */
  hostNetworkMore: view({
    params: z.strictObject({ hostId: z.uuid() }),
    load: (connection, { hostId }) => getHostNetworkMore(connection, hostId),
    pace: () => 'minute',
  }),
  /** What of the cloud an interface can be put on: networks, data networks, address pools. Asked for by the editor alone. */
  interfaceChoices: view({
    params: none,
    load: (connection) => getInterfaceChoices(connection),
    pace: () => 'minute',
  }),
};
