/**
 * Changes to the storage of the cloud: sysinv api/controllers/v1/storage_backend.py and storage_*.py, storage_tier.py, ceph_mon.py,
 * controller_fs.py. Each function is one request; refusals come back in the platform's words.
 */
import 'server-only';
import { ok, type Result } from '@/lib/domain/result';
import { POOLS } from '@/lib/domain/storage/backend';
import type { BackendChange, NewBackend, StorageCall } from '@/lib/domain/storage/cloud/storage-calls';
import type { FsSize } from '@/lib/domain/storage/fs-size';
import { ask, type Connection, segment } from '../../connection';

type Method = 'POST' | 'PATCH' | 'PUT' | 'DELETE';
type Patch = { op: 'replace'; path: string; value: unknown };

const replace = (name: string, value: unknown): Patch => ({ op: 'replace', path: `/${name}`, value });

export async function change(
  connection: Connection,
  method: Method,
  path: string,
  body?: unknown,
): Promise<Result<null>> {
  const answer = await ask(connection, 'sysinv', path, { method, ...(body === undefined ? {} : { body }) });
  return answer.ok ? ok(null) : answer;
}

/** Every kind has a collection of its own; the general one can neither delete nor say of a kind what only that has. */
const collectionOf = (kind: string): string => `/storage_${kind.replaceAll('-', '_')}`;

/** Capabilities are text to the platform, numbers among them. */
const capabilities = ({
  replication,
  minReplication,
  deploymentModel,
}: {
  replication?: number | null;
  minReplication?: number | null;
  deploymentModel?: string | null;
}): Record<string, string> => ({
  ...(replication == null ? {} : { replication: String(replication) }),
  ...(minReplication == null ? {} : { min_replication: String(minReplication) }),
  ...(deploymentModel == null ? {} : { deployment_model: deploymentModel }),
});

/** What cannot be undone is confirmed by the person, not by the platform a second time. @param tierId uuid */
export function addBackend(
  connection: Connection,
  backend: NewBackend,
  tierId: string | null,
): Promise<Result<null>> {
  const { kind, name, services, deploymentModel } = backend;
  const { deployment_model: _, ...copies } = capabilities(backend);
  return change(connection, 'POST', collectionOf(kind), {
    ...{ backend: kind, name, confirmed: 'true' },
    ...(services.length > 0 ? { services: services.join(',') } : {}),
    ...(Object.keys(copies).length > 0 ? { capabilities: copies } : {}),
    ...(deploymentModel === null ? {} : { deployment: deploymentModel }),
    ...(tierId === null ? {} : { tier_uuid: tierId }),
  });
}

/** @param id uuid */
export function changeBackend(
  connection: Connection,
  kind: string,
  id: string,
  to: BackendChange,
): Promise<Result<null>> {
  const caps = capabilities(to);
  return change(connection, 'PATCH', `${collectionOf(kind)}/${segment(id)}`, [
    ...(to.services ? [replace('services', to.services.join(','))] : []),
    ...(Object.keys(caps).length > 0 ? [replace('capabilities', JSON.stringify(caps))] : []),
  ]);
}

/** @param id uuid of a bare-metal Ceph */
export const changeQuotas = (
  connection: Connection,
  id: string,
  gib: Extract<StorageCall, { do: 'backend.quotas' }>['gib'],
): Promise<Result<null>> =>
  change(
    connection,
    'PATCH',
    `/storage_ceph/${segment(id)}`,
    POOLS.flatMap((pool) => (gib[pool] === undefined ? [] : [replace(`${pool}_pool_gib`, gib[pool])])),
  );

/** @param id uuid */
export const deleteBackend = (connection: Connection, kind: string, id: string) =>
  change(connection, 'DELETE', `${collectionOf(kind)}/${segment(id)}`);

/** @param cluster uuid */
export const createTier = (connection: Connection, name: string, cluster: string) =>
  change(connection, 'POST', '/storage_tiers', { name, cluster_uuid: cluster });

/** @param id uuid */
export const renameTier = (connection: Connection, id: string, name: string) =>
  change(connection, 'PATCH', `/storage_tiers/${segment(id)}`, [replace('name', name)]);

/** @param id uuid */
export const deleteTier = (connection: Connection, id: string) =>
  change(connection, 'DELETE', `/storage_tiers/${segment(id)}`);

/** @param host uuid */
export const addMonitor = (connection: Connection, host: string) =>
  change(connection, 'POST', '/ceph_mon', { ihost_uuid: host });

/** @param id uuid of the monitor */
export const resizeMonitor = (connection: Connection, id: string, sizeGib: number) =>
  change(connection, 'PATCH', `/ceph_mon/${segment(id)}`, [replace('ceph_mon_gib', sizeGib)]);

/** The one thing that is deleted by the uuid of its host. */
export const deleteMonitor = (connection: Connection, host: string) =>
  change(connection, 'DELETE', `/ceph_mon/${segment(host)}`);

/** Names and sizes as both `update_many` take them (recorded): a list of changes for each, sizes as text. */
export const sizesBody = (sizes: readonly FsSize[]): Patch[][] =>
  sizes.map(({ name, sizeGib }) => [replace('name', name), replace('size', String(sizeGib))]);

/** One request for all of them. @param system uuid */
export const resizeControllerFs = (connection: Connection, system: string, sizes: readonly FsSize[]) =>
  change(connection, 'PUT', `/isystems/${segment(system)}/controller_fs/update_many`, sizesBody(sizes));
