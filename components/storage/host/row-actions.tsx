/** What can be done with one thing of the storage: the foot of its drawer, and of the free space and rest of a disk, the disk's. */
import type { ReactNode } from 'react';
import type { StorageThing } from './storage-thing';
import type { HostStorageModel } from './use-host-storage';

/** @returns null: nothing, and the drawer has no foot */
export function rowActions(_thing: StorageThing, _model: HostStorageModel): ReactNode {
  return null;
}
