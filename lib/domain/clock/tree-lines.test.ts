import { expect, it } from 'vitest';
import type { SyncNode, SyncTree } from './sync-node';
import { treeLines } from './tree-lines';

const node = (name: string, children: SyncNode[] = [], changes: Partial<SyncNode> = {}): SyncNode => ({
  ...{ key: name, kind: 'host', name, host: name, port: null, via: null, domain: null, proof: 'lldp' },
  ...{ depth: 0, firstBroken: false, belowBreak: false, unknownBecauseUpstream: false, children },
  ...changes,
});
const tree: SyncTree = {
  roots: [
    node('gnss', [node('gm', [node('bc', [node('slave')]), node('silent'), node('other')])], { host: null }),
    node('far', [node('cut', [node('below', [], { belowBreak: true })], { firstBroken: true })], {
      host: null,
    }),
  ],
  ...{ unplaced: [], ntp: [], none: [] },
};
const stateOf = (host: string) => (host === 'silent' ? ('unknown' as const) : ('locked' as const));

it('lists each node before what hangs on it, as ARIA counts levels, sizes and positions', () => {
  const lines = treeLines(tree, new Set(), stateOf);
  expect(lines.map(({ node: { key }, level, size, position }) => [key, level, size, position])).toEqual([
    ['gnss', 1, 2, 1],
    ['gm', 2, 1, 1],
    ['bc', 3, 3, 1],
    ['slave', 4, 1, 1],
    ['silent', 3, 3, 2],
    ['other', 3, 3, 3],
    ['far', 1, 2, 2],
    ['cut', 2, 1, 1],
    ['below', 3, 1, 1],
  ]);
  expect(lines.map(({ expanded }) => expanded)).toEqual([
    ...[true, true, true, undefined, undefined, undefined, true, true, undefined],
  ]);
});

it('draws the first broken link as broken, and what hangs below it or is unknown as unknown', () => {
  const look = new Map(treeLines(tree, new Set(), stateOf).map(({ node: { key }, link }) => [key, link]));
  expect(Object.fromEntries(look)).toEqual({
    ...{ gnss: null, gm: 'solid', bc: 'solid', slave: 'solid', silent: 'unknown', other: 'solid' },
    ...{ far: null, cut: 'broken', below: 'unknown' },
  });
});

it('leads lines past to later siblings, and only there', () => {
  const lines = treeLines(tree, new Set(), stateOf);
  const slave = lines.find(({ node: { key } }) => key === 'slave');
  // gm is the last below its root; bc has siblings after it.
  expect(slave?.past).toEqual([null, 'solid']);
  expect(lines.find(({ node: { key } }) => key === 'other')).toMatchObject({ past: [null], last: true });
  expect(lines.find(({ node: { key } }) => key === 'bc')).toMatchObject({ past: [null], last: false });
});

it('hides what is folded, with all that hangs on it', () => {
  const lines = treeLines(tree, new Set(['bc', 'far']), stateOf);
  expect(lines.map(({ node: { key } }) => key)).toEqual(['gnss', 'gm', 'bc', 'silent', 'other', 'far']);
  expect(lines.find(({ node: { key } }) => key === 'bc')?.expanded).toBe(false);
});

it('is linear: a chain of ten thousand does not run out of stack', () => {
  let deep = node('end');
  for (let depth = 0; depth < 10_000; depth += 1) deep = node(`n${depth}`, [deep]);
  expect(treeLines({ roots: [deep], unplaced: [], ntp: [], none: [] }, new Set(), stateOf)).toHaveLength(
    10_001,
  );
});
