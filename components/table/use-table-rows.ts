'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import type { Sort, TableQuery } from '@/lib/url/table-state';
import { useEngine } from './engine';
import { foldLines, layLines, rowOrder, trailingLines } from './lines';
import type { DataTableProps } from './props';
import { keepUnchanged } from './stable-rows';
import { useSettledOrder } from './use-settled-order';

const NO_ROWS: readonly never[] = [];
const NO_FOLDS: ReadonlySet<string> = new Set();

/** The last rows, with the old objects for those that did not change. */
function useStableRows<T extends object>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  const [last, setLast] = useState({ given: rows, kept: rows });
  if (last.given === rows) return last.kept;
  const kept = keepUnchanged(last.kept, rows, keyOf);
  setLast({ given: rows, kept });
  return kept;
}

/** The order asked for, if the table has that column; else its own. */
function knownSort<T extends object>(props: DataTableProps<T>, asked: Sort | null): Sort | null {
  const column = props.columns.find(({ id }) => id === asked?.id);
  return column && column.sortable !== false ? asked : (props.defaultSort ?? null);
}

/**
 * From rows and query to the lines on screen: view, filters, order, groups. What is typed is deferred, so that a key
 * press is drawn before a thousand rows are; a click is answered at once.
 */
export function useTableRows<T extends object>(props: DataTableProps<T>, query: TableQuery, held: boolean) {
  const { columns, rowKey, groups, views, defaultSort } = props;
  const q = useDeferredValue(query.q);
  const asked = useMemo(() => (q === query.q ? query : { ...query, q }), [q, query]);
  const all = useStableRows<T>(props.rows ?? NO_ROWS, rowKey);
  const sort = knownSort(props, asked.sort);
  const view = views?.find(({ id }) => id === asked.view);

  // biome-ignore lint/correctness/useExhaustiveDependencies: views are usually written inline; the id says which one holds
  const inView = useMemo(() => (view?.match ? all.filter((row) => view.match?.(row)) : all), [all, view?.id]);
  const engine = useEngine<T>(columns, inView, asked, sort);
  const byKey = useMemo(() => new Map(all.map((row) => [rowKey(row), row])), [all, rowKey]);
  const wanted = useMemo(() => engine.rows.map((row) => rowKey(row)), [engine.rows, rowKey]);
  const intent = JSON.stringify([asked.view, asked.q, asked.facets, sort]);
  const { keys, waiting } = useSettledOrder(wanted, intent, held);
  const trailing = useTrailing(props, asked);

  const grouping = props.groupings?.find(({ id }) => id === asked.group);
  const own = groups !== undefined && sort?.id === defaultSort?.id ? groups : undefined;
  const grouped = grouping ?? own;
  const { unreadable = NO_ROWS } = props;
  const laid = useMemo(() => {
    const groupOf = (key: string) => {
      const row = byKey.get(key);
      return row && grouped ? grouped.of(row) : '';
    };
    return layLines(keys, grouped ? groupOf : null, (!grouping && groups?.order) || NO_ROWS, unreadable);
  }, [keys, grouped, grouping, groups, byKey, unreadable]);
  const folds = useFolds(grouping?.id);
  const order = useMemo(() => rowOrder(laid), [laid]);
  const lines = useMemo(
    () => [...(grouping ? foldLines(laid, folds.turned) : laid), ...trailing.lines],
    [laid, grouping, folds.turned, trailing.lines],
  );
  /** What can be stepped through: unfolded rows and those of the last section. */
  const walk = useMemo(() => rowOrder(lines), [lines]);
  const rowAt = (key: string) => byKey.get(key) ?? trailing.byKey.get(key);
  const groupRows = (id: string): readonly T[] =>
    grouping
      ? order.flatMap((key) => byKey.get(key) ?? []).filter((row) => grouping.of(row) === id)
      : NO_ROWS;

  return {
    ...{ all, byKey, engine, lines, order, walk, sort, intent, waiting },
    ...{ rowAt, groupRows, grouping, turnFold: folds.turn, trailing: trailing.keys },
  };
}

/** The rows of the last section under the same filters, in the order they came. */
function useTrailing<T extends object>(props: DataTableProps<T>, asked: TableQuery) {
  const { columns, rowKey, trailing } = props;
  const all = useStableRows<T>(trailing?.rows ?? NO_ROWS, rowKey);
  const { rows } = useEngine<T>(columns, all, asked, null);
  const label = trailing?.label ?? '';
  return useMemo(() => {
    const keys = rows.map((row) => rowKey(row));
    return { keys, lines: trailingLines(label, keys), byKey: new Map(rows.map((row) => [rowKey(row), row])) };
  }, [rows, rowKey, label]);
}

/** Which groups a person folded or unfolded against their start. Forgotten with another grouping. */
function useFolds(grouping: string | undefined) {
  const [state, setState] = useState<{ of: string | undefined; turned: ReadonlySet<string> }>({
    of: grouping,
    turned: NO_FOLDS,
  });
  const turned = state.of === grouping ? state.turned : NO_FOLDS;
  const turn = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setState({ of: grouping, turned: next });
  };
  return { turned, turn };
}
