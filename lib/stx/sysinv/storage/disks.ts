/** Disks: sysinv `idisks` (api/controllers/v1/disk.py), of one host or of all. */
import 'server-only';
import { z } from 'zod';
import type { Disk } from '@/lib/domain/storage/disk';
import { number, readRows, text } from '../../decode';
import { dictionary } from './said';

const wire = z.object({
  uuid: z.string(),
  ihost_uuid: text,
  device_node: text,
  device_path: text,
  device_id: text,
  device_wwn: text,
  device_num: number,
  device_type: text,
  size_mib: number,
  available_mib: number,
  serial_id: text,
  // "N/A" for what does not turn.
  rpm: number,
  capabilities: dictionary,
  istor_uuid: text,
  ipv_uuid: text,
});

const reshape = (row: z.infer<typeof wire>): Disk => {
  const { model_num, stor_function, ...others } = row.capabilities;
  return {
    id: row.uuid,
    hostId: row.ihost_uuid,
    node: row.device_node,
    path: row.device_path,
    deviceId: row.device_id,
    wwn: row.device_wwn,
    number: row.device_num,
    type: row.device_type,
    sizeMib: row.size_mib,
    availableMib: row.available_mib,
    serial: row.serial_id,
    model: model_num ?? null,
    rpm: row.rpm,
    use: stor_function ?? null,
    storageFunctionId: row.istor_uuid,
    physicalVolumeId: row.ipv_uuid,
    capabilities: Object.entries(others).map(([name, said]) => `${name}: ${said}`),
  };
};

export const decodeDisks = (rows: readonly unknown[]) => readRows(rows, wire, reshape, ['device_node']);
