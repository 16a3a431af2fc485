/** How old is what the page shows? One answer for the whole page: the oldest of its live readings. */
import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Failure } from '@/lib/domain/result';
import { serverNow } from './clock';
import { isPageView } from './keys';
import { isStale, type Seen } from './seen';

export type Freshness = {
  /** live: recent; late: older than two polls or a read failed; waiting: nothing read yet. */
  state: 'live' | 'late' | 'waiting';
  /** Epoch milliseconds of the oldest live reading. */
  asOf?: number;
  /** Why it is late, if a read failed. */
  error?: Failure;
  /** Epoch milliseconds of the next try. */
  nextAt?: number;
};

const SELDOM_MS = 45_000;
const waiting: Freshness = { state: 'waiting' };

/** Watches the freshness of the page; changes at most once a second. */
export function useFreshness(): Freshness {
  const client = useQueryClient();
  return useSyncExternalStore(subscribeTo(client), snapshotOf(client), () => waiting);
}

type Client = ReturnType<typeof useQueryClient>;
const watchers = new WeakMap<
  Client,
  { subscribe: (notify: () => void) => () => void; snapshot: () => Freshness }
>();

const subscribeTo = (client: Client) => watcher(client).subscribe;
const snapshotOf = (client: Client) => watcher(client).snapshot;

function watcher(client: Client) {
  const known = watchers.get(client);
  if (known) return known;
  let held: Freshness = waiting;
  const snapshot = () => {
    const next = measure(client);
    if (JSON.stringify(next) !== JSON.stringify(held)) held = next;
    return held;
  };
  const subscribe = (notify: () => void) => {
    const timer = setInterval(notify, 1_000);
    const unsubscribe = client.getQueryCache().subscribe((event) => {
      if (event.type === 'updated') queueMicrotask(notify);
    });
    return () => {
      clearInterval(timer);
      unsubscribe();
    };
  };
  const made = { subscribe, snapshot };
  watchers.set(client, made);
  return made;
}

function measure(client: Client): Freshness {
  const now = serverNow();
  let result: Freshness = waiting;
  for (const query of client
    .getQueryCache()
    .findAll({ type: 'active', predicate: (q) => isPageView(q.queryKey) })) {
    const seen = query.state.data as Seen<unknown> | undefined;
    if (!seen) continue;
    const stale = isStale(seen, now);
    // What changes rarely is read rarely: its age says nothing about the page while it is not late.
    if (seen.paceMs > SELDOM_MS && !stale) continue;
    const oldest = Math.min(seen.asOf ?? now, result.asOf ?? Number.POSITIVE_INFINITY);
    result = {
      state: stale || result.state === 'late' ? 'late' : 'live',
      asOf: oldest,
      ...((seen.error ?? result.error) ? { error: seen.error ?? result.error, nextAt: seen.nextAt } : {}),
    };
  }
  return result;
}
