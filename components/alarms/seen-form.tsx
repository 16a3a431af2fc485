'use client';
/** "Seen", with why: work at the site, a ticket, who was called. */
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import type { Alarm } from '@/lib/domain/alarm';
import { seenProblem } from '@/lib/domain/alarm-mark';
import { MarkRefusal } from './mark-refusal';
import { useMark } from './use-mark';

export function SeenForm({ alarm, onDone }: { alarm: Alarm; onDone: () => void }) {
  const { busy, failure, say } = useMark(alarm);
  const [why, setWhy] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (seenProblem(why) || busy) return;
    if (await say({ deed: 'seen', why: why.trim() })) onDone();
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="flex flex-col gap-3 rounded-2 border border-line p-3"
    >
      <TextField
        label="Why"
        optional
        value={why}
        error={seenProblem(why) ?? null}
        onChange={(event) => setWhy(event.target.value)}
      />
      <MarkRefusal title="It was not kept" failure={failure} />
      <div className="flex gap-2">
        <Button type="submit" busy={busy === 'seen'}>
          Mark as seen
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
