'use client';
/**
 * When this browser last looked at the alarms: what was raised since is new to it. Leaving the page, or the tab, ends
 * a look; whoever comes back sees what came meanwhile. Kept per browser: what a person has seen for all others is a mark.
 */
import { useSyncExternalStore } from 'react';
import { serverNow } from './clock';
import { createStore } from './store';

export type Look = {
  /** Server time of the end of the last look; null on the server, where nothing is new. */
  since: number | null;
  /** Keys of alarms that were opened since. */
  opened: ReadonlySet<string>;
};

const KEY = 'roost.alarms.look';
const NEVER: Look = { since: null, opened: new Set() };
const store = createStore<Look>(NEVER);

function remembered(): number | null {
  try {
    const at = Number(window.localStorage.getItem(KEY) ?? Number.NaN);
    return Number.isFinite(at) ? at : null;
  } catch {
    return null;
  }
}

function remember(at: number): void {
  try {
    window.localStorage.setItem(KEY, String(at));
  } catch {
    // Storage may be forbidden: then every visit is the first one, and nothing is called new by mistake.
  }
}

/** The first look of a browser has no "since": nothing is new to who never looked. */
function begin(): void {
  const since = remembered() ?? serverNow();
  remember(since);
  store.set({ since, opened: new Set() });
}

const onVisibility = () => (document.hidden ? remember(serverNow()) : begin());
const onLeave = () => remember(serverNow());

let watchers = 0;

function subscribe(listener: () => void): () => void {
  const stop = store.subscribe(listener);
  watchers += 1;
  if (watchers === 1) {
    begin();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', onLeave);
  }
  return () => {
    stop();
    watchers -= 1;
    if (watchers > 0) return;
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', onLeave);
    if (!document.hidden) remember(serverNow());
  };
}

export const useAlarmLook = (): Look => useSyncExternalStore(subscribe, store.get, () => NEVER);

/** Somebody opened the alarm here: it is new no more. */
export function lookedAt(id: string): void {
  const look = store.get();
  if (!look.opened.has(id)) store.set({ ...look, opened: new Set([...look.opened, id]) });
}
