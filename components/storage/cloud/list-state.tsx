'use client';
/** What the lists of this room have in common: one part of the reading, and what there is in its place. */
import { Unplug } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { type CloudStoragePart, unreadCloudStorage } from '@/lib/domain/storage/cloud-storage';
import type { StorageReading } from './use-storage';

/** @param what "The volume groups". `failed`: in place of the rows */
export function listState({ storage, error, stale }: StorageReading, part: CloudStoragePart, what: string) {
  const message = storage ? unreadCloudStorage(storage, part) : error?.message;
  const unreadable = storage?.unreadable.flatMap(({ part: of, id, name, why }, index) =>
    of === part ? [{ key: id ?? `row-${index}`, ...(name ? { label: name } : {}), why }] : [],
  );
  return {
    stale,
    ...(unreadable?.length ? { unreadable } : {}),
    failed:
      message == null ? undefined : (
        <EmptyState icon={<Unplug aria-hidden />} title={`${what} could not be read`}>
          <span className="mono">{message}</span> The list fills by itself when the platform answers.
        </EmptyState>
      ),
  };
}
