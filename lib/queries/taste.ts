import { useSyncExternalStore } from 'react';
import { createStore } from './store';

export type Taste = {
  /** Watches it, other tabs of this browser included. Null on the server, without storage, and when nothing was chosen. */
  use: () => string | null;
  read: () => string | null;
  /** Without storage nothing changes: what cannot be remembered could not be taken back for good. */
  write: (text: string) => void;
};

/** What a person chose in this browser, for every tab: taste, so it is kept in local storage. @param key of the storage */
export function tasteOf(key: string): Taste {
  const turned = createStore(0);
  const subscribe = (listener: () => void) => {
    const stop = turned.subscribe(listener);
    window.addEventListener('storage', listener);
    return () => {
      stop();
      window.removeEventListener('storage', listener);
    };
  };
  const read = () => {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  return {
    use: () => useSyncExternalStore(subscribe, read, () => null),
    read,
    write: (text) => {
      try {
        window.localStorage.setItem(key, text);
      } catch {
        return;
      }
      turned.set(turned.get() + 1);
    },
  };
}
