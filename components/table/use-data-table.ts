'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { useTableState } from '@/lib/url/table-state';
import type { BodyHandle } from './body-handle';
import { type Column, shownColumns } from './column';
import { type TableCommand, tableKeyHints } from './keys';
import type { DataTableProps } from './props';
import type { RowActions, RowProps } from './row';
import { headState, NOTHING, toggleAll, toggleRange, toggleRow } from './selection';
import { useHeld } from './use-held';
import { useLatest } from './use-latest';
import { useMedia } from './use-media';
import { useListedKeys, useTableKeys } from './use-table-keys';
import { useTableRows } from './use-table-rows';
import { step } from './walk';

/** Everything a table knows and does; data-table.tsx draws it. */
export function useDataTable<T extends object>(props: DataTableProps<T>) {
  const { columns, urlPrefix } = props;
  const facetColumns = useMemo(() => columns.filter((column) => column.facet), [columns]);
  const spec = useMemo(
    () => ({ facets: facetColumns.map(({ id }) => id), prefix: urlPrefix }),
    [facetColumns, urlPrefix],
  );
  const state = useTableState(spec);
  const [menu, setMenu] = useState<string | null>(null);
  const { held, handlers } = useHeld(menu !== null, props.onHeld);
  const rows = useTableRows(props, state.query, held);
  const { order, walk, byKey, rowAt } = rows;

  const [selection, setSelection] = useState(NOTHING);
  const [current, setCurrent] = useState<{ key: string; index: number } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const body = useRef<BodyHandle>(null);

  const { mark } = props;
  const reached = useRef<string | null>(null);
  useEffect(() => {
    if (!mark || reached.current === mark || !order.includes(mark) || !body.current) return;
    reached.current = mark;
    body.current.focusRow(mark);
  }, [mark, order]);

  const selectable = props.bulk !== undefined;
  const picked = useMemo(
    () => [...selection.keys].flatMap((key) => byKey.get(key) ?? []),
    [selection.keys, byKey],
  );

  const open = useLatest((key: string, how?: 'walk') => {
    const row = rowAt(key);
    if (!row) return false;
    if (props.detail) state.setOpen(key, how);
    if (props.onOpen && !how) props.onOpen(row);
    else if (!props.detail && props.href) window.location.assign(props.href(row));
    return props.detail || props.onOpen !== undefined || props.href !== undefined;
  });
  const goTo = useLatest((key: string) => setCurrent({ key, index: walk.indexOf(key) }));
  const select = useLatest((key: string, range: boolean) => {
    goTo(key);
    setSelection((was) => (range ? toggleRange(was, order, key) : toggleRow(was, key)));
  });
  const actions = useMemo<RowActions>(
    () => ({
      select,
      menu: (key, isOpen) => {
        if (isOpen) goTo(key);
        setMenu((was) => (isOpen ? key : was === key ? null : was));
      },
    }),
    [select, goTo],
  );

  const move = (by: 1 | -1): boolean => {
    const key = step(walk, current?.key ?? state.open, current?.index ?? 0, by);
    if (key === null) return false;
    goTo(key);
    body.current?.focusRow(key);
    if (props.detail && state.open !== null && key !== state.open) open(key, 'walk');
    return true;
  };
  const leave = (): boolean => {
    if (props.detail && state.open !== null) state.setOpen(null);
    else if (selection.keys.size > 0) setSelection(NOTHING);
    else return false;
    return true;
  };
  const onCurrent = (act: (key: string, row: T) => void): boolean => {
    const key = current?.key ?? state.open;
    const row = key === null ? undefined : byKey.get(key);
    if (key === null || !row || !walk.includes(key)) return false;
    act(key, row);
    return true;
  };
  useTableKeys({
    root,
    where: props.keys ?? 'page',
    rowKeys: props.rowKeys?.map(({ key }) => key) ?? [],
    run: (command: TableCommand) => {
      switch (command.do) {
        case 'move':
          return move(command.by);
        case 'escape':
          return leave();
        case 'search':
          search.current?.focus();
          return search.current !== null;
        case 'open':
          return onCurrent((key) => open(key));
        case 'toggle':
        case 'range':
          return selectable && onCurrent((key) => select(key, command.do === 'range'));
        case 'row':
          return onCurrent((_, row) => props.rowKeys?.find(({ key }) => key === command.key)?.run(row));
      }
    },
  });

  const hints = useListedKeys(
    tableKeyHints(
      {
        selects: selectable,
        opens: props.detail || props.onOpen !== undefined || props.href !== undefined,
        searches: props.searchPlaceholder !== null,
      },
      props.rowKeys,
    ),
    props.keys ?? 'page',
  );

  const belowLg = useMedia('(max-width: 1023px)');
  const belowXl = useMedia('(max-width: 1439px)');
  const chosen = state.query.cols !== null;
  const beside = Boolean(props.aside) && !chosen;
  const shown = useMemo(
    () => shownColumns(columns, state.query.cols).filter(({ hideBeside }) => !(beside && hideBeside)),
    [columns, state.query.cols, beside],
  );
  const visibleIds = useMemo(() => {
    const dropped = ({ hideBelow }: Column<T>) =>
      !chosen && ((hideBelow === 'lg' && belowLg) || (hideBelow === 'xl' && belowXl));
    return shown.filter((column) => !dropped(column)).map(({ id }) => id);
  }, [shown, chosen, belowLg, belowXl]);
  const context = useMemo(() => ({ has: (id: string) => visibleIds.includes(id) }), [visibleIds]);

  const menuFor = (key: string): RowProps['menu'] => {
    if (!props.rowMenu) return false;
    const row = menu === key ? byKey.get(key) : undefined;
    return row ? { items: props.rowMenu(row) } : true;
  };
  const sortBy = useLatest((id: string) => {
    const desc = rows.sort?.id === id && !rows.sort.desc;
    const usual = props.defaultSort?.id === id && props.defaultSort.desc === desc;
    state.set({ sort: usual ? null : { id, desc } });
  });

  return {
    ...rows,
    state,
    facetColumns,
    columns: { shown, visibleIds, chosen, context },
    selection: {
      on: selectable,
      keys: selection.keys,
      picked,
      hidden: picked.filter((row) => !order.includes(props.rowKey(row))).length,
      head: selectable ? headState(selection, order) : null,
      all: useLatest(() => setSelection((was) => toggleAll(was, order))),
      clear: () => setSelection(NOTHING),
    },
    current: current?.key ?? null,
    refs: { root, search, body },
    hints,
    clearFilters: () => state.set({ view: null, q: '', facets: {} }),
    held: handlers,
    actions,
    goTo,
    open,
    menuFor,
    sortBy,
  };
}

export type DataTableModel<T extends object> = ReturnType<typeof useDataTable<T>>;
