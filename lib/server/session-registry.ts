/**
 * What this process knows of sessions besides their cookies: those that ended early (sign-out, a token the
 * platform refused, a newer log-in) and when each was last seen. Bounded; Keystone's own validation is the
 * backstop for another replica that missed a sign-out.
 */
import 'server-only';
import { processWide } from '@/lib/process-wide';

const MOST_DROPPED = 20_000;
const MOST_SEEN = 50_000;
/** A session counts as in use for this long after its last request, in milliseconds. */
const IN_USE_MS = 5 * 60_000;

type Registry = { dropped: Map<string, number>; seen: Map<string, number> };

declare global {
  interface RoostProcess {
    sessions?: Registry;
  }
}

function registry(): Registry {
  const shared = processWide();
  shared.sessions ??= { dropped: new Map(), seen: new Map() };
  return shared.sessions;
}

/** Ends a session here and now, whatever its cookie says. */
export function dropSession(sid: string, now = Date.now()): void {
  const { dropped, seen } = registry();
  seen.delete(sid);
  dropped.delete(sid);
  dropped.set(sid, now);
  trim(dropped, MOST_DROPPED);
}

/** Was this session ended before its time? */
export function isDropped(sid: string): boolean {
  return registry().dropped.has(sid);
}

/** Notes that a session is in use. */
export function sessionSeen(sid: string, now = Date.now()): void {
  const { seen } = registry();
  seen.delete(sid);
  seen.set(sid, now);
  trim(seen, MOST_SEEN);
}

/** Sessions that asked for something in the last five minutes. */
export function sessionsInUse(now = Date.now()): number {
  let count = 0;
  for (const at of registry().seen.values()) if (now - at <= IN_USE_MS) count += 1;
  return count;
}

// Maps keep insertion order: the first key is the oldest.
function trim(map: Map<string, number>, most: number): void {
  while (map.size > most) {
    const oldest = map.keys().next();
    if (oldest.done) return;
    map.delete(oldest.value);
  }
}
