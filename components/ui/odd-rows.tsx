'use client';
/** Rows of the platform that are odd: how many, what that means, and each with what is wrong with it. */
import type { ReactNode } from 'react';
import { formatCount } from '@/lib/format/number';
import { Note } from './note';
import { ScrollRegion } from './scroll-region';

export interface OddRow {
  key: string;
  /** What kind of row. */
  what: string;
  name: string | null;
  why: string;
}

/** A list that nobody reads to its end is cut, and says so. */
const MOST = 100;

export function OddRows(props: { title: string; rows: readonly OddRow[]; children: ReactNode }) {
  const { title, rows, children } = props;
  const more = rows.length - MOST;
  return (
    <Note tone="unknown" live="polite" className="flex-none" title={title}>
      {children}
      <details className="mt-1">
        <summary className="w-fit cursor-pointer text-small text-ink-3 hover:text-ink max-md:min-h-11 max-md:content-center">
          {rows.length === 1 ? 'Which one' : 'Which ones'}
        </summary>
        <ScrollRegion aria-label={title} className="max-h-48 overflow-auto overscroll-contain">
          <ul className="flex flex-col gap-1">
            {rows.slice(0, MOST).map(({ key, what, name, why }) => (
              <li key={key} className="[overflow-wrap:anywhere]">
                {what} {name !== null && <span className="mono">{name}</span>}
                <span className="block text-small text-ink-3">{why}</span>
              </li>
            ))}
          </ul>
          {more > 0 && <p className="text-small text-ink-3">and {formatCount(more)} more</p>}
        </ScrollRegion>
      </details>
    </Note>
  );
}
