'use client';
/** The storage of a host, put together of what the platform says. */
import { useMemo } from 'react';
import type { Host } from '@/lib/domain/host';
import type { HostStorage } from '@/lib/domain/storage/host-storage';
import { type StorageLayout, storageLayout } from '@/lib/domain/storage/layout';
import { type StorageFaults, storageFaults } from '@/lib/domain/storage/storage-faults';
import { type StorageRows, storageRows } from '@/lib/domain/storage/storage-rows';
import { serverNow } from '@/lib/queries/clock';
import { isStale, type Seen } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

export type HostStorageModel = {
  host: Host;
  storage: HostStorage;
  layout: StorageLayout;
  rows: StorageRows;
  faults: StorageFaults;
};

export type HostStorageSeen = {
  model: HostStorageModel | undefined;
  reading: Seen<HostStorage> | undefined;
  /** Alarms were never read: no alarm is then no good news. */
  alarmsUnread: string | null;
  stale: boolean;
};

export function useHostStorage(host: Host): HostStorageSeen {
  const reading = useView('hostStorage', { hostId: host.id });
  const alarms = useView('alarms', {});
  const storage = reading?.data;
  const list = alarms?.data?.alarms;
  const name = host.hostname ?? '';
  const layout = useMemo(() => storage && storageLayout(storage), [storage]);
  const model = useMemo(() => {
    if (!storage || !layout) return undefined;
    const faults = storageFaults(list ?? [], name, storage);
    return { host, storage, layout, faults, rows: storageRows(storage, layout, faults) };
  }, [host, storage, layout, list, name]);
  return {
    ...{ model, reading },
    alarmsUnread: list ? null : (alarms?.error?.message ?? null),
    stale: isStale(reading, serverNow()),
  };
}
