/** What a preflight of a host asks of Kubernetes: where the host stands in an update of the root CA, and in an upgrade. */
import 'server-only';
import { z } from 'zod';
import type { KubeHostUpgradeFact, KubeRootcaFact } from '@/lib/domain/host-facts';
import { ok, type Result } from '@/lib/domain/result';
import type { Connection } from '../../connection';
import { number, text } from '../../decode';
import { allRows } from '../../rows';
import { getHost } from '../hosts';

export const rootcaWire = z.object({ state: text });
export const rootcaHostWire = z.object({ hostname: text, state: text });
export const hostUpgradeWire = z.object({ host_id: number, status: text });

/**
 * The root CA update of the cloud and where one host stands in it; both null when none is under way.
 * `/v1/kube_rootca_update` and `/v1/kube_rootca_update/hosts` (api/controllers/v1/kube_rootca_update.py).
 * @param host uuid
 */
export async function getRootcaUpdate(connection: Connection, host: string): Promise<Result<KubeRootcaFact>> {
  const updates = await allRows(
    connection,
    '/kube_rootca_update',
    'kube_rootca_updates',
    rootcaWire,
    ({ state }) => state,
  );
  if (!updates.ok) return updates;
  const [state] = updates.data;
  // Below a cloud that updates nothing there are no rows of hosts, and asking for them is an error.
  if (state === undefined) return ok({ state: null, hostState: null });
  const [named, rows] = await Promise.all([
    getHost(connection, host),
    allRows(connection, '/kube_rootca_update/hosts', 'kube_host_updates', rootcaHostWire, (row) => row),
  ]);
  if (!named.ok) return named;
  if (!rows.ok) return rows;
  const mine = rows.data.find(({ hostname }) => hostname !== null && hostname === named.data.hostname);
  return ok({ state, hostState: mine?.state ?? null });
}

/**
 * Where one host stands in a Kubernetes upgrade: `/v1/kube_host_upgrades` has a row per host, `status` null while
 * nothing goes on.
 * @param host uuid
 */
export async function getKubeHostUpgrade(
  connection: Connection,
  host: string,
): Promise<Result<KubeHostUpgradeFact>> {
  const [named, rows] = await Promise.all([
    getHost(connection, host),
    allRows(connection, '/kube_host_upgrades', 'kube_host_upgrades', hostUpgradeWire, (row) => row),
  ]);
  if (!named.ok) return named;
  if (!rows.ok) return rows;
  const mine = rows.data.find(({ host_id }) => host_id !== null && host_id === named.data.number);
  return ok({ status: mine?.status ?? null });
}
