'use client';
/**
 * Whether a hand is at work on the page: a pointer is down, or moved a moment ago. What would push the page down waits for it: a
 * press that begins on one thing must not end on another.
 */
import { useState, useSyncExternalStore } from 'react';

/** A pointer that has not moved for so long rests. */
export const REST_MS = 600;
/** A desk that shakes, a release that nobody heard: nothing is held up for longer. */
export const LONGEST_MS = 10_000;

/** @param notify told when a hand begins, and when it rests */
export function createHand(notify: () => void) {
  let [down, since, last] = [false, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  const look = () => {
    const now = performance.now();
    const next = (down || now - last < REST_MS) && now - since < LONGEST_MS;
    clearTimeout(timer);
    if (next) timer = setTimeout(look, REST_MS);
    if (next === busy) return;
    busy = next;
    notify();
  };
  const acts = (isDown: boolean) => {
    const now = performance.now();
    if (!down && now - last >= REST_MS) since = now;
    [down, last] = [isDown, now];
    // While it is known to be at work the timer looks.
    if (!busy) look();
  };
  return { acts, busy: () => busy };
}

const listeners = new Set<() => void>();
const hand = createHand(() => {
  for (const listener of listeners) listener();
});
// Nobody listened before: a hand may have been at work all the while.
if (typeof window !== 'undefined') hand.acts(false);

const heard = ({ type, buttons }: PointerEvent) =>
  hand.acts(type === 'pointerdown' || (type === 'pointermove' && buttons !== 0));
const KINDS = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel'] as const;

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0)
    for (const kind of KINDS) window.addEventListener(kind, heard, { capture: true, passive: true });
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0)
      for (const kind of KINDS) window.removeEventListener(kind, heard, { capture: true });
  };
}

/**
 * The newest value; but while a hand is at work, the one before if the newest would move the page.
 * @param value the same one as long as nothing has changed: a property, not what was made in this render
 * @param first what the page is like before there is any
 */
export function useAtRest<T>(value: T, first: T, moves: (from: T, to: T) => boolean): T {
  const atWork = useSyncExternalStore(subscribe, hand.busy, () => false);
  const [held, setHeld] = useState(first);
  if (held === value) return value;
  if (atWork && moves(held, value)) return held;
  setHeld(value);
  return value;
}
