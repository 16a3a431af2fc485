/** Selected row keys. Kept by key, so that polls, sorting and filters leave it alone. */
export type Selection = { keys: ReadonlySet<string>; anchor: string | null };

export const NOTHING: Selection = { keys: new Set(), anchor: null };

/** Turns one row on or off and makes it the start of the next range. */
export function toggleRow(selection: Selection, key: string): Selection {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: key };
}

/**
 * Gives every row between the anchor and `key` (both ends, in the order on screen) the anchor's own state. Without an
 * anchor on screen it is a plain toggle.
 */
export function toggleRange(selection: Selection, order: readonly string[], key: string): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(key);
  if (from < 0 || to < 0) return toggleRow(selection, key);
  const on = selection.anchor !== null && selection.keys.has(selection.anchor);
  const keys = new Set(selection.keys);
  for (const between of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (on) keys.add(between);
    else keys.delete(between);
  }
  return { keys, anchor: selection.anchor };
}

/** What the box in the head shows: it speaks of the rows on screen only. */
export function headState(selection: Selection, order: readonly string[]): 'none' | 'some' | 'all' {
  const on = order.filter((key) => selection.keys.has(key)).length;
  if (on === 0) return 'none';
  return on === order.length ? 'all' : 'some';
}

/** The box in the head: all rows on screen, or none of them when all were on. Hidden rows keep their state. */
export function toggleAll(selection: Selection, order: readonly string[]): Selection {
  const keys = new Set(selection.keys);
  const off = headState(selection, order) === 'all';
  for (const key of order) {
    if (off) keys.delete(key);
    else keys.add(key);
  }
  return { keys, anchor: null };
}
