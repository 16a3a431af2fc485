/** Following the lanes: from any box to both ends, by keys from box to box, and by a search. */
import { macNotations } from '../mac';
import type { LaneLink, LaneNode, Lanes } from './lanes';
import type { Step } from './walk';

export type Trace = {
  nodes: ReadonlySet<string>;
  /** Of the drawing's links, the ones that are on the way. */
  links: ReadonlySet<LaneLink>;
};

export const NO_TRACE: Trace = { nodes: new Set(), links: new Set() };

/** Everything that a box leads to, and everything that leads to it. Keys that are not drawn trace nothing. */
export function traceOf(lanes: Lanes, keys: Iterable<string>): Trace {
  const nodes = new Set<string>();
  const links = new Set<LaneLink>();
  for (const key of keys) {
    for (const start of sameThing(lanes, key)) {
      for (const way of ['from', 'to'] as const) walk(lanes, start, way, nodes, links);
    }
  }
  return { nodes, links };
}

/** A network that several bands lead to is one thing. */
function sameThing({ byKey, nodes }: Lanes, key: string): string[] {
  const node = byKey.get(key);
  return node ? nodes.filter(({ thing }) => thing === node.thing).map((one) => one.key) : [];
}

function walk(
  lanes: Lanes,
  start: string,
  way: 'from' | 'to',
  nodes: Set<string>,
  links: Set<LaneLink>,
): void {
  const here = new Set([start]);
  for (const key of here) {
    nodes.add(key);
    for (const link of lanes.links) {
      if (link[way] !== key) continue;
      links.add(link);
      here.add(way === 'from' ? link.to : link.from);
    }
  }
}

/** Boxes that hold every word of a text: any part of a name, a MAC in any notation, `vlan 204`. Nothing hits nothing. */
export function searchLanes(lanes: Lanes, text: string): string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).map(macNotations);
  if (words.length === 0) return [];
  return lanes.nodes
    .filter(({ find }) => words.every((forms) => forms.some((form) => find.includes(form))))
    .map(({ key }) => key);
}

/** Where a key leads from a box: along a link sideways, else to the nearest box there; within the column up and down. */
export function stepFrom(lanes: Lanes, key: string, step: Step): string | undefined {
  const from = lanes.byKey.get(key);
  if (!from) return lanes.nodes[0]?.key;
  if (step === 'ArrowLeft' || step === 'ArrowRight')
    return sideways(lanes, from, step === 'ArrowRight' ? 1 : -1);
  const column = lanes.nodes.filter((node) => node.column === from.column).sort((a, b) => a.row - b.row);
  const at = column.indexOf(from);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: column.length - 1 }[step];
  return column[to]?.key;
}

function sideways(lanes: Lanes, from: LaneNode, by: 1 | -1): string | undefined {
  const linked = lanes.links.flatMap((link) => {
    const other = by === 1 ? link.from === from.key && link.to : link.to === from.key && link.from;
    return (other && lanes.byKey.get(other)) || [];
  });
  if (linked.length > 0) return inNextColumn(linked, from)?.key;
  return inNextColumn(
    lanes.nodes.filter((node) => (node.column - from.column) * by > 0),
    from,
  )?.key;
}

/** Of some boxes the one that is fewest columns away, of those the one whose row is nearest. */
const inNextColumn = (nodes: readonly LaneNode[], { column, row }: LaneNode): LaneNode | undefined =>
  nodes.toSorted(
    (a, b) =>
      Math.abs(a.column - column) - Math.abs(b.column - column) ||
      Math.abs(a.row - row) - Math.abs(b.row - row) ||
      a.row - b.row,
  )[0];

/** Every way through the lanes that begins at a box without anything before it, as lists of boxes. */
export function pathsOf(lanes: Lanes, most = 500): LaneNode[][] {
  const hasBefore = new Set(lanes.links.map(({ to }) => to));
  const paths: LaneNode[][] = [];
  const go = (node: LaneNode, before: readonly LaneNode[]): void => {
    if (paths.length >= most) return;
    const path = [...before, node];
    const next = lanes.links.flatMap((link) =>
      link.from === node.key ? (lanes.byKey.get(link.to) ?? []) : [],
    );
    const further = next.filter((one) => !path.includes(one));
    if (further.length === 0) paths.push(path);
    for (const one of further) go(one, path);
  };
  for (const node of lanes.nodes) if (!hasBefore.has(node.key)) go(node, []);
  return paths;
}
