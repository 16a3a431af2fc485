'use client';
/** Whose session this is and how long it lasts, so that nobody is surprised at night. */
import { useSessionState } from '@/lib/queries/session-clock';
import type { WallSession } from './use-wall-session';
import { Moment } from './wall-moment';

export function SessionCell({ view, idleMinutes, longIdle }: WallSession) {
  const { endsAt, idleEndsAt } = useSessionState().view ?? view;
  const text =
    longIdle === 'can-write'
      ? `It can do more than look, so its idle limit stays ${Math.round(idleMinutes)} m`
      : `${view.userName}, ${idleEndsAt < endsAt ? 'without input' : 'with its token'}`;
  return (
    <section className="wall-cell" aria-labelledby="wall-session">
      <h2 id="wall-session">
        Session until <Moment at={Math.min(endsAt, idleEndsAt)} minutes />
      </h2>
      <p className="wall-none wall-two">{text}</p>
    </section>
  );
}
