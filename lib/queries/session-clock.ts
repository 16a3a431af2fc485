'use client';

/** How long the session still lasts, and what ends it. */
import { useEffect, useSyncExternalStore } from 'react';
import type { SessionView } from '@/lib/domain/session-view';
import { serverNow } from './clock';
import {
  recheckSession,
  type SessionState,
  sessionOver,
  sessionState,
  subscribeSession,
  UNKNOWN_SESSION,
} from './session-store';

/** From here on a countdown warns; sooner before the end when the idle limit itself is short. */
const WARNING_MS = 120_000;

export type SessionClock = {
  /** Milliseconds; 0 when it is over. */
  endsInMs: number;
  reason: 'idle' | 'token';
  phase: 'fine' | 'warning' | 'over';
};

/** What ends a session first, and in how many milliseconds. Pure: `now` is the server's clock. */
export function sessionClock(
  view: Pick<SessionView, 'endsAt' | 'idleEndsAt'>,
  now: number,
  idleMs = Number.POSITIVE_INFINITY,
): SessionClock {
  // The token cannot be extended: when both end about now, say so rather than offer to stay.
  const reason = view.endsAt <= view.idleEndsAt ? 'token' : 'idle';
  const endsInMs = Math.max(0, Math.min(view.endsAt, view.idleEndsAt) - now);
  const warnFrom = reason === 'idle' ? Math.min(WARNING_MS, idleMs / 3) : WARNING_MS;
  return { endsInMs, reason, phase: endsInMs === 0 ? 'over' : endsInMs <= warnFrom ? 'warning' : 'fine' };
}

/** The clock of a state, by the server's time: what is already over stays over. */
export function clockOf(state: SessionState, now: number): SessionClock {
  if (state.over) return { endsInMs: 0, reason: state.over === 'idle' ? 'idle' : 'token', phase: 'over' };
  if (!state.view) return { endsInMs: Number.POSITIVE_INFINITY, reason: 'idle', phase: 'fine' };
  return sessionClock(state.view, now, state.idleMs);
}

/** The session's state, live. Empty on the server. */
export const useSessionState = (): SessionState =>
  useSyncExternalStore(subscribeSession, sessionState, () => UNKNOWN_SESSION);

/**
 * The countdown. Renders once a second near the end and every half minute before. Before it warns and before it says "over" it asks the
 * server: another tab may have been busy meanwhile.
 */
export function useSessionClock(): SessionClock {
  const state = useSessionState();
  const second = useSyncExternalStore(everySecond, wholeSecond, () => 0);
  const clock = second === 0 ? clockOf(UNKNOWN_SESSION, 0) : clockOf(state, second * 1000);
  const { phase, reason } = clock;
  const isOver = state.over !== null;
  useEffect(() => {
    if (isOver || phase === 'fine') return;
    recheckSession().then((alive) => {
      if (phase === 'over' && alive !== true) sessionOver(reason);
    });
  }, [phase, reason, isOver]);
  return clock;
}

/** Seconds since the epoch, in steps of 30 while nothing is near. */
function wholeSecond(): number {
  const now = serverNow();
  const step = clockOf(sessionState(), now).phase === 'fine' ? 30 : 1;
  return Math.floor(now / 1000 / step) * step;
}

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
}
