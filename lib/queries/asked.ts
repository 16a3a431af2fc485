/** Readings that cost the platform much: taken when a person asks for them, and never polled. */
import { useQuery } from '@tanstack/react-query';
import type { DataOf, ParamsOf, ViewName } from '@/lib/server/views';
import { viewKey } from './keys';
import type { Seen } from './seen';
import { noteByHand, viewOptions } from './view';

export type Asked<T> = {
  /** What was read last; undefined while nothing ever was. */
  seen: Seen<T> | undefined;
  isAsking: boolean;
  /** Reads it anew. */
  ask: () => void;
};

/**
 * Watches a view that only a person's asking reads: a query that is off is no business of the ticker.
 * @param atOnce it is asked for by being shown; then an answer of the last minute, to whomever, will do
 */
export function useAsked<N extends ViewName>(view: N, params: ParamsOf<N>, atOnce = false): Asked<DataOf<N>> {
  const { data, isFetching, refetch } = useQuery({
    ...viewOptions(view, params),
    enabled: ({ state }) => atOnce && state.data === undefined,
  });
  return {
    seen: data,
    isAsking: isFetching,
    ask: () => {
      noteByHand(viewKey(view, params));
      void refetch();
    },
  };
}
