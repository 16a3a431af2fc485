'use client';
/** What can be done with one thing of the storage: the foot of its drawer, and of the free space and rest of a disk, the disk's. */
import type { ReactNode } from 'react';
import {
  DiskActions,
  GroupActions,
  JournalActions,
  OsdActions,
  PartitionActions,
  VolumeActions,
} from '../editor/thing-actions';
import { useStorageSite } from '../editor/use-storage-site';
import { HostFsActions } from '../filesystems/host-fs-actions';
import type { StorageThing } from './storage-thing';
import type { HostStorageModel } from './use-host-storage';

type Props = { thing: StorageThing; model: HostStorageModel };

/** @returns null: nothing, and the drawer has no foot */
export function rowActions(thing: StorageThing, model: HostStorageModel): ReactNode {
  return <ThingActions thing={thing} model={model} />;
}

function ThingActions({ thing, model }: Props) {
  const facts = useStorageSite(model.host, model.storage);
  switch (thing.kind) {
    case 'disk':
      return <DiskActions own={thing.own} facts={facts} />;
    case 'partition':
      return <PartitionActions own={thing.own} facts={facts} />;
    case 'pv':
      return <VolumeActions own={thing.own} facts={facts} />;
    case 'vg':
      return <GroupActions own={thing.own} facts={facts} />;
    case 'osd':
      return <OsdActions own={thing.own} facts={facts} />;
    case 'journal':
      return <JournalActions own={thing.own} facts={facts} />;
    case 'fs':
      return <HostFsActions fs={thing.own} host={model.host} groups={model.storage.volumeGroups} />;
  }
}
