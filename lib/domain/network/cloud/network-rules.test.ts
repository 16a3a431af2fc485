/** What the console says before the platform does: each refusal here is one that the simulated platform makes too. */
import { describe, expect, it } from 'vitest';
import { testHost, testViewer } from '../../test-facts';
import { subnetOf } from '../subnet';
import { assignEffect, assignVerdict, roomVerdict, unassignVerdict } from './assignment-rules';
import type { AddressPool } from './cloud-networks';
import {
  createDataVerdict,
  dataNameVerdict,
  deleteDataVerdict,
  multicastVerdict,
  wholeNumber,
} from './data-network-rules';
import { callCli } from './network-call-cli';
import { networkSteps } from './network-call-effect';
import { reviewCalls } from './network-call-rules';
import type { NetworkCall, NewDataNetwork, PoolChange } from './network-calls';
import { mayChangeNetworks } from './network-rights';
import { type NetworkState, networkState } from './network-state';
import { createNetworkVerdict, deleteNetworkVerdict } from './platform-network-rules';
import {
  cleanAddress,
  networkVerdict,
  rangeVerdicts,
  reservedVerdict,
  typedNetwork,
  usualRange,
} from './pool-form';
import {
  changePoolHint,
  changePoolVerdict,
  createPoolVerdict,
  deletedWithPool,
  deletePoolVerdict,
} from './pool-rules';
import { testAssignment, testCloud, testDataNetwork, testNetwork, testPool } from './test-cloud';

