/** Long because it is one table: each thing that only an unlock looks at, in order and not, with and without force. */
import { describe, expect, it } from 'vitest';
import type { CheckOutcome } from '../check';
import type { Host } from '../host';
import type { HostFacts } from '../host-facts';
import { factsFor, requestsFor } from '../host-facts';
import { preflight } from '../preflight';
import type { DeviceFact, MemoryFact, PortFact } from '../readiness-facts';
import { fail } from '../result';
import { testActive, testContext, testLocked, testStandby, testSystem } from '../test-facts';
import { AT_REST, facts, outcomes, STANDARD, testInterface, testMemory } from '../test-preflight';
import type { RuleContext } from './context';

const worker = testLocked();
const standby = testStandby({
  ...testLocked(),
  id: 'c1',
  hostname: 'controller-1',
  personality: 'controller',
  subfunctions: ['controller'],
  activity: null,
});
const [mgmt, oam] = [
  testInterface({ name: 'mgmt0', networks: ['mgmt', 'cluster-host'] }),
  testInterface({ name: 'oam0', networks: ['oam'] }),
];
const sriov = testInterface({
  name: 'sriov0',
  class: 'pci-sriov',
  vfs: 8,
  vfDriver: 'netdevice',
  usedBy: ['vf0'],
});
const upper = testInterface({ name: 'vf0', type: 'vf', class: 'pci-sriov', vfs: 4, vfDriver: 'vfio' });
const port = (changes: Partial<PortFact> = {}): PortFact => ({
  ...{ name: 'ens1', interfaceId: sriov.id, driver: 'ice', dpdk: true },
  ...{ vfAddresses: 8, vfDriver: 'iavf', vfMaxChannels: 4 },
  ...changes,
});
const fec = (changes: Partial<DeviceFact> = {}): DeviceFact => ({
  ...{ address: '0000:b4:00.0', classId: '120000', deviceId: '0d5c' },
  ...{ vfs: 16, vfAddresses: 16, expectedVfs: 16, odd: false },
  ...changes,
});
const nodes = (first: Partial<MemoryFact>, second: Partial<MemoryFact> = {}): readonly MemoryFact[] => [
  testMemory(first),
  testMemory({ node: 1, reservedMib: 1000, possible2M: 61_500, ...second }),
];
const pages = (pending: number | null, now = 0) => ({ now, pending, percentage: null });
const switched = (vswitch: string): RuleContext => ({ ...STANDARD, system: testSystem({ vswitch }) });
const allInOne = (mode: string): RuleContext => ({
  ...STANDARD,
  system: testSystem({ type: 'All-in-one', mode }),
});
const both = testStandby({ ...standby, subfunctions: ['controller', 'worker'] });
const vxlan = [{ name: 'v6', type: 'vxlan', multicastGroup: 'ff0e::1' }];
const plugin = [{ key: 'sriovdp', value: 'enabled' }];
const one = { interface: 'sriov0', network: 'n' };
const shared = [one, { interface: 'vf0', network: 'n' }];
const ceph = AT_REST.storageBackends;
const compute = [{ key: 'openstack-compute-node', value: 'Enabled' }];

