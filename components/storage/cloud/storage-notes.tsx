/** What of the reading is missing or old. */
import { Note } from '@/components/ui/note';
import { OddRows } from '@/components/ui/odd-rows';
import { Time } from '@/components/ui/time';
import { PART_WORDS } from '@/lib/domain/storage/cloud/part-words';
import { formatCounted } from '@/lib/format/number';
import { listWords, raiseFirst } from '@/lib/format/words';
import type { StorageReading } from './use-storage';

export function StorageNotes({ reading: { storage, error, asOf } }: { reading: StorageReading }) {
  const unread = storage?.unread ?? [];
  const odd = storage?.unreadable ?? [];
  return (
    <>
      {error && storage && (
        <Note tone="unknown" live="polite" title="The storage could not be read again.">
          <span className="mono">{error.message}</span>
          {asOf !== undefined && (
            <>
              {' '}
              You see what was read at <Time at={asOf} form="clock" />.
            </>
          )}
        </Note>
      )}
      {unread.length > 0 && (
        <Note
          tone="unknown"
          live="polite"
          title={`${raiseFirst(listWords(unread.map(({ part }) => PART_WORDS[part].many)))} could not be read.`}
        >
          <span className="mono">{[...new Set(unread.map(({ message }) => message))].join(' ')}</span> The
          rest stands.
        </Note>
      )}
      {odd.length > 0 && (
        <OddRows
          title={`${formatCounted(odd.length, 'row')} cannot be read.`}
          rows={odd.map(({ part, id, name, why }, index) => ({
            ...{
              key: `${part} ${id ?? index}`,
              what: raiseFirst(PART_WORDS[part].one),
              name: name ?? id,
              why,
            },
          }))}
        >
          What they stand for is missing below.
        </OddRows>
      )}
    </>
  );
}
