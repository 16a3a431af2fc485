'use client';
/** Putting one alarm aside for a while: until when, and why. It ends by itself. */
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { TextField } from '@/components/ui/text-field';
import type { Alarm } from '@/lib/domain/alarm';
import { shelfProblems } from '@/lib/domain/alarm-mark';
import { serverNow } from '@/lib/queries/clock';
import { MarkRefusal } from './mark-refusal';
import { useMark } from './use-mark';

const PRESETS = [
  { value: '1', label: '1 h' },
  { value: '4', label: '4 h' },
  { value: '8', label: '8 h' },
  { value: '24', label: '1 d' },
  { value: '168', label: '7 d' },
];

export function ShelfForm({ alarm, onDone }: { alarm: Alarm; onDone: () => void }) {
  const { busy, failure, say } = useMark(alarm);
  const [hours, setHours] = useState('4');
  const [why, setWhy] = useState('');
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const now = serverNow();
    // A second within the limit: the server's clock decides.
    const until = now + Number(hours) * 3_600_000 - 1_000;
    const problem = shelfProblems({ until, why }, now).why;
    setError(problem);
    if (problem || busy) return;
    if (await say({ deed: 'shelve', until, why: why.trim() })) onDone();
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="flex flex-col gap-3 rounded-2 border border-line p-3"
    >
      <p className="text-small text-ink-2">
        It leaves the counts and makes no sound for everybody of this console until the time is over or it
        clears.
      </p>
      <div className="flex items-center gap-3">
        <span className="text-small text-ink-3">For</span>
        <Segmented label="Shelve for" value={hours} onValueChange={setHours} options={PRESETS} />
      </div>
      <TextField
        label="Why"
        value={why}
        error={error ?? failure?.fields?.why ?? null}
        onChange={(event) => {
          setWhy(event.target.value);
          setError(undefined);
        }}
      />
      <MarkRefusal title="It was not shelved" failure={failure} />
      <div className="flex gap-2">
        <Button type="submit" busy={busy === 'shelve'}>
          Shelve alarm
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
