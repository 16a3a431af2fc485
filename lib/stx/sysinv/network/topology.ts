/**
 * Cabling and data networks of every host in one reading: sysinv `/v1/lldp_neighbours`, `/v1/interface_datanetworks` and
 * `/v1/datanetworks`. Three requests, and one more for every further 2,000 rows of a collection; none for each host.
 */
import 'server-only';
import { z } from 'zod';
import type { UnreadableRow } from '@/lib/domain/host';
import { deviceOf, farEnd, isSwitch } from '@/lib/domain/network/lldp';
import type {
  PackedCable,
  PackedUse,
  TopologyDevice,
  TopologyFacts,
  TopologyPart,
} from '@/lib/domain/network/topology-facts';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from '../../connection';
import { readRows, text } from '../../decode';
import { decodeDataNetworks } from './cloud-rows';

const neighbourWire = z.object({
  host_uuid: z.string(),
  port_name: text,
  chassis_id: text,
  system_name: text,
  system_capabilities: text,
  management_address: text,
  port_identifier: text,
  port_description: text,
});
type NeighbourWire = z.infer<typeof neighbourWire>;

const useWire = z.object({ forihostid: z.number(), ifname: text, datanetwork_name: z.string() });

const same = <T>(row: T): T => row;

/** Packs rows of `/v1/lldp_neighbours`: each device once, cables by the host that hears. */
export function packNeighbours(rows: readonly unknown[]): {
  devices: TopologyDevice[];
  cables: Record<string, PackedCable[]>;
  unreadable: UnreadableRow[];
} {
  const read = readRows(rows, neighbourWire, same, ['port_name', 'system_name']);
  const places = new Map<string, number>();
  const devices: TopologyDevice[] = [];
  const cables = new Map<string, PackedCable[]>();
  for (const row of read.rows) {
    const device = deviceFrom(row);
    const place = places.get(device.id) ?? devices.push(device) - 1;
    places.set(device.id, place);
    const far = farEnd({ tlvs: tlvsOf(row) }).port;
    const list = cables.get(row.host_uuid) ?? [];
    list.push([row.port_name, place, far]);
    cables.set(row.host_uuid, list);
  }
  return { devices, cables: Object.fromEntries(cables), unreadable: read.unreadable };
}

const tlvsOf = (row: NeighbourWire) => ({
  chassisId: row.chassis_id,
  systemName: row.system_name,
  systemCapabilities: row.system_capabilities,
  managementAddress: row.management_address,
  portId: row.port_identifier,
  portDescription: row.port_description,
});

function deviceFrom(row: NeighbourWire): TopologyDevice {
  const tlvs = tlvsOf(row);
  const { name, direct } = farEnd({ tlvs });
  return {
    id: deviceOf({ tlvs }) ?? name,
    name,
    forwards: isSwitch(tlvs),
    hostname: direct ? name : null,
    managementAddress: row.management_address,
  };
}

/** Packs rows of `/v1/interface_datanetworks` by the integer id of the host. */
export function packUses(rows: readonly unknown[]): {
  uses: Record<string, PackedUse[]>;
  unreadable: UnreadableRow[];
} {
  const read = readRows(rows, useWire, same, ['ifname', 'datanetwork_name']);
  const uses = new Map<string, PackedUse[]>();
  for (const { forihostid, ifname, datanetwork_name } of read.rows) {
    const list = uses.get(String(forihostid)) ?? [];
    list.push([ifname, datanetwork_name]);
    uses.set(String(forihostid), list);
  }
  return { uses: Object.fromEntries(uses), unreadable: read.unreadable };
}

/** Fails when no part can be read; a part that alone cannot is named. */
export async function getTopology(connection: Connection): Promise<Result<TopologyFacts>> {
  const [neighbours, uses, networks] = await Promise.all([
    collect(connection, '/lldp_neighbours', 'lldp_neighbours'),
    collect(connection, '/interface_datanetworks', 'interface_datanetworks'),
    collect(connection, '/datanetworks', 'datanetworks'),
  ]);
  if (!neighbours.ok && !uses.ok && !networks.ok) return neighbours;
  const unread: TopologyFacts['unread'][number][] = [];
  const rowsOf = (part: TopologyPart, result: Result<unknown[]>): unknown[] => {
    if (result.ok) return result.data;
    unread.push({ part, message: result.error.message });
    return [];
  };
  const heard = packNeighbours(rowsOf('cables', neighbours));
  const assigned = packUses(rowsOf('uses', uses));
  const known = decodeDataNetworks(rowsOf('networks', networks));
  return ok({
    ...{ devices: heard.devices, cables: heard.cables, uses: assigned.uses, unread },
    networks: known.rows.map(({ name, type, mtu }) => ({ name, type, mtu })),
    unreadable: [...heard.unreadable, ...assigned.unreadable, ...known.unreadable],
  });
}
