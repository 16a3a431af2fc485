/**
 * Where the drawing puts what. What hangs together is a band, and no two bands cross. A disk stands level with the middle of what
 * is on it, a group with the middle of what it is made of, and its volumes around it.
 */
import type { StorageBox, StorageLink } from './layout';

type Placed = { rowOf: ReadonlyMap<string, number>; rows: number };

export function placeBoxes(boxes: readonly StorageBox[], links: readonly StorageLink[]): Placed {
  const rowOf = new Map<string, number>();
  let top = 0;
  for (const band of bandsOf(boxes, links)) top += placeBand(band, links, top, rowOf);
  return { rowOf, rows: top };
}

/** Bands in the order of their first disk; those of disks without a use last, and after them what has no disk. */
function bandsOf(boxes: readonly StorageBox[], links: readonly StorageLink[]): StorageBox[][] {
  const group = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = group.get(root); up !== undefined && up !== root; up = group.get(root)) root = up;
    return root;
  };
  for (const { from, to } of links) group.set(find(from), find(to));
  const bands = new Map<string, StorageBox[]>();
  for (const box of boxes) bands.set(find(box.key), [...(bands.get(find(box.key)) ?? []), box]);
  return [...bands.values()].sort((a, b) => rank(a) - rank(b));
}

const rank = (band: readonly StorageBox[]): number => {
  const disks = band.filter(({ kind }) => kind === 'disk');
  if (disks.length === 0) return 3;
  if (disks.every(({ quiet }) => quiet)) return 2;
  return band.some(({ tag }) => tag === 'system') || band.some(({ words }) => words.endsWith('root disk'))
    ? 0
    : 1;
};

/** @returns the height of the band */
function placeBand(
  band: readonly StorageBox[],
  links: readonly StorageLink[],
  top: number,
  rowOf: Map<string, number>,
): number {
  const column = (at: number) => band.filter((box) => box.column === at);
  const rows = (keys: readonly string[]) => keys.flatMap((key) => rowOf.get(key) ?? []);
  let free = 0;
  const onNothing = new Set(column(1).map(({ key }) => key));
  // Disks with something between them and the groups come first: what leads straight on crosses nothing then.
  const parts = (disk: string) =>
    links.flatMap(({ from, to }) => (from === disk && onNothing.has(to) ? to : []));
  const disks = column(0).toSorted(
    (a, b) => Number(parts(b.key).length > 0) - Number(parts(a.key).length > 0),
  );
  for (const { key } of disks) {
    const own = parts(key);
    for (const [n, part] of own.entries()) {
      rowOf.set(part, free + n);
      onNothing.delete(part);
    }
    rowOf.set(key, free + (Math.max(1, own.length) - 1) / 2);
    free += Math.max(1, own.length);
  }
  for (const key of onNothing) rowOf.set(key, free++);
  const left = free;

  // Each at the middle of what it is made of, or below its neighbour; a journal moves nothing.
  const level = (key: string) =>
    middle(rows(links.flatMap(({ from, to, kind }) => (to === key && kind === 'on' ? from : []))));
  const place = (boxes: readonly StorageBox[], height: (key: string) => number) => {
    let next = Number.NEGATIVE_INFINITY;
    const wanted = boxes
      .map((box, n) => ({ key: box.key, at: level(box.key), n }))
      .sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || a.n - b.n);
    for (const { key, at } of wanted) {
      const half = (height(key) - 1) / 2;
      const row = Math.max(next, (at ?? Math.max(next, 0)) - half);
      rowOf.set(key, row + half);
      next = row + height(key);
    }
  };
  const ends = (key: string) => links.filter(({ from, to }) => from === key && isEnd.has(to)).length;
  const isEnd = new Set(column(3).map(({ key }) => key));
  const groups = column(2);
  const shared = (key: string) => links.filter(({ to }) => to === key).length > 1;
  // A group is as high as its volumes; of a tier that several OSDs share none is.
  place(groups, (key) =>
    links.some(({ from, to }) => from === key && isEnd.has(to) && shared(to)) ? 1 : Math.max(1, ends(key)),
  );
  const order = new Map(groups.map(({ key }) => [key, rowOf.get(key) ?? 0]));
  placeEnds(column(3), links, order, rowOf);
  return settle(band, rowOf, top, left);
}

/** The volumes of each group around it, one below the other. */
function placeEnds(
  ends: readonly StorageBox[],
  links: readonly StorageLink[],
  groupRow: ReadonlyMap<string, number>,
  rowOf: Map<string, number>,
): void {
  const families = new Map<string, { at: number; keys: string[] }>();
  for (const { key } of ends) {
    const owners = links.flatMap(({ from, to }) => (to === key ? from : []));
    const family = owners.length === 1 ? (owners[0] ?? key) : key;
    const at = middle(owners.flatMap((owner) => groupRow.get(owner) ?? [])) ?? 0;
    const known = families.get(family);
    if (known) known.keys.push(key);
    else families.set(family, { at, keys: [key] });
  }
  let next = Number.NEGATIVE_INFINITY;
  for (const { at, keys } of [...families.values()].sort((a, b) => a.at - b.at)) {
    const first = Math.max(next, at - (keys.length - 1) / 2);
    for (const [n, key] of keys.entries()) rowOf.set(key, first + n);
    next = first + keys.length;
  }
}

/** Moves a band below the one before it. @returns its height in whole rows */
function settle(band: readonly StorageBox[], rowOf: Map<string, number>, top: number, least: number): number {
  const all = band.map(({ key }) => rowOf.get(key) ?? 0);
  const first = Math.min(...all);
  for (const { key } of band) rowOf.set(key, (rowOf.get(key) ?? 0) - first + top);
  return Math.max(least, Math.ceil(Math.max(...all) - first + 1));
}

const middle = (rows: readonly number[]): number | null =>
  rows.length === 0 ? null : (Math.min(...rows) + Math.max(...rows)) / 2;
