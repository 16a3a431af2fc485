'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';

const COUNT = new Intl.NumberFormat('en-GB');

/** Floats at the bottom of the view, above the bar of a phone, while rows are selected. Counts what is selected, shown or not. */
export function BulkBar(props: {
  count: number;
  /** Of these, how many the filters hide. */
  hidden: number;
  names: readonly string[];
  onClear: () => void;
  children: ReactNode;
}) {
  const { count, hidden, names } = props;
  const told = names.slice(0, 3).join(', ');
  return (
    <section
      aria-label="Selected rows"
      data-bulk-bar=""
      className="fixed bottom-5 left-[calc(50%+var(--sidebar)/2)] z-20 flex max-w-[calc(100vw-var(--sidebar)-32px)] -translate-x-1/2 items-center gap-2 rounded-3 bg-raised py-2 pr-2 pl-4 shadow-pop max-md:bottom-20 max-md:left-1/2 max-md:w-max max-md:max-w-[calc(100vw-16px)] max-md:flex-wrap"
    >
      <b className="font-semibold whitespace-nowrap" role="status">
        {COUNT.format(count)} selected
      </b>
      <span className="min-w-0 truncate text-small text-ink-2">
        {names.length > 3 ? `${told} and ${COUNT.format(names.length - 3)} more` : told}
        {hidden > 0 && `, ${COUNT.format(hidden)} not shown`}
      </span>
      <span className="mx-1 h-5 w-px flex-none bg-line" />
      {props.children}
      <IconButton
        label="Clear the selection"
        icon={<X size={14} strokeWidth={1.75} aria-hidden />}
        onClick={props.onClear}
      />
    </section>
  );
}
