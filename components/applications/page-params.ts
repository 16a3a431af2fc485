/** What the address of an application's page says: the tab, the chart whose overrides are open, and how one looks at them. */
import type { ChartRef } from '@/lib/domain/application/overrides/override-calls';
import { oneOf, textParam } from '@/lib/url/params';

export const TABS = [
  { id: 'charts', label: 'Charts' },
  { id: 'overrides', label: 'Overrides' },
  { id: 'order', label: 'Order' },
  { id: 'history', label: 'History' },
] as const;
type TabId = (typeof TABS)[number]['id'];

/** `show`: what stands beside the editor. `by`: whether values are typed as YAML or one by one. */
export const PAGE_PARAMS = {
  tab: oneOf<TabId>(['charts', 'overrides', 'order', 'history']).withDefault('charts'),
  chart: textParam,
  show: oneOf(['diff', 'merged', 'system']).withDefault('diff'),
  by: oneOf(['yaml', 'set']).withDefault('yaml'),
};

export const applicationHref = (name: string): string => `/applications/${encodeURIComponent(name)}`;

/** `name/namespace`: a chart may be in several namespaces. */
export const chartKey = ({ chart, namespace }: Pick<ChartRef, 'chart' | 'namespace'>): string =>
  `${chart}/${namespace}`;
