'use client';
/** What the three lists have in common: one reading, and what of it is missing. */
import { Unplug } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import type { CloudPart } from '@/lib/domain/network/cloud/cloud-networks';
import { unreadOf } from '@/lib/domain/network/cloud/cloud-networks';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';

/** @param list the part that the list is of. `failed`: in place of its rows */
export function useCloudNetworks(list: CloudPart, what: string) {
  const seen = useView('cloudNetworks', {});
  const cloud = seen?.data;
  const message = cloud ? unreadOf(cloud, list) : seen?.error?.message;
  const unreadable = cloud?.unreadable.flatMap(({ part, id, name, why }, index) =>
    part === list ? [{ key: id ?? `row-${index}`, ...(name ? { label: name } : {}), why }] : [],
  );
  return {
    /** Without it there is nothing to list: not read yet, or this part failed. */
    cloud: message == null ? cloud : undefined,
    ...(unreadable?.length ? { unreadable } : {}),
    stale: isStale(seen, serverNow()),
    failed:
      message == null ? undefined : (
        <EmptyState icon={<Unplug aria-hidden />} title={`${what} could not be read`}>
          <span className="mono">{message}</span>
          {seen?.error?.requestId && <span className="mono block text-ink-3">{seen.error.requestId}</span>}
          The list fills by itself when the platform answers.
        </EmptyState>
      ),
  };
}
