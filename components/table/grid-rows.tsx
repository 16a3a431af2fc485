'use client';

import { clsx } from 'clsx';
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Body } from './body';
import { Head } from './head';
import { hiddenClass } from './hidden-class';
import type { DataTableProps } from './props';
import type { DataTableModel } from './use-data-table';
import { useDensity } from './use-density';

const CHECK_WIDTH = 36;
const MENU_WIDTH = 34;
const INTERACTIVE = 'a, button, input, label, select, textarea, [role="menu"], [role="menuitem"]';
const TAB_STOPS = 'a[href], button, input';

/**
 * Rows as a grid: a real table with fixed layout, so that columns keep their width whatever a poll brings.
 */
export function GridRows<T extends object>({
  props,
  table,
}: {
  props: DataTableProps<T>;
  table: DataTableModel<T>;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [density] = useDensity();
  const { columns, selection, current } = table;
  const visible = columns.shown.filter((column) => columns.visibleIds.includes(column.id));
  const hasMenu = props.rowMenu !== undefined;
  const fixed = (selection.on ? CHECK_WIDTH : 0) + (hasMenu ? MENU_WIDTH : 0);
  const minWidth = visible.reduce((sum, column) => sum + column.width.min, fixed);

  const click = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const key = keyAt(target);
    if (key === undefined) return;
    table.goTo(key);
    const onControl = target?.closest(INTERACTIVE) !== null;
    if (props.detail && !onControl && window.getSelection()?.isCollapsed) table.open(key);
  };
  /** Who comes by Tab is in a row as well: x, Enter and the row's own keys act on it. */
  const focus = (event: FocusEvent) => {
    const key = keyAt(event.target instanceof Element ? event.target : null);
    if (key !== undefined && key !== current) table.goTo(key);
  };

  return (
    <ScrollRegion
      ref={scroller}
      aria-label={`List of ${props.noun.many}`}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain focus-visible:outline-offset-[-2px]"
      {...table.held}
      {...(props.onScroll ? { onScroll: (event) => props.onScroll?.(whereIn(event.currentTarget)) } : {})}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take focus and are selected: a grid may, a table may not
        role="grid"
        aria-label={props.noun.many}
        aria-rowcount={table.lines.length + 1}
        aria-multiselectable={selection.on || undefined}
        className="w-full table-fixed border-separate border-spacing-0 group-data-stale/table:grayscale"
        style={{ minWidth }}
        onClick={click}
        onFocus={focus}
        onKeyDown={alongRow}
      >
        <colgroup>
          {selection.on && <col width={CHECK_WIDTH} />}
          {columns.shown.map((column) => (
            <col
              key={column.id}
              width={column.width.grow ? undefined : column.width.min}
              className={clsx(hiddenClass(column, columns.chosen))}
            />
          ))}
          {hasMenu && <col width={MENU_WIDTH} />}
        </colgroup>
        <Head
          columns={columns.shown}
          chosen={columns.chosen}
          sort={table.sort}
          onSort={table.sortBy}
          selected={selection.head}
          onSelectAll={selection.all}
          menu={hasMenu}
        />
        <Body
          ref={table.refs.body}
          scroller={scroller}
          lines={table.lines}
          rowHeight={density === 'comfortable' ? 40 : 32}
          columns={columns.shown}
          chosen={columns.chosen}
          context={columns.context}
          rowAt={table.rowAt}
          groupSummary={(id) => table.grouping?.summary?.(table.groupRows(id))}
          onFold={table.turnFold}
          labelOf={(key) => {
            const row = table.rowAt(key);
            return row ? props.rowLabel(row) : key;
          }}
          selected={selection.on ? selection.keys : null}
          current={current}
          open={props.detail ? table.state.open : null}
          marked={props.mark ?? null}
          menuFor={table.menuFor}
          actions={table.actions}
        />
      </table>
    </ScrollRegion>
  );
}

/** Near: within a window's height of the last row. */
const whereIn = ({ scrollTop, clientHeight, scrollHeight }: HTMLElement) => ({
  top: scrollTop < 8,
  end: scrollHeight - scrollTop < 2 * clientHeight,
});

const keyAt = (target: Element | null): string | undefined =>
  target?.closest<HTMLElement>('[data-key]')?.dataset.key;

/** Left and right walk along what can be pressed in a row, from the row itself and back to it. */
function alongRow(event: KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const row = target?.closest<HTMLElement>('tr[data-key]');
  if (by === 0 || !row || !target || event.defaultPrevented) return;
  const stops = [row, ...row.querySelectorAll<HTMLElement>(TAB_STOPS)];
  const next = stops[stops.indexOf(target) + by];
  if (!next || !stops.includes(target)) return;
  event.preventDefault();
  next.focus();
}
