import { formatCounted } from '@/lib/format/number';
import { listWords, raiseFirst } from '@/lib/format/words';
import { Note } from './note';
import { Time } from './time';

type Props = {
  /** "The topology". */
  what: string;
  reading: { error?: { message: string } | undefined; asOf?: number | undefined } | undefined;
  /** Parts that failed, as they are called, and why. */
  unread: readonly { name: string; message: string }[];
  /** Rows that cannot be read. */
  odd: readonly { id: string | null; name: string | null; why: string }[];
};

/** What is not known of a reading: all of it, parts of it, or single rows. */
export function ReadingNotes({ what, reading, unread, odd }: Props) {
  return (
    <>
      {reading?.error && (
        <Note tone="unknown" live="polite" title={`${what} could not be read.`}>
          <span className="mono">{reading.error.message}</span>
          {reading.asOf !== undefined && (
            <>
              {' '}
              You see what was read at <Time at={reading.asOf} form="clock" />.
            </>
          )}
        </Note>
      )}
      {unread.length > 0 && (
        <Note
          tone="unknown"
          live="polite"
          title={`${raiseFirst(listWords(unread.map(({ name }) => name)))} could not be read.`}
        >
          <span className="mono">{[...new Set(unread.map(({ message }) => message))].join(' ')}</span> The
          rest stands.
        </Note>
      )}
      {odd.length > 0 && (
        <Note tone="unknown" title={`${formatCounted(odd.length, 'row')} cannot be read.`}>
          {odd.map(({ id, name, why }, index) => (
            <span key={id ?? `${index} ${why}`} className="mono block [overflow-wrap:anywhere]">
              {name ?? id ?? 'Without a name'}: {why}
            </span>
          ))}
        </Note>
      )}
    </>
  );
}
