'use client';
/** What a sheet says of a write whose answer got lost: first that nobody knows, then what was found. */
import { Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { InProgressArc } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import { Time } from '@/components/ui/time';
import type { LostAnswer } from './use-lost-answer';

type Props = {
  lost: LostAnswer;
  /** As the sentence needs it: "worker-4 was locked". */
  deed: string;
  /** What the newest readings say of it: "worker-4 is still unlocked". */
  state?: ReactNode;
};

export function LostNote({ lost: { waiting, found }, deed, state }: Props) {
  if (waiting) {
    return (
      <Note
        tone="unknown"
        live="alert"
        icon={<InProgressArc size={17} />}
        title={`It is not known whether ${deed}.`}
      >
        {waiting.failure.lost === undefined ? (
          <span className="mono [overflow-wrap:anywhere]">{waiting.failure.message}</span>
        ) : (
          <>
            It was sent, and the link was lost at <Time at={waiting.at} form="clock" /> before the answer
            came.
          </>
        )}{' '}
        Nothing is sent again by itself. As soon as there is a link, the console is asked and the state is
        read again.
      </Note>
    );
  }
  if (!found) return null;
  const read = (
    <>
      Read again at <Time at={found.at} form="clock" />
      {state ? <>: {state}</> : null}.
    </>
  );
  return found.kind === 'unheard' ? (
    <Note
      tone="minor"
      live="alert"
      icon={<Unplug size={17} strokeWidth={1.75} aria-hidden className="text-minor-fg" />}
      title="It did not get through: the console has no record of it."
    >
      {read} Send it again if it is still wanted.
    </Note>
  ) : (
    <Note tone="unknown" live="polite">
      {read} Look at it before you send it again.
    </Note>
  );
}
