/** The lanes as a list: each port with who is at the other end and what stands on it, for screens too narrow for a drawing. */
import type { Lanes } from './lanes';

export type ListLine = {
  key: string;
  /** What it stands on; null for the neighbour and the port. */
  under: string | null;
  /** 0: the neighbour and the port; 1 and more: what stands on it. */
  depth: number;
  /** In full under an earlier port. */
  again: boolean;
};
export type ListGroup = { key: string; lines: readonly ListLine[] };

/** One group a port, in the order of the drawing; then one for each interface that stands on no port. */
export function laneList({ nodes, links }: Pick<Lanes, 'nodes' | 'links'>): ListGroup[] {
  const leadsTo = new Set(links.map(({ to }) => to));
  const drawn = new Set<string>();
  const above = (key: string, depth: number): ListLine[] =>
    [...new Set(links.flatMap(({ from, to }) => (from === key ? to : [])))].flatMap((next) => {
      const again = drawn.has(next);
      drawn.add(next);
      return [{ key: next, under: key, depth, again }, ...(again ? [] : above(next, depth + 1))];
    });
  const heard = (key: string): ListLine[] =>
    links.flatMap(({ from, to }) => (to === key ? { key: from, under: null, depth: 0, again: false } : []));
  const group = (key: string): ListGroup => ({
    key,
    lines: [...heard(key), { key, under: null, depth: 0, again: false }, ...above(key, 1)],
  });
  const ports = nodes.filter(({ kind }) => kind === 'port');
  const without = nodes.filter(({ key, column }) => column === 2 && !leadsTo.has(key));
  return [...ports, ...without].map(({ key }) => group(key));
}
