import type { ParamsOf, ViewName } from '@/lib/server/views';

/** Query key of a view. Pure, so that server components can fill the same cache entry. */
export const viewKey = <N extends ViewName>(view: N, params: ParamsOf<N>) => ['view', view, params] as const;

/** Facts that only an open sheet reads. It tells by itself what it could not read: that is no news about the page. */
const OF_SHEETS: readonly unknown[] = ['cloudFact', 'hostFact'] satisfies ViewName[];

/** Does a query say something about the page as a whole, its age and what does not answer? */
export const isPageView = (queryKey: readonly unknown[]): boolean =>
  queryKey[0] === 'view' && !OF_SHEETS.includes(queryKey[1]);
