'use client';

import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { Fragment, useId, useState } from 'react';
import type { FacetState } from './facet-state';

const FILTER_FROM = 6;

/** The values of one facet: type to filter, tick several, counts of the rows each would show. */
export function FacetList({ facet, filter = true }: { facet: FacetState; filter?: boolean }) {
  const [text, setText] = useState('');
  const list = useId();
  const wanted = text.trim().toLowerCase();
  const shown = facet.options.filter((option) => option.text.toLowerCase().includes(wanted));
  const toggle = (value: string) =>
    facet.set(facet.on.includes(value) ? facet.on.filter((one) => one !== value) : [...facet.on, value]);
  return (
    <>
      {filter && facet.options.length >= FILTER_FROM && (
        <span className="-mx-1 -mt-1 mb-1 flex h-9 items-center gap-2 border-b border-line px-3">
          <Search size={14} strokeWidth={1.75} aria-hidden className="text-ink-3" />
          <input
            aria-label={`Find a value of ${facet.label}`}
            aria-controls={list}
            placeholder="Filter values"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="h-full min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3"
          />
        </span>
      )}
      <fieldset id={list} aria-label={facet.label}>
        {shown.map((option) => (
          <Fragment key={option.value}>
            <label
              className={clsx(
                'flex min-h-[30px] items-center gap-2 rounded-2 px-2 max-md:min-h-11',
                option.off ? 'text-ink-3' : 'hover:bg-hover',
              )}
            >
              <input
                type="checkbox"
                className="check m-0"
                checked={facet.on.includes(option.value)}
                disabled={option.off !== undefined && !facet.on.includes(option.value)}
                aria-describedby={option.off && `${list}-${option.value}`}
                onChange={() => toggle(option.value)}
              />
              {option.glyph}
              <span className="min-w-0 flex-1 truncate">{option.text}</span>
              <span className="pl-3 text-small text-ink-3 tabular-nums">{option.count}</span>
            </label>
            {option.off && (
              <p id={`${list}-${option.value}`} className="px-2 pb-1.5 text-small text-ink-3">
                {option.off}
              </p>
            )}
          </Fragment>
        ))}
        {shown.length === 0 && <p className="px-2 py-1.5 text-small text-ink-3">No value matches</p>}
      </fieldset>
    </>
  );
}
