import type { StorageLayout } from './layout';

/** Boxes that hold every word of a text, and those in which such a row is drawn. Nothing hits nothing. */
export function searchStorage({ nodes }: Pick<StorageLayout, 'nodes'>, text: string): string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return nodes.filter(({ find }) => words.every((word) => find.includes(word))).map(({ key }) => key);
}
