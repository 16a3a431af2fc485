/** How an application looks in a list: glyph, words and tone of its status. */
import { StateGlyph, type StateGlyphName } from '@/components/ui/glyphs/state-glyph';
import { type Application, type Mood, moodOf, statusWords } from '@/lib/domain/application/application';

const GLYPHS: Record<Mood, StateGlyphName> = {
  working: 'in-progress',
  running: 'available',
  waiting: 'online',
  failed: 'failed',
  unknown: 'unknown',
};

const TONES: Record<Mood, string> = {
  working: 'text-accent',
  running: 'text-ink-2',
  waiting: 'text-ink',
  failed: 'text-crit-fg',
  unknown: 'text-unk-fg',
};

export const ApplicationGlyph = ({ one }: { one: Application }) => <StateGlyph state={GLYPHS[moodOf(one)]} />;

export const StatusWords = ({ one }: { one: Application }) => (
  <span className={TONES[moodOf(one)]}>{statusWords(one.status)}</span>
);
