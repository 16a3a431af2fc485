/** Views of the network of a host, and of all of them. */
import 'server-only';
import { z } from 'zod';
import { getHostNetwork, getHostNetworkMore } from '@/lib/stx/sysinv/network/host-network';
import { getTopology } from '@/lib/stx/sysinv/network/topology';
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
  /** Cabling and data networks of every host: three requests, however many hosts there are. */
  topology: view({ params: none, load: (connection) => getTopology(connection), pace: () => 'minute' }),
  /** What the host sends by LLDP, and its routes: read when somebody opens the details. */
  hostNetworkMore: view({
    params: z.strictObject({ hostId: z.uuid() }),
    load: (connection, { hostId }) => getHostNetworkMore(connection, hostId),
    pace: () => 'minute',
  }),
};
