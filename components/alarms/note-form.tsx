'use client';
/** A note for the next shift. What was typed stays until it is kept. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { Alarm } from '@/lib/domain/alarm';
import { noteProblem } from '@/lib/domain/alarm-mark';
import { may } from '@/lib/domain/rights';
import { useStore } from '@/lib/queries/store';
import { useViewer } from '@/lib/queries/viewer';
import { MarkRefusal } from './mark-refusal';
import { noteWish } from './note-focus';
import { useMark } from './use-mark';

/** @param away seen and notes cannot be read now, so that nothing can be kept either */
export function NoteForm({ alarm, away }: { alarm: Alarm; away: boolean }) {
  const { viewer } = useViewer();
  const { busy, failure, say } = useMark(alarm);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const wished = useStore(noteWish);
  useEffect(() => {
    if (wished === 0) return;
    noteWish.set(0);
    field.current?.focus();
  }, [wished]);
  const verdict = may(viewer, 'alarm.mark', 'Writing notes');
  const off = verdict.ok ? (away ? 'Seen and notes cannot be read now' : null) : verdict.why;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = noteProblem(text);
    setError(problem);
    if (problem || off || busy) return;
    if (await say({ deed: 'note', text: text.trim() })) setText('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex w-full flex-col gap-2" noValidate>
      <MarkRefusal title="The note was not kept" failure={failure} />
      <div className="flex items-start gap-2">
        <TextField
          ref={field}
          label="Note"
          hideLabel
          className="flex-1"
          placeholder={off ?? 'Add a note for the next shift'}
          value={text}
          readOnly={off !== null}
          error={error ?? null}
          onChange={(event) => {
            setText(event.target.value);
            setError(undefined);
          }}
        />
        <Button type="submit" busy={busy === 'note'} disabledReason={off}>
          Add
        </Button>
      </div>
    </form>
  );
}
