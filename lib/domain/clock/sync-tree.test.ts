import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm';
import { deriveClocks } from './derive';
import type { LldpNeighbour, PtpInstance, PtpInterface, PtpPort } from './ptp-config';
import { nodesInOrder, type SyncTreeInputs, syncTree } from './sync-tree';
import {
  testConfig,
  testFault,
  testInputs,
  testInstance,
  testInterface,
  testNeighbour,
  testPort,
  testPtpHost,
} from './test-clocks';

type Spec = {
  host: string;
  role: 'gm' | 'bc' | 'tsc';
  /** `port neighbour/port there`; the first port of a boundary clock takes time, the others give it. */
  ports: string[];
  domain?: number;
};

function network(specs: readonly Spec[], alarms: readonly Alarm[] = []): SyncTreeInputs {
  const instances: PtpInstance[] = [];
  const interfaces: PtpInterface[] = [];
  const ports: PtpPort[] = [];
  const neighbours: LldpNeighbour[] = [];
  for (const { host, role, ports: own, domain = 24 } of specs) {
    const global = `domainNumber=${domain}${role === 'tsc' ? ' clientOnly=1' : ''}`;
    const ptp4l = testInstance('ptp4l', [host], { global }, `ptp4l-${host}`);
    instances.push(ptp4l);
    if (role === 'gm') {
      instances.push(
        testInstance('ts2phc', [host], { global: 'ts2phc.nmea_serialport=/dev/gnss0' }, `ts-${host}`),
      );
    }
    for (const [n, text] of own.entries()) {
      const [port = '', heard] = text.split(' ');
      const serves = role === 'bc' && n > 0;
      interfaces.push(
        testInterface(ptp4l, [`${host}/if${n}`], `masterOnly=${serves ? 1 : 0}`, `${host}-${n}`),
      );
      ports.push(testPort(`${host}/if${n}/${port}`));
      if (heard) neighbours.push(testNeighbour(`${host}/${port}`, heard));
    }
  }
  const config = testConfig(instances, interfaces);
  const hosts = [...new Set(specs.map(({ host }) => host))].map((host) => testPtpHost(host));
  const clocks = deriveClocks(testInputs({ hosts, config, ports, alarms }));
  return { clocks, config, links: { ports, neighbours, unreadable: [] } };
}

/** One host whose one port only gives time, and nobody says where it has it from. */
function onlyServing(): SyncTreeInputs {
  const ptp4l = testInstance('ptp4l', ['a'], { global: 'masterOnly=1' });
  const config = testConfig([ptp4l], [testInterface(ptp4l, ['a/if0'])]);
  const ports = [testPort('a/if0/e0')];
  const clocks = deriveClocks(testInputs({ hosts: [testPtpHost('a')], config, ports }));
  return { clocks, config, links: { ports, neighbours: [testNeighbour('a/e0', 'leaf/1')], unreadable: [] } };
}

/** A line per node, two blanks per level: name, port and switch, and what is marked. */
function drawn(inputs: SyncTreeInputs): string[] {
  return nodesInOrder(syncTree(inputs)).map((node) => {
    const way = [node.port, node.via && `via ${node.via}`].filter(Boolean).join(' ');
    const marks = `${node.firstBroken ? ' !' : ''}${node.unknownBecauseUpstream ? ' ?' : ''}`;
    return `${'  '.repeat(node.depth)}${node.name}${way && ` (${way})`}${marks}`;
  });
}
const lost = (host: string, tail = `instance=ptp4l-${host}.ptp=no-lock`) =>
  testFault('', '', { entity: `host=${host}.${tail}` });

const LINE: Spec[] = [
  { host: 'gm', role: 'gm', ports: ['e0 bc:lab/e0'] },
  { host: 'bc', role: 'bc', ports: ['e0 gm:lab/e0', 'e1 tsc:lab/e0'] },
  { host: 'tsc', role: 'tsc', ports: ['e0 bc:lab/e1'] },
];

