'use client';
/** What the three lists have in common: one reading, and what of it is missing. */
import { oddRows } from '@/components/table/odd-rows';
import { NotRead } from '@/components/ui/not-read';
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
  return {
    /** Without it there is nothing to list: not read yet, or this part failed. */
    cloud: message == null ? cloud : undefined,
    ...oddRows(cloud?.unreadable.filter(({ part }) => part === list)),
    stale: isStale(seen, serverNow()),
    failed:
      message == null ? undefined : (
        <NotRead title={`${what} could not be read`} error={{ message, requestId: seen?.error?.requestId }} />
      ),
  };
}
