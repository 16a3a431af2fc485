/** Reading again for certain: what was under way before does not count, and the newest try has to be an answer. */
import { type QueryClient, QueryClientContext } from '@tanstack/react-query';
import { use } from 'react';
import type { ViewName } from '@/lib/server/views';
import type { Seen } from './seen';
import { noteByHand } from './view';

type Views = readonly ViewName[] | undefined;

/**
 * @param views what is read; undefined: everything on the page
 * @returns a function that reads them and says whether it could. Of everything on the page it counts whether the console, and
 *   the service that was silent, answer again
 */
export function useReadAnew(views: Views): (silent: string | undefined) => Promise<boolean> {
  const client = use(QueryClientContext);
  return async (silent) => {
    if (!client) return false;
    const wanted = wantedOf(views);
    if (client.isFetching(wanted) > 0) await client.refetchQueries(wanted, { cancelRefetch: false });
    for (const { queryKey } of client.getQueryCache().findAll(wanted)) noteByHand(queryKey);
    await client.refetchQueries(wanted, { cancelRefetch: false });
    return allRead(client, views, silent);
  };
}

const wantedOf = (views: Views) =>
  ({
    type: 'active',
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) =>
      queryKey[0] === 'view' && (views === undefined || views.some((view) => view === queryKey[1])),
  }) as const;

function allRead(client: QueryClient, views: Views, silent: string | undefined): boolean {
  const readings = client
    .getQueryCache()
    .findAll(wantedOf(views))
    // Every query of this kind was made by viewOptions.
    .map(({ state }) => state.data as Seen<unknown> | undefined);
  return readings.every((seen) => {
    if (views !== undefined) return seen !== undefined && seen.error === undefined;
    return seen?.error?.service !== 'console' && (silent === undefined || seen?.error?.service !== silent);
  });
}
