'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Later } from './later';

/**
 * What a `later` brings, or undefined until it is there; fetched from the first drawing on. A failed try is repeated
 * when it is drawn anew.
 * @param onMissing called when it could not be fetched; the same function at every drawing
 */
export function useLater<T>(part: Later<T>, onMissing?: () => void): T | undefined {
  const [held, setHeld] = useState(() => part.held());
  // What the server drew was drawn without it: a part that is there before the page is taken over waits for that.
  const takenOver = useSyncExternalStore(never, yes, no);
  useEffect(() => {
    if (held !== undefined) return;
    let gone = false;
    part.load().then(
      (got) => {
        if (!gone) setHeld(() => got);
      },
      () => {
        if (!gone) onMissing?.();
      },
    );
    return () => {
      gone = true;
    };
  }, [held, part, onMissing]);
  return takenOver ? held : undefined;
}

const never = () => () => undefined;
const yes = () => true;
const no = () => false;
