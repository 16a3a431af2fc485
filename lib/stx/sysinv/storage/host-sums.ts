/** The storage of every host in a line each: two requests, however many hosts there are, and one more for every page of either list. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type HostStorageSums, sumsByHost } from '@/lib/domain/storage/host-sums';
import type { Connection } from '../../connection';
import { collectParts } from '../parts';
import { read } from '../read-rows';
import { decodeStorageFunctions } from './storage-functions';
import { decodeVolumeGroups } from './volumes';

export async function getHostStorageSums(connection: Connection): Promise<Result<HostStorageSums>> {
  const [groups, functions] = await Promise.all([
    read(connection, '/ilvgs', 'ilvgs', decodeVolumeGroups),
    read(connection, '/istors', 'istors', decodeStorageFunctions),
  ]);
  if (!groups.ok && !functions.ok) return fail(groups.error);
  const { rows, unread } = collectParts<HostStorageSums['unread'][number]['part']>();
  const hosts = sumsByHost(rows('volumeGroups', groups) ?? [], rows('storageFunctions', functions) ?? []);
  return ok({ hosts, unread });
}
