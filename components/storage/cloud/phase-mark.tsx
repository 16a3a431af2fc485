/** How far something is set up: a shape and the platform's word. */
import { StateGlyph, type StateGlyphName } from '@/components/ui/glyphs/state-glyph';
import type { Unknown } from '@/lib/domain/host';
import { type ConfigPhase, configPhase, configWord } from '@/lib/domain/storage/cloud/config-state';

/** Configured is no green: it says that something is set up, not that it runs. */
const GLYPHS: Record<ConfigPhase, StateGlyphName> = {
  ...{ failed: 'failed', unknown: 'unknown', changing: 'in-progress' },
  ...{ waiting: 'offline', other: 'online', set: 'online' },
};
const INKS: Record<ConfigPhase, string> = {
  ...{ failed: 'text-crit-fg', unknown: 'text-unk-fg', changing: 'text-accent' },
  ...{ waiting: 'text-ink', other: 'text-ink', set: 'text-ink-3' },
};

export function PhaseMark({ state, count }: { state: Unknown<string>; count?: number }) {
  const phase = configPhase(state);
  const word = configWord(state);
  return (
    <span className={`inline-flex min-w-0 items-center gap-1.5 ${INKS[phase]}`}>
      <StateGlyph state={GLYPHS[phase]} size={14} />
      <span className="[overflow-wrap:anywhere]">
        {count === undefined ? word : `${count} ${word.toLowerCase()}`}
      </span>
    </span>
  );
}

export const PhaseGlyph = ({ phase }: { phase: ConfigPhase }) => (
  <StateGlyph state={GLYPHS[phase]} size={16} />
);
