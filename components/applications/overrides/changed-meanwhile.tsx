'use client';
import { DiffRows } from '@/components/code/diff-rows';
/** Somebody else changed the overrides that are being edited: who, what, and what to do about it. Nothing was overwritten. */
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import type { ChartReading } from '@/lib/domain/application/chart';
import { diffRows } from '@/lib/domain/application/overrides/diff';
import { previewOf, type Typed } from '@/lib/domain/application/overrides/preview';
import type { Conflict, DraftState } from './drafts';
import type { Save } from './use-save';

type Props = {
  state: DraftState;
  reading: ChartReading;
  /** What would be sent. */
  typed: Typed;
  save: Save;
  onTakeTheirs: () => void;
};

/** What the server said as it was to be saved, or what a newer reading shows while somebody types. */
function conflictOf({ draft, dirty }: DraftState, reading: ChartReading, busy: boolean): Conflict | null {
  if (draft.conflict) return draft.conflict;
  const { version } = reading;
  if (busy || !dirty || version === draft.began.version || version === draft.seen) return null;
  return { values: reading, by: null, whyUnknown: null };
}

export function ChangedMeanwhile({ state, reading, typed, save, onTakeTheirs }: Props) {
  const { change } = state;
  const conflict = conflictOf(state, reading, save.busy || save.lost.waiting !== null);
  if (!conflict) return null;
  const { values, by, whyUnknown } = conflict;
  const mine = previewOf({ system: null, user: values.user }, typed);
  return (
    <div className="flex flex-col gap-2 border-line border-t p-3.5">
      <Note
        tone="major"
        live="alert"
        title="These user overrides were changed meanwhile. Nothing of yours was sent."
      >
        {by === null ? (whyUnknown ?? 'Who did it is not known to this console.') : `${by} saved them here.`}
      </Note>
      {mine.state === 'known' && (
        <>
          <h3>Theirs, and yours in its place</h3>
          <DiffRows
            boxed
            label="Their user overrides, and yours"
            rows={diffRows(values.user ?? '', mine.preview.user)}
          />
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={onTakeTheirs}>Take theirs</Button>
        <Button onClick={() => change({ conflict: null, seen: values.version })}>Keep editing</Button>
        <Button
          variant="danger-solid"
          busy={save.busy}
          {...(mine.state === 'faulty' ? { disabledReason: 'What is typed does not parse' } : {})}
          onClick={() => void save.run(values.version)}
        >
          Overwrite theirs
        </Button>
      </div>
    </div>
  );
}
