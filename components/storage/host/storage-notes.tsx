'use client';
/** What is not known of the storage, and what does not add up. */
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Note } from '@/components/ui/note';
import { ReadingNotes } from '@/components/ui/reading-notes';
import { oddWords, PART_WORDS } from './storage-words';
import type { HostStorageSeen } from './use-host-storage';

export function StorageNotes({ seen: { model, reading, alarmsUnread } }: { seen: HostStorageSeen }) {
  const odd = model?.layout.nodes.flatMap(({ key, name, capacity }) =>
    (capacity?.odds ?? []).map((one) => ({ key: `${key} ${one.odd}`, name, words: oddWords(one) })),
  );
  const elsewhere = model?.faults.elsewhere ?? [];
  return (
    <>
      <ReadingNotes
        what="The storage of this host"
        reading={reading}
        unread={[
          ...(model?.storage.unread ?? []).map(({ part, message }) => ({ name: PART_WORDS[part], message })),
          ...(alarmsUnread === null ? [] : [{ name: 'alarms', message: alarmsUnread }]),
        ]}
        odd={model?.storage.unreadable ?? []}
      />
      {odd !== undefined && odd.length > 0 && (
        <Note tone="unknown" title="Figures of the platform do not add up.">
          <ul aria-label="What does not add up">
            {odd.map(({ key, name, words }) => (
              <li key={key} className="[overflow-wrap:anywhere]">
                <span className="mono text-ink">{name}</span>: {words}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {elsewhere.length > 0 && (
        <Note title="Alarms about filesystems that are not among those of this host.">
          <ul aria-label="Alarms about other filesystems">
            {elsewhere.map(({ id, severity, reason, entity }) => (
              <li key={id} className="flex items-center gap-1.5 [overflow-wrap:anywhere]">
                <SeverityGlyph severity={severity} size={14} />
                <span>
                  <span className="mono">{entity}</span>: {reason}
                </span>
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  );
}