describe('who gets time from whom', () => {
  it.each<[string, Spec[], string[]]>([
    ['host to host', LINE, ['GNSS on gm', '  gm', '    bc (e0)', '      tsc (e0)']],
    [
      'in whatever order they come',
      LINE.toReversed(),
      ['GNSS on gm', '  gm', '    bc (e0)', '      tsc (e0)'],
    ],
    [
      'over a switch, from the one source on it',
      [
        { host: 'gm', role: 'gm', ports: ['e0 leaf-1/1'] },
        { host: 'a', role: 'tsc', ports: ['e0 leaf-1/2'] },
        { host: 'b', role: 'tsc', ports: ['e0 leaf-1/3'] },
      ],
      ['GNSS on gm', '  gm', '    a (e0 via leaf-1)', '    b (e0 via leaf-1)'],
    ],
    [
      'of another domain than the one on the switch: from beyond',
      [
        { host: 'gm', role: 'gm', ports: ['e0 leaf-1/1'] },
        { host: 'a', role: 'tsc', ports: ['e0 leaf-1/2'], domain: 25 },
      ],
      ['GNSS on gm', '  gm', 'Grandmaster beyond leaf-1', '  a (e0 via leaf-1)'],
    ],
    [
      'no source in the cloud: a grandmaster beyond the switch, a boundary clock first',
      [
        { host: 'a', role: 'tsc', ports: ['e0 leaf-1/2'] },
        { host: 'c', role: 'tsc', ports: ['e0 bc/e1'] },
        { host: 'bc', role: 'bc', ports: ['e0 leaf-1/1', 'e1 c/e0'] },
      ],
      ['Grandmaster beyond leaf-1', '  bc (e0 via leaf-1)', '    c (e0)', '  a (e0 via leaf-1)'],
    ],
    [
      'a boundary clock that serves the switch takes those on it',
      [
        { host: 'bc', role: 'bc', ports: ['e0 spine/1', 'e1 leaf-1/1'] },
        { host: 'a', role: 'tsc', ports: ['e0 leaf-1/2'] },
      ],
      ['Grandmaster beyond spine', '  bc (e0 via spine)', '    a (e0 via leaf-1)'],
    ],
    [
      'a port that takes time gives none',
      [
        { host: 'bc', role: 'bc', ports: ['e0 x/e0', 'e1 leaf/1'] },
        { host: 'x', role: 'tsc', ports: ['e0 bc/e0'] },
        { host: 'gm', role: 'gm', ports: ['e0 leaf/2'] },
      ],
      ['GNSS on gm', '  gm'],
    ],
  ])('%s', (_, specs, expected) => {
    expect(drawn(network(specs))).toEqual(expected);
  });

  it('says by which proof', () => {
    const proofs = nodesInOrder(syncTree(network(LINE))).map(({ name, proof, domain }) => [
      name,
      proof,
      domain,
    ]);
    expect(proofs).toEqual([
      ['GNSS on gm', 'none', null],
      ['gm', 'configuration', null],
      ['bc', 'lldp', 24],
      ['tsc', 'lldp', 24],
    ]);
  });
});

