'use client';
/** The first rows of a list that is worst first, and how many more there are. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatCount } from '@/lib/format/number';

type Props<T> = {
  /** Spoken name of the list. */
  label: string;
  rows: readonly T[];
  most: number;
  rowKey: (row: T) => string;
  /** Where all of them are; without it the others are folded away here. */
  href?: string;
  children: (row: T) => ReactNode;
};

const LIST = 'flex flex-col gap-1.5';

export function Capped<T>({ label, rows, most, rowKey, href, children }: Props<T>) {
  const more = rows.length - most;
  const line = (row: T) => <li key={rowKey(row)}>{children(row)}</li>;
  return (
    <>
      <ul aria-label={label} className={LIST}>
        {rows.slice(0, most).map(line)}
      </ul>
      {more > 0 &&
        (href ? (
          <p className="mt-1.5 text-small text-ink-3">
            <Link className="link inline-block min-h-6 leading-6 max-md:py-2.5" href={href}>
              {formatCount(more)} more, none worse
            </Link>
          </p>
        ) : (
          <details className="mt-2.5">
            <summary className="link-quiet min-h-6 w-fit cursor-pointer text-small text-ink-2 max-md:min-h-11 max-md:content-center">
              {formatCount(more)} more, none worse
            </summary>
            <ul aria-label={`More: ${label}`} className={`${LIST} pt-1.5`}>
              {rows.slice(most).map(line)}
            </ul>
          </details>
        ))}
    </>
  );
}
