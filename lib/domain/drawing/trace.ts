/** Following a drawing of boxes in columns: from any box to both ends, by keys from box to box, and in words. */
import type { Step } from './walk';

export type DrawnBox = {
  key: string;
  column: number;
  /** In rows from the top; halves occur. */
  row: number;
  /** Boxes that are one thing wherever they are drawn have the same. */
  thing: string;
};
export type DrawnLine = { from: string; to: string };

export type Drawing<B extends DrawnBox = DrawnBox, L extends DrawnLine = DrawnLine> = {
  nodes: readonly B[];
  links: readonly L[];
  byKey: ReadonlyMap<string, B>;
};

export type Trace<L extends DrawnLine = DrawnLine> = {
  nodes: ReadonlySet<string>;
  /** Of the drawing's links, the ones that are on the way. */
  links: ReadonlySet<L>;
};

export const NO_TRACE: Trace<never> = { nodes: new Set(), links: new Set() };

/** Everything that a box leads to, and everything that leads to it. Keys that are not drawn trace nothing. */
export function traceOf<B extends DrawnBox, L extends DrawnLine>(
  drawing: Drawing<B, L>,
  keys: Iterable<string>,
): Trace<L> {
  const nodes = new Set<string>();
  const links = new Set<L>();
  for (const key of keys) {
    for (const start of sameThing(drawing, key)) {
      for (const way of ['from', 'to'] as const) follow(drawing, start, way, nodes, links);
    }
  }
  return { nodes, links };
}

function sameThing({ byKey, nodes }: Drawing, key: string): string[] {
  const node = byKey.get(key);
  return node ? nodes.filter(({ thing }) => thing === node.thing).map((one) => one.key) : [];
}

function follow<L extends DrawnLine>(
  drawing: Drawing<DrawnBox, L>,
  start: string,
  way: 'from' | 'to',
  nodes: Set<string>,
  links: Set<L>,
): void {
  const here = new Set([start]);
  for (const key of here) {
    nodes.add(key);
    for (const link of drawing.links) {
      if (link[way] !== key) continue;
      links.add(link);
      here.add(way === 'from' ? link.to : link.from);
    }
  }
}

/** Where a key leads from a box: along a link sideways, else to the nearest box there; within the column up and down. */
export function stepFrom(drawing: Drawing, key: string, step: Step): string | undefined {
  const from = drawing.byKey.get(key);
  if (!from) return drawing.nodes[0]?.key;
  if (step === 'ArrowLeft' || step === 'ArrowRight')
    return sideways(drawing, from, step === 'ArrowRight' ? 1 : -1);
  const column = drawing.nodes.filter((node) => node.column === from.column).sort((a, b) => a.row - b.row);
  const at = column.indexOf(from);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: column.length - 1 }[step];
  return column[to]?.key;
}

function sideways(drawing: Drawing, from: DrawnBox, by: 1 | -1): string | undefined {
  const linked = drawing.links.flatMap((link) => {
    const other = by === 1 ? link.from === from.key && link.to : link.to === from.key && link.from;
    return (other && drawing.byKey.get(other)) || [];
  });
  if (linked.length > 0) return inNextColumn(linked, from)?.key;
  return inNextColumn(
    drawing.nodes.filter((node) => (node.column - from.column) * by > 0),
    from,
  )?.key;
}

/** Of some boxes the one that is fewest columns away, of those the one whose row is nearest. */
const inNextColumn = (nodes: readonly DrawnBox[], { column, row }: DrawnBox): DrawnBox | undefined =>
  nodes.toSorted(
    (a, b) =>
      Math.abs(a.column - column) - Math.abs(b.column - column) ||
      Math.abs(a.row - row) - Math.abs(b.row - row) ||
      a.row - b.row,
  )[0];

/** Every way through a drawing that begins at a box without anything before it, as lists of boxes. */
export function pathsOf<B extends DrawnBox>(drawing: Drawing<B>, most = 500): B[][] {
  const hasBefore = new Set(drawing.links.map(({ to }) => to));
  const paths: B[][] = [];
  const go = (node: B, before: readonly B[]): void => {
    if (paths.length >= most) return;
    const path = [...before, node];
    const next = drawing.links.flatMap((link) =>
      link.from === node.key ? (drawing.byKey.get(link.to) ?? []) : [],
    );
    const further = next.filter((one) => !path.includes(one));
    if (further.length === 0) paths.push(path);
    for (const one of further) go(one, path);
  };
  for (const node of drawing.nodes) if (!hasBefore.has(node.key)) go(node, []);
  return paths;
}
