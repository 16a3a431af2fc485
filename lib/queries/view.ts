/** Query options and hooks for the views of lib/server/views.ts. */
import {
  hashKey,
  type Query,
  QueryObserver,
  queryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { ReadAnswer } from '@/lib/domain/reading';
import type { DataOf, ParamsOf, ViewName } from '@/lib/server/views';
import { serverNow } from './clock';
import { useFirstReading, useFirstReadings, useTakingOver } from './first-readings';
import { viewKey } from './keys';
import { read } from './read-client';
import { addAnswer, type Seen } from './seen';

/**
 * Options of one view's query. A query never fails: what went wrong is in `Seen.error`, beside the last good
 * value. It never refetches by itself: the one ticker does (ticker.ts).
 */
export function viewOptions<N extends ViewName>(view: N, params: ParamsOf<N>) {
  return queryOptions({
    queryKey: viewKey(view, params),
    queryFn: async ({ client, queryKey }): Promise<Seen<DataOf<N>>> => {
      const before = client.getQueryData<Seen<DataOf<N>>>(queryKey);
      const answer = await read({
        view,
        params,
        ...(before?.version ? { version: before.version } : {}),
        ...(byHand.delete(hashKey(queryKey)) ? { byHand: true } : {}),
      });
      // The server gives a view the shape that its registry says.
      return addAnswer(before, answer as ReadAnswer<DataOf<N>>, serverNow());
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnMount: false,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}

/** Queries that a person asked to read again, until they have asked the server. */
const byHand = new Set<string>();

/** The next reading of this query is one that a person asked for: none that somebody else had earlier will do. */
export const noteByHand = (queryKey: readonly unknown[]): void => void byHand.add(hashKey(queryKey));

/** Watches a view. `undefined` only while nothing has ever been read. */
export function useView<N extends ViewName>(view: N, params: ParamsOf<N>): Seen<DataOf<N>> | undefined {
  const live = useQuery(viewOptions(view, params)).data;
  const first = useFirstReading(viewKey(view, params));
  // The server filled this key with this view's data.
  return useTakingOver() ? (first as Seen<DataOf<N>> | undefined) : live;
}

/**
 * Watches several readings of one view, in the order given. What the library has for it knows queries that fail, retry and
 * come from several sources, and is a kilobyte of every page's first load.
 */
export function useViews<N extends ViewName>(
  view: N,
  params: readonly ParamsOf<N>[],
): readonly (Seen<DataOf<N>> | undefined)[] {
  const client = useQueryClient();
  // Equal parameters stay the same ones: observers outlive a drawing.
  const [kept, setKept] = useState(params);
  if (hashKey(kept) !== hashKey(params)) setKept(params);
  const watch = useMemo(
    () => watchAll(kept.map((one) => new QueryObserver(client, viewOptions(view, one)))),
    [client, view, kept],
  );
  const live = useSyncExternalStore(watch.subscribe, watch.snapshot, watch.snapshot);
  const firstOf = useFirstReadings();
  const takingOver = useTakingOver();
  return params.map((one, index) =>
    // The server filled these keys with this view's data.
    takingOver ? (firstOf(viewKey(view, one)) as Seen<DataOf<N>> | undefined) : live[index],
  );
}

/** What several observers hold, as one value that changes when one of theirs does. */
function watchAll<T>(observers: readonly Watched<T>[]) {
  let held: readonly (T | undefined)[] = [];
  return {
    subscribe: (notify: () => void) => {
      const ends = observers.map((observer) => observer.subscribe(notify));
      return () => {
        for (const end of ends) end();
      };
    },
    snapshot: () => {
      const next = observers.map((observer) => observer.getCurrentQuery().state.data);
      if (next.length !== held.length || next.some((one, index) => one !== held[index])) held = next;
      return held;
    },
  };
}
/** What of a QueryObserver is needed. */
type Watched<T> = {
  subscribe: (notify: () => void) => () => void;
  getCurrentQuery: () => { state: { data: T | undefined } };
};

/** Views that a change makes old. */
export type Affected = readonly ViewName[];

/** A function that reads views again at once, e.g. after a write or on "refresh". No argument: all active ones. */
export function useRefresh(): (views?: Affected) => Promise<void> {
  const client = useQueryClient();
  return (names) => {
    const wanted = {
      type: 'active',
      predicate: ({ queryKey }: Query) =>
        queryKey[0] === 'view' && (names === undefined || names.some((name) => name === queryKey[1])),
    } as const;
    for (const { queryHash } of client.getQueryCache().findAll(wanted)) byHand.add(queryHash);
    return client.refetchQueries(wanted, { cancelRefetch: false });
  };
}
