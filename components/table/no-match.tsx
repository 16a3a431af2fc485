import { FilterX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { TableQuery } from '@/lib/url/table-state';

/** How many filters hide rows: each facet, the search words, the view. */
export function filterCount(query: TableQuery): number {
  return Object.keys(query.facets).length + (query.q.trim() === '' ? 0 : 1) + (query.view === null ? 0 : 1);
}

/** Rows are there, but the filters hide them all. Never the words of an empty list. */
export function NoMatch(props: {
  noun: { one: string; many: string };
  hidden: number;
  query: TableQuery;
  clear: () => void;
}) {
  const { noun, hidden } = props;
  const filters = filterCount(props.query);
  const matches = filters === 1 ? 'the filter' : `${filters} filters`;
  return (
    <EmptyState
      icon={<FilterX size={24} strokeWidth={1.75} />}
      title={filters === 0 ? `No ${noun.one} to show` : `No ${noun.one} matches ${matches}`}
      action={filters > 0 && <Button onClick={props.clear}>Clear filters</Button>}
    >
      {hidden === 1 ? '1 is hidden' : `${hidden} are hidden`}
    </EmptyState>
  );
}
