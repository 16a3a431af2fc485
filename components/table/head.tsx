'use client';

import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import type { Sort } from '@/lib/url/table-state';
import type { Column } from './column';
import { hiddenClass } from './hidden-class';
import { TickBox } from './tick-box';

const TH =
  'sticky top-0 z-10 h-[30px] border-b border-line bg-surface px-2.5 text-left text-small font-medium whitespace-nowrap';

export type HeadProps = {
  columns: readonly Column<unknown>[];
  /** Columns were chosen by hand: none is dropped on narrow screens. */
  chosen: boolean;
  sort: Sort | null;
  onSort: (columnId: string) => void;
  /** null: rows cannot be selected. */
  selected: 'none' | 'some' | 'all' | null;
  onSelectAll: () => void;
  menu: boolean;
};

export const Head = memo(function Head(props: HeadProps) {
  const { columns, chosen, sort, onSort, selected, onSelectAll, menu } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selected !== null && (
          <th scope="col" className={TH}>
            <TickBox
              label="Select all rows shown"
              checked={selected === 'all'}
              mixed={selected === 'some'}
              onToggle={onSelectAll}
            />
          </th>
        )}
        {columns.map((column) => {
          const on = sort?.id === column.id;
          const Arrow = sort?.desc ? ArrowDown : ArrowUp;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={on ? (sort.desc ? 'descending' : 'ascending') : undefined}
              className={clsx(
                TH,
                hiddenClass(column, chosen),
                column.align === 'end' && 'text-right',
                on ? 'text-ink' : 'text-ink-3',
              )}
            >
              {column.sortable === false ? (
                column.label
              ) : (
                <button
                  type="button"
                  onClick={() => onSort(column.id)}
                  className="inline-flex max-w-full items-center gap-1 rounded-1 font-medium hover:text-ink focus-visible:outline-offset-1"
                >
                  <span className={column.bareHead ? 'sr-only' : 'truncate'}>{column.label}</span>
                  {on && <Arrow size={12} strokeWidth={1.75} aria-hidden />}
                </button>
              )}
            </th>
          );
        })}
        {menu && (
          <th scope="col" className={TH}>
            <span className="sr-only">Actions</span>
          </th>
        )}
      </tr>
    </thead>
  );
});
