'use client';
import { Note } from '@/components/ui/note';
import { OddRows } from '@/components/ui/odd-rows';
import type { CloudNetworks, CloudPart } from '@/lib/domain/network/cloud/cloud-networks';
import { missingParts } from '@/lib/domain/network/cloud/missing-parts';
import { formatCounted } from '@/lib/format/number';

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
