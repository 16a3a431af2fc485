/** Views of the storage of a host, and of the cloud. */
import 'server-only';
import { z } from 'zod';
import { isStorageChanging } from '@/lib/domain/storage/changing';
import { isCloudStorageChanging } from '@/lib/domain/storage/cloud/changing';
import type { CloudStorage } from '@/lib/domain/storage/cloud-storage';
import type { HostStorage } from '@/lib/domain/storage/host-storage';
import { getCloudStorage } from '@/lib/stx/sysinv/storage/cloud-storage';
import { getHostStorage } from '@/lib/stx/sysinv/storage/host-storage';
import { getHostStorageSums } from '@/lib/stx/sysinv/storage/host-sums';
import { none, type Pace, view } from './view';

const hostPace = (storage: HostStorage): Pace => (isStorageChanging(storage) ? 'fast' : 'minute');
const cloudPace = (storage: CloudStorage): Pace => (isCloudStorageChanging(storage) ? 'fast' : 'minute');

export const storageViews = {
  /** Disks and everything that is on them: six requests, followed closely while the platform is changing something. */
  hostStorage: view({
    params: z.strictObject({ hostId: z.uuid() }),
    load: (connection, { hostId }) => getHostStorage(connection, hostId),
    pace: hostPace,
  }),
  /** Volume groups and OSDs of every host, in a line each: two requests, while a list shows them. */
  hostStorageSums: view({
    params: none,
    load: (connection) => getHostStorageSums(connection),
    pace: () => 'minute',
  }),
  /** Backends, Ceph, filesystems of the controllers, and volume groups of every host: nine requests. */
  cloudStorage: view({
    params: none,
    load: (connection) => getCloudStorage(connection),
    pace: cloudPace,
  }),
};
