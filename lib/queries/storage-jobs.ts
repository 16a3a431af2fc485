/** The door to changes of the disks of a host. Beside the store, which every page carries. */
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import { openRequest } from './action-store';

/** Opens the sheet of a change to the disks of a host. @param hostId uuid */
export const openHostStorageJob = (hostId: string, job: HostStorageJob): void =>
  openRequest({ kind: 'hostStorage', hostId, job });
