'use client';

import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches. On the server and while hydrating: `initial`; classes hide what is wrong till then. */
export function useMedia(query: string, initial = false): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => initial,
  );
}

const never = () => () => {};

/** false in the first HTML and while hydrating, true ever after. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
