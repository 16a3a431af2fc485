'use client';
/** Names in a drawer: all of them while they are few, otherwise the first ones and a search for the others. */
import Link from 'next/link';
import { useState } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { formatCount } from '@/lib/format/number';

export type LongItem = { text: string; href?: string };

/** More than these are looked for by name. */
const MOST = 30;

/** @param label of the search: "Search hosts of ptp4l-oc" */
export function LongList({ label, items }: { label: string; items: readonly LongItem[] }) {
  const [search, setSearch] = useState('');
  const found = items.filter(({ text }) => text.includes(search.trim()));
  const more = found.length - MOST;
  return (
    <div className="flex flex-col gap-2">
      {items.length > MOST && (
        <SearchField label={label} value={search} onValueChange={setSearch} placeholder="Name" hint="" />
      )}
      <ul className="flex flex-wrap gap-x-3 gap-y-1 max-md:gap-y-0">
        {found.slice(0, MOST).map(({ text, href }) => (
          <li key={text} className="mono [overflow-wrap:anywhere]">
            {href === undefined ? (
              text
            ) : (
              // Not fetched ahead: there may be a thousand of them.
              <Link className="link inline-block max-md:py-3" href={href} prefetch={false}>
                {text}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {items.length > MOST && (
        <p role="status" className="text-small text-ink-3">
          {found.length === 0
            ? 'None has that name'
            : more > 0
              ? `${formatCount(more)} more: search by name`
              : `${formatCount(found.length)} of ${formatCount(items.length)}`}
        </p>
      )}
    </div>
  );
}
