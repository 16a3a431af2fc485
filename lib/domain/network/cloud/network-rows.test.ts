import { describe, expect, it } from 'vitest';
import { missingParts } from './missing-parts';
import { controllerFacts, platformRows, poolRows, tunnelWords } from './network-rows';
import { placesWords, roomOf, roomWords, shareTaken, takenWords } from './pool-facts';
import { testAssignment, testCloud, testDataNetwork, testNetwork, testPool } from './test-cloud';

const v4 = testPool('oam', '10.10.10.0', 24, {
  ranges: [{ start: '10.10.10.1', end: '10.10.10.254' }],
  taken: 4,
  reserved: { floating: '10.10.10.10', controller0: null, controller1: null, gateway: '10.10.10.1' },
});
const v6 = testPool('oam6', 'fd00:10::', 64, {
  ranges: [{ start: 'fd00:10::1', end: 'fd00:10::ffff:ffff:ffff:fffe' }],
  reserved: { floating: 'fd00:10::10', controller0: null, controller1: null, gateway: null },
});
const cloud = testCloud({
  networks: [testNetwork('oam', { primaryPoolId: 'p-oam6' }), testNetwork('mgmt')],
  pools: [v4, v6, testPool('odd', 'x', 24)],
  // The primary one is not the first row here.
  assignments: [testAssignment('oam', 'oam'), testAssignment('oam', 'oam6')],
});

describe('platform networks', () => {
  it('have their primary pool first, and say how many families they have', () => {
    const [oam, mgmt] = platformRows(cloud);
    expect(oam?.pools?.map(({ name }) => name)).toEqual(['oam6', 'oam']);
    expect(oam?.stack).toBe('Dual stack');
    expect(mgmt).toMatchObject({ pools: [], stack: 'No pool' });
  });

  it.each(['pools', 'assignments'] as const)('without %s their pools are unknown, not none', (part) => {
    const unread = [{ part, message: 'no' }];
    expect(platformRows({ ...cloud, unread })[0]).toMatchObject({ pools: null, stack: 'Unknown' });
  });
});

it('pools say what they feed, and whether as its primary one', () => {
  expect(poolRows(cloud).map(({ networks }) => networks)).toEqual([
    [{ name: 'oam', primary: false }],
    [{ name: 'oam', primary: true }],
    [],
  ]);
  expect(poolRows({ ...cloud, unread: [{ part: 'networks', message: '' }] })[0]?.networks).toBeNull();
});

it('an assignment without uuids goes by names', () => {
  const named = { ...testAssignment('mgmt', 'oam'), networkId: null, poolId: null };
  expect(poolRows({ ...cloud, assignments: [named] })[0]?.networks).toEqual([
    { name: 'mgmt', primary: false },
  ]);
});

describe('how full a pool is', () => {
  it.each([
    [253n, '253'],
    [65_535n, '65,535'],
    [2n ** 64n, '2^64'],
    [2n ** 64n - 2n, 'about 2^64'],
    [2n ** 64n + 2n, 'about 2^64'],
    [2n ** 40n * 3n, 'about 2^42'],
  ])('%s is said as %s', (room, words) => {
    expect(roomWords(room)).toBe(words);
  });

  it('counts its ranges', () => {
    expect(takenWords(v4)).toBe('4 of 254');
    expect(takenWords({ ...v6, taken: null })).toBe('Unknown of about 2^64');
    expect(shareTaken(v4)).toBeCloseTo(4 / 254);
    expect(shareTaken({ ...v4, taken: null })).toBeNull();
    expect(shareTaken({ ...v4, ranges: [] })).toBeNull();
    expect(roomOf({ ranges: [{ start: 'x', end: 'y' }] })).toBe(0n);
  });
});

it('facts of controllers are those of both families', () => {
  expect(controllerFacts(cloud, 'oam')?.pools.map(({ pool, subnet }) => [pool.name, subnet])).toEqual([
    ['oam6', 'fd00:10::/64'],
    ['oam', '10.10.10.0/24'],
  ]);
  expect(controllerFacts(cloud, 'mgmt')?.pools).toEqual([]);
  expect(controllerFacts(testCloud(), 'oam')).toBeUndefined();
});

it('says what of other lists is missing', () => {
  const unread = [{ part: 'addresses' as const, message: 'fails' }];
  const unreadable = [{ part: 'assignments' as const, id: null, name: null, why: 'odd' }];
  expect(missingParts({ ...cloud, unread, unreadable }, 'pools')).toEqual({
    unread: [{ part: 'addresses', title: 'Which addresses are taken', message: 'fails' }],
    odd: [{ key: 'row-0', what: 'Pool of a network', name: null, why: 'odd' }],
  });
  expect(missingParts({ ...cloud, unread }, 'networks').unread).toEqual([]);
  expect(missingParts({ ...cloud, unread, unreadable }, 'dataNetworks').odd).toEqual([]);
});

it.each([
  [null, 'Unknown'],
  [{ interfaces: 0, hosts: 0 }, 'None'],
  [{ interfaces: 3, hosts: 1 }, '3 interfaces on 1 host'],
])('%j is %s', (use, words) => {
  expect(placesWords(use)).toBe(words);
});

it('a tunnel in words', () => {
  const vxlan = { type: 'vxlan', mode: 'dynamic', multicastGroup: 'ff05::1', port: 4789, ttl: 16 };
  expect(tunnelWords(testDataNetwork('v', vxlan))).toBe('dynamic, ff05::1, port 4789, TTL 16');
  expect(tunnelWords(testDataNetwork('v'))).toBeNull();
});
