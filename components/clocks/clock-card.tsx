import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import { HoldoverLeft } from './holdover-left';
import { ListBand } from './list-band';
import { offsetWords } from './offset-words';
import { holdoverEnd, RowGlyph, stateInk, whyOf } from './state-words';

/** A clock on a phone: which, how it is and why, how far out, and how it was. */
export function ClockCard({ row }: { row: ClockRow }) {
  const until = holdoverEnd(row);
  const more = [
    row.clock.role?.name,
    row.state === 'holdover' && until !== null ? null : whyOf(row),
    row.clock.offset && offsetWords(row.clock.offset),
  ].filter((part) => part != null);
  return (
    <div className="flex flex-col gap-1.5">
      <span className="flex items-center gap-2.5">
        <RowGlyph row={row} size={18} />
        <span className="mono min-w-0 flex-1 truncate text-[16px] font-medium">{row.host}</span>
        <span className={`flex-none ${stateInk(row.state)}`}>
          {STATE_WORDS[row.state]}
          {row.suppressed && <span className="sr-only">, its alarm is hidden by suppression</span>}
        </span>
      </span>
      <span className="flex gap-x-3 text-small text-ink-3">
        {row.state === 'holdover' && until !== null && (
          <span className="flex-none text-ink-2">
            <HoldoverLeft until={until} /> left
          </span>
        )}
        <span className="min-w-0 truncate">{more.join(', ')}</span>
      </span>
      <ListBand host={row.host} />
    </div>
  );
}
