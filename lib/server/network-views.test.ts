/** What the view of a host's network asks of the platform, and what it makes of it when a part of it fails. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, asked, connection, session } from './test-answers';

vi.mock('@/lib/stx/http', async () => (await import('./test-answers')).preparedHttp);
vi.mock('@/lib/stx/catalogue', async () => (await import('./test-answers')).preparedCatalogue);

const { networkViews } = await import('./network-views');

const HOST = '9ff0fedc-2d10-59f2-85eb-c654338459e9';
const PEER = 'a5819bd3-adec-5ef2-bb68-433b2503f97e';
const own = (collection: string) => `/v1/ihosts/${HOST}/${collection}`;
const LISTS: Record<string, unknown> = {
  [own('ethernet_ports')]: { ethernet_ports: [{ uuid: 'p', name: 'eth0' }, { uuid: 'odd port' }] },
  [own('iinterfaces')]: { iinterfaces: [{ uuid: 'i', ifname: 'mgmt0' }, { uuid: 'odd' }] },
  [own('lldp_neighbours')]: { lldp_neighbours: [{ uuid: 'n', port_name: 'eth0' }] },
  [own('addresses')]: { addresses: [{ uuid: 'a', address: 'fd00::2', prefix: 64 }] },
  [own('interface_networks')]: { interface_networks: [{ uuid: 'u', network_name: 'mgmt' }] },
  [own('interface_datanetworks')]: { interface_datanetworks: [{ uuid: 'd', datanetwork_name: 'x' }] },
  '/v1/ptp_interfaces': { ptp_interfaces: [{ uuid: 't', name: 'if', interface_names: ['h/mgmt0'] }] },
  [`/v1/ihosts/${PEER}/lldp_neighbours`]: { lldp_neighbours: [{ uuid: 'm', port_name: 'eth0' }, {}] },
  [own('lldp_agents')]: { lldp_agents: [{ uuid: 'g', port_name: 'eth0' }] },
  '/v1/lldp_neighbours': { lldp_neighbours: [{ host_uuid: HOST, port_name: 'eth0', chassis_id: 'c' }, {}] },
  '/v1/interface_datanetworks': {
    interface_datanetworks: [{ forihostid: 5, ifname: 'data0', datanetwork_name: 'physnet0' }],
  },
  '/v1/datanetworks': { datanetworks: [{ uuid: 'd', name: 'physnet0', network_type: 'vlan', mtu: 9000 }] },
  [own('routes')]: { routes: [{ uuid: 'r', network: 'fd01::', prefix: 48 }] },
};

beforeEach(() => {
  answers.clear();
  for (const [path, body] of Object.entries(LISTS)) answers.set(path, body);
  asked.length = 0;
});

const load = (peerId: string | null = PEER) =>
  networkViews.hostNetwork.load(connection, { hostId: HOST, peerId }, session);
const loadMore = () => networkViews.hostNetworkMore.load(connection, { hostId: HOST }, session);

describe('the network of a host', () => {
  it('is eight requests, seven without a host to compare it with', async () => {
    expect((await load()).ok).toBe(true);
    expect(asked).toHaveLength(8);
    asked.length = 0;
    expect((await load(null)).ok).toBe(true);
    expect(asked).toHaveLength(7);
  });

  it('keeps odd rows apart: of interfaces, of the rest, not those of the other host', async () => {
    const read = await load();
    if (!read.ok) throw new Error(read.error.message);
    expect(read.data.unreadableInterfaces.map(({ id }) => id)).toEqual(['odd']);
    expect(read.data.unreadable.map(({ id }) => id)).toEqual(['odd port']);
    expect(read.data).toMatchObject({
      ports: [{ name: 'eth0' }],
      addresses: [{ address: 'fd00::2' }],
      peerNeighbours: [{ port: 'eth0' }],
      unread: [],
    });
  });

  it.each([
    ['neighbours', own('lldp_neighbours')],
    ['addresses', own('addresses')],
    ['networks', own('interface_networks')],
    ['dataNetworks', own('interface_datanetworks')],
    ['timing', '/v1/ptp_interfaces'],
    ['peerNeighbours', `/v1/ihosts/${PEER}/lldp_neighbours`],
  ] as const)('without %s the rest stands, and it is named', async (part, path) => {
    answers.delete(path);
    expect(await load()).toMatchObject({
      ok: true,
      data: { ports: [{ name: 'eth0' }], [part]: [], unread: [{ part, message: `${path} fails here.` }] },
    });
  });

  it.each([own('ethernet_ports'), own('iinterfaces')])(
    'without %s there is nothing to show',
    async (path) => {
      answers.delete(path);
      expect((await load()).ok).toBe(false);
    },
  );
});

describe('what of a host is proposed for others', () => {
  const loadLayout = () => networkViews.hostLayout.load(connection, { hostId: HOST }, session);

  it('is seven requests, all below the host', async () => {
    expect(await loadLayout()).toMatchObject({
      ok: true,
      data: {
        ...{ ports: [{ name: 'eth0' }], interfaces: [{ name: 'mgmt0' }], routes: [{ network: 'fd01::' }] },
        ...{ networks: [{ name: 'mgmt' }], dataNetworks: [{ name: 'x' }], unread: [] },
        unreadableInterfaces: [{ id: 'odd' }],
      },
    });
    expect(asked).toHaveLength(7);
    expect(asked.every((path) => path.startsWith(own('')))).toBe(true);
  });

  it.each(['addresses', 'interface_networks', 'interface_datanetworks', 'routes'])(
    'says which part it could not read: %s, or a row of it',
    async (list) => {
      answers.delete(own(list));
      expect(await loadLayout()).toMatchObject({
        data: { unread: [{ message: expect.stringMatching(/fails/) }] },
      });
      answers.set(own(list), { [list]: [{ uuid: 'odd' }] });
      expect(await loadLayout()).toMatchObject({
        data: { unread: [{ message: expect.stringMatching(/^A row of it cannot be read/) }] },
      });
    },
  );

  it.each(['ethernet_ports', 'iinterfaces'])('is nothing without %s', async (list) => {
    answers.delete(own(list));
    expect((await loadLayout()).ok).toBe(false);
  });
});

describe('the same of many hosts', () => {
  const other = 'b5819bd3-adec-5ef2-bb68-433b2503f97e';
  const everywhere = (list: string, key: string, rows: unknown[]) =>
    answers.set(`/v1/${list}`, { [key]: rows });

  beforeEach(() => {
    const of = (host: string, forihostid: number) => ({ ihost_uuid: host, forihostid });
    everywhere('ethernet_ports', 'ethernet_ports', [
      { uuid: 'p', name: 'eth0', host_uuid: HOST },
      { uuid: 'q', name: 'eth9', host_uuid: PEER },
    ]);
    everywhere('iinterfaces/detail', 'iinterfaces', [
      { uuid: 'i', ifname: 'mgmt0', ...of(HOST, 5) },
      { uuid: 'j', ifname: 'mgmt1', ...of(PEER, 6) },
      { uuid: 'odd', ...of(PEER, 6) },
    ]);
    everywhere('lldp_neighbours', 'lldp_neighbours', [{ uuid: 'n', port_name: 'eth0', host_uuid: HOST }]);
    everywhere('addresses', 'addresses', [{ uuid: 'a', address: 'fd00::2', prefix: 64, forihostid: 6 }]);
    everywhere('interface_networks', 'interface_networks', [
      { uuid: 'u', network_name: 'mgmt', forihostid: 5 },
      { uuid: 'v', network_name: 'oam', forihostid: 6 },
    ]);
    everywhere('interface_datanetworks', 'interface_datanetworks', []);
    everywhere('routes', 'routes', [{ uuid: 'r', network: 'fd01::', forihostid: 6 }]);
  });
  const loadMany = () => networkViews.hostLayouts.load(connection, { hostIds: [HOST, PEER, other] }, session);

  it('is seven requests, and each host has its own rows', async () => {
    expect(await loadMany()).toMatchObject({
      ok: true,
      data: {
        [HOST]: {
          ...{ ports: [{ name: 'eth0' }], interfaces: [{ name: 'mgmt0' }], neighbours: [{ port: 'eth0' }] },
          ...{
            networks: [{ name: 'mgmt' }],
            addresses: [],
            routes: [],
            unread: [],
            unreadableInterfaces: [],
          },
        },
        [PEER]: {
          ...{ ports: [{ name: 'eth9' }], interfaces: [{ name: 'mgmt1' }], neighbours: [] },
          ...{
            networks: [{ name: 'oam' }],
            addresses: [{}],
            routes: [{}],
            unreadableInterfaces: [{ id: 'odd' }],
          },
        },
        [other]: { ports: [], interfaces: [], addresses: [] },
      },
    });
    expect(asked).toHaveLength(7);
  });

  it('an odd row is of its own host alone, and a list that fails of all', async () => {
    everywhere('routes', 'routes', [{ uuid: 'odd', forihostid: 6 }]);
    expect(await loadMany()).toMatchObject({
      data: { [HOST]: { unread: [] }, [PEER]: { unread: [{ part: 'routes' }] } },
    });
    answers.delete('/v1/addresses');
    expect(await loadMany()).toMatchObject({ data: { [HOST]: { unread: [{ part: 'addresses' }] } } });
    answers.delete('/v1/iinterfaces/detail');
    expect((await loadMany()).ok).toBe(false);
  });
});

describe('what the details say besides', () => {
  it('is two requests', async () => {
    expect(await loadMore()).toMatchObject({
      ok: true,
      data: { agents: [{ port: 'eth0' }], routes: [{ network: 'fd01::' }], unread: [] },
    });
    expect(asked).toHaveLength(2);
  });

  it.each(['lldp_agents', 'routes'])('stands without %s, not without both', async (path) => {
    answers.delete(own(path));
    expect(await loadMore()).toMatchObject({ ok: true, data: { unread: [{}] } });
    answers.clear();
    expect((await loadMore()).ok).toBe(false);
  });
});

it.each([
  [{ hostId: HOST, peerId: PEER }, true],
  [{ hostId: HOST, peerId: null }, true],
  [{ hostId: '../isystems', peerId: null }, false],
  [{ hostId: HOST }, false],
  [{ hostId: HOST, peerId: null, more: 1 }, false],
])('takes %j from a browser: %s', (params, good) => {
  expect(networkViews.hostNetwork.params.safeParse(params).success).toBe(good);
});

describe('the topology of a cloud', () => {
  const loadAll = () => networkViews.topology.load(connection, {}, session);

  it('is three requests, whoever there is', async () => {
    const read = await loadAll();
    expect(asked.toSorted()).toEqual([
      '/v1/datanetworks',
      '/v1/interface_datanetworks',
      '/v1/lldp_neighbours',
    ]);
    expect(read).toMatchObject({
      data: {
        cables: { [HOST]: [['eth0', 0, null]] },
        devices: [{ id: 'c', name: 'c', forwards: false, hostname: null }],
        uses: { 5: [['data0', 'physnet0']] },
        unread: [],
        unreadable: [{ id: null }],
      },
    });
  });

  it('names a part that could not be read, and fails without any', async () => {
    answers.delete('/v1/lldp_neighbours');
    expect(await loadAll()).toMatchObject({
      data: { devices: [], unread: [{ part: 'cables', message: '/v1/lldp_neighbours fails here.' }] },
    });
    answers.clear();
    expect((await loadAll()).ok).toBe(false);
  });
});
