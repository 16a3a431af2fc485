/** Partitions: sysinv `/v1/ihosts/{uuid}/partitions` (api/controllers/v1/partition.py). */
import 'server-only';
import { z } from 'zod';
import type { Partition } from '@/lib/domain/storage/partition';
import { number, readRows, text } from '../../decode';

const wire = z.object({
  uuid: z.string(),
  ihost_uuid: text,
  idisk_uuid: text,
  device_node: text,
  device_path: text,
  start_mib: number,
  end_mib: number,
  size_mib: number,
  type_guid: text,
  type_name: text,
  status: number,
  ipv_uuid: text,
});

const reshape = (row: z.infer<typeof wire>): Partition => ({
  id: row.uuid,
  hostId: row.ihost_uuid,
  diskId: row.idisk_uuid,
  node: row.device_node,
  path: row.device_path,
  startMib: row.start_mib,
  endMib: row.end_mib,
  sizeMib: row.size_mib,
  typeGuid: row.type_guid,
  typeName: row.type_name,
  status: row.status,
  physicalVolumeId: row.ipv_uuid,
});

export const decodePartitions = (rows: readonly unknown[]) => readRows(rows, wire, reshape, ['device_node']);
