/** First paint: fills the query cache on the server, so that rows are in the first HTML. */
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type FirstReading, FirstReadings } from '@/lib/queries/first-readings';
import { viewKey } from '@/lib/queries/keys';
import { addAnswer, type Seen } from '@/lib/queries/seen';
import { pageSession } from '@/lib/server/session';
import { type ParamsOf, readView, type ViewName } from '@/lib/server/views';

/** A view that the page shows. `later`: worth having, but the page does not wait for it; the browser asks then. */
export type Wanted = { [N in ViewName]: { view: N; params: ParamsOf<N>; later?: boolean } }[ViewName];

/** How long a page waits for what it can do without, in milliseconds. */
const PATIENCE_MS = 100;

export async function Prefetched({ views, children }: { views: readonly Wanted[]; children: ReactNode }) {
  const session = await pageSession();
  const client = new QueryClient({
    // What is still under way stays out: the browser asks for it itself and joins the same reading.
    defaultOptions: { dehydrate: { shouldDehydrateQuery: ({ state }) => state.status === 'success' } },
  });
  await Promise.all(
    views.map(({ view, params, later }) => {
      const filled = client.prefetchQuery({
        queryKey: viewKey(view, params),
        queryFn: async () => addAnswer(undefined, await readView(session, view, params), Date.now()),
      });
      return later
        ? Promise.race([filled, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
        : filled;
    }),
  );
  const state = dehydrate(client);
  return (
    <HydrationBoundary state={state}>
      <FirstReadings readings={firstReadings(state)}>{children}</FirstReadings>
    </HydrationBoundary>
  );
}

/** The same objects as in the dehydrated state, so that they travel to the browser once. */
function firstReadings({ queries }: ReturnType<typeof dehydrate>): FirstReading[] {
  // Filled above, with addAnswer.
  return queries.map(({ queryKey, state }) => ({ key: queryKey, seen: state.data as Seen<unknown> }));
}
