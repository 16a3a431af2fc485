/** Which ports and interfaces hang together: each such group is a band of the drawing, so that no two bands cross. */
import type { Port } from './port';
import { portKey, type Stack, type Stacked, unreadKey } from './stack';

export type Block = {
  ports: readonly Port[];
  /** Stand on ports, on nothing, or on what is not there to read. Members of a ring count as one of these. */
  bases: readonly Base[];
};

/** An interface with what stands on it, or a name that is not there to read. */
export type Base = { key: string; stacked: Stacked | null; name: string; tops: readonly Top[] };

/** In the order in which they are drawn: each after the one that it stands on. */
export type Top = { stacked: Stacked; parent: string; indent: boolean };

/** Bands in natural order of their first port; then those without a port, then ports that carry nothing. */
export function blocksOf(stack: Stack): Block[] {
  const shown = [...stack.interfaces.values()].filter(({ folded }) => !folded);
  const groupOf = groups(stack, shown);
  const blocks = new Map<string, { ports: Port[]; members: Stacked[] }>();
  const at = (key: string) => {
    const group = groupOf(key);
    const known = blocks.get(group) ?? { ports: [], members: [] };
    blocks.set(group, known);
    return known;
  };
  for (const port of stack.ports) at(portKey(port.name)).ports.push(port);
  for (const one of shown) at(one.key).members.push(one);
  return [...blocks.values()]
    .map(({ ports, members }) => ({ ports, bases: basesOf(stack, ports, members) }))
    .sort((a, b) => rank(a) - rank(b));
}

const rank = ({ ports, bases }: Block): number => (bases.length === 0 ? 2 : ports.length === 0 ? 1 : 0);

/** Union-find over what stands on what. */
function groups(stack: Stack, shown: readonly Stacked[]): (key: string) => string {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  const join = (a: string, b: string) => parent.set(find(a), find(b));
  for (const { key, below } of shown) for (const lower of below) join(key, lower);
  for (const port of stack.ports) {
    const known = [...stack.interfaces.values()].some(({ interface: { id } }) => id === port.interfaceId);
    if (port.interfaceId !== null && !known) join(portKey(port.name), unreadKey(port.interfaceId));
  }
  return find;
}

/** VLANs by their number; the rest keeps its order. */
const byVlan = (a: Stacked, b: Stacked): number => (a.interface.vlanId ?? 0) - (b.interface.vlanId ?? 0);

function basesOf(stack: Stack, ports: readonly Port[], unsorted: readonly Stacked[]): Base[] {
  const members = unsorted.toSorted(byVlan);
  const byKey = new Map(members.map((one) => [one.key, one]));
  const onTop = (one: Stacked) => one.below.filter((key) => byKey.has(key) || key.startsWith('unread:'));
  const taken = new Set<string>();
  const bases: Base[] = [];
  const add = (key: string, name: string, stacked: Stacked | null) => {
    taken.add(key);
    bases.push({ key, name, stacked, tops: topsOf(key, members, taken) });
  };
  for (const one of members) if (onTop(one).length === 0) add(one.key, one.interface.name, one);
  for (const name of unreadNames(stack, ports, members)) add(unreadKey(name), name, null);
  // What is left stands on itself, by a ring of names.
  for (const one of members) if (!taken.has(one.key)) add(one.key, one.interface.name, one);
  return bases;
}

function unreadNames(stack: Stack, ports: readonly Port[], members: readonly Stacked[]): string[] {
  const known = new Set([...stack.interfaces.values()].map(({ interface: { id } }) => id));
  const ofPorts = ports.flatMap(({ interfaceId }) =>
    interfaceId !== null && !known.has(interfaceId) ? [interfaceId] : [],
  );
  const ofInterfaces = members.flatMap(({ interface: { uses } }) =>
    uses.filter((name) => !stack.interfaces.has(name)),
  );
  return [...new Set([...ofPorts, ...ofInterfaces])];
}

/** Everything above a key, depth first. An interface on several is drawn on the first of them. */
function topsOf(key: string, members: readonly Stacked[], taken: Set<string>, depth = 0): Top[] {
  return members.flatMap((one): Top[] => {
    if (taken.has(one.key) || !one.below.includes(key)) return [];
    taken.add(one.key);
    return [{ stacked: one, parent: key, indent: depth > 0 }, ...topsOf(one.key, members, taken, depth + 1)];
  });
}