type Row = [
  name: string,
  host: Host,
  facts: Partial<HostFacts>,
  id: string,
  outcome: CheckOutcome | undefined,
  forced: CheckOutcome | undefined,
  context?: RuleContext,
];
const ROWS: Row[] = [
  [
    'static with an address',
    worker,
    { interfaces: [{ ...mgmt, ipv4Mode: 'static' }], addresses: [{ interface: 'mgmt0', family: 4 }] },
    'addresses',
    'pass',
    'pass',
  ],
  [
    'static without one',
    worker,
    { interfaces: [{ ...mgmt, ipv6Mode: 'static' }], addresses: [{ interface: 'mgmt0', family: 4 }] },
    'addresses',
    'block',
    'block',
  ],
  [
    'static on no network',
    worker,
    { interfaces: [mgmt, testInterface({ name: 'd', class: 'data', ipv4Mode: 'static' })] },
    'addresses',
    'pass',
    'pass',
  ],
  [
    'VXLAN',
    worker,
    {
      interfaces: [mgmt, testInterface({ name: 'd', class: 'data' })],
      dataUses: [{ interface: 'd', network: 'v6' }],
      dataNetworkTypes: vxlan,
    },
    'data-networks',
    'block',
    'block',
  ],
  [
    'VXLAN with an address',
    worker,
    {
      interfaces: [mgmt, testInterface({ name: 'd', class: 'data', ipv6Mode: 'static' })],
      dataUses: [{ interface: 'd', network: 'v6' }],
      dataNetworkTypes: vxlan,
    },
    'data-networks',
    'pass',
    'pass',
  ],
  ['virtual functions', worker, { interfaces: [mgmt, sriov], ports: [port()] }, 'sriov', 'pass', undefined],
  [
    'too few of them',
    worker,
    { interfaces: [mgmt, sriov], ports: [port({ vfAddresses: 2 })] },
    'sriov',
    'block',
    undefined,
  ],
  [
    'too few before a reboot',
    testLocked({ configStatus: 'Config out-of-date', configTarget: 'd54e', configApplied: '554e' }),
    { interfaces: [mgmt, sriov], ports: [port({ vfAddresses: 2 })] },
    'sriov',
    'pass',
    undefined,
  ],
  [
    'no driver',
    worker,
    { interfaces: [mgmt, sriov], ports: [port({ vfDriver: null })] },
    'sriov',
    'block',
    undefined,
  ],
  [
    'too many channels above',
    worker,
    { interfaces: [mgmt, sriov, { ...upper, vfChannels: 5 }], ports: [port()] },
    'sriov',
    'block',
    undefined,
  ],
  [
    'two VF drivers on one network',
    worker,
    { interfaces: [mgmt, sriov, upper], ports: [port()], labels: plugin, dataUses: shared },
    'sriovdp',
    'block',
    undefined,
  ],
  [
    'two VF drivers without the plugin',
    worker,
    { interfaces: [mgmt, sriov, upper], ports: [port()], dataUses: shared },
    'sriovdp',
    undefined,
    undefined,
  ],
  [
    'two VF drivers on two networks',
    worker,
    { interfaces: [mgmt, sriov, upper], ports: [port()], labels: plugin, dataUses: [one] },
    'sriovdp',
    'pass',
    undefined,
  ],
  [
    'two kinds of ports',
    worker,
    {
      interfaces: [mgmt, sriov, { ...upper, vfDriver: 'netdevice' }],
      ports: [port(), port({ interfaceId: upper.id, driver: 'mlx5_core' })],
      labels: plugin,
      dataUses: shared,
    },
    'sriovdp',
    'block',
    undefined,
  ],
  [
    'DPDK',
    worker,
    {
      interfaces: [mgmt, testInterface({ name: 'd', class: 'data' })],
      ports: [port({ interfaceId: 'i-d', dpdk: false })],
      cpus: [{ thread: 0, function: 'Vswitch' }],
    },
    'dpdk',
    'block',
    'block',
    switched('ovs-dpdk'),
  ],
  ['an accelerator', worker, { devices: [fec()] }, 'devices', 'pass', undefined],
  ['an accelerator that has fewer', worker, { devices: [fec({ vfs: 8 })] }, 'devices', 'block', undefined],
  [
    'an accelerator that the operator may manage',
    worker,
    { devices: [fec({ vfs: 8 })], apps: [{ name: 'sriov-fec-operator', status: 'applied' }] },
    'devices',
    'warn',
    undefined,
  ],
  [
    'an accelerator without addresses',
    worker,
    { devices: [fec({ vfAddresses: 0 })] },
    'devices',
    'block',
    undefined,
  ],
  [
    'an accelerator that cannot be read',
    worker,
    { devices: [fec({ expectedVfs: null, odd: true })] },
    'devices',
    'unknown',
    undefined,
  ],
  ['another device', worker, { devices: [fec({ deviceId: '0b30', vfs: 0 })] }, 'devices', 'pass', undefined],
  ['cores for no switch', worker, { cpus: [{ thread: 0, function: 'Vswitch' }] }, 'cpus', 'block', 'block'],
  ['a switch without cores', worker, {}, 'cpus', 'block', 'block', switched('ovs-dpdk')],
  [
    'both page sizes',
    worker,
    { memory: nodes({ pages2M: pages(1) }, { pages1G: pages(1) }) },
    'page-size',
    'block',
    'block',
  ],
  [
    'one page size',
    worker,
    { memory: nodes({ pages2M: pages(1) }, { pages1G: pages(0) }) },
    'page-size',
    'pass',
    'pass',
  ],
  [
    'a switch of 1G and pages of 2M',
    worker,
    { memory: nodes({ pages2M: pages(1) }), cpus: [{ thread: 0, function: 'Vswitch' }] },
    'page-size',
    'block',
    'block',
    switched('ovs-dpdk'),
  ],
  [
    'a switch without memory',
    worker,
    { labels: [{ key: 'ovs-dpdk', value: 'enabled' }] },
    'vswitch-memory',
    'block',
    'block',
    switched('ovs-dpdk'),
  ],
  [
    'a switch that no label asks for',
    worker,
    {},
    'vswitch-memory',
    undefined,
    undefined,
    switched('ovs-dpdk'),
  ],
  ['pages that fit', worker, { memory: nodes({ pages1G: pages(100) }) }, 'hugepages', 'pass', 'pass'],
  ['pages that do not', worker, { memory: nodes({ pages1G: pages(200) }) }, 'hugepages', 'block', 'block'],
  [
    'percentages that do not',
    worker,
    { memory: nodes({ asPercentage: true, pages2M: pages(101) }) },
    'hugepages',
    'block',
    'block',
  ],
  [
    'pages that may fit',
    worker,
    { memory: nodes({ totalMib: 100_000, pages1G: pages(110) }) },
    'hugepages',
    'unknown',
    'unknown',
  ],
  [
    'sizes that were not given',
    worker,
    { memory: nodes({ totalMib: null }) },
    'hugepages',
    'unknown',
    'unknown',
  ],
  [
    'too little memory, raised',
    worker,
    { memory: nodes({ reservedMib: 2000 }) },
    'memory-raised',
    'warn',
    'warn',
  ],
  [
    'too little memory, raised to enough',
    worker,
    { memory: nodes({ reservedMib: 2000 }) },
    'platform-memory',
    'pass',
    'pass',
  ],
  [
    'too little memory without node 0',
    worker,
    { memory: [testMemory({ node: 2, reservedMib: 500 })] },
    'platform-memory',
    'block',
    'block',
  ],
  [
    'virtual or not unknown',
    worker,
    { memory: nodes({ minimumMib: null }, { minimumMib: null }) },
    'platform-memory',
    'unknown',
    'unknown',
  ],
  [
    'a virtual worker',
    worker,
    { memory: nodes({ minimumMib: 1200, reservedMib: 2500 }) },
    'memory-raised',
    undefined,
    undefined,
  ],
  [
    'a tier of a simplex',
    both,
    { tiers: [{ id: 't', name: 'gold', type: 'ceph', backendId: null, osds: 0 }] },
    'tiers',
    'block',
    'block',
    allInOne('simplex'),
  ],
  [
    'a tier without an OSD of this host',
    both,
    { osds: [{ state: 'configured', tierId: 'other' }] },
    'tiers',
    'block',
    'block',
    allInOne('duplex'),
  ],
  ['a controller without OSDs', both, { osds: [] }, 'osds', 'block', 'block', allInOne('duplex')],
  [
    'OSDs where Ceph is not configured',
    both,
    { osds: [], storageBackends: ceph.map((each) => ({ ...each, state: 'configuring-on-unlock' })) },
    'osds',
    undefined,
    undefined,
    allInOne('duplex'),
  ],
  [
    'no third monitor',
    worker,
    { monitors: [], tiers: [] },
    'third-monitor',
    'block',
    'block',
    testContext({ hosts: [testActive(), testLocked()] }),
  ],
  [
    'OSDs on controllers',
    worker,
    { monitors: [] },
    'third-monitor',
    'pass',
    'pass',
    testContext({ hosts: [testActive(), testLocked()] }),
  ],
  ['virtual machines without disks', worker, { labels: compute }, 'nova-local', 'block', 'block'],
  [
    'virtual machines in a filesystem',
    worker,
    { labels: compute, hostFs: [{ name: 'instances', state: null, functions: [] }] },
    'nova-local',
    'pass',
    'pass',
  ],
  [
    'an empty nova-local',
    worker,
    { volumeGroups: [{ name: 'nova-local', state: 'adding' }] },
    'nova-local',
    'block',
    'block',
  ],
  [
    'an empty nova-local that goes',
    worker,
    { volumeGroups: [{ name: 'nova-local', state: 'removing' }] },
    'nova-local',
    'pass',
    'pass',
  ],
  [
    'too little room',
    { ...standby, provisionState: 'unprovisioned' },
    { filesystemRoom: { used: 5 * 1024 ** 3, given: 1 } },
    'fs-sizes',
    'block',
    'block',
  ],
  [
    'an active controller without sizes',
    { ...standby, provisionState: null },
    { filesystemRoom: { used: null, given: 1 } },
    'fs-sizes',
    'block',
    'block',
  ],
  ['room after the first unlock', standby, {}, 'fs-sizes', undefined, undefined],
  [
    'no OAM address on the way to duplex',
    standby,
    { oamUnits: { first: 'a', second: null } },
    'oam-addresses',
    'block',
    'block',
    { ...STANDARD, system: testSystem({ leavingSimplex: true }) },
  ],
  [
    'no OAM address elsewhere',
    standby,
    { oamUnits: { first: 'a', second: null } },
    'oam-addresses',
    undefined,
    undefined,
  ],
  [
    'PTP over UDP',
    testLocked({ clockSynchronization: 'ptp' }),
    { interfaces: [{ ...mgmt, ptpRole: 'slave' }], ptpTransport: 'udp' },
    'ptp-addresses',
    'block',
    'block',
  ],
];

