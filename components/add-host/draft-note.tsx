'use client';
/** What this browser kept from before: to go on with it, or to throw it away. */
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import { ADD_STEPS, type AddStep, isBegun, newHostName } from '@/lib/domain/new-host/draft';
import type { AddHost } from './use-add-host';

export function DraftNote({ add, step }: { add: AddHost; step: AddStep }) {
  const { draft, resumed, asked } = add;
  if (resumed === null || !isBegun(draft) || draft.sent) return null;
  const name = newHostName(draft.host);
  return (
    <Note
      tone="accent"
      title={`You began to add ${name}.`}
      action={
        <span className="flex flex-wrap gap-2">
          {step !== resumed && (
            <Button variant="primary" onClick={() => add.go(resumed)}>
              Go on from step {ADD_STEPS.indexOf(resumed) + 1}
            </Button>
          )}
          {asked === null ? (
            <Button onClick={() => add.restart()}>Throw it away</Button>
          ) : (
            <Button onClick={() => add.restart(asked)}>Throw it away, take {asked}</Button>
          )}
        </span>
      }
    >
      This browser kept it <Time at={draft.savedAt} form="age" /> ago
      {draft.passwordGiven ? ', without its password' : ''}.
    </Note>
  );
}
