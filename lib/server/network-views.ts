/** Views of the network of a host, of the networks of the cloud, and of what is plugged into what. */
import 'server-only';
import { z } from 'zod';
import { getInterfaceChoices } from '@/lib/stx/sysinv/network/choices';
import {
  getCloudNetworks,
  getNetworkPlaces,
  getPoolAddresses,
} from '@/lib/stx/sysinv/network/cloud-networks';
import { getHostLayout, getHostLayouts } from '@/lib/stx/sysinv/network/host-layout';
import { getHostNetwork, getHostNetworkMore } from '@/lib/stx/sysinv/network/host-network';
import { getTopology } from '@/lib/stx/sysinv/network/topology';
import { none, view } from './view';

/** A source and its targets (components/networks/copy/copy-params.ts). */
const MOST_LAYOUTS = 201;

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
  /** What of a host can be proposed for others: seven requests, for a few hosts. Rarely read by itself: whoever changes it reads it anew. */
  hostLayout: view({
    params: z.strictObject({ hostId: z.uuid() }),
    load: (connection, { hostId }) => getHostLayout(connection, hostId),
    pace: ({ unread }) => (unread.length > 0 ? 'slow' : 'rare'),
  }),
  /** The same of many: seven requests and the pages of long lists, however many hosts are asked for. */
  hostLayouts: view({
    params: z.strictObject({ hostIds: z.array(z.uuid()).min(1).max(MOST_LAYOUTS) }),
    load: (connection, { hostIds }) => getHostLayouts(connection, hostIds),
    pace: (layouts) => (Object.values(layouts).some(({ unread }) => unread.length > 0) ? 'slow' : 'rare'),
  }),
  /** Platform networks, address pools, data networks and how much of each is in use: seven requests. */
  cloudNetworks: view({
    params: none,
    load: (connection) => getCloudNetworks(connection),
    pace: () => 'minute',
  }),
  /** Interfaces of hosts that a network is on: one request, when its details are opened. */
  networkPlaces: view({
    params: z.strictObject({ of: z.enum(['platform', 'data']), id: z.uuid() }),
    load: (connection, { of, id }) => getNetworkPlaces(connection, of, id),
    pace: () => 'minute',
  }),
  /** Addresses of a pool that are taken: likewise. */
  poolAddresses: view({
    params: z.strictObject({ id: z.uuid() }),
    load: (connection, { id }) => getPoolAddresses(connection, id),
    pace: () => 'minute',
  }),
  /** What of the cloud an interface can be put on: networks, data networks, address pools. Asked for by the editor alone. */
  interfaceChoices: view({
    params: none,
    load: (connection) => getInterfaceChoices(connection),
    pace: () => 'minute',
  }),
};
