/** Which interface of one host is which of another: what is over a port goes by the port, what is made goes by its name, or by what it is over. */

import { natural } from '../../natural';
import type { Interface } from '../interface';
import type { InterfaceFacts } from '../interface-facts';
import { INTERFACE_TYPES } from '../interface-form';
import type { PortMatch } from './ports';

export type Pair = {
  own: Interface;
  /** Of the target; null: it has none. */
  there: Interface | null;
  /** Of an interface over a port: what the port is called on either host; null: it is over none. */
  ports: { here: string; there: string | null; note: string | null } | null;
};

type Layout = Pick<InterfaceFacts, 'interfaces'>;

const RANKS: readonly (string | null)[] = INTERFACE_TYPES;

/** Interfaces that people shape, those below before those on top, in natural order. */
export function inOrder({ interfaces }: Layout): Interface[] {
  const depth = (own: Interface, seen: readonly string[] = []): number =>
    Math.max(
      0,
      ...own.uses
        .filter((name) => !seen.includes(name))
        .flatMap((name) => interfaces.find((one) => one.name === name) ?? [])
        .map((lower) => 1 + depth(lower, [...seen, own.name])),
    );
  const rank = ({ type }: Interface) => RANKS.indexOf(type);
  return interfaces
    .filter((own) => rank(own) >= 0)
    .map((own) => ({ own, depth: depth(own) }))
    .toSorted((a, b) => a.depth - b.depth || rank(a.own) - rank(b.own) || natural(a.own.name, b.own.name))
    .map(({ own }) => own);
}

/** Each of the source in order, with its own of the target; none of the target stands for two. */
export function pairInterfaces(
  source: Layout,
  target: Pick<InterfaceFacts, 'interfaces'>,
  matches: readonly PortMatch[],
): Pair[] {
  const all = inOrder(source);
  const byName = (own: Interface) =>
    target.interfaces.find(({ name, type }) => name === own.name && type === own.type) ?? null;
  // A name that both have is the better reason: it is not given to what merely lies alike.
  const reserved = new Set(all.filter(({ type }) => type !== 'ethernet').map((own) => byName(own)?.id));
  const pairs: Pair[] = [];
  for (const own of all) {
    const match = own.type === 'ethernet' && matches.find(({ port }) => port.interfaceId === own.id);
    if (match) {
      const there = target.interfaces.find(({ id }) => id === match.to?.interfaceId) ?? null;
      const ports = { here: match.port.name, there: match.to?.name ?? null, note: match.note };
      pairs.push({ own, there, ports });
    } else if (own.type !== 'ethernet') {
      pairs.push({ own, there: byName(own) ?? alike(own, target, pairs, reserved), ports: null });
    }
  }
  return pairs;
}

/** A bond over the same ports, a VLAN of the same number over the same interface. */
function alike(
  own: Interface,
  target: Layout,
  pairs: readonly Pair[],
  reserved: ReadonlySet<string | undefined>,
): Interface | null {
  if (own.type === 'vf') return null;
  const below = own.uses.map((name) => pairs.find((pair) => pair.own.name === name)?.there?.name);
  const wanted = below.filter((name) => name !== undefined).toSorted();
  if (wanted.length === 0 || wanted.length < own.uses.length) return null;
  const taken = new Set(pairs.map(({ there }) => there?.id));
  return (
    target.interfaces.find(
      (one) =>
        one.type === own.type &&
        one.vlanId === own.vlanId &&
        !reserved.has(one.id) &&
        !taken.has(one.id) &&
        one.uses.toSorted().join() === wanted.join(),
    ) ?? null
  );
}
