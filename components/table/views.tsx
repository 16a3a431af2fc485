'use client';

import { Plus } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { SavedView } from '@/lib/url/saved-views';
import { SaveView, type SaveViewProps } from './save-view';

const COUNT = new Intl.NumberFormat('en-GB');

export type ViewTab = {
  label: string;
  count: number | null;
  /** Query that it leads to, and whether that is where one is. */
  query: string;
  current: boolean;
};

/** Views are places: each tab is a link to its query, and a plain click goes there without leaving the page. */
export function Views(props: {
  label: string;
  places?: ReactNode;
  tabs?: readonly ViewTab[];
  saved: readonly SavedView[];
  /** What is on screen, spelled so that equal queries are equal texts. */
  query: string;
  apply: (query: string) => void;
  save: Omit<SaveViewProps, 'active' | 'query' | 'trigger'>;
}) {
  const { query, saved, tabs = [] } = props;
  const active = saved.find((view) => view.query === query);
  const go = (text: string) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    props.apply(text);
  };
  return (
    <nav aria-label={props.label} className="tabs flex-none">
      {props.places}
      {tabs.map((tab) => (
        <a
          key={tab.label}
          href={`?${tab.query}`}
          onClick={go(tab.query)}
          className="tab"
          aria-current={!active && tab.current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count !== null && <span className="tab-count">{COUNT.format(tab.count)}</span>}
        </a>
      ))}
      {saved.map((view) => (
        <a
          key={`saved:${view.name}`}
          href={`?${view.query}`}
          onClick={go(view.query)}
          className="tab"
          aria-current={view === active ? 'page' : undefined}
        >
          {view.name}
        </a>
      ))}
      <SaveView
        {...props.save}
        active={active}
        query={query}
        trigger={
          <button type="button" className="tab text-ink-3 max-md:hidden">
            {!active && <Plus size={14} strokeWidth={1.75} aria-hidden />}
            {active ? 'Edit view' : 'Save view'}
          </button>
        }
      />
    </nav>
  );
}
