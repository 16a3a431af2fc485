'use client';

import { clsx } from 'clsx';
import { Ellipsis } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { Menu } from '@/components/ui/menu';
import type { CellContext, Column } from './column';
import { hiddenClass } from './hidden-class';
import { TickBox } from './tick-box';

/** What a row can ask for. One object for the life of the table, so that it never makes a row draw again. */
export type RowActions = {
  select: (key: string, range: boolean) => void;
  menu: (key: string, open: boolean) => void;
};

export type RowProps = {
  row: object;
  rowKey: string;
  label: string;
  /** 1-based place among all lines, the head included. */
  index: number;
  columns: readonly Column<unknown>[];
  chosen: boolean;
  context: CellContext;
  /** null: rows cannot be selected; `never`: this one cannot. */
  selected: boolean | null | 'never';
  current: boolean;
  /** Its detail stands open beside the list. */
  open: boolean;
  /** A link led here. */
  marked: boolean;
  /** Takes focus when one tabs into the body. */
  tabStop: boolean;
  /** false: no menu; true: the button; a node: the menu is open with these items. */
  menu: boolean | { items: ReactNode };
  actions: RowActions;
};

const TD = 'relative h-(--row) border-b border-hair';

/** One row. Memoised: while its props are the same objects it is not drawn again, whatever a poll brings. */
export const Row = memo(function Row(props: RowProps) {
  const { row, rowKey, label, columns, context, selected, actions, menu } = props;
  return (
    <tr
      data-key={rowKey}
      aria-rowindex={props.index}
      aria-selected={typeof selected === 'boolean' ? selected : undefined}
      aria-current={props.open || props.marked ? 'true' : undefined}
      tabIndex={props.tabStop ? 0 : -1}
      className={clsx(
        'scroll-mt-[30px] [&:last-child>td]:border-b-0 focus-visible:outline-offset-[-2px]',
        selected === true || props.open || props.marked ? 'bg-selected' : 'hover:bg-hover',
        (props.current || props.open || props.marked) &&
          '[&>td:first-child]:shadow-[inset_2px_0_0_var(--accent-fill)]',
      )}
    >
      {selected !== null && (
        <td className={TD}>
          {selected !== 'never' && (
            <TickBox
              label={`Select ${label}`}
              checked={selected}
              onToggle={(range) => actions.select(rowKey, range)}
            />
          )}
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          // What a column draws itself names itself; plain text may be cut off.
          {...(column.render ? {} : { title: String(column.value(row) ?? '') })}
          className={clsx(
            TD,
            'truncate px-2.5',
            hiddenClass(column, props.chosen),
            column.align === 'end' && 'text-right tabular-nums',
            column.className,
          )}
        >
          {column.render ? column.render(row, context) : column.value(row)}
        </td>
      ))}
      {menu !== false && (
        <td className={clsx(TD, 'text-center')}>
          <Menu
            label={`Actions for ${label}`}
            open={menu !== true}
            onOpenChange={(open) => actions.menu(rowKey, open)}
            trigger={
              <button
                type="button"
                aria-label={`More for ${label}`}
                className={buttonClass('ghost', 'default', 'btn-icon size-7')}
              >
                <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
              </button>
            }
          >
            {menu !== true && menu.items}
          </Menu>
        </td>
      )}
    </tr>
  );
});
