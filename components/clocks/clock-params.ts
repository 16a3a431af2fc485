/** What the address of the page says besides what its list does: the way to look, the length of the bands, the drawer's tab. */
import { oneOf } from '@/lib/url/params';

export const CLOCK_PARAMS = {
  show: oneOf(['tree', 'list']).withDefault('tree'),
  last: oneOf(['24h', '7d']).withDefault('24h'),
  tab: oneOf(['state', 'instances', 'history']).withDefault('state'),
};

/** Parameters of the list that make it the thing to show: a filtered tree would have to keep what does not match. */
const FILTERS = ['q', 'view', 'state', 'role', 'source', 'sort', 'group', 'cols'];

/** Does the address ask for the list? @param search the query of the address, without `?` */
export function showsList(search: string, show: 'tree' | 'list'): boolean {
  const query = new URLSearchParams(search);
  return show === 'list' || FILTERS.some((name) => query.has(name));
}
