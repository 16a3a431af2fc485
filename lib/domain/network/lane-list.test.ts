import { describe, expect, it } from 'vitest';
import { laneList } from './lane-list';
import { lanesOf } from './lanes';
import { boardNetwork, testInterface, testNetwork } from './test-network';

const list = laneList(lanesOf(boardNetwork(), 'worker-2'));
const linesOf = (key: string) =>
  list
    .find((group) => group.key === key)
    ?.lines.map((line) => `${'  '.repeat(line.depth)}${line.key}${line.again ? ' again' : ''}`);

describe('the board as a list', () => {
  it('has a group a port', () => {
    expect(list.map(({ key }) => key)).toEqual(
      ['eno1', 'enp24s0f0', 'enp24s0f1', 'enp81s0f0', 'enp81s0f1', 'enp81s0f2'].map((name) => `port:${name}`),
    );
  });

  it.each<[string, string[]]>([
    [
      'port:enp24s0f0',
      [
        ...['lldp:enp24s0f0', 'port:enp24s0f0', '  if:bond0', '    if:mgmt0', '      network:mgmt@mgmt0'],
        ...['    if:cluster0', '      network:cluster-host@cluster0'],
      ],
    ],
    ['port:enp24s0f1', ['lldp:enp24s0f1', 'port:enp24s0f1', '  if:bond0 again']],
    ['port:enp81s0f2', ['lldp:enp81s0f2', 'port:enp81s0f2']],
  ])('%s', (key, lines) => {
    expect(linesOf(key)).toEqual(lines);
  });
});

it('what stands on no port has a group of its own', () => {
  const lanes = lanesOf(testNetwork({ interfaces: [testInterface('v7', { uses: ['ghost0'] })] }), 'h');
  expect(laneList(lanes).map(({ lines }) => lines.map(({ key }) => key))).toEqual([
    ['unread:ghost0', 'if:v7'],
  ]);
});
