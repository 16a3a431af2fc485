'use client';
/** Does this device have a link at all? What it says at once, the readings would find out only one after the other. */
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useRefresh } from '@/lib/queries/view';

function subscribe(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

/**
 * Whether there is a link, as the browser knows it: `false` is certain, `true` says little. Readings are made again at once
 * when it changes: so the page knows what it can trust, and is not behind once the link is back.
 */
export function useLink(): boolean {
  const here = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  const refresh = useRefresh();
  const again = useEffectEvent(() => void refresh());
  useEffect(() => subscribe(() => again()), []);
  return here;
}
