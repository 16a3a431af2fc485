'use client';
/** What every change to the disks of a host is judged by, as it was last read. */
import type { Host } from '@/lib/domain/host';
import { cloudFacts, type StorageFacts } from '@/lib/domain/storage/editor/facts';
import { unreadStorage } from '@/lib/domain/storage/host-storage';
import { useView } from '@/lib/queries/view';

type Read = {
  facts: StorageFacts | undefined;
  /** Why there is nothing to show. */
  error: string | undefined;
};

const NEEDED = ['disks', 'partitions', 'physicalVolumes', 'volumeGroups', 'storageFunctions'] as const;

/** Waits for what there is of the cloud, and goes on without it where it cannot be read. @param hosts all of them */
export function useStorageFacts(host: Host, hosts: readonly Host[]): Read {
  const storage = useView('hostStorage', { hostId: host.id });
  const cloud = useView('cloudStorage', {});
  const system = useView('system', {});
  if (!storage?.data) return { facts: undefined, error: storage?.error?.message };
  if ([cloud, system].some((one) => !one?.data && !one?.error)) return { facts: undefined, error: undefined };
  const { data } = storage;
  // A list that could not be read is not empty, and a change is made from all of it.
  const unread = NEEDED.map((part) => unreadStorage(data, part)).find((message) => message !== null);
  if (unread) return { facts: undefined, error: unread };
  const { disks, partitions, physicalVolumes, volumeGroups, storageFunctions } = data;
  return {
    facts: {
      ...{ host, hosts, system: system?.data ?? null },
      ...{ disks, partitions, physicalVolumes, volumeGroups, storageFunctions },
      filesystems: unreadStorage(data, 'filesystems') === null ? data.filesystems : null,
      cloud: cloudFacts(cloud?.data),
    },
    error: undefined,
  };
}
