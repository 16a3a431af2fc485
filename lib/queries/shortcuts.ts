'use client';

/**
 * Keys of the console: one registry, one listener, one list for the `?` sheet. Letters act only when no field has
 * focus and nothing modal is open, and a person can turn them off (WCAG 2.1.4); combinations with Ctrl stay.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { createStore } from './store';

export type ShortcutGroup = 'Everywhere' | 'Go to' | 'On this page';
/** `keys`: `mod+k`, a single character, or a sequence such as `g h`. `run` null: listed only, somebody else acts. */
export type Shortcut = { keys: string; label: string; group: ShortcutGroup; run: (() => void) | null };

const registry = createStore<readonly Shortcut[]>([]);
const none: readonly Shortcut[] = [];

/** Offers a key while the component is mounted. The newest holder of the same keys wins. */
export function useShortcut(keys: string, label: string, group: ShortcutGroup, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => offer([{ keys, label, group, run: () => latest.current() }]), [keys, label, group]);
}

/** Offers several keys at once, or lists keys that a table handles itself. `entries` must keep its identity. */
export function useShortcuts(entries: readonly Shortcut[]): void {
  useEffect(() => offer(entries), [entries]);
}

function offer(entries: readonly Shortcut[]): () => void {
  registry.set([...registry.get(), ...entries]);
  return () => registry.set(registry.get().filter((each) => !entries.includes(each)));
}

/** What can be pressed now, one entry per keys. */
export function useShortcutList(): readonly Shortcut[] {
  const all = useSyncExternalStore(registry.subscribe, registry.get, () => none);
  return [...new Map(all.map((each) => [each.keys, each])).values()];
}

export type KeyPress = { key: string; mod: boolean; alt: boolean; repeat: boolean };

/**
 * One step of reading keys. Pure.
 * @param pending the first key of a sequence, or empty
 * @returns the keys that were hit, if any, and what is pending then
 */
export function readKey(
  pending: string,
  press: KeyPress,
  known: readonly string[],
): { pending: string; hit: string | null } {
  const nothing = { pending: '', hit: null };
  if (press.alt || press.repeat) return nothing;
  const key = press.mod ? `mod+${press.key.toLowerCase()}` : press.key;
  if (pending !== '' && !press.mod) {
    const sequence = `${pending} ${key}`;
    if (known.includes(sequence)) return { pending: '', hit: sequence };
  }
  if (known.includes(key)) return { pending: '', hit: key };
  return known.some((each) => each.startsWith(`${key} `)) ? { pending: key, hit: null } : nothing;
}

const FIELD =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';
const SEQUENCE_MS = 1_500;

/** Listens for the keys of all. Mounted once, in the shell. */
export function useShortcutListener(): void {
  useEffect(() => {
    let pending = '';
    let pressedAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (
        event.isComposing ||
        event.defaultPrevented ||
        ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)
      )
        return;
      const letters = keysOn() && !inField(event.target);
      const known = registry
        .get()
        .flatMap(({ keys, run }) => (run && (letters || keys.startsWith('mod+')) ? [keys] : []));
      if (event.timeStamp - pressedAt > SEQUENCE_MS) pending = '';
      const step = readKey(
        pending,
        { key: event.key, mod: event.ctrlKey || event.metaKey, alt: event.altKey, repeat: event.repeat },
        known,
      );
      pending = step.pending;
      pressedAt = event.timeStamp;
      const found = step.hit && registry.get().findLast(({ keys, run }) => keys === step.hit && run);
      if (!found) return;
      event.preventDefault();
      event.stopPropagation();
      found.run?.();
    };
    // Before the table's own listener: the second key of `g h` must not act on a row.
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

function inField(target: EventTarget | null): boolean {
  return (
    (target instanceof Element && target.closest(FIELD) !== null) || document.querySelector('.scrim') !== null
  );
}

const KEYS_OFF = 'roost-keys-off';
const turned = createStore(0);
const subscribeKeys = (listener: () => void) => {
  const stop = turned.subscribe(listener);
  window.addEventListener('storage', listener);
  return () => {
    stop();
    window.removeEventListener('storage', listener);
  };
};

function keysOn(): boolean {
  try {
    return window.localStorage.getItem(KEYS_OFF) === null;
  } catch {
    return true;
  }
}

/** Whether single keys act in this browser. True on the server. */
export const useKeysOn = (): boolean => useSyncExternalStore(subscribeKeys, keysOn, () => true);

/** Turns single keys on or off, for this browser. Without storage they stay on. */
export function setKeysOn(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(KEYS_OFF);
    else window.localStorage.setItem(KEYS_OFF, '1');
  } catch {
    return;
  }
  turned.set(turned.get() + 1);
}
