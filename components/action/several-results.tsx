'use client';
/** What came of each of several things that were asked for together: what needs a look first, in the platform's words. */
import type { ReactNode } from 'react';
import { StateGlyph, type StateGlyphName } from '@/components/ui/glyphs/state-glyph';
import type { Failure } from '@/lib/domain/result';
import { isUnsure } from '@/lib/domain/write-outcome';
import type { SeveralRow, SeveralRun, SeveralState } from '@/lib/queries/several';
import { SheetRow } from './sheet-row';

const ORDER: readonly SeveralState[] = [
  'refused',
  'unheard',
  'unknown',
  'lost',
  'asked',
  'waiting',
  'accepted',
];
const GLYPHS = {
  ...{ refused: 'failed', unheard: 'failed', unknown: 'unknown', lost: 'unknown' },
  ...{ asked: 'in-progress', waiting: 'online', accepted: 'available' },
} as const satisfies Record<SeveralState, StateGlyphName>;
const UNHEARD = 'It did not get through: the console has no record of it, and the platform was not asked.';
const LOST =
  'The link was lost before the answer came. Nothing is sent again by itself; the console is asked.';

export type Told = { glyph?: StateGlyphName; detail: string } | null;
type Props<T> = {
  run: SeveralRun<T>;
  keyOf: (thing: T) => string;
  nameOf: (thing: T) => string;
  /** As in "worker-1 was not locked". */
  participle: string;
  /** What became of one that was accepted: "Done". */
  accepted: string;
  /** Where to look, as in "Look at the host before you try again". */
  look: string;
  /** What is known of it since it was accepted. */
  tell?: (thing: T) => Told;
};

export function SeveralResults<T>({ run, keyOf, nameOf, participle, accepted, look, tell }: Props<T>) {
  const words: Record<SeveralState, string> = {
    ...{ refused: 'Refused', unheard: 'Not sent', unknown: 'Not known', lost: 'Not known yet' },
    ...{ asked: 'Asked', waiting: 'Waits for its turn', accepted },
  };
  const ends: Partial<Record<SeveralState, string>> = {
    ...{ refused: ` was not ${participle}`, unheard: ` was not ${participle}` },
    ...{ unknown: ': not known', lost: ': not known yet' },
  };
  const rows = [...run.rows].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <ul aria-live="polite">
      {rows.map((row) => {
        const { of, state } = row;
        const told = state === 'accepted' ? tell?.(of) : null;
        return (
          <SheetRow
            key={keyOf(of)}
            icon={<StateGlyph state={told?.glyph ?? GLYPHS[state]} size={16} title={words[state]} />}
            title={
              <>
                <span className="mono">{nameOf(of)}</span>
                {ends[state]}
              </>
            }
            strong={ends[state] !== undefined}
            detail={detailOf(row, look) ?? told?.detail ?? words[state]}
          />
        );
      })}
    </ul>
  );
}

function detailOf<T>({ state, failure }: SeveralRow<T>, look: string): ReactNode {
  if (state === 'lost') return LOST;
  if (state === 'unheard') return UNHEARD;
  return failure && <Words failure={failure} look={look} />;
}

function Words({ failure, look }: { failure: Failure; look: string }) {
  const source = [failure.service, failure.status ? `HTTP ${failure.status}` : '', failure.requestId];
  return (
    <>
      <span className="mono block whitespace-pre-wrap text-ink">{failure.message}</span>
      <span className="text-ink-3">{source.filter(Boolean).join(', ')}</span>
      {isUnsure(failure) && (
        <span className="block">{`It may have been carried out. ${look} before you try again.`}</span>
      )}
    </>
  );
}

/** As "2 accepted, 1 refused". @param done what the platform did with those that it took */
export function severalCounts<T>({ rows }: SeveralRun<T>, done: string): string {
  const count = (...states: SeveralState[]) => rows.filter(({ state }) => states.includes(state)).length;
  return [
    { count: count('accepted'), word: done, always: true },
    { count: count('refused'), word: 'refused', always: false },
    { count: count('unheard'), word: 'not sent', always: false },
    { count: count('unknown', 'lost'), word: 'not known', always: false },
  ]
    .filter(({ count: some, always }) => always || some > 0)
    .map(({ count: some, word }) => `${some} ${word}`)
    .join(', ');
}
