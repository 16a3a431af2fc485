'use client';
/** The board's session: its clock, its longer idle limit, its end, and its return by a sign-in in another tab. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SessionView } from '@/lib/domain/session-view';
import { serverNow } from '@/lib/queries/clock';
import { onBeat } from '@/lib/queries/metronome';
import { asWallboard } from '@/lib/queries/session';
import { watchActivity } from '@/lib/queries/session-activity';
import { hearOtherTabs } from '@/lib/queries/session-channel';
import { useSessionClock, useSessionState } from '@/lib/queries/session-clock';
import { acceptSession, recheckSession, seedSession, sessionState } from '@/lib/queries/session-store';

export type WallSession = {
  view: SessionView;
  idleMinutes: number;
  /** `off`: no idle limit of its own is configured; `can-write`: there is one, but not for this session. */
  longIdle: 'off' | 'long' | 'can-write';
};

/** Another tab tells of its sign-in; one that could not is found out this often. */
const LOOK_EVERY_MS = 10_000;

export type SessionEnd = { at: number; reason: 'idle' | 'token' | 'ended' } | null;

/** When and why the session ended; null while it lives. */
export function useWallSession({ view, idleMinutes, longIdle }: WallSession): SessionEnd {
  const client = useQueryClient();
  useEffect(() => seedSession({ view, idleMs: idleMinutes * 60_000 }), [view, idleMinutes]);

  useEffect(() => {
    if (longIdle === 'long') void askForLongIdle();
  }, [longIdle]);

  useEffect(() => {
    const idleMs = idleMinutes * 60_000;
    const reportedAt = view.idleEndsAt - idleMs - (serverNow() - Date.now());
    return watchActivity(idleMs, reportedAt, () => sessionState().over !== null);
  }, [view, idleMinutes]);

  useSessionClock();
  const { over, view: known } = useSessionState();
  const [endedAt, setEndedAt] = useState<number | null>(null);
  if (over !== null && endedAt === null) setEndedAt(endOf(over, known));
  if (over === null && endedAt !== null) setEndedAt(null);

  useEffect(() => {
    const look = async () => {
      if ((await recheckSession()) !== true) return;
      const after = sessionState().view;
      // Another person or another role: the board is drawn anew for them, with their limits.
      if (!after || !isSame(after, view)) return window.location.reload();
      // A new session knows nothing of the board yet.
      if (longIdle === 'long') await askForLongIdle();
      await client.invalidateQueries();
    };
    const deaf = hearOtherTabs((news) => {
      if (news === 'signed-in') void look();
      else acceptSession(null);
    });
    if (over === null) return deaf;
    let lookedAt = serverNow();
    const still = onBeat(() => {
      if (serverNow() - lookedAt < LOOK_EVERY_MS) return;
      lookedAt = serverNow();
      void look();
    });
    return () => {
      deaf();
      still();
    };
  }, [over, view, client, longIdle]);

  return over !== null && endedAt !== null ? { at: endedAt, reason: over } : null;
}

async function askForLongIdle(): Promise<void> {
  const answer = await asWallboard();
  if (answer.ok) acceptSession(answer.view);
}

const isSame = (a: SessionView, b: SessionView): boolean =>
  a.userName === b.userName && a.project === b.project && a.roles.join() === b.roles.join();

/** The limit that has passed, or now for an end that nothing here foresaw. */
function endOf(over: 'idle' | 'token' | 'ended', view: SessionView | null): number {
  const now = serverNow();
  if (!view || over === 'ended') return now;
  return Math.min(over === 'idle' ? view.idleEndsAt : view.endsAt, now);
}
