import { describe, expect, it } from 'vitest';
import { pathsOf, stepFrom, traceOf } from '../drawing/trace';
import { searchLanes } from './lane-search';
import { lanesOf } from './lanes';
import { boardNetwork, testInterface, testNeighbour, testNetwork, testPort } from './test-network';

const board = lanesOf(boardNetwork(), 'worker-2');
const at = (key: string) => {
  const node = board.byKey.get(key);
  if (!node) throw new Error(`no ${key} among ${[...board.byKey.keys()].join(' ')}`);
  return node;
};

describe('the board', () => {
  it.each<[string, number, number, string, string, string]>([
    ['lldp:eno1', 0, 0, 'sw-oob-1', '', 'Eth1/4'],
    ['port:eno1', 1, 0, 'eno1', '1G', '3c:ec:ef:5a:10:02'],
    ['if:pxeboot0', 2, 0, 'pxeboot0', 'ethernet', 'Platform, MTU 1500'],
    ['network:pxeboot@pxeboot0', 4, 0, 'pxeboot', 'network', 'Platform network'],
    ['port:enp24s0f0', 1, 1, 'enp24s0f0', '25G', 'b4:96:91:c1:7e:20'],
    ['port:enp24s0f1', 1, 2, 'enp24s0f1', '25G', 'b4:96:91:c1:7e:21'],
    ['if:bond0', 2, 1.5, 'bond0', 'ae 2 of 2', '802.3ad, layer3+4, MTU 9000'],
    ['if:cluster0', 3, 2, 'cluster0', 'vlan', 'Platform, id 205'],
    ['if:mgmt0', 3, 1, 'mgmt0', 'vlan', 'Platform, id 204'],
    ['network:mgmt@mgmt0', 4, 1, 'mgmt', 'network', '192.168.204.0/24'],
    ['if:sriov0', 2, 3, 'sriov0', 'ethernet', 'pci-sriov, 16 VFs, MTU 9000'],
    ['if:du-fronthaul', 3, 3, 'du-fronthaul', 'vf', '8 VFs, vfio'],
    ['if:du-midhaul', 3, 4, 'du-midhaul', 'vf', '8 VFs, netdevice'],
    ['data:group0-mid@du-midhaul', 4, 4, 'group0-mid', 'data', 'Data network'],
    ['lldp:enp81s0f1', 0, 5, 'worker-1', '', 'enp81s0f1, direct'],
    ['if:ptp0', 2, 5, 'ptp0', 'ethernet', 'Class none, MTU 1500'],
    ['timing:ptp-tsc@ptp0', 4, 5, 'ptp-tsc', 'timing', 'ptp-if'],
    ['lldp:enp81s0f2', 0, 6, 'No neighbour heard', '', ''],
    ['port:enp81s0f2', 1, 6, 'enp81s0f2', 'no speed', 'Not used'],
  ])('%s is in column %d, row %d', (key, column, row, name, tag, about) => {
    expect(at(key)).toMatchObject({ column, row, name, tag, about });
  });

  it('has nothing else, and no taller than it needs', () => {
    expect(board.nodes).toHaveLength(26);
    expect(board.rows).toBe(7);
    expect(board.nodes.filter(({ quiet }) => quiet).map(({ key }) => key)).toEqual([
      'lldp:enp81s0f2',
      'port:enp81s0f2',
    ]);
  });

  it.each<[string, string[]]>([
    ['port:enp24s0f1', ['lldp:enp24s0f1', 'if:bond0', 'if:mgmt0', 'if:cluster0', 'network:mgmt@mgmt0']],
    ['network:mgmt@mgmt0', ['if:mgmt0', 'if:bond0', 'port:enp24s0f0', 'port:enp24s0f1', 'lldp:enp24s0f0']],
    ['lldp:enp81s0f1', ['port:enp81s0f1', 'if:ptp0', 'timing:ptp-tsc@ptp0']],
  ])('%s is traced to both ends', (key, on) => {
    const { nodes } = traceOf(board, [key]);
    for (const one of [key, ...on]) expect(nodes).toContain(one);
    expect(nodes).not.toContain('port:eno1');
  });

  it('a trace of a VLAN leaves its sibling out', () => {
    const { nodes, links } = traceOf(board, ['if:mgmt0']);
    expect(nodes).not.toContain('if:cluster0');
    expect([...links].map(({ to }) => to)).toContain('network:mgmt@mgmt0');
    expect(traceOf(board, ['if:gone']).nodes.size).toBe(0);
  });

  it.each<[string, string[]]>([
    ['B4-96-91-C1-7E-21', ['port:enp24s0f1']],
    ['b496.91c1', ['port:enp24s0f0', 'port:enp24s0f1']],
    ['vlan 204', ['if:mgmt0']],
    ['192.168.204.52', ['if:mgmt0']],
    ['sw-leaf-2', ['lldp:enp24s0f1']],
    ['  ', []],
    ['nothing has this', []],
  ])('a search for %j', (text, found) => {
    expect(searchLanes(board, text).toSorted()).toEqual(found.toSorted());
  });

  it.each([
    ['port:enp24s0f1', 'ArrowRight', 'if:bond0'],
    ['port:enp24s0f1', 'ArrowLeft', 'lldp:enp24s0f1'],
    ['port:enp24s0f1', 'ArrowUp', 'port:enp24s0f0'],
    ['port:enp24s0f1', 'ArrowDown', 'port:enp81s0f0'],
    ['if:pxeboot0', 'ArrowRight', 'network:pxeboot@pxeboot0'],
    ['port:enp81s0f2', 'ArrowRight', 'if:ptp0'],
    ['lldp:eno1', 'ArrowLeft', undefined],
    ['port:eno1', 'ArrowUp', undefined],
    ['port:eno1', 'End', 'port:enp81s0f2'],
    ['gone', 'End', 'lldp:eno1'],
  ] as const)('from %s %s leads to %s', (key, step, to) => {
    expect(stepFrom(board, key, step)).toBe(to);
  });

  it('has its ways as lists, for those who do not see it', () => {
    const ways = pathsOf(board).map((path) => path.map(({ name }) => name).join(' > '));
    expect(ways).toContain('sw-leaf-2 > enp24s0f1 > bond0 > mgmt0 > mgmt');
    expect(ways).toContain('No neighbour heard > enp81s0f2');
    expect(ways).toHaveLength(9);
  });
});

