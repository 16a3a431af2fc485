'use client';

import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SavedView } from '@/lib/url/saved-views';
import { SaveView, type SaveViewProps } from './save-view';
import { type Apply, goTo, ViewCount, type ViewTab } from './view-tab';

/** Views are places: each tab is a link to its query, and a plain click goes there without leaving the page. */
export function Views(props: {
  label: string;
  places?: ReactNode;
  tabs?: readonly ViewTab[];
  saved: readonly SavedView[];
  /** What is on screen, spelled so that equal queries are equal texts. */
  query: string;
  apply: Apply;
  save: Omit<SaveViewProps, 'active' | 'query' | 'trigger'>;
}) {
  const { query, saved, tabs = [] } = props;
  const active = saved.find((view) => view.query === query);
  return (
    <nav aria-label={props.label} className="tabs flex-none">
      {props.places}
      {tabs.map((tab) => (
        <a
          key={tab.label}
          href={`?${tab.query}`}
          onClick={goTo(tab.query, props.apply)}
          className="tab"
          aria-current={!active && tab.current ? 'page' : undefined}
        >
          {tab.label}
          <ViewCount count={tab.count} />
        </a>
      ))}
      {saved.map((view) => (
        <a
          key={`saved:${view.name}`}
          href={`?${view.query}`}
          onClick={goTo(view.query, props.apply)}
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
