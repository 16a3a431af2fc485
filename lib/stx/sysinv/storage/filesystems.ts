/** Filesystems: sysinv `host_fs` of one host or of all, and `controller_fs` (api/controllers/v1/host_fs.py, controller_fs.py). */
import 'server-only';
import { z } from 'zod';
import type { ControllerFs, HostFs } from '@/lib/domain/storage/filesystem';
import { flag, number, readRows, text } from '../../decode';
import { functionsOf } from './said';

const hostWire = z.object({
  uuid: z.string(),
  ihost_uuid: text,
  name: z.string(),
  size: number,
  logical_volume: text,
  state: text,
  capabilities: functionsOf,
});

const hostFs = (row: z.infer<typeof hostWire>): HostFs => ({
  id: row.uuid,
  hostId: row.ihost_uuid,
  name: row.name,
  sizeGib: row.size,
  logicalVolume: row.logical_volume,
  state: row.state,
  functions: row.capabilities,
});

export const decodeHostFs = (rows: readonly unknown[]) => readRows(rows, hostWire, hostFs, ['name']);

/** `state` is a Python dict written as text, "{'status': 'available'}", or a real object. */
export const fsStatus = z
  .union([z.string(), z.object({ status: text }).loose()])
  .nullish()
  .transform((state) => {
    if (state === null || state === undefined) return null;
    if (typeof state !== 'string') return state.status;
    return /['"]status['"]\s*:\s*['"]([^'"]*)['"]/.exec(state)?.[1] ?? null;
  });

const controllerWire = z.object({
  uuid: z.string(),
  name: z.string(),
  size: number,
  logical_volume: text,
  replicated: flag,
  state: fsStatus,
  capabilities: functionsOf,
});

const controllerFs = (row: z.infer<typeof controllerWire>): ControllerFs => ({
  id: row.uuid,
  name: row.name,
  sizeGib: row.size,
  logicalVolume: row.logical_volume,
  replicated: row.replicated ?? true,
  status: row.state,
  functions: row.capabilities,
});

export const decodeControllerFs = (rows: readonly unknown[]) =>
  readRows(rows, controllerWire, controllerFs, ['name']);
