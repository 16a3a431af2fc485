import { describe, expect, it } from 'vitest';
import type { Interface } from '../network/interface';
import { testHost } from '../test-facts';
import { declareHost, undeclarable } from './host-documents';
import { memoryOf, processorsOf } from './host-sockets';
import { commentOf, documentText } from './print';
import type { HostContext, HostLists, Said } from './source';

const rows = <T>(...all: T[]): Said<T> => ({ rows: all, odd: 0 });
const LISTS: HostLists = {
  ...{ cpus: rows(), memory: rows(), labels: rows(), ports: rows(), interfaces: rows(), networks: rows() },
  ...{ dataNetworks: rows(), addresses: rows(), routes: rows(), disks: rows(), partitions: rows() },
  ...{ physicalVolumes: rows(), volumeGroups: rows(), storageFunctions: rows(), filesystems: rows() },
};
const CONTEXT: HostContext = {
  ...{
    pools: rows(),
    monitors: rows(),
    clusters: rows(),
    tiers: rows(),
    ptpInstances: rows(),
    ptpInterfaces: rows(),
  },
};
const HOST = testHost({ hostname: 'worker-1', personality: 'worker', subfunctions: ['worker'] });
const written = (lists: Partial<HostLists> = {}, host = HOST, context: Partial<HostContext> = {}) =>
  declareHost({ host, lists: { ...LISTS, ...lists }, context: { ...CONTEXT, ...context } });
const profile = (...given: Parameters<typeof written>) => written(...given).documents[0];

const iface = (name: string, more: Partial<Interface> = {}): Interface => ({
  ...{ id: `id-${name}`, name, type: 'ethernet', class: 'platform', mac: null, mtu: 1500, vlanId: null },
  ...{ uses: [], usedBy: [], aeMode: null, hashPolicy: null, primaryReselect: null, vfCount: null },
  ...{ vfDriver: null, ipv4Mode: null, ipv6Mode: null, ipv4Pool: null, ipv6Pool: null },
  ...{ maxTxRate: null, maxRxRate: null, ...more },
});
const port = (name: string, interfaceId: string) => ({ name, interfaceId }) as never;

