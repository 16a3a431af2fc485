/**
 * The lanes of a host: neighbour, port, interface, what stands on top, and at the end the network, data network or PTP
 * instance. Names are data, whatever they look like.
 */
import type { HostNetwork } from './host-network';
import { blocksOf } from './lane-blocks';
import { placeBlock } from './lane-place';
import { laneWords, type Seen } from './lane-words';
import { isAt } from './lldp';
import { stackOf } from './stack';

export const LANE_COLUMNS = [
  'LLDP neighbour',
  'Port',
  'Interface',
  'On top of it',
  'Network, data network, timing',
] as const;
export type LaneColumn = 0 | 1 | 2 | 3 | 4;

export type LaneKind =
  | 'neighbour'
  /** Nothing was heard on a port. */
  | 'silence'
  | 'port'
  | 'interface'
  /** Named by an interface or a port, and not among what was read. */
  | 'unread'
  | 'network'
  | 'data'
  | 'timing';

/** Where something is, before it has words. */
export type LanePlace = {
  key: string;
  kind: LaneKind;
  column: LaneColumn;
  /** In rows of the drawing from the top; halves occur. */
  row: number;
  /** Stands on what is in the same column above it. */
  indent: boolean;
  /** uuid of the port, interface or neighbour. */
  id: string | null;
  name: string;
  /** Things that are one wherever they are drawn: a network that several interfaces lead to. */
  thing: string;
};

export type LaneNode = LanePlace & {
  /** In a corner: the type, the speed. */
  tag: string;
  /** The second line. */
  about: string;
  /** Not used, or not known: drawn dashed. */
  quiet: boolean;
  /** Everything a search may hit, in lower case. */
  find: string;
};

export type LaneLink = {
  from: string;
  to: string;
  /** Row in which it crosses the column of what stands on top. */
  via: number | null;
  quiet: boolean;
};

export type Lanes = {
  nodes: readonly LaneNode[];
  links: readonly LaneLink[];
  /** Height of the drawing in rows. */
  rows: number;
  byKey: ReadonlyMap<string, LaneNode>;
};

export type LaneInput = Omit<HostNetwork, 'unreadable' | 'unreadableInterfaces' | 'peerNeighbours'>;

/** @param host hostname */
export function lanesOf(input: LaneInput, host: string): Lanes {
  const stack = stackOf(input, host);
  const heard = new Map(
    stack.ports.map((port) => [port.id, input.neighbours.filter((one) => isAt(one, port))] as const),
  );
  const seen: Seen = {
    stack,
    ...input,
    neighbourUnread: input.unread.some(({ part }) => part === 'neighbours'),
  };
  const places: LanePlace[] = [];
  const links: LaneLink[] = [];
  let rows = 0;
  for (const block of blocksOf(stack)) {
    const placed = placeBlock(block, stack, heard, rows);
    places.push(...placed.places);
    links.push(...placed.links);
    rows = placed.end;
  }
  const nodes = places.map((place) => ({ ...place, ...laneWords(place, seen) }));
  return { nodes, links, rows, byKey: new Map(nodes.map((node) => [node.key, node])) };
}
