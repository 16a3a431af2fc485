'use client';
/** What the lists of this room have in common: one part of the reading, and what there is in its place. */
import { oddRows } from '@/components/table/odd-rows';
import { NotRead } from '@/components/ui/not-read';
import { type CloudStoragePart, unreadCloudStorage } from '@/lib/domain/storage/cloud-storage';
import type { StorageReading } from './use-storage';

/** @param what "The volume groups". `failed`: in place of the rows */
export function listState({ storage, error, stale }: StorageReading, part: CloudStoragePart, what: string) {
  const message = storage ? unreadCloudStorage(storage, part) : error?.message;
  return {
    stale,
    ...oddRows(storage?.unreadable.filter(({ part: of }) => of === part)),
    failed:
      message == null ? undefined : (
        <NotRead title={`${what} could not be read`} error={{ message, requestId: error?.requestId }} />
      ),
  };
}
