/**
 * The network of one host in one reading: eight requests, seven when there is no host to compare it with. Ports and
 * interfaces are what it is about; without any other part the rest stands, and the part is named as not read.
 */
import 'server-only';
import type { UnreadableRow } from '@/lib/domain/host';
import type { HostNetwork, HostNetworkMore, Unread } from '@/lib/domain/network/host-network';
import type { Neighbour } from '@/lib/domain/network/lldp';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, segment } from '../../connection';
import { decodeAddresses, decodeRoutes } from './addresses';
import { decodeDataUses, decodeInterfaces, decodeNetworkUses, decodeTimingUses } from './interfaces';
import { decodeAgents, decodeNeighbours } from './lldp';
import { decodePorts } from './ports';
import { type Rows, read } from './read-rows';

/** Rows of a part that the rest can do without; what went wrong is noted. */
function partOf<P extends string, T>(
  part: P,
  result: Result<Rows<T>>,
  unread: Unread<P>[],
  unreadable: UnreadableRow[],
): T[] {
  if (!result.ok) {
    unread.push({ part, message: result.error.message });
    return [];
  }
  unreadable.push(...result.data.unreadable);
  return result.data.rows;
}

/** @param host, peer uuids; the peer is the host whose neighbours are compared with this one's */
export async function getHostNetwork(
  connection: Connection,
  host: string,
  peer: string | null,
): Promise<Result<HostNetwork>> {
  const base = `/ihosts/${segment(host)}`;
  const [ports, interfaces, neighbours, addresses, networks, dataNetworks, timing, peers] = await Promise.all(
    [
      read(connection, `${base}/ethernet_ports`, 'ethernet_ports', decodePorts),
      read(connection, `${base}/iinterfaces`, 'iinterfaces', decodeInterfaces),
      read(connection, `${base}/lldp_neighbours`, 'lldp_neighbours', decodeNeighbours),
      read(connection, `${base}/addresses`, 'addresses', decodeAddresses),
      read(connection, `${base}/interface_networks`, 'interface_networks', decodeNetworkUses),
      read(connection, `${base}/interface_datanetworks`, 'interface_datanetworks', decodeDataUses),
      read(connection, '/ptp_interfaces', 'ptp_interfaces', decodeTimingUses),
      peer === null
        ? ok<Rows<Neighbour>>({ rows: [], unreadable: [] })
        : read(connection, `/ihosts/${segment(peer)}/lldp_neighbours`, 'lldp_neighbours', decodeNeighbours),
    ],
  );
  if (!ports.ok) return ports;
  if (!interfaces.ok) return interfaces;
  const unread: HostNetwork['unread'][number][] = [];
  const unreadable = [...ports.data.unreadable];
  // Odd rows of another host are that host's.
  const elsewhere: UnreadableRow[] = [];
  return ok({
    ports: ports.data.rows,
    interfaces: interfaces.data.rows,
    neighbours: partOf('neighbours', neighbours, unread, unreadable),
    addresses: partOf('addresses', addresses, unread, unreadable),
    networks: partOf('networks', networks, unread, unreadable),
    dataNetworks: partOf('dataNetworks', dataNetworks, unread, unreadable),
    timing: partOf('timing', timing, unread, unreadable),
    peerNeighbours: partOf('peerNeighbours', peers, unread, elsewhere),
    ...{ unread, unreadable, unreadableInterfaces: interfaces.data.unreadable },
  });
}

/** What the details say besides: two requests, when somebody opens them. @param host uuid */
export async function getHostNetworkMore(
  connection: Connection,
  host: string,
): Promise<Result<HostNetworkMore>> {
  const base = `/ihosts/${segment(host)}`;
  const [agents, routes] = await Promise.all([
    read(connection, `${base}/lldp_agents`, 'lldp_agents', decodeAgents),
    read(connection, `${base}/routes`, 'routes', decodeRoutes),
  ]);
  if (!agents.ok && !routes.ok) return agents;
  const unread: HostNetworkMore['unread'][number][] = [];
  const unreadable: UnreadableRow[] = [];
  return ok({
    agents: partOf('agents', agents, unread, unreadable),
    routes: partOf('routes', routes, unread, unreadable),
    ...{ unread, unreadable },
  });
}
