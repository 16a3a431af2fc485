/**
 * The order on screen when new data asks for another one. While somebody is at work in the table (`held`) nothing
 * moves: rows that are gone leave, new rows join at the end, the rest stays where it is. Otherwise the wanted order
 * holds. Returns `shown` itself when nothing changed, so that React can skip the work.
 */
export function settle(
  shown: readonly string[],
  wanted: readonly string[],
  held: boolean,
): readonly string[] {
  const next = held ? keepPlaces(shown, wanted) : wanted;
  return sameOrder(shown, next) ? shown : next;
}

function keepPlaces(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  const present = new Set(wanted);
  const before = new Set(shown);
  return [...shown.filter((key) => present.has(key)), ...wanted.filter((key) => !before.has(key))];
}

export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
