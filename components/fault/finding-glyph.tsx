import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import type { Glyph } from '@/lib/domain/host-trouble';

/** Shape of a finding: of a host's condition, an alarm's severity or a clock's state, never two of them. */
export function FindingGlyph({ glyph, ...look }: { glyph: Glyph; size?: number; className?: string }) {
  switch (glyph.family) {
    case 'host':
      return <StateGlyph state={glyph.condition} {...look} />;
    case 'severity':
      return <SeverityGlyph severity={glyph.severity} {...look} />;
    case 'clock':
      return (
        <ClockGlyph
          state={glyph.state}
          {...look}
          {...(glyph.remaining === null ? {} : { remaining: glyph.remaining })}
        />
      );
  }
}
