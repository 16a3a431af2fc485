/** The storage of one host in one reading: six requests. Disks are what it is about; without any other part the rest stands. */
import 'server-only';
import { ok, type Result } from '@/lib/domain/result';
import type { HostStorage, HostStoragePart } from '@/lib/domain/storage/host-storage';
import { type Connection, segment } from '../../connection';
import { collectParts } from '../parts';
import { read } from '../read-rows';
import { decodeDisks } from './disks';
import { decodeHostFs } from './filesystems';
import { decodePartitions } from './partitions';
import { decodeStorageFunctions } from './storage-functions';
import { decodePhysicalVolumes, decodeVolumeGroups } from './volumes';

/** @param host uuid */
export async function getHostStorage(connection: Connection, host: string): Promise<Result<HostStorage>> {
  const base = `/ihosts/${segment(host)}`;
  const [disks, partitions, volumes, groups, functions, filesystems] = await Promise.all([
    read(connection, `${base}/idisks`, 'idisks', decodeDisks),
    read(connection, `${base}/partitions`, 'partitions', decodePartitions),
    read(connection, `${base}/ipvs`, 'ipvs', decodePhysicalVolumes),
    read(connection, `${base}/ilvgs`, 'ilvgs', decodeVolumeGroups),
    read(connection, `${base}/istors`, 'istors', decodeStorageFunctions),
    read(connection, `${base}/host_fs`, 'host_fs', decodeHostFs),
  ]);
  if (!disks.ok) return disks;
  const { rows, unread, unreadable } = collectParts<HostStoragePart>();
  return ok({
    disks: rows('disks', disks) ?? [],
    partitions: rows('partitions', partitions) ?? [],
    physicalVolumes: rows('physicalVolumes', volumes) ?? [],
    volumeGroups: rows('volumeGroups', groups) ?? [],
    storageFunctions: rows('storageFunctions', functions) ?? [],
    filesystems: rows('filesystems', filesystems) ?? [],
    ...{ unread, unreadable },
  });
}
