import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { answered, gets, idOf, sends, worldOf } from '../network/asking';

type Body = Record<string, unknown>;

async function pool(world: World, body: Body): Promise<string> {
  const [, row] = await answered(sends(world, 'POST', 'addrpools', body));
  return typeof row === 'object' ? String(row.uuid) : row;
}

const SIX = { name: 'six', network: 'fd01::', prefix: 64 };
const FOUR = { name: 'four', network: '10.140.0.0', prefix: 24 };

const network = (world: World, body: Body) => answered(sends(world, 'POST', 'networks', body));

async function pair(world: World, type: string, address_pool_uuid: string) {
  const network_uuid = await idOf(world, 'networks', 'type', type);
  return answered(sends(world, 'POST', 'network_addresspools', { network_uuid, address_pool_uuid }));
}

async function unpair(world: World, type: string, name: string) {
  const rows = await gets(world, 'network_addresspools');
  const row = rows.find((one) => one.network_name === type && one.address_pool_name === name);
  return answered(sends(world, 'DELETE', `network_addresspools/${row?.uuid}`));
}

describe('a new network', () => {
  it('has a primary pool, in which it reserves addresses', async () => {
    const world = worldOf();
    const pool_uuid = await pool(world, FOUR);
    const [status, row] = await network(world, { type: 'admin', dynamic: false, pool_uuid });
    expect([status, row]).toMatchObject([200, { type: 'admin', pool_uuid, primary_pool_family: 'IPv4' }]);
    expect((await gets(world, 'network_addresspools')).at(-1)).toMatchObject({ address_pool_name: 'four' });
    expect((await gets(world, 'addrpools')).at(-1)).toMatchObject({
      floating_address: '10.140.0.1',
      controller0_address: '10.140.0.2',
      controller1_address: '10.140.0.3',
    });
    expect((await gets(world, 'addresses')).map(({ address }) => address)).toContain('10.140.0.3');
  });

  it.each<[Body, number, string]>([
    [{ type: 'mgmt' }, 409, 'Network of type mgmt already exists.'],
    [{ type: 'bogus' }, 500, 'Not a type of a network: bogus'],
    [{ type: 'admin', pool_uuid: undefined }, 400, 'A network needs an address pool'],
  ])('%j is refused', async (body, status, says) => {
    const world = worldOf();
    const pool_uuid = await pool(world, FOUR);
    expect(await network(world, { pool_uuid, ...body })).toEqual([status, says]);
  });

  it('has addresses of its own', async () => {
    const world = worldOf();
    const pool_uuid = await pool(world, { ...FOUR, network: '10.10.10.0' });
    expect(await network(world, { type: 'admin', pool_uuid })).toEqual([
      409,
      'Address pool four overlaps with oam, which is in use',
    ]);
    expect((await network(world, { type: 'system-controller-oam', pool_uuid }))[0]).toBe(200);
  });
});

describe('a deleted network', () => {
  it.each(['oam', 'cluster-host', 'pxeboot', 'cluster-pod', 'cluster-service', 'storage', 'mgmt'])(
    'is not %s',
    async (type) => {
      const world = worldOf();
      const id = await idOf(world, 'networks', 'type', type);
      expect(await answered(sends(world, 'DELETE', `networks/${id}`))).toEqual([
        400,
        `Cannot delete type ${type} network ${id} after initial configuration completion`,
      ]);
    },
  );

  it('leaves its pool, and the interfaces without it', async () => {
    const world = worldOf();
    await network(world, { type: 'admin', pool_uuid: await pool(world, FOUR) });
    const id = await idOf(world, 'networks', 'type', 'admin');
    const interface_uuid = await idOf(world, 'ihosts/controller-1/iinterfaces', 'ifname', 'oam0');
    await sends(world, 'POST', 'interface_networks', { interface_uuid, network_uuid: id });
    const own = () => gets(world, `iinterfaces/${interface_uuid}/addresses`);
    expect((await own()).map(({ address }) => address)).toContain('10.140.0.3');
    expect(await answered(sends(world, 'DELETE', `networks/${id}`))).toEqual([204, {}]);
    expect((await own()).map(({ address }) => address)).not.toContain('10.140.0.3');
    expect((await gets(world, 'addrpools')).map(({ name }) => name)).toContain('four');
    expect((await gets(world, 'network_addresspools')).map((row) => row.address_pool_name)).not.toContain(
      'four',
    );
  });

  it('can be mgmt on a locked simplex', async () => {
    const world = worldOf('simplex');
    const id = await idOf(world, 'networks', 'type', 'mgmt');
    expect((await sends(world, 'DELETE', `networks/${id}`)).status).toBe(400);
    const host = world.sysinv.byName('controller-0');
    if (host) host.row.administrative = 'locked';
    expect((await sends(world, 'DELETE', `networks/${id}`)).status).toBe(204);
  });
});

