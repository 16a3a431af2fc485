'use client';

import { useMemo } from 'react';
import type { Sort, TableQuery } from '@/lib/url/table-state';
import { type Column, facetValues } from './column';
import { rowText, searchTerms } from './search';

export type Engine<T> = {
  /** Filtered and sorted. */
  rows: readonly T[];
  /** Value to number of rows, under every filter but the facet's own. */
  facetCounts: (columnId: string) => ReadonlyMap<string, number>;
};

type Test<T> = (row: T) => boolean;

/**
 * Filters, sorts and counts. `columns`, `rows` and `query` must be stable between changes. Counts are made when
 * they are first asked for.
 */
export function useEngine<T extends object>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  query: Pick<TableQuery, 'q' | 'facets'>,
  sort: Sort | null,
): Engine<T> {
  const textOf = useMemo(() => rowText(columns), [columns]);
  const { q, facets } = query;
  const found = useMemo(() => rows.filter(searchTest(textOf, q)), [rows, textOf, q]);
  const tests = useMemo(() => facetTests(columns, facets), [columns, facets]);
  const filtered = useMemo(() => found.filter((row) => passes(row, tests, null)), [found, tests]);
  const sorted = useMemo(() => sortRows(columns, filtered, sort), [columns, filtered, sort]);
  return useMemo(() => {
    const counted = new Map<string, ReadonlyMap<string, number>>();
    const facetCounts = (id: string) => {
      const counts = counted.get(id) ?? countFacet(columns, found, tests, id);
      counted.set(id, counts);
      return counts;
    };
    return { rows: sorted, facetCounts };
  }, [columns, found, tests, sorted]);
}

function searchTest<T extends object>(textOf: (row: T) => string, q: string): Test<T> {
  const terms = searchTerms(q);
  return (row) => {
    if (terms.length === 0) return true;
    const text = textOf(row);
    return terms.every((term) => text.includes(term));
  };
}

/** One test for each facet that is on: any of its values will do. */
function facetTests<T>(
  columns: readonly Column<T>[],
  facets: TableQuery['facets'],
): ReadonlyMap<string, Test<T>> {
  const tests = new Map<string, Test<T>>();
  for (const column of columns) {
    const wanted = facets[column.id] ?? column.facet?.standing;
    if (wanted?.length)
      tests.set(column.id, (row) => facetValues(column, row).some((value) => wanted.includes(value)));
  }
  return tests;
}

const passes = <T>(row: T, tests: ReadonlyMap<string, Test<T>>, but: string | null): boolean =>
  [...tests].every(([id, test]) => id === but || test(row));

function countFacet<T>(
  columns: readonly Column<T>[],
  found: readonly T[],
  tests: ReadonlyMap<string, Test<T>>,
  id: string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const column = columns.find((one) => one.id === id);
  if (!column) return counts;
  for (const row of found) {
    if (!passes(row, tests, id)) continue;
    for (const value of facetValues(column, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Sorted by a column, equal rows as they came; what is unknown is last both ways. */
function sortRows<T>(columns: readonly Column<T>[], rows: readonly T[], sort: Sort | null): readonly T[] {
  const column = columns.find(({ id }) => id === sort?.id);
  if (!sort || !column || column.sortable === false) return rows;
  const sign = sort.desc ? -1 : 1;
  const keyed = rows.map((row) => {
    const key = column.sortKey ? column.sortKey(row) : column.value(row);
    return { row, key: key === '' ? null : key };
  });
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * compare(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}
