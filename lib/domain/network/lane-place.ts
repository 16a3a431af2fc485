/** Where a band of the lanes puts what. An interface stands level with the middle of its ports, and leads straight on where it can. */
import type { Base, Block } from './lane-blocks';
import type { LaneColumn, LaneKind, LaneLink, LanePlace } from './lanes';
import type { Neighbour } from './lldp';
import type { Port } from './port';
import { interfaceKey, portKey, type Stack, type Stacked, unreadKey } from './stack';

type Heard = ReadonlyMap<string, readonly Neighbour[]>;
/** Keys of what the band has at its end already, by thing. */
type Ends = Map<string, string>;
type Placed = { places: LanePlace[]; links: LaneLink[]; end: number };

/** @param top the first row of the band */
export function placeBlock(block: Block, stack: Stack, heard: Heard, top: number): Placed {
  const placed: Placed = { places: [], links: [], end: top + 1 };
  const rowOf = new Map<string, number>();
  let free = top;
  for (const port of block.ports) {
    rowOf.set(portKey(port.name), free);
    free = placePort(placed, port, heard.get(port.id) ?? [], free);
  }
  let [freeBase, freeTop] = [top, top];
  const ends: Ends = new Map();
  for (const base of inOrder(block, rowOf, stack)) {
    const level = base.below.flatMap((key) => rowOf.get(key) ?? []);
    const middle = level.length > 0 ? (Math.min(...level) + Math.max(...level)) / 2 : freeTop;
    const row = Math.max(middle, freeBase);
    freeBase = row + 1;
    add(placed, {
      ...{ key: base.key, kind: base.stacked ? 'interface' : 'unread', column: 2, row, name: base.name },
      ...{ id: base.stacked?.interface.id ?? null, indent: false },
    });
    for (const key of base.below) link(placed, key, base.key);
    freeTop = placeTops(placed, base, row, freeTop, ends);
  }
  placed.end = Math.ceil(Math.max(...placed.places.map(({ row }) => row)) + 1);
  return placed;
}

/** A port with who is at the other end; several may be heard on one. @returns the next free row */
function placePort(placed: Placed, port: Port, heard: readonly Neighbour[], row: number): number {
  const key = portKey(port.name);
  const silence = { id: null, key: `lldp:${port.name}` };
  const all =
    heard.length > 0 ? heard.map(({ id }, n) => ({ id, key: nth(`lldp:${port.name}`, n) })) : [silence];
  all.forEach((one, n) => {
    const kind = one.id === null ? 'silence' : 'neighbour';
    add(placed, { ...one, kind, column: 0, row: row + n, name: one.key, indent: false });
    link(placed, one.key, key, null, one.id === null);
  });
  add(placed, { key, kind: 'port', column: 1, row, name: port.name, id: port.id, indent: false });
  return row + all.length;
}

const nth = (key: string, n: number): string => (n === 0 ? key : `${key}#${n + 1}`);

type Ordered = Base & { below: readonly string[] };

/** Bases from the top port down, so that their lines do not cross. */
function inOrder({ bases, ports }: Block, rowOf: ReadonlyMap<string, number>, stack: Stack): Ordered[] {
  const known = new Set([...stack.interfaces.values()].map(({ interface: { id } }) => id));
  const first = ({ below }: Ordered) =>
    Math.min(...below.map((key) => rowOf.get(key) ?? Number.POSITIVE_INFINITY));
  return bases
    .map((base): Ordered => {
      // A port may name an interface that is not there to read.
      const lost = ports.filter(({ interfaceId }) => interfaceId !== null && !known.has(interfaceId));
      const below = base.stacked
        ? base.stacked.below.filter((key) => rowOf.has(key))
        : lost.flatMap(({ name, interfaceId }) =>
            unreadKey(interfaceId ?? '') === base.key ? [portKey(name)] : [],
          );
      return { ...base, below };
    })
    .sort((a, b) => compare(first(a), first(b)));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * What stands on a base, level with it as far as there is room, each with its networks. Networks of the base itself come
 * first and pass by. @returns the next free row
 */
function placeTops(placed: Placed, base: Base, level: number, free: number, ends: Ends): number {
  const own = base.stacked ? endsOf(base.stacked, ends) : { fresh: [], known: [] };
  // What something on top leads to as well comes last: the lines are short and cross nothing.
  const shared = new Set(base.tops.flatMap(({ stacked }) => allEnds(stacked).map(({ thing }) => thing)));
  own.fresh.sort((a, b) => Number(shared.has(a.thing)) - Number(shared.has(b.thing)));
  const tops = base.tops.map((top) => ({ ...top, ends: endsOf(top.stacked, ends) }));
  const heights = tops.map((top) => Math.max(1, top.ends.fresh.length));
  const height = own.fresh.length + heights.reduce((sum, one) => sum + one, 0);
  let row = Math.max(free, level - (height - 1) / 2);
  for (const [n, end] of own.fresh.entries()) {
    addEnd(placed, end, row + n);
    link(placed, base.key, end.key, row + n);
  }
  for (const end of own.known) link(placed, base.key, end, rowAt(placed, end));
  row += own.fresh.length;
  tops.forEach(({ stacked, parent, indent, ends: { fresh, known } }, n) => {
    const { id, name } = stacked.interface;
    const key = interfaceKey(name);
    add(placed, { key, kind: 'interface', column: 3, row, name, id, indent });
    for (const below of new Set([parent, ...stacked.below])) if (below !== key) link(placed, below, key);
    for (const [m, end] of fresh.entries()) {
      addEnd(placed, end, row + m);
      link(placed, key, end.key);
    }
    for (const end of known) link(placed, key, end);
    row += heights[n] ?? 1;
  });
  return row;
}

type End = {
  key: string;
  kind: Extract<LaneKind, 'network' | 'data' | 'timing'>;
  name: string;
  thing: string;
};

/** Where an interface itself leads to. */
function allEnds({ uses }: Stacked): Omit<End, 'key'>[] {
  const all = [
    ...uses.networks.map((use) => ({ kind: 'network' as const, name: use.name })),
    ...uses.dataNetworks.map((use) => ({ kind: 'data' as const, name: use.name })),
    ...uses.timing.map((use) => ({ kind: 'timing' as const, name: use.instance ?? use.name })),
  ];
  return all.map((end) => ({ ...end, thing: `${end.kind}:${end.name}` }));
}

/** Of where an interface leads to: what this band has not yet, and the keys of what it has. */
function endsOf(stacked: Stacked, ends: Ends): { fresh: End[]; known: string[] } {
  const fresh: End[] = [];
  const known: string[] = [];
  for (const end of allEnds(stacked)) {
    const { thing } = end;
    const before = ends.get(thing);
    if (before !== undefined) known.push(before);
    else {
      const key = `${thing}@${stacked.interface.name}`;
      ends.set(thing, key);
      fresh.push({ ...end, key });
    }
  }
  return { fresh, known: [...new Set(known)] };
}

function addEnd(placed: Placed, { key, kind, name, thing }: End, row: number): void {
  placed.places.push({ key, kind, name, thing, row, column: 4, id: null, indent: false });
}

function add(placed: Placed, place: Omit<LanePlace, 'thing' | 'column'> & { column: LaneColumn }): void {
  placed.places.push({ ...place, thing: place.key });
}

function link(placed: Placed, from: string, to: string, via: number | null = null, quiet = false): void {
  placed.links.push({ from, to, via, quiet });
}

const rowAt = (placed: Placed, key: string): number =>
  placed.places.find((place) => place.key === key)?.row ?? 0;
