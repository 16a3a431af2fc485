'use client';
/** Names in a drawer: all of them while they are few, otherwise the first ones and a search for the others. */
import { clsx } from 'clsx';
import { type ComponentType, type ReactNode, useState } from 'react';
import { formatCount } from '@/lib/format/number';
import { SearchField } from './search-field';

export type LongItem = {
  text: string;
  href?: string;
  /** Beside the name; every name is then a line of its own. */
  beside?: ReactNode;
};

interface LinkProps {
  href: string;
  className: string;
  prefetch?: false;
  children: ReactNode;
}

/** More than these are looked for by name. */
const MOST = 30;

type Props = {
  /** Of the search: "Search hosts of ptp4l-oc". */
  label: string;
  /** Of the list itself, where its heading does not say it. */
  name?: string;
  items: readonly LongItem[];
  /** The router's own link. */
  link: ComponentType<LinkProps>;
};

export function LongList({ label, name, items, link: Link }: Props) {
  const lines = items.some(({ beside }) => beside !== undefined);
  const [search, setSearch] = useState('');
  const found = items.filter(({ text }) => text.includes(search.trim()));
  const more = found.length - MOST;
  return (
    <div className="flex flex-col gap-2">
      {items.length > MOST && (
        <SearchField label={label} value={search} onValueChange={setSearch} placeholder="Name" hint="" />
      )}
      <ul
        aria-label={name}
        className={clsx('flex gap-x-3 gap-y-1 max-md:gap-y-0', lines ? 'flex-col' : 'flex-wrap')}
      >
        {found.slice(0, MOST).map(({ text, href, beside }) => (
          <li
            key={text}
            className={clsx(
              '[overflow-wrap:anywhere]',
              lines && 'grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-3',
            )}
          >
            {href === undefined ? (
              <span className="mono">{text}</span>
            ) : (
              // Not fetched ahead: there may be a thousand of them.
              <Link className="link mono inline-block max-md:py-3" href={href} prefetch={false}>
                {text}
              </Link>
            )}
            {beside}
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
