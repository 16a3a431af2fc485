/**
 * The row reached by `by` steps from `current`. Where the current row is gone, the row that took its place counts as
 * reached. Stops at both ends; null when there are no rows.
 */
export function step(
  order: readonly string[],
  current: string | null,
  lastIndex: number,
  by: 1 | -1,
): string | null {
  if (order.length === 0) return null;
  const at = current === null ? -1 : order.indexOf(current);
  const last = order.length - 1;
  if (at >= 0) return order[Math.min(last, Math.max(0, at + by))] ?? null;
  if (current === null) return order[0] ?? null;
  const place = by > 0 ? lastIndex : lastIndex - 1;
  return order[Math.min(last, Math.max(0, place))] ?? null;
}
