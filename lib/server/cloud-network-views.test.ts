/** What the views of the cloud's networks ask of the platform, and what they make of it when a part of it fails. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, asked, connection, session } from './test-answers';

vi.mock('@/lib/stx/http', async () => (await import('./test-answers')).preparedHttp);
vi.mock('@/lib/stx/catalogue', async () => (await import('./test-answers')).preparedCatalogue);

const { networkViews } = await import('./network-views');

const [NETWORK, POOL, DATA] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const LISTS: Record<string, unknown> = {
  networks: [{ uuid: NETWORK, name: 'mgmt', type: 'mgmt' }, { uuid: 'odd' }],
  addrpools: [{ uuid: POOL, name: 'management', network: 'fd01::', prefix: 64, ranges: [] }],
  network_addresspools: [{ uuid: 'a', network_uuid: NETWORK, address_pool_uuid: POOL }],
  datanetworks: [{ uuid: DATA, name: 'physnet0', network_type: 'vlan' }],
  interface_networks: [1, 1, 2].map((forihostid, n) => ({
    ...{ uuid: `i${n}`, forihostid, ifname: `if${n}`, network_uuid: NETWORK },
  })),
  interface_datanetworks: [{ uuid: 'd', forihostid: 3, ifname: 'data0', datanetwork_uuid: DATA }],
  addresses: [
    { uuid: 'x', forihostid: 1, ifname: 'mgmt0', address: 'fd01::3', prefix: 64, pool_uuid: POOL },
    { uuid: 'y', forihostid: null, ifname: null, address: 'fd01::2', prefix: 64, pool_uuid: POOL },
    { uuid: 'z', forihostid: 1, ifname: 'data0', address: '10.0.0.1', prefix: 24, pool_uuid: null },
  ],
};
const path = (key: string) => `/v1/${key}`;

beforeEach(() => {
  answers.clear();
  for (const [key, rows] of Object.entries(LISTS)) answers.set(path(key), { [key]: rows });
  asked.length = 0;
});

const load = () => networkViews.cloudNetworks.load(connection, {}, session);

describe('the networks of the cloud', () => {
  it('are seven requests, with their use counted', async () => {
    expect(await load()).toMatchObject({
      ok: true,
      data: {
        networks: [{ name: 'mgmt', use: { interfaces: 3, hosts: 2 } }],
        pools: [{ name: 'management', taken: 2 }],
        assignments: [{ networkId: NETWORK, poolId: POOL }],
        dataNetworks: [{ name: 'physnet0', use: { interfaces: 1, hosts: 1 } }],
        unread: [],
        unreadable: [{ part: 'networks', id: 'odd' }],
      },
    });
    expect(asked).toHaveLength(7);
  });

  it.each([
    ['networks', 'networks', { networks: [] }],
    ['addrpools', 'pools', { pools: [] }],
    ['network_addresspools', 'assignments', { assignments: [] }],
    ['datanetworks', 'dataNetworks', { dataNetworks: [] }],
    ['interface_networks', 'networkUse', { networks: [{ use: null }] }],
    ['interface_datanetworks', 'dataUse', { dataNetworks: [{ use: null }] }],
    ['addresses', 'addresses', { pools: [{ taken: null }] }],
  ])('without %s the rest stands, and it is named', async (key, part, data) => {
    answers.delete(path(key));
    const unread = [{ part, message: `${path(key)} fails here.` }];
    expect(await load()).toMatchObject({ ok: true, data: { ...data, unread } });
  });

  it('are nothing without any of the three lists', async () => {
    for (const key of ['networks', 'addrpools', 'datanetworks']) answers.delete(path(key));
    expect((await load()).ok).toBe(false);
  });
});

describe('what details say besides is one request', () => {
  it.each([
    ['platform', NETWORK, ['if0', 'if1', 'if2']],
    ['platform', DATA, []],
    ['data', DATA, ['data0']],
  ] as const)('%s network %s', async (of, id, faces) => {
    const read = await networkViews.networkPlaces.load(connection, { of, id: id ?? '' }, session);
    expect(read.ok && read.data.map((one) => one.interface)).toEqual(faces);
    expect(asked).toHaveLength(1);
  });

  it('addresses of a pool', async () => {
    const read = await networkViews.poolAddresses.load(connection, { id: POOL ?? '' }, session);
    expect(read.ok && read.data.map(({ address, hostNumber }) => [address, hostNumber])).toEqual([
      ['fd01::3', 1],
      ['fd01::2', null],
    ]);
    expect(asked).toHaveLength(1);
    answers.clear();
    expect((await networkViews.poolAddresses.load(connection, { id: POOL ?? '' }, session)).ok).toBe(false);
    expect(
      (await networkViews.networkPlaces.load(connection, { of: 'data', id: DATA ?? '' }, session)).ok,
    ).toBe(false);
  });
});
