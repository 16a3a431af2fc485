/** OSDs and journals: sysinv `istors` (api/controllers/v1/storage.py), of one host or of all. */
import 'server-only';
import { z } from 'zod';
import type { StorageFunction } from '@/lib/domain/storage/storage-function';
import { number, readRows, text } from '../../decode';

const wire = z.object({
  uuid: z.string(),
  ihost_uuid: text,
  idisk_uuid: text,
  function: text,
  osdid: number,
  state: text,
  tier_uuid: text,
  tier_name: text,
  journal_location: text,
  journal_size_mib: number,
  journal_path: text,
  journal_node: text,
});

const reshape = (row: z.infer<typeof wire>): StorageFunction => ({
  id: row.uuid,
  hostId: row.ihost_uuid,
  function: row.function,
  osdNumber: row.osdid,
  state: row.state,
  diskId: row.idisk_uuid,
  tierId: row.tier_uuid,
  tier: row.tier_name,
  journal: {
    onId: row.journal_location,
    sizeMib: row.journal_size_mib,
    path: row.journal_path,
    node: row.journal_node,
  },
});

export const decodeStorageFunctions = (rows: readonly unknown[]) =>
  readRows(rows, wire, reshape, ['function']);