const reserved = (floating: string, c0: string | null = null, c1: string | null = null) => ({
  ...{ floating, controller0: c0, controller1: c1, gateway: null },
});
const pools = {
  oam: testPool('oam', '10.10.10.0', 24, {
    ranges: [{ start: '10.10.10.1', end: '10.10.10.254' }],
    reserved: reserved('10.10.10.10', '10.10.10.11', '10.10.10.12'),
  }),
  mgmt: testPool('mgmt4', '192.168.204.0', 24, { reserved: reserved('192.168.204.2', '192.168.204.3') }),
  pods: testPool('pods', '172.16.0.0', 16),
  free6: testPool('free6', 'fd00:1::', 64),
  free4: testPool('free4', '10.77.0.0', 24),
  near: testPool('near', '10.10.0.0', 16),
};
const cloud = testCloud({
  networks: [
    testNetwork('oam', { primaryPoolId: 'p-oam', primaryFamily: 'IPv4', use: { interfaces: 2, hosts: 2 } }),
    testNetwork('mgmt', { primaryPoolId: 'p-mgmt4', primaryFamily: 'IPv4' }),
    testNetwork('cluster-pod', { primaryPoolId: 'p-pods', primaryFamily: 'IPv4' }),
    testNetwork('pxeboot'),
    testNetwork('admin'),
    testNetwork('storage', { primaryFamily: 'IPv4' }),
  ],
  pools: Object.values(pools),
  assignments: [
    testAssignment('oam', 'oam'),
    testAssignment('mgmt', 'mgmt4'),
    testAssignment('cluster-pod', 'pods'),
  ],
  dataNetworks: [testDataNetwork('used', { use: { interfaces: 2, hosts: 1 } }), testDataNetwork('free')],
});
const state: NetworkState = { cloud, simplex: false, unlockedController: 'controller-0', taken: {} };
const simplex: NetworkState = { ...state, simplex: true };
const why = (verdict: { ok: true } | { ok: false; why: string }) => (verdict.ok ? null : verdict.why);
const network = (name: string) => {
  const found = cloud.networks.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe('data networks', () => {
  const base: NewDataNetwork = {
    ...{ name: 'new', type: 'vlan', description: null, mtu: 1500, mode: null },
    ...{ multicastGroup: null, port: null, ttl: null },
  };
  const vxlan = { type: 'vxlan', mode: 'dynamic', multicastGroup: 'ff02::7', port: 4789, ttl: 1 };
  it.each<[Partial<NewDataNetwork>, RegExp | null]>([
    [{}, null],
    [{ name: 'free' }, /already/],
    [{ mtu: 575 }, /between 576 and 9216/],
    [{ mtu: 9217 }, /between 576 and 9216/],
    [{ type: 'geneve' }, /no type geneve/],
    [vxlan, null],
    [{ ...vxlan, multicastGroup: '239.0.0.1' }, null],
    [{ ...vxlan, multicastGroup: '10.0.0.1' }, /not a multicast/],
    [{ ...vxlan, multicastGroup: 'fd00::1' }, /not a multicast/],
    [{ ...vxlan, multicastGroup: null }, /needs a multicast group/],
    [{ ...vxlan, port: null }, /UDP port/],
    [{ ...vxlan, mode: 'static' }, /has no multicast group/],
    [{ ...vxlan, mode: 'static', multicastGroup: null }, null],
  ])('%j', (more, words) => {
    const said = why(createDataVerdict({ ...base, ...more }, cloud));
    if (words === null) expect(said).toBeNull();
    else expect(said).toMatch(words);
  });

  it.each(['', 'None', 'two words', '<b>', 'a/b'])('%j is no name', (name) => {
    expect(why(dataNameVerdict(name, cloud))).not.toBeNull();
  });

  it('stay while an interface has them', () => {
    expect(cloud.dataNetworks.map((one) => why(deleteDataVerdict(one)))).toEqual([
      'It is on 2 interfaces on 1 host. Take it off there first.',
      null,
    ]);
    expect(deleteDataVerdict({ ...testDataNetwork('x'), use: null }).ok).toBe(true);
  });

  it('numbers are whole', () => {
    expect(['9000', ' 16 ', '-1', '1.5', '', 'x'].map(wholeNumber)).toEqual([
      9000,
      16,
      null,
      null,
      null,
      null,
    ]);
    expect(multicastVerdict('x').ok).toBe(false);
  });
});

describe('a pool as it is typed', () => {
  it.each([
    ['10.0.0.0/24', { network: '10.0.0.0', prefix: 24 }],
    [' [FD00::]/64 ', { network: 'fd00::', prefix: 64 }],
    ['fd00:: / 64', { network: 'fd00::', prefix: 64 }],
    ['fd00::', null],
    ['x/64', null],
    ['', null],
  ])('%j', (text, typed) => {
    expect(typedNetwork(text)).toEqual(typed);
  });

  it.each<[string, RegExp | null]>([
    ['fd00:5::/64', null],
    ['10.5.0.0/16', null],
    ['10.5.0.5/16', /is an address within 10\.5\.0\.0\/16/],
    ['fd00::5/64', /host bits are zero/],
    ['10.0.0.0/33', /between 1 and 32/],
    ['fd00::/129', /between 1 and 128/],
    ['fd00::/0', /between 1 and 128/],
    ['0.0.0.0/8', /not null/],
    ['10.5.0.4/31', /no room/],
    ['nothing', /with a prefix/],
  ])('network %s', (text, words) => {
    const said = why(networkVerdict(typedNetwork(text)));
    if (words === null) expect(said).toBeNull();
    else expect(said).toMatch(words);
  });

  const subnet = subnetOf('fd00:5::', 64);
  const subnet4 = subnetOf('10.5.0.0', 24);
  if (!subnet || !subnet4) throw new Error('no subnet');

  it('ranges are held against their network, their order and each other', () => {
    const ranges = [
      ['fd00:5::10', 'fd00:5::20'],
      ['fd00:5::20', 'fd00:5::30'],
      ['fd00:5::50', 'fd00:5::40'],
      ['fd00:6::1', 'fd00:5::9'],
      ['fd00:5::1', 'fd00:6::9'],
      ['fd00:5::', 'fd00:5::1'],
      ['fd00:5::1', '10.0.0.1'],
      ['', ''],
    ].map(([start = '', end = '']) => ({ start, end }));
    expect(rangeVerdicts(ranges, subnet).map(why)).toEqual([
      null,
      'It has addresses of another range.',
      'It ends before it starts.',
      'fd00:6::1 is not in fd00:5::/64.',
      'fd00:6::9 is not in fd00:5::/64.',
      "fd00:5:: is the network's own address.",
      'A range is two addresses of one family.',
      'A range is two addresses of one family.',
    ]);
    // IPv6 has no broadcast address.
    const last = 'fd00:5::ffff:ffff:ffff:ffff';
    expect(rangeVerdicts([{ start: 'fd00:5::1', end: last }], subnet).map(why)).toEqual([null]);
    expect(rangeVerdicts([{ start: '10.5.0.1', end: '10.5.0.255' }], subnet4).map(why)).toEqual([
      '10.5.0.255 is the broadcast address.',
    ]);
    expect(usualRange(subnet4)).toEqual({ start: '10.5.0.1', end: '10.5.0.254' });
  });

  it('what it keeps is of the ranges, but for the gateway, and no two are alike', () => {
    const ranges = [{ start: 'fd00:5::10', end: 'fd00:5::20' }];
    const kept = {
      floating: 'fd00:5::10',
      gateway: 'fd00:5::1',
      controller0: 'fd00:5::10',
      controller1: 'fd00:5::99',
    };
    const said = (which: keyof typeof kept) => why(reservedVerdict(which, kept, subnet, ranges));
    expect([said('gateway'), said('floating'), said('controller1')]).toEqual([
      null,
      'It is the same as: address of controller-0.',
      'fd00:5::99 is not in the range fd00:5::10 to fd00:5::20.',
    ]);
    expect(why(reservedVerdict('gateway', { gateway: 'x' }, subnet, []))).toBe('x is not an address.');
    expect(why(reservedVerdict('gateway', { gateway: 'fd00:5::' }, subnet, []))).toMatch(/own address/);
    expect(why(reservedVerdict('gateway', { gateway: '' }, subnet, []))).toBeNull();
    expect([' [FD00::A] ', 'fd00:0:0::a', ' 10.0.0.1', 'X'].map(cleanAddress)).toEqual([
      ...['fd00::a', 'fd00::a', '10.0.0.1', 'x'],
    ]);
  });

  it('is judged whole', () => {
    const pool = { name: 'new', network: 'fd00:9::', prefix: 64, order: 'random', ranges: [], reserved: {} };
    expect(why(createPoolVerdict(pool, state))).toBeNull();
    expect(why(createPoolVerdict({ ...pool, name: '<b>any</b> name!' }, state))).toBeNull();
    expect(why(createPoolVerdict({ ...pool, name: 'oam' }, state))).toMatch(/already/);
    expect(why(createPoolVerdict({ ...pool, name: '' }, state))).toMatch(/needs a name/);
    expect(why(createPoolVerdict({ ...pool, order: 'none' }, state))).toMatch(/one of sequential, random/);
    // The platform takes a pool that overlaps with another one, as long as nothing uses it.
    expect(why(createPoolVerdict({ ...pool, network: '10.10.10.0', prefix: 24 }, state))).toBeNull();
  });
});

describe('changes of pools', () => {
  const change = (pool: AddressPool, to: PoolChange, of = state) => why(changePoolVerdict(pool, to, of));
  it('of networks are read only, but for oam, and what a second controller lacks', () => {
    expect(change(pools.mgmt, { order: 'sequential' })).toMatch(/read only/);
    expect(change(pools.mgmt, { reserved: { controller1: '192.168.204.4' } })).toBeNull();
    expect(change(pools.oam, { name: 'outside' })).toBeNull();
    expect(change(pools.free6, { name: 'oam' })).toMatch(/already/);
    expect(change(pools.mgmt, { order: 'sequential' }, simplex)).toBe('Lock controller-0 first.');
    expect(change(pools.mgmt, { order: 'random' }, { ...simplex, unlockedController: null })).toBeNull();
    expect(changePoolHint(pools.mgmt, state).ok).toBe(true);
    expect(why(changePoolHint(pools.pods, { ...state, simplex: true }))).toMatch(/read only/);
    // Not known which kind of cloud: the platform says.
    expect(change(pools.mgmt, { order: 'random' }, { ...state, simplex: null })).toBeNull();
  });

  it('keep the addresses that somebody has, and those that the network needs', () => {
    const taken = { 'p-oam': ['10.10.10.10', '10.10.10.200', '10.10.10.201'] };
    const ranges = [{ start: '10.10.10.1', end: '10.10.10.99' }];
    expect(change(pools.oam, { ranges }, { ...state, taken })).toBe(
      'The ranges leave out addresses in use: 10.10.10.200, 10.10.10.201.',
    );
    expect(change(pools.oam, { reserved: { controller1: null } })).toMatch(/one for each controller/);
    expect(change(pools.oam, { reserved: { controller1: null } }, simplex)).toBeNull();
    expect(change(pools.oam, { reserved: { floating: null } }, simplex)).toMatch(/needs a floating address/);
  });

  it('a primary pool stays; of some networks it takes the network with it', () => {
    expect(why(deletePoolVerdict(pools.oam, state))).toBe('It is the primary pool of network oam.');
    expect(why(deletePoolVerdict(pools.free6, state))).toBeNull();
    const admin = {
      ...state,
      cloud: {
        ...cloud,
        networks: cloud.networks.map((one) =>
          one.name === 'admin' ? { ...one, primaryPoolId: 'p-free4' } : one,
        ),
        assignments: [...cloud.assignments, testAssignment('admin', 'free4')],
      },
    };
    expect(why(deletePoolVerdict(pools.free4, admin))).toBeNull();
    expect(deletedWithPool(pools.free4, admin).map(({ name }) => name)).toEqual(['admin']);
  });
});

describe('pools of networks', () => {
  it.each<[string, AddressPool, RegExp | null]>([
    ['oam', pools.free6, null],
    ['oam', pools.free4, /has an IPv4 pool already: oam/],
    ['admin', pools.free4, null],
    ['admin', pools.near, /has addresses of oam, which feeds network oam/],
    ['admin', pools.oam, /feeds network oam/],
    ['storage', pools.free6, /primary pool is an IPv4 one/],
    ['pxeboot', pools.free4, /do not change after installation/],
    ['cluster-pod', pools.free6, /Give network oam an IPv6 pool first/],
  ])('%s and %j', (name, pool, words) => {
    const said = why(assignVerdict(network(name), pool, state));
    if (words === null) expect(said).toBeNull();
    else expect(said).toMatch(words);
  });

  it('are two at most; the second one can be taken away', () => {
    const dual = networkSteps.after({ do: 'pool.assign', network: 'oam', pool: 'free6' }, cloud);
    const next = { ...state, cloud: dual };
    expect(why(roomVerdict(network('oam'), next))).toBe('It has two pools: oam and free6.');
    expect(why(unassignVerdict(network('oam'), pools.free6, next))).toBeNull();
    expect(why(unassignVerdict(network('oam'), pools.oam, next))).toMatch(/primary pool of a network stays/);
    const pods = networkSteps.after(
      { do: 'pool.assign', network: 'cluster-pod', pool: 'free66' },
      { ...dual, pools: [...dual.pools, testPool('free66', 'fd00:66::', 64)] },
    );
    expect(why(unassignVerdict(network('oam'), pools.free6, { ...state, cloud: pods }))).toMatch(
      /cluster-pod/,
    );
    expect(why(unassignVerdict(network('mgmt'), pools.mgmt, simplex))).toBe('Lock controller-0 first.');
    expect(assignEffect(network('oam'), pools.free6, state)).toMatch(
      /becomes dual stack: oam stays its primary pool/,
    );
    expect(assignEffect(network('admin'), pools.free4, state)).toBe(
      'free4 becomes the primary pool of admin.',
    );
  });

  it('of what the same list makes', () => {
    const calls: NetworkCall[] = [
      {
        ...{ do: 'pool.create', name: 'new6', network: 'fd00:8::', prefix: 64 },
        order: 'random',
        ranges: [],
        reserved: {},
      },
      { do: 'pool.assign', network: 'oam', pool: 'new6' },
      { do: 'pool.unassign', network: 'oam', pool: 'new6' },
      { do: 'pool.delete', name: 'new6' },
      { do: 'pool.delete', name: 'gone' },
      { do: 'pool.assign', network: 'oam', pool: 'gone' },
    ];
    const reviewed = reviewCalls(calls, state);
    expect(reviewed.map(({ verdict }) => why(verdict))).toEqual([
      ...[null, null, null, null, null, 'There is no address pool gone any more.'],
    ]);
    expect(reviewed[4]?.sent).toBeNull();
    expect(calls.map((call) => callCli(call, cloud))).toEqual([
      'system addrpool-add --order random new6 fd00:8:: 64',
      'system network-addrpool-assign oam new6',
      'system network-addrpool-remove <uuid of new6 on oam>',
      'system addrpool-delete <uuid of new6>',
      'system addrpool-delete <uuid of gone>',
      'system network-addrpool-assign oam gone',
    ]);
  });
});

describe('platform networks', () => {
  it.each<[string, AddressPool, RegExp | null]>([
    ['system-controller', pools.free6, null],
    ['oam', pools.free6, /type oam already/],
    ['tunnel', pools.free6, /no network of type tunnel/],
    ['ironic', pools.near, /has addresses of oam/],
    ['system-controller-oam', pools.near, null],
  ])('%s of pool %j', (type, pool, words) => {
    const said = why(
      createNetworkVerdict({ name: type, type, pool: pool.name, dynamic: false }, pool, state),
    );
    if (words === null) expect(said).toBeNull();
    else expect(said).toMatch(words);
  });

  it('stay once the cloud is installed, most of them', () => {
    const said = (name: string, of = state) => why(deleteNetworkVerdict(network(name), of));
    expect(said('oam')).toBe('Network oam stays once the cloud is installed.');
    expect(said('mgmt')).toMatch(/stays/);
    expect(said('mgmt', simplex)).toBe('Lock controller-0 first.');
    expect(said('mgmt', { ...simplex, unlockedController: null })).toBeNull();
    expect(said('mgmt', { ...state, simplex: null })).toBeNull();
    expect(said('admin')).toBeNull();
  });

  it('of one list: made, and deleted again', () => {
    const create: NetworkCall = {
      ...{ do: 'network.create', name: 'sc', type: 'system-controller', pool: 'free6', dynamic: false },
    };
    const reviewed = reviewCalls([create, create, { do: 'network.delete', name: 'sc' }], state);
    expect(reviewed.map(({ sent, verdict }) => [sent !== null, why(verdict)])).toEqual([
      [true, null],
      [false, null],
      [true, null],
    ]);
    expect(networkSteps.inverse(create, cloud)).toEqual({ do: 'network.delete', name: 'sc' });
    expect(callCli(create, cloud)).toBe('system network-add sc system-controller false p-free6');
    expect(callCli({ do: 'network.delete', name: 'oam' }, cloud)).toBe('system network-delete n-oam');
  });
});

describe('what takes a change back', () => {
  it.each<[NetworkCall, NetworkCall | null]>([
    [
      { do: 'data.change', name: 'free', to: { mtu: 9000, description: 'x' } },
      { do: 'data.change', name: 'free', to: { mtu: 1500, description: '' } },
    ],
    [{ do: 'data.delete', name: 'free' }, null],
    [
      {
        do: 'pool.change',
        name: 'oam',
        to: { name: 'out', order: 'sequential', reserved: { gateway: '10.10.10.1' } },
      },
      { do: 'pool.change', name: 'out', to: { name: 'oam', order: 'random', reserved: { gateway: null } } },
    ],
    [
      { do: 'pool.assign', network: 'oam', pool: 'free6' },
      { do: 'pool.unassign', network: 'oam', pool: 'free6' },
    ],
  ])('%j', (call, back) => {
    expect(networkSteps.inverse(call, cloud)).toEqual(back);
    if (!back) return;
    const after = networkSteps.after(call, cloud);
    expect(networkSteps.remaining(call, after)).toEqual(call.do === 'pool.change' ? call : null);
    const again = networkSteps.after(back, after);
    expect(again.pools).toEqual(cloud.pools);
    expect(again.dataNetworks).toEqual(cloud.dataNetworks);
    expect(again.assignments).toEqual(cloud.assignments);
  });

  it('sends what is left of a change alone', () => {
    const to = { mtu: 1500, description: 'x' };
    expect(networkSteps.remaining({ do: 'data.change', name: 'free', to }, cloud)).toMatchObject({
      to: { description: 'x' },
    });
  });
});

it('the state knows which controller is to be locked', () => {
  const hosts = [
    testHost({ hostname: 'controller-0', personality: 'controller', administrative: 'unlocked' }),
  ];
  expect(networkState(cloud, null, hosts)).toMatchObject({
    simplex: null,
    unlockedController: 'controller-0',
  });
  const taken = {
    pool: 'p',
    addresses: [{ id: 'a', hostNumber: 1, interface: null, address: 'fd00::1', prefix: 64 }],
  };
  expect(networkState(cloud, null, [], taken)).toMatchObject({
    unlockedController: null,
    taken: { p: ['fd00::1'] },
  });
});

it('is for those who configure the system', () => {
  expect(why(mayChangeNetworks(testViewer('operator')))).toBe(
    'Your role is operator. Changing networks needs configurator or admin.',
  );
  expect(mayChangeNetworks(testViewer('configurator')).ok).toBe(true);
});
