import { expect, it } from 'vitest';
import type { SyncNode, SyncTree } from './sync-node';
import { timeTakers } from './time-takers';

const node = (name: string, children: SyncNode[] = [], host: string | null = name): SyncNode => ({
  ...{ key: name, name, host, kind: host === null ? 'gnss' : 'host', port: null, via: null, domain: 0 },
  ...{
    proof: 'lldp',
    depth: 0,
    firstBroken: false,
    belowBreak: false,
    unknownBecauseUpstream: false,
    children,
  },
});

const tree: SyncTree = {
  roots: [
    node('GNSS on gm', [node('gm', [node('bc', [node('w1'), node('w2')]), node('w3')])], null),
    node('GNSS on other', [node('other')], null),
  ],
  unplaced: [{ host: 'lost', why: 'nothing heard' }],
  ntp: ['n1'],
  none: [],
};

it.each([
  ['gm', { placed: true, direct: ['bc', 'w3'], further: 2, unplaced: 1 }],
  ['bc', { placed: true, direct: ['w1', 'w2'], further: 0, unplaced: 1 }],
  ['w1', { placed: true, direct: [], further: 0, unplaced: 1 }],
  ['lost', { placed: false, direct: [], further: 0, unplaced: 0 }],
])('who takes time from %s', (host, takers) => {
  expect(timeTakers(tree, host)).toEqual(takers);
});
