'use client';
/** What the three lists have in common: one reading, and what of it is missing. */
import { Unplug } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { Note } from '@/components/ui/note';
import { OddRows } from '@/components/ui/odd-rows';
import type { CloudNetworks, CloudPart } from '@/lib/domain/network/cloud/cloud-networks';
import { unreadOf } from '@/lib/domain/network/cloud/cloud-networks';
import { missingParts } from '@/lib/domain/network/cloud/network-rows';
import { formatCounted } from '@/lib/format/number';
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

/** Above a list: columns that say "Unknown", and rows of other lists that it counts on. */
export function MissingNote({ cloud, list }: { cloud: CloudNetworks; list: CloudPart }) {
  const { unread, odd } = missingParts(cloud, list);
  return (
    <>
      {unread.map(({ part, title, message }) => (
        <Note
          key={part}
          tone="unknown"
          live="polite"
          className="flex-none"
          title={`${title} could not be read.`}
        >
          <span className="mono">{message}</span>
        </Note>
      ))}
      {odd.length > 0 && (
        <OddRows
          title={`${formatCounted(odd.length, 'row')} that this list counts on cannot be read.`}
          rows={odd}
        >
          What they stand for is missing below.
        </OddRows>
      )}
    </>
  );
}