describe('what only an unlock looks at', () => {
  it.each(ROWS)('%s', (_name, host, changes, id, outcome, forced, context = STANDARD) => {
    const given = { interfaces: [mgmt, oam], ...changes };
    expect(outcomes('unlock', facts('unlock', host, given, context))[`unlock.${id}`]).toBe(outcome);
    expect(outcomes('force-unlock', facts('force-unlock', host, given, context))[`unlock.${id}`]).toBe(
      forced,
    );
  });

  it('what could not be read is told with its reason, and can be asked for again', () => {
    const given = facts('unlock', worker);
    const error = { kind: 'unavailable', message: 'sysinv does not answer.' } as const;
    const { checks, blocked } = preflight('unlock', { ...given, memory: fail(error) });
    expect(blocked).toBe(false);
    expect(checks.find(({ id }) => id === 'unlock.hugepages')).toMatchObject({
      outcome: 'unknown',
      detail: 'sysinv does not answer. The platform decides.',
      wayOut: { kind: 'read', label: 'Retry' },
    });
  });

  it('costs a bounded number of requests, most of them of a worker', () => {
    expect(requestsFor('unlock', worker)).toBe(27);
    expect(requestsFor('unlock', testLocked({ personality: 'storage', subfunctions: ['storage'] }))).toBe(12);
    for (const host of [worker, standby, both]) {
      expect(new Set(factsFor('unlock', host)).size).toBe(factsFor('unlock', host).length);
      expect(requestsFor('unlock', host)).toBeLessThan(40);
    }
  });
});
