'use client';
/** Above a drawing: search, the way to look, what is followed; what can be done stands at the end. */
import type { ReactNode } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { Segmented } from '@/components/ui/segmented';

type Props<W extends string> = {
  /** Of the search. */
  label: string;
  placeholder: string;
  query: string | null;
  onQuery: (text: string | null) => void;
  way: W;
  ways: readonly { value: W; label: string }[];
  onWay: (way: W) => void;
  followed: FollowedProps;
  children: ReactNode;
};

export function DrawingTools<W extends string>(props: Props<W>) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label={props.label}
        placeholder={props.placeholder}
        value={props.query ?? ''}
        onValueChange={(text) => props.onQuery(text || null)}
        className="w-[220px] max-md:h-11 max-md:w-full"
      />
      <Segmented label="Way to look" value={props.way} options={props.ways} onValueChange={props.onWay} />
      <Followed {...props.followed} />
      <span className="flex-1" />
      {props.children}
    </div>
  );
}

/** As many names as fit in a line. */
const NAMED = 3;

type FollowedProps = {
  /** What is pinned, and what is on its way; null: nothing is. */
  node: { key: string; name: string; way: readonly string[] } | null;
  /** How much a search hits; null: nothing is searched. */
  hits: number | null;
  showDetails: (key: string) => void;
  clear: () => void;
};

/** What is pinned, where its way leads, and the ways to more and to less. */
function Followed({ node, hits, showDetails, clear }: FollowedProps) {
  if (!node) {
    return hits === null ? null : (
      <span role="status" className="ml-2 text-small text-ink-2">
        {hits === 0 ? 'Nothing here has that' : `${hits} found`}
      </span>
    );
  }
  const names = [...new Set(node.way)];
  const more = names.length - NAMED;
  return (
    <span className="ml-2 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-2 max-md:ml-0">
      <span role="status" className="min-w-0 [overflow-wrap:anywhere]">
        Tracing <b className="mono font-medium text-ink">{node.name}</b>
        {names.length > 0 && `: ${names.slice(0, NAMED).join(', ')}`}
        {more > 0 && ` and ${more} more`}
      </span>
      <button type="button" className="link max-md:min-h-11" onClick={() => showDetails(node.key)}>
        Details
      </button>
      <button type="button" className="link max-md:min-h-11" onClick={clear}>
        Clear
      </button>
    </span>
  );
}
