import { expect, it } from 'vitest';
import { clockRole } from './clock-role';
import { NO_PTP, ptpByHost } from './host-ptp';
import { testConfig, testGrandmaster, testInstance, testInterface, testSlave } from './test-clocks';

const L2 = 'network_transport=L2 domainNumber=24 dataset_comparison=G.8275.x';
const ports = (text: string, own: readonly [string, string][]) => {
  const ptp4l = testInstance('ptp4l', ['worker-0'], { global: text });
  return testConfig(
    [ptp4l],
    own.map(([name, pairs]) => testInterface(ptp4l, [`worker-0/${name}`], pairs, name)),
  );
};
const words = (config: ReturnType<typeof testConfig>) =>
  clockRole(ptpByHost(config, [], []).get('worker-0') ?? NO_PTP)?.words ?? null;

it.each([
  ['a receiver and ptp4l', testGrandmaster(), 'looks like T-GM'],
  ['a client', testSlave(), 'looks like T-TSC'],
  [
    'a client by the older word, without ports',
    testConfig([testInstance('ptp4l', ['worker-0'], { global: 'slaveOnly=1' })]),
    'looks like T-TSC',
  ],
  ['one port', ports(L2, [['a', '']]), 'looks like T-TSC, G.8275.1'],
  [
    'two ports',
    ports(L2, [
      ['a', ''],
      ['b', ''],
    ]),
    'looks like T-BC, G.8275.1',
  ],
  [
    'one port serves, one takes',
    ports('domainNumber=24', [
      ['a', 'masterOnly=1'],
      ['b', 'masterOnly=0'],
    ]),
    'looks like T-BC',
  ],
  ['over IP', ports('network_transport=UDPv4 domainNumber=44', [['a', '']]), 'looks like T-TSC, G.8275.2'],
  ['a domain alone makes no profile', ports('domainNumber=24', [['a', '']]), 'looks like T-TSC'],
  [
    'hints that contradict each other make none',
    ports('network_transport=UDPv4 domainNumber=24 dataset_comparison=G.8275.x', [['a', '']]),
    'looks like T-TSC',
  ],
  ['nobody says where a server gets its time', ports('serverOnly=1', [['a', '']]), null],
  ['no port, no word', testConfig([testInstance('ptp4l', ['worker-0'])]), null],
  ['no ptp4l', testConfig([testInstance('phc2sys', ['worker-0'])]), null],
  [
    'a receiver and a client: which leads cannot be told',
    testConfig([
      ...testGrandmaster().instances,
      testInstance('ptp4l', ['worker-0'], { global: 'clientOnly=1' }, 'b'),
    ]),
    null,
  ],
])('%s', (_, config, expected) => {
  expect(words(config)).toBe(expected);
});

it('says why', () => {
  const found = clockRole(ptpByHost(ports(L2, [['a', '']]), [], []).get('worker-0') ?? NO_PTP);
  expect(found?.why).toEqual([
    'one PTP port, no satellite receiver',
    'dataset_comparison is G.8275.x',
    'network_transport is L2',
    'domain 24 is one of 24 to 43',
  ]);
});