describe('what is odd', () => {
  const lanes = (more: Parameters<typeof testNetwork>[0]) => lanesOf(testNetwork(more), 'h');

  it('an interface with an unknown lower one stands on a box that says so', () => {
    const { byKey, links } = lanes({
      interfaces: [testInterface('vlan7', { type: 'vlan', vlanId: 7, uses: ['ghost0'] })],
    });
    expect(byKey.get('unread:ghost0')).toMatchObject({
      ...{ kind: 'unread', column: 2, quiet: true, about: 'Not among the interfaces' },
    });
    expect(links).toContainEqual({ from: 'unread:ghost0', to: 'if:vlan7', via: null, quiet: false });
  });

  it('a port whose interface cannot be read is not called unused', () => {
    const { byKey, links } = lanes({ ports: [testPort('eth0', { interfaceId: 'lost' })] });
    expect(byKey.get('port:eth0')).toMatchObject({ about: 'MAC unknown', quiet: false });
    expect(links).toContainEqual({ from: 'port:eth0', to: 'unread:lost', via: null, quiet: false });
  });

  it('names in a ring end', () => {
    const { nodes } = lanes({
      interfaces: [
        testInterface('a', { type: 'vlan', uses: ['b'] }),
        testInterface('b', { type: 'vlan', uses: ['a', 'b'] }),
      ],
    });
    expect(nodes.map(({ name }) => name).toSorted()).toEqual(['a', 'b']);
    expect(pathsOf(lanes({ interfaces: [testInterface('a', { uses: ['a'] })] }))).toHaveLength(1);
  });

  it('an interface without a port stands by itself', () => {
    const { byKey } = lanes({
      interfaces: [testInterface('lo', { type: 'virtual', class: 'platform' })],
      networks: [{ id: '1', interfaceId: 'i-lo', interface: 'lo', name: 'mgmt', type: 'mgmt' }],
    });
    expect(byKey.get('if:lo')).toMatchObject({ column: 2, row: 0 });
    expect(byKey.get('network:mgmt@lo')).toMatchObject({ column: 4, row: 0 });
  });

  it('silence is not claimed when neighbours could not be read', () => {
    const unread = [{ part: 'neighbours' as const, message: 'away' }];
    const { byKey } = lanes({ ports: [testPort('eth0')], interfaces: [testInterface('eth0')], unread });
    expect(byKey.get('lldp:eth0')?.name).toBe('Unknown');
  });

  it('markup and odd names stay what they are', () => {
    const name = '<img src=x onerror=alert(1)>';
    const { byKey } = lanes({ ports: [testPort('eth0')], neighbours: [testNeighbour('eth0', name)] });
    expect(byKey.get('lldp:eth0')?.name).toBe(name);
  });

  it('several neighbours on one port each have a row', () => {
    const { byKey } = lanes({
      ports: [testPort('eth0', { interfaceId: null }), testPort('eth1', { interfaceId: null })],
      neighbours: [testNeighbour('eth0', 'a'), testNeighbour('eth0', 'b')],
    });
    expect(byKey.get('lldp:eth0#2')).toMatchObject({ row: 1, name: 'b' });
    expect(byKey.get('port:eth1')).toMatchObject({ row: 2 });
  });

  it('a VLAN on a VLAN is drawn under it', () => {
    const { byKey } = lanes({
      ports: [testPort('eth0')],
      interfaces: [
        testInterface('eth0', { class: 'platform' }),
        testInterface('mgmt0', { type: 'vlan', uses: ['eth0'] }),
        testInterface('cluster0', { type: 'vlan', uses: ['mgmt0'] }),
      ],
    });
    expect(byKey.get('if:mgmt0')).toMatchObject({ column: 3, row: 0, indent: false });
    expect(byKey.get('if:cluster0')).toMatchObject({ column: 3, row: 1, indent: true });
  });

  it('what an interface shares with one on top of it is drawn next to that', () => {
    const { byKey } = lanes({
      ports: [testPort('eth0')],
      interfaces: [
        testInterface('eth0', { class: 'pci-sriov' }),
        testInterface('vf0', { type: 'vf', uses: ['eth0'] }),
      ],
      dataNetworks: ['eth0', 'vf0'].map((name) => ({
        ...{ id: name, interfaceId: `i-${name}`, interface: name, name: 'fronthaul0' },
      })),
      timing: [{ id: 't', name: 'if', instance: 'ptp', members: [{ host: 'h', interface: 'eth0' }] }],
    });
    const rows = ['timing:ptp@eth0', 'data:fronthaul0@eth0', 'if:vf0'].map((key) => byKey.get(key)?.row);
    expect(rows).toEqual([0, 1, 2]);
  });

  it('a network of two bands is one thing to follow', () => {
    const two = lanes({
      ports: [testPort('eth0'), testPort('eth1')],
      interfaces: ['eth0', 'eth1'].map((name) => testInterface(name, { class: 'data' })),
      dataNetworks: ['eth0', 'eth1'].map((name) => ({
        ...{ id: name, interfaceId: `i-${name}`, interface: name, name: 'physnet0' },
      })),
    });
    const { nodes } = traceOf(two, ['data:physnet0@eth0']);
    expect([...nodes]).toEqual(expect.arrayContaining(['port:eth0', 'port:eth1', 'data:physnet0@eth1']));
  });

  it('IPv6 addresses give IPv6 networks', () => {
    const v6 = lanes({
      interfaces: [testInterface('mgmt0', { type: 'virtual', class: 'platform' })],
      networks: [{ id: '1', interfaceId: null, interface: 'mgmt0', name: 'mgmt', type: 'mgmt' }],
      addresses: [
        {
          ...{ id: 'a', interfaceId: null, interface: 'mgmt0', address: 'FD00:0:0:5::2', prefix: 64 },
          ...{ duplicateDetection: true, poolId: null },
        },
      ],
    });
    expect(v6.byKey.get('network:mgmt@mgmt0')?.about).toBe('fd00:0:0:5::/64');
  });
});

