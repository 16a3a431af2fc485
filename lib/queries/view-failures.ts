'use client';

/** Which of the views on this page could not be read at the last try, and how many could. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { Failure } from '@/lib/domain/result';
import { isPageView } from './keys';
import type { Seen } from './seen';

export type ViewFailure = {
  view: string;
  error: Failure;
  /** Epoch milliseconds of the value still shown; absent when there never was one. */
  asOf?: number;
  /** Server time of the next try. */
  nextAt: number;
};
export type ViewHealth = { failures: readonly ViewFailure[]; readable: number };

const nothing: ViewHealth = { failures: [], readable: 0 };

/** Watches the views of the page. Changes only when the answer does. */
export function useViewHealth(): ViewHealth {
  const client = useQueryClient();
  const watch = useMemo(() => watcher(client), [client]);
  return useSyncExternalStore(watch.subscribe, watch.snapshot, () => nothing);
}

function watcher(client: QueryClient) {
  let held = nothing;
  return {
    subscribe: (notify: () => void) => client.getQueryCache().subscribe(() => queueMicrotask(notify)),
    snapshot: () => {
      const next = measure(client);
      if (JSON.stringify(next) !== JSON.stringify(held)) held = next;
      return held;
    },
  };
}

function measure(client: QueryClient): ViewHealth {
  const failures: ViewFailure[] = [];
  let readable = 0;
  const queries = client
    .getQueryCache()
    .findAll({ type: 'active', predicate: ({ queryKey }) => isPageView(queryKey) });
  for (const { queryKey, state } of queries) {
    // Every query of this kind was made by viewOptions.
    const seen = state.data as Seen<unknown> | undefined;
    if (!seen) continue;
    if (!seen.error) {
      readable += 1;
      continue;
    }
    const { error, asOf, nextAt } = seen;
    failures.push({ view: String(queryKey[1]), error, ...(asOf === undefined ? {} : { asOf }), nextAt });
  }
  return { failures, readable };
}
