/** A clock in one line: shape, word, and how long a holdover lasts. Colour is in the shape alone. */
import { clsx } from 'clsx';
import { BellOff } from 'lucide-react';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import type { ClockState } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { ClockMark } from '@/lib/queries/host-clocks';

const CALM: readonly ClockState[] = ['ntp', 'no-fault', 'locked'];
const NOT_KNOWN: readonly ClockState[] = ['unknown', 'not-configured'];

export function ClockMarkLine({ mark, size = 15 }: { mark: ClockMark; size?: number }) {
  const { state, why, left, remaining, suppressed } = mark;
  return (
    <span className="flex min-w-0 items-center gap-1.5" {...(why ? { title: why } : {})}>
      <ClockGlyph state={state} size={size} {...(remaining === null ? {} : { remaining })} />
      <span
        className={clsx(
          'truncate',
          NOT_KNOWN.includes(state) ? 'text-unk-fg' : CALM.includes(state) ? 'text-ink-2' : 'text-ink',
        )}
      >
        {STATE_WORDS[state]}
        {left && <span className="text-ink-3"> {left}</span>}
      </span>
      {why && <span className="sr-only">, {why}</span>}
      {suppressed && (
        <span className="flex-none text-ink-3" title="Its alarm is hidden by suppression. It counts here">
          <BellOff size={13} strokeWidth={1.75} aria-hidden />
          <span className="sr-only">, its alarm is hidden by suppression</span>
        </span>
      )}
    </span>
  );
}
