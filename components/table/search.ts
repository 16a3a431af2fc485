import type { Column } from './column';

/** Words of the search box: all must be found somewhere in the row, in any column, in any case. */
export function searchTerms(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * A test of rows against the terms. The text of a row is put together once for each row object: with a thousand rows
 * that is what keeps typing smooth.
 */
export function rowText<T extends object>(columns: readonly Column<T>[]): (row: T) => string {
  const known = new WeakMap<T, string>();
  const looked = columns.filter((column) => column.searchable !== false);
  return (row) => {
    const had = known.get(row);
    if (had !== undefined) return had;
    const text = looked
      .map((column) => (column.searchValue ? column.searchValue(row) : column.value(row)))
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .join('\n')
      .toLowerCase();
    known.set(row, text);
    return text;
  };
}
