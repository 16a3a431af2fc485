'use client';
/**
 * The query of the address as state. What is set shows at once; the address bar follows, and while somebody types
 * it follows a little later, since browsers refuse addresses that change too often.
 */
import { useSearchParams } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';

/** `push` adds an entry to the history, `replace` changes the present one, `typing` does so when the keys rest. */
export type How = 'push' | 'replace' | 'typing';

const REST_MS = 200;

/** What was set and has not come back from the router yet. `sent` are the texts that will. */
let ahead: { path: string; search: string; sent: Set<string> } | null = null;
/** An entry was added to the history within this very task. */
let pushed = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();

const tell = () => {
  for (const watcher of watchers) watcher();
};

/** The router's spelling of a query, for comparisons. */
const plain = (search: string) => new URLSearchParams(search).toString();

function subscribe(watcher: () => void): () => void {
  if (watchers.size === 0) window.addEventListener('popstate', forget);
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    window.removeEventListener('popstate', forget);
    // Nobody shows it any more: the address keeps what was typed, unless it is another page's by now.
    if (timer !== undefined) write('replace');
    forget();
  };
}

/** The history moved: what was set belongs to another entry. */
function forget(): void {
  clearTimeout(timer);
  timer = undefined;
  ahead = null;
  tell();
}

const aheadHere = () => (ahead?.path === window.location.pathname ? ahead.search : null);

/** The query of the address, without `?`, what was set a moment ago included. */
export function useSearchText(): string {
  const known = useSearchParams().toString();
  const set = useSyncExternalStore(subscribe, aheadHere, () => null);
  useEffect(() => {
    if (!ahead || timer !== undefined) return;
    // Caught up, or somebody else changed the address: a link, another part of the page.
    if (plain(ahead.search) === known || !ahead.sent.has(known)) forget();
  }, [known]);
  return set ?? known;
}

/** Sets parameters of the address; null takes one out. The others stay as they are. */
export function changeSearch(changes: Readonly<Record<string, string | null>>, how: How): void {
  const path = window.location.pathname;
  const before = ahead?.path === path ? ahead : null;
  const next = new URLSearchParams(before?.search ?? window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  // These need no escape in a query; lists and times are full of them.
  const search = next.toString().replace(/%(2C|3A|7E|2F)/g, (escaped) => decodeURIComponent(escaped));
  ahead = { path, search, sent: before?.sent ?? new Set([plain(window.location.search)]) };
  clearTimeout(timer);
  timer = undefined;
  if (how === 'typing') timer = setTimeout(() => write('replace'), REST_MS);
  else write(how);
  tell();
}

function write(how: 'push' | 'replace'): void {
  clearTimeout(timer);
  timer = undefined;
  // Somebody left the page before the keys rested.
  if (!ahead || ahead.path !== window.location.pathname) return;
  ahead.sent.add(plain(ahead.search));
  const address = `${ahead.path}${ahead.search && `?${ahead.search}`}${window.location.hash}`;
  if (how === 'push' && !pushed) {
    // Two changes by one press of a button are one step back.
    pushed = true;
    queueMicrotask(() => {
      pushed = false;
    });
    window.history.pushState(null, '', address);
  } else window.history.replaceState(null, '', address);
}
