/** What this tab knows of its session, for the clock, the dialog and whoever shows the user's name. */
import type { SessionView } from '@/lib/domain/session-view';
import { serverNow } from './clock';
import { readSession } from './session';
import { onSessionLost } from './session-lost';

export type SessionState = {
  view: SessionView | null;
  /** Why the session is over; null while it is alive. `ended`: the platform or another tab ended it. */
  over: 'idle' | 'token' | 'ended' | null;
  /** Configured length of the idle limit, milliseconds. */
  idleMs: number;
};

export const UNKNOWN_SESSION: SessionState = {
  view: null,
  over: null,
  idleMs: Number.POSITIVE_INFINITY,
};

let state: SessionState = UNKNOWN_SESSION;
const listeners = new Set<() => void>();

export const sessionState = (): SessionState => state;

export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Takes over what the server said. Without a view the last known one stays: the dialog needs its name. */
export function acceptSession(view: SessionView | null): void {
  if (view) set({ ...state, view, over: null });
  else if (state.over === null) set({ ...state, over: reasonOf(state.view) });
}

/** Why the server no longer knows a session: a limit that has passed, or an end that nothing here foresaw. */
function reasonOf(view: SessionView | null): 'idle' | 'token' | 'ended' {
  // Both clocks have their own idea of the second.
  const soon = serverNow() + 2_000;
  if (view && soon >= view.endsAt) return 'token';
  return view && soon >= view.idleEndsAt ? 'idle' : 'ended';
}

/** What the page was rendered with: known before anything is asked. */
export function seedSession(seed: { view: SessionView; idleMs: number }): void {
  set({ ...seed, over: null });
}

/** Ends the session in this tab for a reason the clock knows. */
export function sessionOver(reason: 'idle' | 'token' | 'ended'): void {
  if (state.over !== reason) set({ ...state, over: reason });
}

/**
 * Asks the server again, for instance because another tab may have been busy or signed in anew.
 * @returns true when the session lives, false when it is over, undefined when the console did not answer
 */
export async function recheckSession(): Promise<boolean | undefined> {
  try {
    const view = await readSession();
    acceptSession(view);
    return view !== null;
  } catch {
    return undefined;
  }
}

let checking: Promise<boolean | undefined> | undefined;

/**
 * To be called for a failure of kind `unauthenticated`. Many reads fail together: one question is asked for all.
 * @returns true when the session lives after all (another tab renewed it) and the read is worth repeating
 */
async function sessionLost(): Promise<boolean> {
  // Over is over until somebody signs in, here or in a tab that will tell.
  if (state.over) return false;
  checking ??= recheckSession().finally(() => {
    checking = undefined;
  });
  return (await checking) === true;
}

onSessionLost(() => void sessionLost());
