import { describe, expect, it } from 'vitest';
import type { Host } from '../host';
import { testHost } from '../test-facts';
import { observationsOf, peerOf } from './observations';
import { boardNetwork, testInterface, testNeighbour, testNetwork, testPort } from './test-network';

const kinds = (network: Parameters<typeof observationsOf>[0], peer: string | null = 'peer') =>
  observationsOf(network, 'h', peer).map(({ key }) => key);

describe('members of a bond', () => {
  const bond = (...systems: string[]) =>
    testNetwork({
      ports: [testPort('eth0'), testPort('eth1')],
      interfaces: [
        testInterface('eth0'),
        testInterface('eth1'),
        testInterface('bond0', { type: 'ae', uses: ['eth0', 'eth1'] }),
      ],
      neighbours: systems.map((system, n) => testNeighbour(`eth${n}`, system)),
    });

  it.each<[string, string[], string[]]>([
    ['on two switches', ['leaf-1', 'leaf-2'], []],
    ['on one switch', ['leaf-1', 'leaf-1'], ['same-switch bond0']],
    ['of which one is not heard', ['leaf-1'], []],
    ['of which none is heard', [], []],
  ])('%s', (_, systems, found) => {
    expect(kinds(bond(...systems))).toEqual(found);
  });

  it('says which switch, and why it matters', () => {
    const [one] = observationsOf(bond('leaf-1', 'leaf-1'), 'h', null);
    expect(one).toMatchObject({ at: 'if:bond0', what: 'Both members of bond0 hear leaf-1.' });
    expect(one?.why).toContain('eth0 and eth1 are cabled to one device');
  });

  it('knows nothing when neighbours could not be read', () => {
    const unread = [{ part: 'neighbours' as const, message: 'away' }];
    expect(kinds({ ...bond('leaf-1', 'leaf-1'), unread })).toEqual([]);
  });
});

describe('beside the peer', () => {
  const cabled = (own: Record<string, string>, theirs: Record<string, string>) =>
    testNetwork({
      ports: ['eth0', 'eth1', 'eth2'].map((name) => testPort(name)),
      interfaces: ['eth0', 'eth1', 'eth2'].map((name) => testInterface(name, { class: 'platform' })),
      neighbours: Object.entries(own).map(([port, system]) => testNeighbour(port, system)),
      peerNeighbours: Object.entries(theirs).map(([port, system]) => testNeighbour(port, system)),
    });

  it.each<[string, Record<string, string>, Record<string, string>, string[]]>([
    ['the same', { eth0: 'a', eth1: 'b' }, { eth0: 'a', eth1: 'b' }, []],
    [
      'swapped',
      { eth0: 'b', eth1: 'a' },
      { eth0: 'a', eth1: 'b' },
      ['other-switch eth0', 'other-switch eth1'],
    ],
    [
      'a foreign switch on one port',
      { eth0: 'a', eth1: 'z' },
      { eth0: 'a', eth1: 'a' },
      ['other-switch eth1'],
    ],
    ['another rack', { eth0: 'c', eth1: 'd' }, { eth0: 'a', eth1: 'b' }, []],
    ['another rack with a common switch', { eth0: 'c', eth2: 'oob' }, { eth0: 'a', eth2: 'oob' }, []],
    ['silent here', { eth1: 'a' }, { eth0: 'a', eth1: 'a' }, ['silent eth0']],
    ['silent there', { eth0: 'a', eth1: 'a' }, { eth1: 'a' }, []],
  ])('%s', (_, own, theirs, found) => {
    expect(kinds(cabled(own, theirs))).toEqual(found);
  });

  it('a cable from host to host is no switch', () => {
    const network = cabled({ eth1: 'a' }, { eth0: 'a', eth1: 'a' });
    const direct = testNeighbour('eth0', 'worker-1:cloud', { systemCapabilities: 'station' });
    expect(kinds({ ...network, neighbours: [...network.neighbours, direct] })).toEqual([]);
  });

  it('a port that nobody uses may be silent', () => {
    const network = cabled({ eth1: 'a' }, { eth0: 'a', eth1: 'a' });
    expect(kinds({ ...network, interfaces: [testInterface('eth0'), testInterface('eth1')] })).toEqual([]);
  });

  it('says what the peer hears', () => {
    const [one] = observationsOf(cabled({ eth0: 'b', eth1: 'a' }, { eth0: 'a', eth1: 'b' }), 'h', 'worker-1');
    expect(one).toMatchObject({ what: 'eth0 hears b.', why: 'On worker-1, eth0 hears a.', at: 'port:eth0' });
  });

  it.each<[string, string | null]>([
    ['without a peer', null],
    ['', 'peer'],
  ])('the board is in order %s', (_, peer) => {
    expect(kinds(boardNetwork(), peer)).toEqual([]);
  });
});

describe('who the peer is', () => {
  const host = (hostname: string | null, personality: string | null): Host =>
    testHost({ id: `${hostname}`, hostname, personality });
  const hosts = [
    ...['controller-0', 'controller-1'].map((name) => host(name, 'controller')),
    ...['worker-0', 'worker-2', 'worker-10'].map((name) => host(name, 'worker')),
    ...[host('storage-0', 'storage'), host(null, null)],
  ];
  it.each<[string | null, string | null]>([
    ['controller-0', 'controller-1'],
    ['controller-1', 'controller-0'],
    ['worker-0', 'worker-2'],
    ['worker-2', 'worker-0'],
    ['worker-10', 'worker-2'],
    ['storage-0', null],
    [null, null],
  ])('of %s it is %s', (name, peer) => {
    const one = hosts.find(({ hostname }) => hostname === name);
    expect(one && peerOf(one, hosts)?.hostname).toBe(peer ?? undefined);
  });
});
