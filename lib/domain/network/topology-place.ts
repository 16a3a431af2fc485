/**
 * Where boxes are, so that lines stay short: hosts in the order of the switches that they hear, and each switch beside the
 * first hosts that hear it. Hosts that hear no new switch go on with the block that they are in.
 */
import { natural } from '../natural';
import type { TopologyHost } from './topology-hosts';

export type HostBox = {
  key: string;
  name: string;
  about: string;
  hosts: readonly TopologyHost[];
  /** Keys of what is at the other ends, hosts left out. */
  switches: readonly string[];
};

export type Placed = {
  boxes: readonly { box: HostBox; row: number }[];
  switches: readonly { key: string; row: number }[];
  rows: number;
};

type Block = { boxes: HostBox[]; switches: string[] };

/** @param nameOf a switch by its key */
export function placeRows(boxes: readonly HostBox[], nameOf: (key: string) => string): Placed {
  const heard = (box: HostBox) => [...box.switches].sort((a, b) => natural(nameOf(a), nameOf(b)));
  const sorted = boxes
    .map((box) => ({ box, keys: heard(box), names: heard(box).map(nameOf).join('\n') }))
    .toSorted(
      (a, b) =>
        Number(a.keys.length === 0) - Number(b.keys.length === 0) ||
        natural(a.names, b.names) ||
        natural(a.box.hosts[0]?.name ?? '', b.box.hosts[0]?.name ?? ''),
    );
  const blocks: Block[] = [];
  const seen = new Set<string>();
  for (const { box, keys } of sorted) {
    const fresh = keys.filter((key) => !seen.has(key));
    for (const key of fresh) seen.add(key);
    const last = blocks.at(-1);
    // Hosts that hear nothing stand apart.
    const apart = keys.length === 0 && last !== undefined && last.switches.length > 0;
    if (last === undefined || fresh.length > 0 || apart) blocks.push({ boxes: [box], switches: fresh });
    else last.boxes.push(box);
  }
  return stacked(blocks);
}

function stacked(blocks: readonly Block[]): Placed {
  const boxes: Placed['boxes'][number][] = [];
  const switches: Placed['switches'][number][] = [];
  let top = 0;
  for (const block of blocks) {
    const height = Math.max(block.boxes.length, block.switches.length);
    for (const [n, box] of block.boxes.entries())
      boxes.push({ box, row: spread(top, height, n, block.boxes) });
    for (const [n, key] of block.switches.entries())
      switches.push({ key, row: spread(top, height, n, block.switches) });
    top += height;
  }
  return { boxes, switches, rows: top };
}

/** The place of one of several in a block, all at equal distances. */
const spread = (top: number, height: number, n: number, { length }: { length: number }): number =>
  top + ((n + 0.5) * height) / length - 0.5;
