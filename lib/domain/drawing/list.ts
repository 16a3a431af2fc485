/** A drawing as a list, for screens too narrow for it: each box at the beginning of a way, and below it what it leads to. */
import type { Drawing } from './trace';

export type ListLine = {
  key: string;
  /** What it stands on; null for what the group begins with. */
  under: string | null;
  /** 0: what the group begins with; 1 and more: what stands on it. */
  depth: number;
  /** In full in an earlier place. */
  again: boolean;
};
export type ListGroup = { key: string; lines: readonly ListLine[] };

/** One group for each start, in their order; `before` are lines that stand over it. */
export function listFrom(
  { links }: Pick<Drawing, 'links'>,
  starts: readonly string[],
  before: (start: string) => readonly string[] = () => [],
): ListGroup[] {
  const drawn = new Set<string>();
  const above = (key: string, depth: number): ListLine[] =>
    [...new Set(links.flatMap(({ from, to }) => (from === key ? to : [])))].flatMap((next) => {
      const again = drawn.has(next);
      drawn.add(next);
      return [{ key: next, under: key, depth, again }, ...(again ? [] : above(next, depth + 1))];
    });
  const first = (key: string): ListLine => ({ key, under: null, depth: 0, again: false });
  return starts.map((key) => ({ key, lines: [...before(key).map(first), first(key), ...above(key, 1)] }));
}
