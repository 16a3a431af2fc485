/** What can be done with one thing of the storage: the foot of its drawer, and of the free space and rest of a disk, the disk's. */
import type { ReactNode } from 'react';
import { HostFsActions } from '../filesystems/host-fs-actions';
import type { StorageThing } from './storage-thing';
import type { HostStorageModel } from './use-host-storage';

/** @returns null: nothing, and the drawer has no foot */
export function rowActions(thing: StorageThing, { host, storage }: HostStorageModel): ReactNode {
  switch (thing.kind) {
    case 'fs':
      return <HostFsActions fs={thing.own} host={host} groups={storage.volumeGroups} />;
    default:
      return null;
  }
}
