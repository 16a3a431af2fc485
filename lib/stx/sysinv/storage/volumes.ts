/** LVM: sysinv `ilvgs` and `ipvs` (api/controllers/v1/lvg.py, pv.py), of one host or of all. */
import 'server-only';
import { z } from 'zod';
import type { PhysicalVolume, VolumeGroup } from '@/lib/domain/storage/volume-group';
import { number, readRows, text } from '../../decode';
import { dictionary } from './said';

const groupWire = z.object({
  uuid: z.string(),
  ihost_uuid: text,
  lvm_vg_name: z.string(),
  vg_state: text,
  lvm_vg_access: text,
  lvm_vg_uuid: text,
  lvm_vg_size: number,
  lvm_vg_avail_size: number,
  lvm_vg_total_pe: number,
  lvm_vg_free_pe: number,
  lvm_cur_lv: number,
  lvm_max_lv: number,
  lvm_cur_pv: number,
  lvm_max_pv: number,
  capabilities: dictionary,
});

const group = (row: z.infer<typeof groupWire>): VolumeGroup => ({
  id: row.uuid,
  hostId: row.ihost_uuid,
  name: row.lvm_vg_name,
  state: row.vg_state,
  access: row.lvm_vg_access,
  lvmId: row.lvm_vg_uuid,
  sizeBytes: row.lvm_vg_size,
  availableBytes: row.lvm_vg_avail_size,
  totalExtents: row.lvm_vg_total_pe,
  freeExtents: row.lvm_vg_free_pe,
  logicalVolumes: row.lvm_cur_lv,
  maxLogicalVolumes: row.lvm_max_lv,
  physicalVolumes: row.lvm_cur_pv,
  maxPhysicalVolumes: row.lvm_max_pv,
  parameters: row.capabilities,
});

export const decodeVolumeGroups = (rows: readonly unknown[]) =>
  readRows(rows, groupWire, group, ['lvm_vg_name']);

const volumeWire = z.object({
  uuid: z.string(),
  ihost_uuid: text,
  lvm_pv_name: text,
  pv_state: text,
  pv_type: text,
  disk_or_part_uuid: text,
  disk_or_part_device_node: text,
  disk_or_part_device_path: text,
  ilvg_uuid: text,
  lvm_vg_name: text,
  lvm_pv_uuid: text,
  lvm_pv_size: number,
  lvm_pe_total: number,
  lvm_pe_alloced: number,
});

const volume = (row: z.infer<typeof volumeWire>): PhysicalVolume => ({
  id: row.uuid,
  hostId: row.ihost_uuid,
  name: row.lvm_pv_name,
  state: row.pv_state,
  type: row.pv_type,
  onId: row.disk_or_part_uuid,
  onNode: row.disk_or_part_device_node,
  onPath: row.disk_or_part_device_path,
  groupId: row.ilvg_uuid,
  group: row.lvm_vg_name,
  lvmId: row.lvm_pv_uuid,
  sizeBytes: row.lvm_pv_size,
  totalExtents: row.lvm_pe_total,
  allocatedExtents: row.lvm_pe_alloced,
});

export const decodePhysicalVolumes = (rows: readonly unknown[]) =>
  readRows(rows, volumeWire, volume, ['lvm_pv_name', 'disk_or_part_device_node']);
