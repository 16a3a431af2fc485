/**
 * What of hosts can be proposed for others: their ports and interfaces, and what is on them. For one host the lists below it; for many
 * the lists of all hosts, of which the rows of those asked for are kept. Without parts that the rest can do without the rest stands.
 */
import 'server-only';
import { z } from 'zod';
import type { HostLayout, LayoutPart, Unread } from '@/lib/domain/network/host-network';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, collect, segment } from '../../connection';
import { number, text } from '../../decode';
import type { Decode } from '../read-rows';
import { decodeAddresses, decodeRoutes } from './addresses';
import { decodeDataUses, decodeInterfaces, decodeNetworkUses } from './interfaces';
import { decodeNeighbours } from './lldp';
import { decodePorts } from './ports';

type Lists = Record<'ports' | 'interfaces' | LayoutPart, Result<unknown[]>>;

/** Path of each list and its key in the answer. `/v1/iinterfaces` is empty over all hosts, its details are not (both recorded). */
const LISTS: Record<keyof Lists, { key: string; everywhere?: string }> = {
  ports: { key: 'ethernet_ports' },
  interfaces: { key: 'iinterfaces', everywhere: 'iinterfaces/detail' },
  neighbours: { key: 'lldp_neighbours' },
  addresses: { key: 'addresses' },
  networks: { key: 'interface_networks' },
  dataNetworks: { key: 'interface_datanetworks' },
  routes: { key: 'routes' },
};

async function collectAll(
  ask: (list: (typeof LISTS)[keyof Lists]) => Promise<Result<unknown[]>>,
): Promise<Lists> {
  const [ports, interfaces, neighbours, addresses, networks, dataNetworks, routes] = await Promise.all([
    ...[ask(LISTS.ports), ask(LISTS.interfaces), ask(LISTS.neighbours), ask(LISTS.addresses)],
    ...[ask(LISTS.networks), ask(LISTS.dataNetworks), ask(LISTS.routes)],
  ] as const);
  return { ports, interfaces, neighbours, addresses, networks, dataNetworks, routes };
}

/** Seven requests. @param host uuid */
export async function getHostLayout(connection: Connection, host: string): Promise<Result<HostLayout>> {
  const lists = await collectAll(({ key }) => collect(connection, `/ihosts/${segment(host)}/${key}`, key));
  return layoutOf(lists);
}

/**
 * Seven requests, and one more for every further 2,000 rows of a list; none for each host.
 * @param hosts uuids
 * @returns by uuid
 */
export async function getHostLayouts(
  connection: Connection,
  hosts: readonly string[],
): Promise<Result<Record<string, HostLayout>>> {
  const lists = await collectAll(({ key, everywhere = key }) => collect(connection, `/${everywhere}`, key));
  if (!lists.ports.ok) return lists.ports;
  if (!lists.interfaces.ok) return lists.interfaces;
  const numbers = numbersIn(lists.interfaces.data);
  const layouts: Record<string, HostLayout> = {};
  for (const host of hosts) {
    const mine = rowsOf(host, numbers.get(host));
    const layout = layoutOf({
      ...{ ports: mine(lists.ports), interfaces: mine(lists.interfaces), neighbours: mine(lists.neighbours) },
      ...{ addresses: mine(lists.addresses), networks: mine(lists.networks) },
      ...{ dataNetworks: mine(lists.dataNetworks), routes: mine(lists.routes) },
    });
    if (!layout.ok) return layout;
    layouts[host] = layout.data;
  }
  return ok(layouts);
}

const ownerWire = z.object({ ihost_uuid: text, host_uuid: text, forihostid: number });

/** Integer ids of hosts by uuid: interfaces have both, what is on them has the integer alone. */
function numbersIn(rows: readonly unknown[]): Map<string, number> {
  return new Map(
    rows.flatMap((row) => {
      const { data } = ownerWire.safeParse(row);
      return data && data.ihost_uuid !== null && data.forihostid !== null
        ? [[data.ihost_uuid, data.forihostid] as const]
        : [];
    }),
  );
}

/** Rows that are of one host. */
const rowsOf =
  (host: string, hostNumber: number | undefined) =>
  (list: Result<unknown[]>): Result<unknown[]> =>
    list.ok
      ? ok(
          list.data.filter((row) => {
            const { data } = ownerWire.safeParse(row);
            const owner = data?.ihost_uuid ?? data?.host_uuid ?? null;
            return owner === null
              ? hostNumber !== undefined && data?.forihostid === hostNumber
              : owner === host;
          }),
        )
      : list;

function layoutOf(lists: Lists): Result<HostLayout> {
  if (!lists.ports.ok) return lists.ports;
  if (!lists.interfaces.ok) return lists.interfaces;
  const unread: Unread<LayoutPart>[] = [];
  const part = <T>(name: LayoutPart, decode: Decode<T>, whole: boolean): T[] => {
    const list = lists[name];
    if (!list.ok) {
      unread.push({ part: name, message: list.error.message });
      return [];
    }
    const { rows, unreadable } = decode(list.data);
    const [odd] = unreadable;
    // A change leans on all of it: a list with a row that says nothing is as good as not read.
    if (odd && whole) unread.push({ part: name, message: `A row of it cannot be read: ${odd.why}` });
    return rows;
  };
  const interfaces = decodeInterfaces(lists.interfaces.data);
  return ok({
    ports: decodePorts(lists.ports.data).rows,
    interfaces: interfaces.rows,
    neighbours: part('neighbours', decodeNeighbours, false),
    addresses: part('addresses', decodeAddresses, true),
    networks: part('networks', decodeNetworkUses, true),
    dataNetworks: part('dataNetworks', decodeDataUses, true),
    routes: part('routes', decodeRoutes, true),
    ...{ unread, unreadableInterfaces: interfaces.unreadable },
  });
}
