/** What the ports of all hosts hear by LLDP: sysinv `/v1/lldp_neighbours` (api/controllers/v1/lldp_neighbour.py). */
import 'server-only';
import { z } from 'zod';
import type { LldpList, LldpNeighbour } from '@/lib/domain/clock/ptp-config';
import { ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from '../connection';
import { readRows, text } from '../decode';

const neighbourWire = z.object({
  uuid: z.string(),
  host_uuid: z.string(),
  port_name: text,
  system_name: text,
  chassis_id: text,
  port_identifier: text,
  port_description: text,
});

const reshape = (wire: z.infer<typeof neighbourWire>): LldpNeighbour => ({
  hostId: wire.host_uuid,
  port: wire.port_name,
  systemName: wire.system_name,
  chassisId: wire.chassis_id,
  remotePort: wire.port_identifier,
  remotePortDescription: wire.port_description,
});

/** Decodes rows of `/v1/lldp_neighbours`. */
export const decodeLldpNeighbours = (rows: readonly unknown[]) =>
  readRows(rows, neighbourWire, reshape, ['system_name', 'port_name']);

/** Neighbours of every host: one request per 2,000 of them. */
export async function listLldpNeighbours(connection: Connection): Promise<Result<LldpList>> {
  const raw = await collect(connection, '/lldp_neighbours', 'lldp_neighbours');
  if (!raw.ok) return raw;
  const { rows: neighbours, unreadable } = decodeLldpNeighbours(raw.data);
  return ok({ neighbours, unreadable });
}
