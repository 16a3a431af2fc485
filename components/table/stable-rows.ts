/**
 * New rows with the old objects wherever nothing changed (compared field by field, one level deep), so that an
 * unchanged row is not drawn again. Returns `before` itself when every row is the same and in the same place.
 */
export function keepUnchanged<T extends object>(
  before: readonly T[],
  now: readonly T[],
  keyOf: (row: T) => string,
): readonly T[] {
  if (before === now || before.length === 0) return now;
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const kept = now.map((row) => {
    const was = old.get(keyOf(row));
    return was && sameFields(was, row) ? was : row;
  });
  return kept.length === before.length && kept.every((row, index) => row === before[index]) ? before : kept;
}

function sameFields(a: object, b: object): boolean {
  if (a === b) return true;
  const fields = Object.entries(a);
  const other = new Map<string, unknown>(Object.entries(b));
  return (
    fields.length === other.size &&
    fields.every(([name, value]) => other.has(name) && Object.is(other.get(name), value))
  );
}
