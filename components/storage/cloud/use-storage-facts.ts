'use client';
/** What every change to storage is judged by, as it was last read. */
import { type StorageState, storageState } from '@/lib/domain/storage/cloud/storage-state';
import { useView } from '@/lib/queries/view';

/** `error`: why there is nothing to judge by. */
export function useStorageFacts(): { facts: StorageState | undefined; error: string | undefined } {
  const storage = useView('cloudStorage', {});
  const hosts = useView('hosts', {});
  const system = useView('system', {});
  const error = storage?.error ?? hosts?.error;
  if (!storage?.data || !hosts?.data) return { facts: undefined, error: error?.message };
  return {
    facts: storageState(storage.data, hosts.data.hosts, system?.data ?? null),
    error: undefined,
  };
}
