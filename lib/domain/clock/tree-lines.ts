/** The tree as lines of a table: which are shown, how deep they are, and which lines lead past and into each. */
import type { ClockState } from './clock-state';
import type { SyncNode, SyncTree } from './sync-node';

/** solid: time comes this way; broken: the first link that does not carry it; unknown: below that, or nobody says. */
export type LinkLook = 'solid' | 'broken' | 'unknown';

export type TreeLine = {
  node: SyncNode;
  /** From 1, as ARIA counts. */
  level: number;
  size: number;
  position: number;
  /** undefined: it has nothing below. */
  expanded: boolean | undefined;
  /** For each ancestor level from the root's children on: the look of what leads past to a later sibling; null when nothing does. */
  past: readonly (LinkLook | null)[];
  /** How it hangs on the one above; null for roots. */
  link: LinkLook | null;
  /** Does the line of the one above go on below it? */
  last: boolean;
};

/**
 * @param folded keys of nodes whose children are hidden
 * @param stateOf what is shown of a host
 */
export function treeLines(
  tree: SyncTree,
  folded: ReadonlySet<string>,
  stateOf: (host: string) => ClockState | undefined,
): TreeLine[] {
  const lookOf = (node: SyncNode): LinkLook => {
    if (node.firstBroken) return 'broken';
    const isUnknown = node.host === null || stateOf(node.host) === 'unknown';
    return node.belowBreak || isUnknown ? 'unknown' : 'solid';
  };
  type Work = Pick<TreeLine, 'node' | 'level' | 'size' | 'position' | 'past' | 'link' | 'last'>;
  const lines: TreeLine[] = [];
  const work = tree.roots
    .map((node, index): Work => {
      const shared = { node, level: 1, size: tree.roots.length, position: index + 1 };
      return { ...shared, past: [], link: null, last: true };
    })
    .reverse();
  for (let one = work.pop(); one; one = work.pop()) {
    const { node, level, past, link, last } = one;
    const { children } = node;
    const expanded = children.length === 0 ? undefined : !folded.has(node.key);
    lines.push({ ...one, expanded });
    if (!expanded) continue;
    // Past this node's children leads what leads past it, and the line to its own later siblings.
    const passing = level === 1 ? [] : [...past, last ? null : passingLook(link)];
    const looks = children.map(lookOf);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (!child) continue;
      work.push({
        ...{ node: child, level: level + 1, size: children.length, position: index + 1 },
        ...{ past: passing, link: looks[index] ?? 'solid', last: index === children.length - 1 },
      });
    }
  }
  return lines;
}

/** A line that goes past a break belongs to siblings: it is drawn as theirs would be at best. */
const passingLook = (link: LinkLook | null): LinkLook => (link === 'unknown' ? 'unknown' : 'solid');
