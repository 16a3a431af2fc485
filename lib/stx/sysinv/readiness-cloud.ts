/** What the platform looks at before it unlocks a controller: tiers, volume groups, room for filesystems, OAM units, legacy PTP. */
import 'server-only';
import { z } from 'zod';
import type {
  FilesystemRoomFact,
  OamUnitsFact,
  TierFact,
  VolumeGroupFact,
} from '@/lib/domain/readiness-facts';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Connection, segment } from '../connection';
import { number, text } from '../decode';
import { allRows } from '../rows';

const below = (host: string, collection: string) => `/ihosts/${segment(host)}/${collection}`;
const MIB = 1024 ** 2;

export const tierWire = z.object({
  uuid: z.string(),
  name: z.string(),
  type: text,
  backend_uuid: text,
  stors: z.array(z.unknown()),
});

/** Storage tiers with how many OSDs each has. */
export const listTierFacts = (connection: Connection): Promise<Result<TierFact[]>> =>
  allRows(connection, '/storage_tiers', 'storage_tiers', tierWire, (row) => ({
    ...{ id: row.uuid, name: row.name, type: row.type, backendId: row.backend_uuid },
    osds: row.stors.length,
  }));

export const volumeGroupWire = z.object({
  lvm_vg_name: z.string(),
  vg_state: text,
  lvm_vg_size: number,
  lvm_vg_total_pe: number,
  lvm_vg_free_pe: number,
});
const groups = (connection: Connection, host: string) =>
  allRows(connection, below(host, 'ilvgs'), 'ilvgs', volumeGroupWire, (row) => row);

/** Volume groups of a host. @param host uuid */
export async function listVolumeGroupFacts(
  connection: Connection,
  host: string,
): Promise<Result<VolumeGroupFact[]>> {
  const rows = await groups(connection, host);
  return rows.ok ? ok(rows.data.map((row) => ({ name: row.lvm_vg_name, state: row.vg_state }))) : rows;
}

export const volumeSizeWire = z.object({
  lvm_vg_name: text,
  lvm_pv_size: number,
  pv_type: text,
  disk_or_part_uuid: text,
});
const sizeWire = z.object({ uuid: z.string(), size_mib: number });

/**
 * Room in cgts-vg of a controller that was never unlocked, beside what the active one uses of its own. Two requests, four
 * when a physical volume has no size yet.
 * @param host, active uuids
 */
export async function getFilesystemRoom(
  connection: Connection,
  host: string,
  active: string,
): Promise<Result<FilesystemRoomFact>> {
  const [there, volumes] = await Promise.all([
    groups(connection, active),
    allRows(connection, below(host, 'ipvs'), 'ipvs', volumeSizeWire, (row) => row),
  ]);
  if (!there.ok) return there;
  if (!volumes.ok) return volumes;
  const group = there.data.find((row) => row.lvm_vg_name === 'cgts-vg');
  if (!group) {
    const message = 'The active controller names no cgts-vg.';
    return fail({ kind: 'unreadable', service: 'sysinv', requestId: connection.requestId, message });
  }
  const mine = volumes.data.filter((row) => row.lvm_vg_name === 'cgts-vg');
  const sizes = new Map<string, number>();
  if (mine.some((row) => !row.lvm_pv_size)) {
    for (const [collection, key] of [
      ['partitions', 'partitions'],
      ['idisks', 'idisks'],
    ] as const) {
      const rows = await allRows(connection, below(host, collection), key, sizeWire, (row) => row);
      if (!rows.ok) return rows;
      for (const row of rows.data) sizes.set(row.uuid, (row.size_mib ?? 0) * MIB);
    }
  }
  const given = mine.reduce(
    (sum, row) => sum + (row.lvm_pv_size || (sizes.get(row.disk_or_part_uuid ?? '') ?? 0)),
    0,
  );
  const { lvm_vg_size: size, lvm_vg_total_pe: total, lvm_vg_free_pe: free } = group;
  const used = size && total ? Math.floor((size * (total - (free ?? 0))) / total) : null;
  return ok({ used, given });
}

export const oamUnitsWire = z.object({ oam_c0_ip: text, oam_c1_ip: text });

/** Addresses of the two controllers in the OAM network. */
export async function getOamUnits(connection: Connection): Promise<Result<OamUnitsFact>> {
  const rows = await allRows(connection, '/iextoam', 'iextoams', oamUnitsWire, (row) => row);
  if (!rows.ok) return rows;
  return ok({ first: rows.data[0]?.oam_c0_ip ?? null, second: rows.data[0]?.oam_c1_ip ?? null });
}

export const transportWire = z.object({ transport: text });

/** Transport of the older single PTP instance. */
export async function getPtpTransport(connection: Connection): Promise<Result<string | null>> {
  const rows = await allRows(connection, '/ptp', 'ptps', transportWire, (row) => row.transport);
  return rows.ok ? ok(rows.data[0] ?? null) : rows;
}
