import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { answered, gets, idOf, lockedWorker, sends, worldOf } from '../network/asking';

type Body = Record<string, unknown>;

async function on(world: World, host: string, ifname: string, segment: string, body: Body) {
  const interface_uuid = await idOf(world, `ihosts/${host}/iinterfaces`, 'ifname', ifname);
  return answered(sends(world, 'POST', segment, { interface_uuid, ...body }));
}

const own = async (world: World, host: string, segment: string, ifname: string) =>
  (await gets(world, `ihosts/${host}/${segment}`)).filter((row) => row.ifname === ifname);

async function withSix(world: World, host: string) {
  const id = await idOf(world, `ihosts/${host}/iinterfaces`, 'ifname', 'data0');
  const body = [{ op: 'replace', path: '/ipv6_mode', value: 'static' }];
  await sends(world, 'PATCH', `iinterfaces/${id}`, body);
}

describe('an address on an interface', () => {
  it.each<[Body, Body]>([
    [
      { address: '10.21.0.11', prefix: 24 },
      { address: '10.21.0.11', enable_dad: false, name: null },
    ],
    [
      { address: 'FD00:21::11', prefix: 64 },
      { address: 'fd00:21::11', enable_dad: true, prefix: 64 },
    ],
  ])('%j is added, shows, and is deleted', async (body, shows) => {
    const { world, host } = lockedWorker();
    await withSix(world, host);
    const [status, row] = await on(world, host, 'data0', 'addresses', body);
    expect([status, row]).toMatchObject([200, { ifname: 'data0', pool_uuid: null, ...shows }]);
    expect(await own(world, host, 'addresses', 'data0')).toHaveLength(2);
    const uuid = typeof row === 'object' ? row.uuid : '';
    expect(await answered(sends(world, 'DELETE', `addresses/${uuid}`))).toEqual([204, {}]);
    expect(await own(world, host, 'addresses', 'data0')).toHaveLength(1);
  });

  it.each<[string, Body, number, string]>([
    [
      'data0',
      { address: '10.20.30.999', prefix: 24 },
      400,
      'Expected an IPv4 or IPv6 address but received 10.20.30.999.',
    ],
    ['data0', { address: '10.21.0.1' }, 400, 'An address needs a prefix'],
    ['data0', { address: '10.21.0.1', prefix: 0 }, 500, 'The prefix of an address is more than 0'],
    ['data0', { address: '10.21.0.1', prefix: 33 }, 500, 'invalid IPNetwork 10.21.0.1/33'],
    ['data0', { address: '0.0.0.0', prefix: 24 }, 500, 'An address is not null'],
    ['data0', { address: '10.21.0.0', prefix: 24 }, 500, 'The host bits of an address are not null'],
    ['data0', { address: '10.21.0.255', prefix: 24 }, 500, 'An address is not the broadcast address'],
    ['data0', { address: '239.1.1.1', prefix: 24 }, 500, 'An address is not a multicast address'],
    ['data0', { address: '10.20.30.200', prefix: 24 }, 409, 'of the same subnet'],
    ['data0', { address: '192.168.204.2', prefix: 25 }, 409, 'Address 192.168.204.2/25 is there already'],
    [
      'data0',
      { address: 'fd00:21::11', prefix: 64 },
      404,
      "IPv6 interface address mode must be 'static' to add addresses",
    ],
    [
      'data0',
      { address: '10.21.0.1', prefix: 24, enable_dad: true },
      409,
      'IPv4 has no duplicate address detection',
    ],
    [
      'sriov0',
      { address: '10.21.0.1', prefix: 24 },
      404,
      "IPv4 interface address mode must be 'static' to add addresses",
    ],
    [
      'pxeboot0',
      { address: '10.21.0.1', prefix: 24 },
      409,
      "Interfaces on network pxeboot have no addresses of one's own",
    ],
    ['nosuch', { address: '10.21.0.1', prefix: 24 }, 400, 'Invalid input for field/attribute interface_uuid'],
  ])('%s %j is refused', async (ifname, body, status, says) => {
    const { world, host } = lockedWorker();
    const [answer, text] = await on(world, host, ifname, 'addresses', body);
    expect(answer).toBe(status);
    expect(text).toContain(says);
  });

  it('is nobody else’s to give where the networks give it themselves', async () => {
    const { world, host } = lockedWorker();
    const id = await idOf(world, `ihosts/${host}/iinterfaces`, 'ifname', 'mgmt0');
    await sends(world, 'PATCH', `iinterfaces/${id}`, [
      { op: 'replace', path: '/ipv4_mode', value: 'static' },
    ]);
    expect(await on(world, host, 'mgmt0', 'addresses', { address: '10.21.0.1', prefix: 24 })).toEqual([
      400,
      'The networks of this interface give addresses by themselves',
    ]);
  });

  it('needs the lock to come and to go', async () => {
    const world = worldOf();
    const says = 'Host worker-0 must be locked';
    const body = { address: '10.21.0.1', prefix: 24 };
    expect(await on(world, 'worker-0', 'data0', 'addresses', body)).toEqual([500, says]);
    for (const route of await own(world, 'worker-0', 'routes', 'data0')) {
      await sends(world, 'DELETE', `routes/${route.uuid}`);
    }
    const [row] = await own(world, 'worker-0', 'addresses', 'data0');
    expect(await answered(sends(world, 'DELETE', `addresses/${row?.uuid}`))).toEqual([500, says]);
  });

  it('stays while a route goes through it, and where it is of a pool', async () => {
    const { world, host } = lockedWorker();
    const [used] = await own(world, host, 'addresses', 'data0');
    const [status, says] = await answered(sends(world, 'DELETE', `addresses/${used?.uuid}`));
    expect([status, says]).toEqual([409, expect.stringContaining('is in use by the route to 10.40.0.0/16')]);
    const [pooled] = await own(world, host, 'addresses', 'mgmt0');
    expect(await answered(sends(world, 'DELETE', `addresses/${pooled?.uuid}`))).toEqual([
      409,
      `Address ${pooled?.address} is of an address pool and stays`,
    ]);
  });
});

