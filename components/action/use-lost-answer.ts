'use client';
/** A write whose answer got lost, from the moment that it is missed until it is known and read again. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { Failure } from '@/lib/domain/result';
import { serverNow } from '@/lib/queries/clock';
import { type Found, findOut, type Lost, lostOf } from '@/lib/queries/lost-answer';
import { useReadAnew } from '@/lib/queries/read-anew';

export type LostAnswer = {
  /** Missed, and not known yet: nothing may be sent. */
  waiting: Lost | null;
  /** It can be sent again: it never arrived, or nobody can tell. `at`: when the facts were read again. */
  found: { kind: 'unheard' | 'unknown'; at: number } | null;
  /** Why the button is off; null when it is on. */
  off: string | null;
  /** Takes what a try came back with; true when its answer got lost. */
  take: (failure: Failure, at?: number) => boolean;
  /** A new try begins. */
  clear: () => void;
};

const OFF = 'Waits until it is known what became of it';

/**
 * @param views what is read anew before anything is offered again; undefined: everything on the page
 * @param onFound told once: it was accepted after all, or refused, or there are words to show
 * @param before one that the page lost before it was left
 */
export function useLostAnswer(
  views: Parameters<typeof useReadAnew>[0],
  onFound: (found: Found) => void,
  before: Lost | null = null,
): LostAnswer {
  const read = useReadAnew(views);
  const [waiting, setWaiting] = useState(before);
  const [found, setFound] = useState<LostAnswer['found']>(null);
  const readAgain = useEffectEvent(() => read(waiting?.failure.service));
  const tell = useEffectEvent((what: Found) => {
    setWaiting(null);
    const open = what.kind === 'unheard' || what.kind === 'unknown';
    setFound(open ? { kind: what.kind, at: serverNow() } : null);
    onFound(what);
  });
  useEffect(() => {
    if (!waiting) return;
    const ending = new AbortController();
    void findOut(waiting, () => readAgain(), ending.signal).then((what) => what && tell(what));
    return () => ending.abort();
  }, [waiting]);
  return {
    ...{ waiting, found, off: waiting ? OFF : null },
    take: (failure, at = serverNow()) => {
      const lost = lostOf(failure, at);
      setWaiting(lost);
      return lost !== null;
    },
    clear: () => setFound(null),
  };
}
