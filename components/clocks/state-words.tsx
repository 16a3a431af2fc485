'use client';
/** State of a clock: shape and colour in the glyph, the word beside it, and why. */
import { clsx } from 'clsx';
import { BellOff } from 'lucide-react';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import type { ClockState } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { lowered } from '@/lib/domain/words';
import { HoldoverLeft } from './holdover-left';

const INKS: Record<ClockState, string> = {
  freerun: 'text-crit-fg font-medium',
  unknown: 'text-unk-fg',
  holdover: 'text-major-fg font-medium',
  degraded: 'text-minor-fg font-medium',
  'out-of-tolerance': 'text-minor-fg font-medium',
  ntp: 'text-ink-3',
  'no-fault': 'text-ink-3',
  locked: 'text-ink-2',
  'not-configured': 'text-unk-fg',
};

export const stateInk = (state: ClockState): string => INKS[state];

export const holdoverEnd = ({ clock: { holdover } }: Pick<ClockRow, 'clock'>): number | null =>
  holdover?.since != null && holdover.totalMs !== null ? holdover.since + holdover.totalMs : null;

/** Share of the holdover that is left, for the glyph; undefined when nobody says. */
export function holdoverShare({ clock: { holdover } }: Pick<ClockRow, 'clock'>): number | undefined {
  if (holdover?.leftMs == null || !holdover.totalMs) return undefined;
  return holdover.leftMs / holdover.totalMs;
}

export function RowGlyph({ row, size = 16, title }: { row: ClockRow; size?: number; title?: string }) {
  const remaining = holdoverShare(row);
  return (
    <ClockGlyph
      state={row.state}
      size={size}
      {...(title ? { title } : {})}
      {...(remaining === undefined ? {} : { remaining })}
    />
  );
}

/** Two lines: the word, and why in small. */
export function StateWords({ row, className }: { row: ClockRow; className?: string }) {
  const until = holdoverEnd(row);
  const more = whyOf(row);
  return (
    <span className={clsx('flex min-w-0 flex-col', className)}>
      <span className={clsx('flex min-w-0 items-center gap-1.5', stateInk(row.state))}>
        <span className="truncate">{STATE_WORDS[row.state]}</span>
        {row.suppressed && (
          <span className="flex-none text-ink-3" title="Its alarm is hidden by suppression. It counts here">
            <BellOff size={13} strokeWidth={1.75} aria-hidden />
            <span className="sr-only">, its alarm is hidden by suppression</span>
          </span>
        )}
      </span>
      {row.state === 'holdover' && until !== null ? (
        <span className="truncate text-small text-ink-2">
          <HoldoverLeft until={until} /> left
        </span>
      ) : (
        more !== null && (
          <span className="truncate text-small text-ink-3" title={more}>
            {more}
          </span>
        )
      )}
    </span>
  );
}

/** Why, and what it was when it was last known. */
export function whyOf({ state, why: said, lastKnown }: ClockRow): string | null {
  const why = said === STATE_WORDS[state] ? null : said;
  const before = lastKnown === null ? null : `Was ${lowered(STATE_WORDS[lastKnown])}`;
  return [before, why].filter((part) => part !== null).join('. ') || null;
}
