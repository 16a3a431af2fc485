/** Kubernetes of a cloud in one reading: four requests, five while the root CA is being updated, however many hosts there are. */
import 'server-only';
import type { KubePart, Kubernetes, KubeVersionPath } from '@/lib/domain/kube/kube';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../../connection';
import { readable } from '../../decode';
import { collectParts } from '../parts';
import { read } from '../read-rows';
import {
  decodeHosts,
  decodeRootca,
  decodeRootcaHosts,
  decodeUpgrades,
  decodeVersions,
  versionPath,
} from './rows';

export async function getKubernetes(connection: Connection): Promise<Result<Kubernetes>> {
  const [versions, upgrades, hosts, updates] = await Promise.all([
    read(connection, '/kube_versions', 'kube_versions', decodeVersions),
    read(connection, '/kube_upgrade', 'kube_upgrades', decodeUpgrades),
    read(connection, '/kube_host_upgrades', 'kube_host_upgrades', decodeHosts),
    read(connection, '/kube_rootca_update', 'kube_rootca_updates', decodeRootca),
  ]);
  if (!versions.ok && !upgrades.ok) return fail(upgrades.error);
  const { rows, unread, unreadable } = collectParts<KubePart>();
  const rootca = rows('rootca', updates)?.[0] ?? null;
  return ok({
    versions: rows('versions', versions) ?? [],
    upgrade: rows('upgrade', upgrades)?.[0] ?? null,
    hosts: rows('hosts', hosts) ?? [],
    rootca,
    // While nothing is updated there are no rows of hosts, and asking for them is an error.
    rootcaHosts:
      rootca === null
        ? []
        : (rows(
            'rootcaHosts',
            await read(connection, '/kube_rootca_update/hosts', 'kube_host_updates', decodeRootcaHosts),
          ) ?? []),
    ...{ unread, unreadable },
  });
}

/** More versions than these no platform has. */
const MOST_VERSIONS = 30;

/** From where to where each version can be upgraded: a request for each, since the list does not say. */
export async function getKubePaths(connection: Connection): Promise<Result<KubeVersionPath[]>> {
  const versions = await read(connection, '/kube_versions', 'kube_versions', decodeVersions);
  if (!versions.ok) return versions;
  const paths = await Promise.all(
    versions.data.rows.slice(0, MOST_VERSIONS).map(async ({ version }) => {
      const answer = await ask(connection, 'sysinv', `/kube_versions/${segment(version)}`);
      if (!answer.ok) return answer;
      return readable(versionPath, answer.data.body, 'sysinv', connection.requestId);
    }),
  );
  const first = paths.find((path) => !path.ok);
  const known = paths.flatMap((path) => (path.ok ? [path.data] : []));
  return first && !first.ok && known.length === 0 ? first : ok(known);
}
