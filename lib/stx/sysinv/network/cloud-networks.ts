/**
 * The networks of the cloud in one reading: seven requests, however many hosts there are. Where networks are and which
 * addresses are taken is counted here: the rows of it, of which every host has several, are read when somebody asks.
 */
import 'server-only';
import type {
  CloudNetworks,
  CloudPart,
  NetworkPlace,
  TakenAddress,
  Use,
} from '@/lib/domain/network/cloud/cloud-networks';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { Connection } from '../../connection';
import { collectParts } from '../parts';
import { read } from '../read-rows';
import {
  decodeAssignments,
  decodeDataNetworks,
  decodeDataPlaces,
  decodeNetworkPlaces,
  decodeNetworks,
  decodePools,
  decodeTaken,
  type PlaceOf,
} from './cloud-rows';

const networkPlaces = (connection: Connection) =>
  read(connection, '/interface_networks', 'interface_networks', decodeNetworkPlaces);
const dataPlaces = (connection: Connection) =>
  read(connection, '/interface_datanetworks', 'interface_datanetworks', decodeDataPlaces);
const addressRows = (connection: Connection) => read(connection, '/addresses', 'addresses', decodeTaken);

export async function getCloudNetworks(connection: Connection): Promise<Result<CloudNetworks>> {
  const [networks, pools, assignments, dataNetworks, networkUse, dataUse, addresses] = await Promise.all([
    read(connection, '/networks', 'networks', decodeNetworks),
    read(connection, '/addrpools', 'addrpools', decodePools),
    read(connection, '/network_addresspools', 'network_addresspools', decodeAssignments),
    read(connection, '/datanetworks', 'datanetworks', decodeDataNetworks),
    networkPlaces(connection),
    dataPlaces(connection),
    addressRows(connection),
  ]);
  if (!networks.ok && !pools.ok && !dataNetworks.ok) return fail(networks.error);
  const { rows, unread, unreadable } = collectParts<CloudPart>();
  const networkUses = usesOf(rows('networkUse', networkUse));
  const dataUses = usesOf(rows('dataUse', dataUse));
  const taken = takenOf(rows('addresses', addresses));
  return ok({
    networks: (rows('networks', networks) ?? []).map((one) => ({ ...one, use: networkUses(one.id) })),
    pools: (rows('pools', pools) ?? []).map((one) => ({ ...one, taken: taken(one.id) })),
    assignments: rows('assignments', assignments) ?? [],
    dataNetworks: (rows('dataNetworks', dataNetworks) ?? []).map((one) => ({
      ...one,
      use: dataUses(one.id),
    })),
    ...{ unread, unreadable },
  });
}

const NO_USE: Use = { interfaces: 0, hosts: 0 };

function usesOf(places: readonly PlaceOf[] | null): (networkId: string) => Use | null {
  if (places === null) return () => null;
  const found = new Map<string, { interfaces: number; hosts: Set<number | null> }>();
  for (const { networkId, hostNumber } of places) {
    const one = found.get(networkId) ?? { interfaces: 0, hosts: new Set() };
    one.interfaces += 1;
    one.hosts.add(hostNumber);
    found.set(networkId, one);
  }
  return (id) => {
    const one = found.get(id);
    return one ? { interfaces: one.interfaces, hosts: one.hosts.size } : NO_USE;
  };
}

function takenOf(addresses: readonly { poolId: string | null }[] | null): (poolId: string) => number | null {
  if (addresses === null) return () => null;
  const counts = new Map<string | null, number>();
  for (const { poolId } of addresses) counts.set(poolId, (counts.get(poolId) ?? 0) + 1);
  return (id) => counts.get(id) ?? 0;
}

/** Where a network is. One request. @param of which kind. @param id its uuid */
export async function getNetworkPlaces(
  connection: Connection,
  of: 'platform' | 'data',
  id: string,
): Promise<Result<NetworkPlace[]>> {
  const all = await (of === 'platform' ? networkPlaces(connection) : dataPlaces(connection));
  if (!all.ok) return all;
  return ok(all.data.rows.filter(({ networkId }) => networkId === id).map(({ networkId: _, ...one }) => one));
}

/** The addresses of a pool that somebody has. One request. @param id uuid of the pool */
export async function getPoolAddresses(connection: Connection, id: string): Promise<Result<TakenAddress[]>> {
  const all = await addressRows(connection);
  if (!all.ok) return all;
  return ok(all.data.rows.filter(({ poolId }) => poolId === id).map(({ poolId: _, ...one }) => one));
}
