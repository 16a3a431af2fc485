import type { ReactNode } from 'react';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { SheetHeading } from './check-list';
import { SheetRow } from './sheet-row';

type Effect = { title: string; detail?: ReactNode };

/** What is deleted along with what a sheet deletes; nothing where there is nothing. */
export function GoesWithIt({ effects }: { effects: readonly Effect[] }) {
  if (effects.length === 0) return null;
  return (
    <div>
      <SheetHeading>What goes with it</SheetHeading>
      <ul>
        {effects.map(({ title, detail }) => (
          <SheetRow
            key={title}
            icon={<StateGlyph state="offline" size={16} />}
            title={title}
            detail={detail}
          />
        ))}
      </ul>
    </div>
  );
}
