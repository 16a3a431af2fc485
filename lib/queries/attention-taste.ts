'use client';
/** What this browser's person wants to hear and be notified of. Taste, so it is kept in local storage, for every tab. */
import { useMemo, useSyncExternalStore } from 'react';
import { type AttentionTaste, QUIET, readTaste } from '@/lib/domain/attention-bell';
import { createStore } from './store';

const KEY = 'roost.attention';
const turned = createStore(0);

const subscribe = (listener: () => void) => {
  const stop = turned.subscribe(listener);
  window.addEventListener('storage', listener);
  return () => {
    stop();
    window.removeEventListener('storage', listener);
  };
};

function stored(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Everything off on the server, and without storage. */
export function useAttentionTaste(): AttentionTaste {
  const text = useSyncExternalStore(subscribe, stored, () => null);
  return useMemo(() => (text === null ? QUIET : readTaste(text)), [text]);
}

export const attentionTaste = (): AttentionTaste => readTaste(stored());

/** Without storage nothing is turned on: a sound that cannot be remembered off would come back. */
export function setAttentionTaste(taste: AttentionTaste): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(taste));
  } catch {
    return;
  }
  turned.set(turned.get() + 1);
}
