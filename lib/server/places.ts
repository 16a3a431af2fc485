/** Few places for work that takes long and much: so many for one session, so many altogether. */
import 'server-only';
import { processWide } from '@/lib/process-wide';

declare global {
  interface RoostProcess {
    /** Places that are taken, by kind of work and session. */
    places?: Map<string, Map<string, number>>;
  }
}

export type Room = { kind: string; perSession: number; altogether: number };

/** Takes a place; the function gives it back. null when all are taken. */
export function takePlace({ kind, perSession, altogether }: Room, sessionId: string): (() => void) | null {
  const shared = processWide();
  shared.places ??= new Map();
  const places = shared.places.get(kind) ?? new Map<string, number>();
  shared.places.set(kind, places);
  const mine = places.get(sessionId) ?? 0;
  const all = [...places.values()].reduce((sum, count) => sum + count, 0);
  if (mine >= perSession || all >= altogether) return null;
  places.set(sessionId, mine + 1);
  let given = false;
  return () => {
    if (given) return;
    given = true;
    const left = (places.get(sessionId) ?? 1) - 1;
    if (left > 0) places.set(sessionId, left);
    else places.delete(sessionId);
  };
}
