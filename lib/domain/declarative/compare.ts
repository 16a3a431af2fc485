/** Two configurations of hosts, line by line. */

import type { Declared } from './document';
import { type Fact, factKey, factsOf } from './facts';
import type { Unread } from './host-documents';
import { overlaid } from './merge';
import { SECTIONS, type Section } from './section';
import { entry, type Tree, treeOfJson } from './tree';

/** One of the two: what it is called, what it comes to, and what of it could not be read. */
export type Side = { name: string; facts: readonly Fact[]; spec: Tree; unread: readonly Unread[] };

export type CompareState = 'same' | 'left' | 'right' | 'differs';

export type CompareLine = {
  key: string;
  section: Section;
  item: string | null;
  field: string;
  state: CompareState;
  left: Fact | null;
  right: Fact | null;
  /** Why two hosts are bound to differ here; null: they are not, or do not. */
  expected: string | null;
};

export type CompareSection = {
  section: Section;
  lines: readonly CompareLine[];
  /** So many lines differ, without those that are bound to. */
  differing: number;
  /** Parts of it that could not be read, and on which side: what is missing there may be there. */
  unread: readonly (Unread & { side: 'left' | 'right' })[];
};

export const isDifference = ({ state, expected }: CompareLine): boolean =>
  state !== 'same' && expected === null;

/** A host of the platform, out of its documents. */
export function sideOfHost(name: string, documents: readonly Declared[], unread: readonly Unread[]): Side {
  const profile = documents.find(({ kind }) => kind === 'HostProfile');
  const host = documents.find(({ kind }) => kind === 'Host');
  const own = host ? treeOfJson(host.spec) : undefined;
  const mac = entry(entry(own, 'match'), 'bootMAC');
  const layers = [
    ...(profile ? [treeOfJson(profile.spec)] : []),
    ...(mac ? [treeOfMac(mac)] : []),
    ...[entry(own, 'overrides')].filter((tree) => tree !== undefined),
  ];
  return sideOf(name, layers.reduce(overlaid, treeOfJson({})), unread);
}

const treeOfMac = (mac: Tree): Tree => ({ line: null, kind: 'map', entries: new Map([['bootMAC', mac]]) });

export const sideOf = (name: string, spec: Tree, unread: readonly Unread[] = []): Side => ({
  ...{ name, spec, unread },
  facts: factsOf(spec),
});

/** Sections in their order; lines as the left has them, those of the right alone after the lines of the same thing. */
export function compare(left: Side, right: Side): CompareSection[] {
  const theirs = new Map(right.facts.map((fact) => [factKey(fact), fact]));
  const ours = new Set(left.facts.map(factKey));
  const lines = [
    ...left.facts.map((fact) => lineOf(fact, fact, theirs.get(factKey(fact)) ?? null)),
    ...right.facts.filter((fact) => !ours.has(factKey(fact))).map((fact) => lineOf(fact, null, fact)),
  ];
  return SECTIONS.flatMap((section) => {
    const own = together(lines.filter((line) => line.section === section));
    const unread = [
      ...left.unread.map((one) => ({ ...one, side: 'left' as const })),
      ...right.unread.map((one) => ({ ...one, side: 'right' as const })),
    ].filter((one) => one.section === section);
    return own.length === 0 && unread.length === 0
      ? []
      : [{ section, lines: own, differing: own.filter(isDifference).length, unread }];
  });
}

function lineOf(one: Fact, left: Fact | null, right: Fact | null): CompareLine {
  const state = !right ? 'left' : !left ? 'right' : left.value === right.value ? 'same' : 'differs';
  return {
    key: factKey(one),
    ...{ section: one.section, item: one.item, field: one.field },
    ...{ state, left, right, expected: state === 'same' ? null : one.expected },
  };
}

/** Lines of one thing stand together, in the order in which things first come. */
function together(lines: readonly CompareLine[]): CompareLine[] {
  const things = new Map<string | null, CompareLine[]>();
  for (const line of lines) {
    const own = things.get(line.item) ?? [];
    things.set(line.item, own);
    own.push(line);
  }
  return [...things.values()].flat();
}
