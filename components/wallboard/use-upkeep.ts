'use client';
/** What keeps a board going for months: awake, of the running build, and never stuck on a dead connection. */
import { useEffect, useState } from 'react';
import { buildStore, laterBuildStore } from '@/lib/queries/build';
import { onBeat } from '@/lib/queries/metronome';
import { reloadFor } from '@/lib/queries/self-reload';
import { useStore } from '@/lib/queries/store';
import { keepAwake } from '@/lib/queries/wake-lock';

const AGAIN_MS = 5_000;
/** So long without an answer and without an error: the connection hangs, and every call behind it. */
const HANGS_MS = 120_000;

/**
 * @param idle true while the board must not reload: its session is over, and a reload would lead to the sign-in page
 * @param silentFor milliseconds without a reading although no read has failed; 0 when reads fail or succeed
 * @returns true when a newer console runs and the board has already reloaded for it in vain
 */
export function useUpkeep(idle: boolean, silentFor: number): boolean {
  useEffect(keepAwake, []);
  const { updated, build } = useStore(buildStore);
  const latest = useStore(laterBuildStore);
  const [held, setHeld] = useState(false);
  const hangs = silentFor > HANGS_MS;
  // An action that the server does not know names no newer build: then this one is the reason.
  const reason = updated ? `build ${latest ?? `after ${build ?? ''}`}` : hangs ? 'connection' : null;
  useEffect(() => {
    if (reason === null || idle) return;
    let busy = false;
    let triedAt = Number.NEGATIVE_INFINITY;
    const attempt = async () => {
      if (busy || performance.now() - triedAt < AGAIN_MS) return;
      busy = true;
      const outcome = await reloadFor(reason);
      triedAt = performance.now();
      // A console that is just restarting answers soon: the next beat tries again.
      busy = outcome !== 'unreachable';
      if (outcome === 'held') setHeld(true);
    };
    void attempt();
    return onBeat(() => void attempt());
  }, [reason, idle]);
  return held && updated;
}
