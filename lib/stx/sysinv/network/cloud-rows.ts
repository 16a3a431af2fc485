/** Rows of networks, address pools, their assignments and data networks: sysinv api/controllers/v1/network.py and its neighbours. */
import 'server-only';
import { z } from 'zod';
import type {
  AddressPool,
  DataNetwork,
  NetworkPlace,
  PlatformNetwork,
  PoolAssignment,
  TakenAddress,
} from '@/lib/domain/network/cloud/cloud-networks';
import { flag, number, readRows, text } from '../../decode';

const networkWire = z.object({
  uuid: z.string(),
  name: z.string(),
  type: text,
  dynamic: flag,
  pool_uuid: text,
  primary_pool_family: text,
});

/** Decodes rows of `/v1/networks`. How many use one is not among its columns. */
export const decodeNetworks = (rows: readonly unknown[]) =>
  readRows(
    rows,
    networkWire,
    (row): Omit<PlatformNetwork, 'use'> => ({
      ...{ id: row.uuid, name: row.name, type: row.type, dynamic: row.dynamic },
      ...{ primaryPoolId: row.pool_uuid, primaryFamily: row.primary_pool_family },
    }),
    ['name', 'type'],
  );

const poolWire = z.object({
  uuid: z.string(),
  name: z.string(),
  network: z.string(),
  prefix: number,
  order: text,
  ranges: z
    .array(z.tuple([z.string(), z.string()]))
    .nullish()
    .transform((ranges) => ranges ?? []),
  floating_address: text,
  controller0_address: text,
  controller1_address: text,
  gateway_address: text,
});

/** Decodes rows of `/v1/addrpools`. How many addresses are taken is not among their columns. */
export const decodePools = (rows: readonly unknown[]) =>
  readRows(
    rows,
    poolWire,
    (row): Omit<AddressPool, 'taken'> => ({
      ...{ id: row.uuid, name: row.name, network: row.network, prefix: row.prefix, order: row.order },
      ranges: row.ranges.map(([start, end]) => ({ start, end })),
      reserved: {
        ...{ floating: row.floating_address, gateway: row.gateway_address },
        ...{ controller0: row.controller0_address, controller1: row.controller1_address },
      },
    }),
    ['name'],
  );

const assignmentWire = z.object({
  uuid: z.string(),
  network_uuid: text,
  network_name: text,
  address_pool_uuid: text,
  address_pool_name: text,
});

/** Decodes rows of `/v1/network_addresspools`. */
export const decodeAssignments = (rows: readonly unknown[]) =>
  readRows(
    rows,
    assignmentWire,
    (row): PoolAssignment => ({
      ...{ id: row.uuid, networkId: row.network_uuid, network: row.network_name },
      ...{ poolId: row.address_pool_uuid, pool: row.address_pool_name },
    }),
    ['network_name', 'address_pool_name'],
  );

const dataNetworkWire = z.object({
  uuid: z.string(),
  name: z.string(),
  network_type: text,
  description: text,
  mtu: number,
  mode: text,
  multicast_group: text,
  port_num: number,
  ttl: number,
});

/** Decodes rows of `/v1/datanetworks`. */
export const decodeDataNetworks = (rows: readonly unknown[]) =>
  readRows(
    rows,
    dataNetworkWire,
    (row): Omit<DataNetwork, 'use'> => ({
      ...{ id: row.uuid, name: row.name, type: row.network_type, description: row.description },
      ...{ mtu: row.mtu, mode: row.mode, multicastGroup: row.multicast_group },
      ...{ port: row.port_num, ttl: row.ttl },
    }),
    ['name'],
  );

/** Rows name the host by its integer alone. */
const placeWire = z.object({ uuid: z.string(), forihostid: number, ifname: text });
const place = (row: z.infer<typeof placeWire>): NetworkPlace => ({
  ...{ id: row.uuid, hostNumber: row.forihostid, interface: row.ifname },
});

export type PlaceOf = NetworkPlace & { networkId: string };

/** Decodes rows of `/v1/interface_networks`, with the network that is there. */
export const decodeNetworkPlaces = (rows: readonly unknown[]) =>
  readRows(
    rows,
    placeWire.extend({ network_uuid: z.string() }),
    (row): PlaceOf => ({ ...place(row), networkId: row.network_uuid }),
    ['ifname', 'network_name'],
  );

/** Decodes rows of `/v1/interface_datanetworks`, with the data network that is there. */
export const decodeDataPlaces = (rows: readonly unknown[]) =>
  readRows(
    rows,
    placeWire.extend({ datanetwork_uuid: z.string() }),
    (row): PlaceOf => ({ ...place(row), networkId: row.datanetwork_uuid }),
    ['ifname', 'datanetwork_name'],
  );

export type AddressOf = TakenAddress & { poolId: string | null };

/** Decodes rows of `/v1/addresses`, with the pool that they are of. */
export const decodeTaken = (rows: readonly unknown[]) =>
  readRows(
    rows,
    placeWire.extend({ address: z.string(), prefix: number, pool_uuid: text }),
    (row): AddressOf => ({
      ...place(row),
      ...{ address: row.address, prefix: row.prefix, poolId: row.pool_uuid },
    }),
    ['address', 'ifname'],
  );
