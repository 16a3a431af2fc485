/** The cloud's own facts: sysinv `/v1/isystems` (api/controllers/v1/system.py). */
import 'server-only';
import { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { System } from '@/lib/domain/system';
import { type Connection, collect } from '../connection';
import { flag, readRows, text } from '../decode';

const systemWire = z.object({
  uuid: z.string(),
  name: z.string(),
  system_type: text,
  system_mode: text,
  description: text,
  location: text,
  contact: text,
  software_version: text,
  timezone: text,
  region_name: text,
  distributed_cloud_role: text,
  capabilities: z
    .object({
      vswitch_type: text,
      simplex_to_duplex_migration: flag,
      'simplex_to_duplex-direct_migration': flag,
    })
    .partial()
    .loose()
    .nullish()
    .catch(null),
});

/** Decodes rows of `/v1/isystems`. */
export function decodeSystems(rows: readonly unknown[]) {
  const reshape = (wire: z.infer<typeof systemWire>): System => ({
    id: wire.uuid,
    name: wire.name,
    type: wire.system_type,
    mode: wire.system_mode,
    description: wire.description,
    location: wire.location,
    contact: wire.contact,
    softwareVersion: wire.software_version,
    timezone: wire.timezone,
    region: wire.region_name,
    distributedCloudRole: wire.distributed_cloud_role,
    vswitch: wire.capabilities?.vswitch_type ?? null,
    leavingSimplex:
      wire.capabilities?.simplex_to_duplex_migration === true ||
      wire.capabilities?.['simplex_to_duplex-direct_migration'] === true,
  });
  return readRows(rows, systemWire, reshape, ['name']);
}

/** The one system of this cloud. */
export async function getSystem(connection: Connection): Promise<Result<System>> {
  const rows = await collect(connection, '/isystems', 'isystems');
  if (!rows.ok) return rows;
  const system = decodeSystems(rows.data).rows[0];
  if (system) return ok(system);
  const message = 'sysinv names no system.';
  return fail({ kind: 'unreadable', service: 'sysinv', requestId: connection.requestId, message });
}
