/**
 * A text that this browser keeps for a person, for every tab of it: a draft. Without storage it lives as long as the page.
 * Never a secret.
 */
import { useSyncExternalStore } from 'react';

const held = new Map<string, string>();
const listeners = new Set<() => void>();

const tell = () => {
  for (const listener of listeners) listener();
};

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key) ?? held.get(key) ?? null;
  } catch {
    return held.get(key) ?? null;
  }
}

/** @param text null: it is forgotten */
export function keepText(key: string, text: string | null): void {
  if (text === null) held.delete(key);
  else held.set(key, text);
  try {
    if (text === null) window.localStorage.removeItem(key);
    else {
      window.localStorage.setItem(key, text);
      held.delete(key);
    }
  } catch {
    // Private windows and full storage: the page has it.
  }
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Watches it, other tabs included. Null on the server, and while there is no key yet. */
export const useKeptText = (key: string | null): string | null =>
  useSyncExternalStore(
    subscribe,
    () => (key === null ? null : read(key)),
    () => null,
  );
