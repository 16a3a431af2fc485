import { plainIpv6 } from '@/lib/domain/plain-ipv6';
import type { Column } from './column';

/**
 * Words of the search box: all must be found somewhere in the row, in any column, in any case. An IPv6 address is looked
 * for as the platform spells it, however it was typed.
 */
export function searchTerms(text: string): readonly string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((word) => plainIpv6(word) ?? word);
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