describe('an address in a pool', () => {
  it.each<[Body, number, string | Body]>([
    [{ address: '192.168.204.77', prefix: 24, name: 'box' }, 200, { name: 'box', forihostid: null }],
    [{ address: '10.21.0.1', prefix: 24 }, 409, '10.21.0.1/24 is not of address pool management'],
    [{ address: '192.168.204.77', prefix: 25 }, 409, '192.168.204.77/25 is not of address pool management'],
    [{ address: '192.168.204.2', prefix: 24 }, 409, 'Address 192.168.204.2/24 is there already'],
    [
      { address: '192.168.204.77', prefix: 24, name: 'controller-mgmt' },
      409,
      'There is an address named controller-mgmt already',
    ],
  ])('%j', async (body, status, says) => {
    const world = worldOf();
    const pool_uuid = await idOf(world, 'addrpools', 'name', 'management');
    const [answer, text] = await answered(sends(world, 'POST', 'addresses', { pool_uuid, ...body }));
    expect(answer).toBe(status);
    if (typeof says === 'string') expect(text).toBe(says);
    else expect(text).toMatchObject(says);
  });

  it('or on an interface is where an address is', async () => {
    expect(
      await answered(sends(worldOf(), 'POST', 'addresses', { address: '10.1.1.1', prefix: 24 })),
    ).toEqual([500, 'An address is of an interface or of a pool']);
  });
});

const ROUTE = { network: '10.50.0.0', prefix: 16, gateway: '10.20.30.1' };

describe('a route', () => {
  it('is added on a host in service, shows below its interface, and is deleted', async () => {
    const world = worldOf();
    const [status, row] = await on(world, 'worker-0', 'data0', 'routes', ROUTE);
    expect([status, row]).toMatchObject([200, { ifname: 'data0', metric: 1, ...ROUTE }]);
    const routes = await own(world, 'worker-0', 'routes', 'data0');
    expect(routes.map(({ network }) => network)).toEqual(['10.40.0.0', '10.50.0.0']);
    expect(await answered(sends(world, 'DELETE', `routes/${routes[1]?.uuid}`))).toEqual([204, {}]);
    expect(await own(world, 'worker-0', 'routes', 'data0')).toHaveLength(1);
  });

  it.each<[string, Body, number, string]>([
    ['data0', { network: '10.50.0.1' }, 500, '10.50.0.1/16 has host bits'],
    ['data0', { network: 'x' }, 400, 'Expected an IPv4 or IPv6 address but received x.'],
    ['data0', { prefix: 40 }, 500, 'invalid IPNetwork 10.50.0.0/40'],
    ['data0', { network: '0.0.0.0', prefix: 8 }, 500, 'The network of a route is null with prefix 0 only'],
    ['data0', { gateway: 'fd00::1' }, 500, 'Network and gateway of a route are of one IP version'],
    ['data0', { gateway: '239.1.1.1' }, 500, 'Network and gateway are unicast'],
    ['data0', { gateway: '0.0.0.0' }, 500, 'The gateway of a route is not null'],
    ['data0', { gateway: '10.50.0.0' }, 500, 'Network and gateway of a route are not the same'],
    ['data0', { gateway: '10.50.0.1' }, 500, 'The gateway of a route is not within its network'],
    ['data0', { metric: -1 }, 500, 'The metric of a route is not less than 0'],
    ['data0', { gateway: '10.21.0.1' }, 409, 'Gateway 10.21.0.1 is in no subnet of interface data0'],
    ['data0', { gateway: '192.168.204.2' }, 409, 'Gateway 192.168.204.2 is an address of this cloud'],
    [
      'data0',
      { network: '10.40.0.0' },
      409,
      'Host worker-0 has the route to 10.40.0.0/16 via 10.20.30.1 already',
    ],
    ['pxeboot0', {}, 409, 'Interfaces on network pxeboot have no routes'],
    ['data0', { gateway: undefined }, 400, 'A route needs a network, a prefix and a gateway'],
  ])('%s %j is refused', async (ifname, body, status, says) => {
    expect(await on(worldOf(), 'worker-0', ifname, 'routes', { ...ROUTE, ...body })).toEqual([status, says]);
  });

  it('has four ways of one metric, and goes where prefix 0 says everywhere', async () => {
    const world = worldOf();
    expect(
      (await on(world, 'worker-0', 'data0', 'routes', { ...ROUTE, network: '0.0.0.0', prefix: 0 }))[0],
    ).toBe(200);
    const via = (n: number) =>
      on(world, 'worker-0', 'data0', 'routes', { ...ROUTE, gateway: `10.20.30.20${n}` });
    const answers = [];
    for (const n of [1, 2, 3, 4, 5]) answers.push((await via(n))[0]);
    expect(answers).toEqual([200, 200, 200, 200, 409]);
  });
});