describe('a second pool of a network', () => {
  it('makes it dual stack: every interface on it has an address of both families', async () => {
    const world = worldOf();
    const [status, row] = await pair(world, 'cluster-host', await pool(world, SIX));
    expect([status, row]).toMatchObject([200, { network_name: 'cluster-host', address_pool_name: 'six' }]);
    for (const host of ['controller-0', 'worker-0']) {
      const face = (await gets(world, `ihosts/${host}/iinterfaces`)).find((one) => one.ifname === 'cluster0');
      expect(face).toMatchObject({ ipv6_mode: 'static' });
      const own = (await gets(world, `iinterfaces/${face?.uuid}/addresses`)).map(({ address }) =>
        String(address),
      );
      expect(own.filter((address) => address.includes(':'))).toHaveLength(1);
      expect(own).toHaveLength(2);
    }
    expect(await unpair(world, 'cluster-host', 'six')).toEqual([204, {}]);
    const after = (await gets(world, 'ihosts/worker-0/addresses')).map(({ address }) => String(address));
    expect(after.some((address) => address.includes(':'))).toBe(false);
  });

  it('is of the other family, and of one network', async () => {
    const world = worldOf();
    const four = await pool(world, FOUR);
    const six = await pool(world, SIX);
    expect(await pair(world, 'storage', four)).toEqual([
      400,
      'Network storage has IPv4 address pool storage-subnet already',
    ]);
    expect((await pair(world, 'storage', six))[0]).toBe(200);
    expect(await pair(world, 'oam', six)).toEqual([400, "Address pool six is another network's"]);
    const more = await pool(world, { ...SIX, name: 'more', network: 'fd02::' });
    expect(await pair(world, 'storage', more)).toEqual([
      400,
      'Network storage has two address pools: storage-subnet, six',
    ]);
  });

  it('of cluster-pod comes after one of oam, and goes before', async () => {
    const world = worldOf();
    const pods = await pool(world, { ...SIX, name: 'pods', network: 'fd03::' });
    expect(await pair(world, 'cluster-pod', pods)).toEqual([
      400,
      'Network oam needs an IPv6 address pool before cluster-pod has one',
    ]);
    expect((await pair(world, 'oam', await pool(world, SIX)))[0]).toBe(200);
    expect((await pair(world, 'cluster-pod', pods))[0]).toBe(200);
    expect(await unpair(world, 'oam', 'six')).toEqual([
      400,
      'Network cluster-pod has an IPv6 address pool still',
    ]);
    expect((await unpair(world, 'cluster-pod', 'pods'))[0]).toBe(204);
    expect((await unpair(world, 'oam', 'six'))[0]).toBe(204);
  });

  it('is not for pxeboot, and the first one stays', async () => {
    const world = worldOf();
    expect(await pair(world, 'pxeboot', await pool(world, SIX))).toEqual([
      400,
      'The address pools of network pxeboot do not change after installation',
    ]);
    expect(await unpair(world, 'mgmt', 'management')).toEqual([
      400,
      'Address pool management is the primary one of network mgmt and stays',
    ]);
  });
});
