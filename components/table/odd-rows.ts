import type { UnreadableRow } from './lines';

/** A row as a reading tells it: null where not even that can be read. */
type Odd = { id?: string | null; name?: string | null; why: string };

/** Rows that could not be decoded, as the table shows them; nothing where there are none. */
export function oddRows(rows: readonly Odd[] | undefined): { unreadable?: readonly UnreadableRow[] } {
  if (!rows?.length) return {};
  return {
    unreadable: rows.map(({ id, name, why }, index) => ({
      ...{ key: id ?? name ?? `row-${index}`, why },
      ...(name ? { label: name } : {}),
    })),
  };
}
