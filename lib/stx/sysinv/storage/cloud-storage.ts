/**
 * The storage of the cloud in one reading: nine requests, however many hosts there are (and one more for every page of a
 * list that sysinv cuts). What is the same on every host is counted here and not sent on.
 */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type CloudStorage, type CloudStoragePart, isSettledFs } from '@/lib/domain/storage/cloud-storage';
import type { Connection } from '../../connection';
import { collectParts } from '../parts';
import { read } from '../read-rows';
import { decodeBackends, decodeCephBackends, decodeClusters, decodeMonitors, decodeTiers } from './backends';
import { decodeControllerFs, decodeHostFs } from './filesystems';
import { decodeStorageFunctions } from './storage-functions';
import { decodeVolumeGroups } from './volumes';

export async function getCloudStorage(connection: Connection): Promise<Result<CloudStorage>> {
  const [backends, ceph, tiers, clusters, monitors, controllerFs, functions, groups, hostFs] =
    await Promise.all([
      read(connection, '/storage_backend', 'storage_backends', decodeBackends),
      read(connection, '/storage_ceph', 'storage_ceph', decodeCephBackends),
      read(connection, '/storage_tiers', 'storage_tiers', decodeTiers),
      read(connection, '/clusters', 'clusters', decodeClusters),
      read(connection, '/ceph_mon', 'ceph_mon', decodeMonitors),
      read(connection, '/controller_fs', 'controller_fs', decodeControllerFs),
      read(connection, '/istors', 'istors', decodeStorageFunctions),
      read(connection, '/ilvgs', 'ilvgs', decodeVolumeGroups),
      read(connection, '/host_fs', 'host_fs', decodeHostFs),
    ]);
  if (!backends.ok && !groups.ok) return fail(backends.error);
  const { rows, unread, unreadable } = collectParts<CloudStoragePart>();
  const filesystems = rows('filesystems', hostFs) ?? [];
  return ok({
    backends: rows('backends', backends) ?? [],
    cephBackends: rows('cephBackends', ceph) ?? [],
    tiers: rows('tiers', tiers) ?? [],
    clusters: rows('clusters', clusters) ?? [],
    monitors: rows('monitors', monitors) ?? [],
    controllerFilesystems: rows('controllerFilesystems', controllerFs) ?? [],
    storageFunctions: (rows('storageFunctions', functions) ?? []).map(
      ({ id, hostId, function: what, osdNumber, state, tierId, tier }) => ({
        ...{ id, hostId, osdNumber, state, tierId, tier },
        function: what,
      }),
    ),
    volumeGroups: (rows('volumeGroups', groups) ?? []).map(
      ({ id, hostId, name, state, sizeBytes, availableBytes }) => ({
        ...{ id, hostId, name, state, sizeBytes, availableBytes },
      }),
    ),
    filesystems: { count: filesystems.length, unsettled: filesystems.filter((one) => !isSettledFs(one)) },
    ...{ unread, unreadable },
  });
}
