'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { atLeastWord, SEVERITIES } from '@/lib/domain/alarm';
import { alarmsHref } from './nav';
import { tallySentence } from './title';
import { useTally } from './use-tally';

/** Active alarms by severity, on every page. Zero recedes, unknown is never zero, old figures lose their colour. */
export function AlarmTally() {
  const { counts, stale, capped } = useTally();
  return (
    <Link
      href={alarmsHref()}
      className="tally"
      data-stale={(counts && stale) || undefined}
      data-unknown={!counts || undefined}
      title={capped ? 'There may be more: fault management gives no more at once' : undefined}
      aria-label={tallySentence(counts, stale, capped)}
    >
      {counts ? (
        SEVERITIES.map((severity) => (
          <span key={severity} className={clsx(counts[severity] === 0 && 'text-ink-3 max-sm:hidden')}>
            <SeverityGlyph
              severity={severity}
              size={15}
              className={clsx(counts[severity] === 0 && 'opacity-45')}
            />
            {atLeastWord(counts[severity], capped)}
          </span>
        ))
      ) : (
        <span className="font-normal text-unk-fg">
          <StateGlyph state="unknown" size={15} />
          Alarms unknown
        </span>
      )}
    </Link>
  );
}
