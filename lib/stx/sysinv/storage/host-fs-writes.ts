/** Changes to the filesystems of a host: sysinv api/controllers/v1/host_fs.py. Each function is one request. */
import 'server-only';
import type { FsSize } from '@/lib/domain/storage/fs-size';
import { CEPH_FS } from '@/lib/domain/storage/host-fs/host-fs-calls';
import { type Connection, segment } from '../../connection';
import { change, sizesBody } from './cloud-writes';

const updateMany = (host: string) => `/ihosts/${segment(host)}/host_fs/update_many`;

/** One request for all of them. @param host uuid */
export const resizeHostFs = (connection: Connection, host: string, sizes: readonly FsSize[]) =>
  change(connection, 'PUT', updateMany(host), sizesBody(sizes));

/** @param host uuid */
export const addHostFs = (connection: Connection, host: string, name: string, sizeGib: number) =>
  change(connection, 'POST', '/host_fs', { name, size: sizeGib, ihost_uuid: host });

/** @param id uuid of the filesystem */
export const deleteHostFs = (connection: Connection, id: string) =>
  change(connection, 'DELETE', `/host_fs/${segment(id)}`);

/** The platform reads the capabilities as JSON text. @param host uuid */
export const setCephFunctions = (connection: Connection, host: string, functions: readonly string[]) =>
  change(connection, 'PUT', updateMany(host), [
    [
      { op: 'replace', path: '/name', value: CEPH_FS },
      { op: 'replace', path: '/capabilities', value: JSON.stringify({ functions }) },
    ],
  ]);