describe('64 ports and 128 interfaces', () => {
  const names = Array.from({ length: 64 }, (_, n) => `enp${n}`);
  const big = testNetwork({
    ports: names.map((name) => testPort(name)),
    interfaces: [
      ...names.map((name) => testInterface(name)),
      ...names
        .filter((_, n) => n % 2 === 0)
        .map((name, n) => testInterface(`bond${n}`, { type: 'ae', uses: [name, `enp${n * 2 + 1}`] })),
      ...Array.from({ length: 32 }, (_, n) => testInterface(`v${n}`, { type: 'vlan', uses: [`bond${n}`] })),
    ],
    neighbours: names.map((name) => testNeighbour(name, 'leaf')),
    networks: Array.from({ length: 32 }, (_, n) => ({
      ...{ id: `${n}`, interfaceId: `i-v${n}`, interface: `v${n}`, name: 'mgmt', type: 'mgmt' },
    })),
  });

  it('no two boxes are on top of each other, and a link never runs back', () => {
    expect(big.interfaces).toHaveLength(128);
    const lanes = lanesOf(big, 'h');
    for (const column of [0, 1, 2, 3, 4]) {
      const rows = lanes.nodes.filter((node) => node.column === column).map(({ row }) => row);
      const sorted = rows.toSorted((a, b) => a - b);
      expect(sorted.every((row, n) => n === 0 || row - (sorted[n - 1] ?? 0) >= 1)).toBe(true);
    }
    const columnOf = (key: string) => lanes.byKey.get(key)?.column ?? -1;
    expect(lanes.links.every(({ from, to }) => columnOf(from) >= 0 && columnOf(from) <= columnOf(to))).toBe(
      true,
    );
    expect(lanes.rows).toBe(64);
  });

  it('is put together and traced well within a frame of a second', () => {
    const start = performance.now();
    const lanes = lanesOf(big, 'h');
    traceOf(lanes, ['network:mgmt@v0']);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