describe('a host as documents', () => {
  it('parts what is of one host from what others could have', () => {
    const host = testHost({
      ...{
        hostname: 'worker-1',
        personality: 'worker',
        subfunctions: ['worker', 'lowlatency'],
        location: 'rack 1',
      },
      ...{ mgmtMac: '08:00:27:00:00:01', bootDevice: 'sda', rootfsDevice: '/dev/nvme0n1' },
      boardManagement: { type: 'redfish', address: '10.0.0.9', userName: 'root' },
    });
    const disk = { node: '/dev/sda', path: '/dev/disk/by-path/pci-1' } as never;
    const [shared, own] = written({ disks: rows(disk) }, host).documents;
    expect(shared?.spec).toMatchObject({
      ...{ kernel: 'lowlatency', bootDevice: '/dev/disk/by-path/pci-1', rootDevice: '/dev/nvme0n1' },
      boardManagement: { type: 'redfish', credentials: { password: { secret: 'bmc-secret' } } },
    });
    expect(JSON.stringify(shared?.spec)).not.toMatch(/rack 1|08:00|10\.0\.0\.9|root"/);
    expect(own?.spec).toEqual({
      profile: 'worker-1-profile',
      overrides: {
        ...{ provisioningMode: 'static', bootMAC: '08:00:27:00:00:01', location: 'rack 1' },
        boardManagement: { address: '10.0.0.9' },
      },
    });
  });

  it('finds the first controller by its address, and writes no address that is none', () => {
    const first = { hostname: 'controller-0', personality: 'controller' };
    const [, own] = written({}, testHost({ ...first, mgmtMac: '08:00:27:00:00:01' })).documents;
    expect(own?.spec).toMatchObject({
      match: { bootMAC: '08:00:27:00:00:01' },
      overrides: { provisioningMode: 'dynamic' },
    });
    const [, early] = written({}, testHost({ ...first, mgmtMac: '00:00:00:00:00:00' })).documents;
    expect(JSON.stringify(early?.spec)).not.toContain('00:00');
  });

  it('has none for a node that is nothing yet', () => {
    const node = testHost({ hostname: null, personality: null, mgmtMac: '08:00:27:00:00:01' });
    expect(written({}, node).documents).toEqual([]);
    expect(undeclarable(node)).toBe('08:00:27:00:00:01 is left out: it has no name or no personality yet.');
  });

  it('leaves out what the definition refuses, and says so', () => {
    const bond = iface('bond0', { type: 'ae', uses: ['b', 'a'], aeMode: '802.3ad', hashPolicy: 'layer3+4' });
    const document = profile({ interfaces: rows(bond) }, testHost({ ...HOST, personality: 'edgeworker' }));
    expect(document?.spec).not.toHaveProperty('personality');
    expect(document?.spec.interfaces).toMatchObject({
      bond: [{ name: 'bond0', members: ['a', 'b'], mode: '802.3ad' }],
    });
    expect(document?.notes.join('\n')).toMatch(
      /interfaces\.bond\[bond0\]\.transmitHashPolicy is left out: "layer3\+4"/,
    );
    expect(document?.notes.join('\n')).toMatch(/personality is left out: "edgeworker"/);
  });

  it('leaves out interfaces that nothing is on, keeps those below others, and pools beside networks', () => {
    const document = profile(
      {
        interfaces: rows(
          iface('unused', { class: null }),
          iface('lower', { class: null }),
          iface('vlan5', { type: 'vlan', uses: ['lower'], vlanId: 5, class: 'data', ipv4Pool: 'p' }),
        ),
        ports: rows(port('eth0', 'id-lower'), port('eth1', 'id-unused')),
      },
      HOST,
      { pools: rows({ id: 'p', name: 'data-pool' } as never) },
    );
    expect(document?.spec.interfaces).toMatchObject({
      ethernet: [{ name: 'lower', class: 'none', port: { name: 'eth0' } }],
      vlan: [{ name: 'vlan5', vid: 5, lower: 'lower', platformNetworks: ['data-pool'] }],
    });
    expect(document?.notes.join()).toContain('left out: unused.');
  });

  it('writes no networks where they could not be read, and says why', () => {
    const read = written({
      interfaces: rows(iface('oam0')),
      ports: rows(port('eth0', 'id-oam0')),
      networks: { unread: 'away\n- a: b' },
    });
    expect(read.unread).toEqual([
      { section: 'interfaces', part: 'Platform networks of interfaces', message: 'away\n- a: b' },
    ]);
    expect(read.documents[0]?.spec.interfaces).toMatchObject({
      ethernet: [{ name: 'oam0', dataNetworks: [] }],
    });
    expect(JSON.stringify(read.documents[0]?.spec)).not.toContain('platformNetworks');
    // What the platform says stays a comment, whatever lines it has.
    expect(read.documents[0] && documentText(read.documents[0])).toMatch(/^---\n(# .*\n)*# - a: b\n/);
  });
});

describe('sockets', () => {
  const cpu = (node: number, use: string, thread = 0) => ({ node, use, thread }) as never;

  it('counts cores by their first thread, and vSwitch where it has none', () => {
    const cpus = [
      cpu(0, 'Platform'),
      cpu(0, 'Platform', 1),
      cpu(0, 'Application'),
      cpu(1, 'Application-isolated'),
    ];
    expect(processorsOf(HOST, cpus)).toEqual([
      {
        node: 0,
        functions: [
          { function: 'platform', count: 1 },
          { function: 'vswitch', count: 0 },
        ],
      },
      { node: 1, functions: [{ function: 'application-isolated', count: 1 }] },
    ]);
    expect(processorsOf(testHost({ personality: 'storage', subfunctions: ['storage'] }), cpus)).toEqual([]);
  });

  it.each([
    ['vSwitch among pages of 2 MB', { pageMib: 2, pages: 10 }, 50, '2MB', 40],
    ['fewer pages than vSwitch says it has', { pageMib: 2, pages: 10 }, 5, '2MB', 5],
    ['vSwitch on pages of 1 GB', { pageMib: 1024, pages: 1 }, 50, '1GB', 50],
    ['no size', { pageMib: null, pages: 0 }, 50, '4KB', 50],
  ])('%s', (_, vswitch, pages2M, size, left) => {
    expect(memoryOf(HOST, [{ node: 0, platformMib: 8000, vswitch, pages2M, pages1G: null }])).toEqual([
      {
        node: 0,
        functions: [
          { function: 'platform', pageSize: '4KB', pageCount: 2_048_000 },
          { function: 'vswitch', pageSize: size, pageCount: vswitch.pages },
          { function: 'vm', pageSize: '2MB', pageCount: left },
        ],
      },
    ]);
  });
});

it('a comment holds no line of its own making', () => {
  expect(commentOf(['a\r\nkind: Host\u2028x\u0000y'])).toBe('# a\n# kind: Host\n# x y\n');
});
