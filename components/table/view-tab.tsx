/** A view of a list as a link: what it is called, where it leads, and going there without leaving the page. */
import type { MouseEvent } from 'react';

const COUNT = new Intl.NumberFormat('en-GB');

export type ViewTab = {
  label: string;
  count: number | null;
  /** Query that it leads to, and whether that is where one is. */
  query: string;
  current: boolean;
};

export type Apply = (query: string) => void;

export const goTo = (query: string, apply: Apply) => (event: MouseEvent) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  apply(query);
};

export const ViewCount = ({ count }: Pick<ViewTab, 'count'>) =>
  count === null ? null : <span className="tab-count">{COUNT.format(count)}</span>;

export type ViewLinksProps = { label: string; tabs: readonly ViewTab[]; apply: Apply };
