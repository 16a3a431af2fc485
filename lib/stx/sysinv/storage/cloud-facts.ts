/** Storage of the cloud: sysinv `storage_backend`, `controller_fs`, `ceph_mon`. */
import 'server-only';
import { z } from 'zod';
import type { ControllerFsFact, MonitorFact, StorageBackendFact } from '@/lib/domain/host-facts';
import type { Result } from '@/lib/domain/result';
import type { Connection } from '../../connection';
import { flag, number, text } from '../../decode';
import { allRows } from '../../rows';
import { fsStatus } from './filesystems';

export const backendWire = z.object({
  uuid: text,
  name: text,
  backend: z.string(),
  state: text,
  task: text,
  capabilities: z
    .object({ replication: number, min_replication: number, deployment_model: text })
    .partial()
    .loose()
    .nullish()
    .catch(null),
});
export const controllerFsWire = z.object({ name: z.string(), replicated: flag, state: fsStatus });
export const monitorWire = z.object({ hostname: z.string() });

/** Storage backends: ceph, ceph-rook, file, lvm … */
export function listStorageBackends(connection: Connection): Promise<Result<StorageBackendFact[]>> {
  return allRows(connection, '/storage_backend', 'storage_backends', backendWire, (row) => ({
    ...(row.uuid === null ? {} : { id: row.uuid }),
    name: row.name,
    backend: row.backend,
    state: row.state,
    task: row.task,
    replication: row.capabilities?.replication ?? null,
    minReplication: row.capabilities?.min_replication ?? null,
    deploymentModel: row.capabilities?.deployment_model ?? null,
  }));
}

/** Filesystems of the controllers. Not said whether replicated counts as replicated: a resize then matters. */
export function listControllerFs(connection: Connection): Promise<Result<ControllerFsFact[]>> {
  return allRows(connection, '/controller_fs', 'controller_fs', controllerFsWire, (row) => ({
    name: row.name,
    replicated: row.replicated ?? true,
    status: row.state,
  }));
}

/** Hosts that carry a Ceph monitor. */
export function listMonitors(connection: Connection): Promise<Result<MonitorFact[]>> {
  return allRows(connection, '/ceph_mon', 'ceph_mon', monitorWire, ({ hostname }) => ({ hostname }));
}
