'use client';
/**
 * What the buttons of the storage of a host are judged by: what the page has read anyway, and which backends the cloud
 * has, which is one request for all who look. The sheets look closer.
 */
import type { Host } from '@/lib/domain/host';
import { cloudFacts, type StorageFacts } from '@/lib/domain/storage/editor/facts';
import { type HostStorage, unreadStorage } from '@/lib/domain/storage/host-storage';
import { useView } from '@/lib/queries/view';

export function useStorageSite(host: Host, storage: HostStorage): StorageFacts {
  const hosts = useView('hosts', {})?.data?.hosts ?? null;
  const system = useView('system', {})?.data ?? null;
  const fact = useView('cloudFact', { fact: 'storageBackends' })?.data;
  const backends =
    fact?.name === 'storageBackends'
      ? fact.value.map(({ backend, task, deploymentModel = null }) => ({
          ...{ kind: backend, task, deploymentModel },
        }))
      : null;
  const { disks, partitions, physicalVolumes, volumeGroups, storageFunctions, filesystems } = storage;
  return {
    ...{ host, hosts, system },
    ...{ disks, partitions, physicalVolumes, volumeGroups, storageFunctions },
    filesystems: unreadStorage(storage, 'filesystems') === null ? filesystems : null,
    cloud: { ...cloudFacts(undefined), backends },
  };
}
