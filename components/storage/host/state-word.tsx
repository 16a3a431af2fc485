/** A state of storage: glyph and word; settled ones recede. */
import { StateGlyph, type StateGlyphName } from '@/components/ui/glyphs/state-glyph';
import type { Look } from '@/lib/domain/storage/state-look';
import { PendingGlyph } from './pending-glyph';

const GLYPHS: Record<'changing' | 'failed', StateGlyphName> = { changing: 'in-progress', failed: 'failed' };

export function LookGlyph({ look, size = 14 }: { look: Look | null; size?: number }) {
  if (look === null || look === 'settled') return null;
  return look === 'pending' ? <PendingGlyph size={size} /> : <StateGlyph state={GLYPHS[look]} size={size} />;
}

export function StateWord({ word, look }: { word: string | null; look: Look | null }) {
  if (word === null) return <span className="text-unk-fg">Unknown</span>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <LookGlyph look={look} />
      <span className={look === 'settled' ? 'text-ink-2' : 'text-ink'}>{word}</span>
    </span>
  );
}