describe('what cannot be placed', () => {
  const tsc = (ports: string[]): Spec[] => [{ host: 'a', role: 'tsc', ports }];
  it.each<[string, SyncTreeInputs, string]>([
    ['silence', network(tsc(['e0'])), 'e0 hears no neighbour'],
    ['no interface', network(tsc([])), 'no PTP interface is assigned to it'],
    ['ports that only serve', onlyServing(), 'its ports only serve, and no satellite receiver is configured'],
    [
      'two sources on its switch',
      network([
        { host: 'g1', role: 'gm', ports: ['e0 leaf-1/1'] },
        { host: 'g2', role: 'gm', ports: ['e0 leaf-1/2'] },
        { host: 'a', role: 'tsc', ports: ['e0 leaf-1/3'] },
      ]),
      'its switch leads to several sources: g1, g2',
    ],
    [
      'neighbours unread',
      { ...network(tsc(['e0 leaf/1'])), links: null },
      'its ports and neighbours could not be read',
    ],
    [
      'a port unread',
      { ...network(tsc(['e0 leaf/1'])), links: { ports: [], neighbours: [], unreadable: [] } },
      'the port below if0 is not known',
    ],
  ])('%s', (_, inputs, why) => {
    expect(syncTree(inputs).unplaced.find(({ host }) => host === 'a')).toEqual({ host: 'a', why });
  });

  it('without a configuration nobody is placed, and it says why', () => {
    const { links } = network(LINE);
    const clocks = deriveClocks(testInputs({ hosts: [testPtpHost('gm')], config: null }));
    expect(syncTree({ clocks, config: null, links })).toMatchObject({
      roots: [],
      unplaced: [{ host: 'gm', why: 'the PTP configuration could not be read' }],
    });
  });

  it('a ring of boundary clocks without a source ends, and is listed', () => {
    const ring: Spec[] = [
      { host: 'a', role: 'bc', ports: ['e0 c/e1', 'e1 b/e0'] },
      { host: 'b', role: 'bc', ports: ['e0 a/e1', 'e1 c/e0'] },
      { host: 'c', role: 'bc', ports: ['e0 b/e1', 'e1 a/e0'] },
    ];
    const tree = syncTree(network(ring));
    expect(tree.roots).toEqual([]);
    expect(tree.unplaced.map(({ host, why }) => `${host}: ${why}`)).toEqual([
      'a: e0 leads to c, whose own source is not known',
      'b: e0 leads to a, whose own source is not known',
      'c: e0 leads to b, whose own source is not known',
    ]);
  });

  it('a ring with a source hangs on it, each host once', () => {
    const ring: Spec[] = [
      { host: 'gm', role: 'gm', ports: ['e0 a/e0'] },
      { host: 'a', role: 'bc', ports: ['e0 gm/e0', 'e1 b/e0', 'e2 b/e1'] },
      { host: 'b', role: 'bc', ports: ['e0 a/e1', 'e1 a/e2'] },
    ];
    expect(drawn(network(ring))).toEqual(['GNSS on gm', '  gm', '    a (e0)', '      b (e0)']);
  });
});

describe('breaks', () => {
  it.each<[string, Alarm[], string[]]>([
    ['none', [], ['GNSS on gm', '  gm', '    bc (e0)', '      tsc (e0)']],
    [
      'the first of a branch is marked, and what hangs below suffers',
      [lost('bc')],
      ['GNSS on gm', '  gm', '    bc (e0) !', '      tsc (e0) ?'],
    ],
    [
      'what has evidence of its own is not excused, and is not the first',
      [lost('gm', 'interface=e0.ptp=GNSS-signal-loss'), lost('tsc')],
      ['GNSS on gm', '  gm !', '    bc (e0) ?', '      tsc (e0)'],
    ],
    [
      'a system clock in trouble breaks nothing below',
      [lost('bc', 'phc2sys=p.phc2sys=no-source-clock')],
      ['GNSS on gm', '  gm', '    bc (e0)', '      tsc (e0)'],
    ],
  ])('%s', (_, alarms, expected) => {
    expect(drawn(network(LINE, alarms))).toEqual(expected);
  });
});

it('lists who follows NTP, and who follows nothing', () => {
  const hosts = [testPtpHost('n', { clockSynchronization: 'ntp' }), testPtpHost('z')];
  const clocks = deriveClocks(testInputs({ hosts, config: testConfig([]) }));
  expect(syncTree({ clocks, config: testConfig([]), links: null })).toMatchObject({
    ...{ ntp: ['n'], none: ['z'], unplaced: [], roots: [] },
  });
});

it('a chain of three thousand hosts does not overflow, and every host is in it', () => {
  const specs: Spec[] = [
    { host: 'h0', role: 'gm', ports: ['e1 h1/e0'] },
    ...Array.from({ length: 2_999 }, (_, n): Spec => {
      return { host: `h${n + 1}`, role: 'bc', ports: [`e0 h${n}/e1`, `e1 h${n + 2}/e0`] };
    }),
  ];
  const nodes = nodesInOrder(syncTree(network(specs)));
  expect(nodes).toHaveLength(3_001);
  expect(nodes.at(-1)).toMatchObject({ host: 'h2999', depth: 3_000 });
});
