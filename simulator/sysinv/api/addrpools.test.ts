import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { answered, gets, idOf, sends, worldOf } from '../network/asking';

type Body = Record<string, unknown>;

const create = (world: World, body: Body) => answered(sends(world, 'POST', 'addrpools', body));
const POOL = { name: 'p', network: '10.99.0.0', prefix: 24 };

async function change(world: World, name: string, values: Body) {
  const id = await idOf(world, 'addrpools', 'name', name);
  const body = Object.entries(values).map(([column, value]) => ({
    op: 'replace',
    path: `/${column}`,
    value,
  }));
  return answered(sends(world, 'PATCH', `addrpools/${id}`, body));
}

async function remove(world: World, name: string) {
  return answered(sends(world, 'DELETE', `addrpools/${await idOf(world, 'addrpools', 'name', name)}`));
}

describe('a new address pool', () => {
  it.each<[Body, Body]>([
    [{}, { order: 'random', family: 4, ranges: [['10.99.0.1', '10.99.0.254']], gateway_address: null }],
    [
      { name: 'bad name!', order: 'sequential' },
      { name: 'bad name!', order: 'sequential' },
    ],
    [{ network: '10.10.10.0' }, { network: '10.10.10.0' }],
    [
      {
        ranges: [
          ['10.99.0.50', '10.99.0.60'],
          ['10.99.0.5', '10.99.0.9'],
        ],
      },
      {
        ranges: [
          ['10.99.0.5', '10.99.0.9'],
          ['10.99.0.50', '10.99.0.60'],
        ],
      },
    ],
    [
      { network: 'fd01:2::', prefix: 64 },
      { family: 6, ranges: [['fd01:2::1', 'fd01:2::ffff:ffff:ffff:fffe']] },
    ],
    [
      { gateway_address: '10.99.0.1', floating_address: '10.99.0.2' },
      { gateway_address: '10.99.0.1', floating_address: '10.99.0.2', controller0_address: null },
    ],
  ])('%j', async (body, shows) => {
    const world = worldOf();
    const [status, row] = await create(world, { ...POOL, ...body });
    expect([status, row]).toMatchObject([200, { id: 9, updated_at: null, ...shows }]);
    expect((await gets(world, 'addrpools')).at(-1)).toMatchObject(shows);
  });

  it('keeps its addresses, whose ids it shows', async () => {
    const world = worldOf();
    const [, row] = await create(world, { ...POOL, floating_address: '10.99.0.2' });
    const kept = (await gets(world, 'addresses')).find(({ address }) => address === '10.99.0.2');
    expect(kept).toMatchObject({ pool_uuid: typeof row === 'object' ? row.uuid : '', forihostid: null });
    expect(await answered(sends(world, 'GET', `addresses/${kept?.uuid}`))).toMatchObject([
      200,
      { name: 'p-floating_address', id: typeof row === 'object' ? row.floating_address_id : 0 },
    ]);
  });

  it.each<[Body, number, string]>([
    [{ network: '10.99.0.5' }, 500, 'Host bits must be zero'],
    [{ network: 'abc' }, 400, 'Expected an IPv4 or IPv6 address but received abc.'],
    [{ prefix: 44 }, 500, 'invalid IPNetwork 10.99.0.0/44'],
    [{ prefix: 0 }, 500, 'The prefix of an address pool is more than 0'],
    [{ name: 'oam' }, 409, 'Address pool oam already exists'],
    [{ name: '' }, 500, 'The name of an address pool is not empty'],
    [{ network: '0.0.0.0' }, 500, 'The network of an address pool is not null'],
    [{ prefix: 31 }, 409, 'An address pool has room for four addresses'],
    [{ order: 'bogus' }, 500, 'The order of an address pool is one of sequential, random'],
    [{ ranges: [['10.98.0.1', '10.98.0.9']] }, 409, '10.98.0.1 is not in 10.99.0.0/24'],
    [{ ranges: [['10.99.0.9', '10.99.0.1']] }, 409, 'Range 10.99.0.9-10.99.0.1 ends before it starts'],
    [{ ranges: [['10.99.0.0', '10.99.0.1']] }, 409, "10.99.0.0 is the network's own address"],
    [{ ranges: [['10.99.0.1', '10.99.0.255']] }, 409, '10.99.0.255 is the broadcast address'],
    [{ ranges: [['fd00::1', 'fd00::2']] }, 409, "Range fd00::1-fd00::2 is not of the pool's IP version"],
    [{ ranges: [['10.99.0.1']] }, 400, 'Ranges are a list of pairs of addresses'],
    [
      {
        ranges: [
          ['10.99.0.1', '10.99.0.9'],
          ['10.99.0.9', '10.99.0.12'],
        ],
      },
      409,
      'Range 10.99.0.9-10.99.0.12 has addresses of another range',
    ],
    [{ gateway_address: '10.98.0.1' }, 400, 'gateway_address 10.98.0.1 is no address of 10.99.0.0/24'],
    [
      { floating_address: '10.99.0.9', ranges: [['10.99.0.20', '10.99.0.30']] },
      400,
      'floating_address 10.99.0.9 is not in 10.99.0.20-10.99.0.30',
    ],
    [
      { floating_address: '10.99.0.9', gateway_address: '10.99.0.9' },
      400,
      'floating_address is the same as gateway_address: 10.99.0.9',
    ],
    [
      { network: '10.10.10.0', gateway_address: '10.10.10.11' },
      400,
      'Address 10.10.10.11 is on interface oam0 already',
    ],
    [{ bogus: 1 }, 400, 'Unknown attribute for argument addrpool: bogus'],
  ])('%j is refused', async (body, status, says) => {
    const world = worldOf();
    expect(await create(world, { ...POOL, ...body })).toEqual([status, says]);
    expect(await gets(world, 'addrpools')).toHaveLength(8);
  });
});

describe('a change of an address pool', () => {
  it.each<[Body, Body]>([
    [
      { name: 'q', order: 'sequential' },
      { name: 'q', order: 'sequential' },
    ],
    [{ ranges: [['10.99.0.5', '10.99.0.60']] }, { ranges: [['10.99.0.5', '10.99.0.60']] }],
    [{ network: '10.140.0.0', ranges: [['10.140.0.1', '10.140.0.9']] }, { network: '10.140.0.0' }],
    [{ gateway_address: '10.99.0.1' }, { gateway_address: '10.99.0.1' }],
    [{ gateway_address: 'none' }, { gateway_address: null, gateway_address_id: null }],
  ])('%j', async (values, shows) => {
    const world = worldOf();
    await create(world, { ...POOL });
    expect(await change(world, 'p', values)).toMatchObject([200, shows]);
  });

  it('of the OAM pool is one that the network bears', async () => {
    const world = worldOf();
    expect((await change(world, 'oam', { floating_address: '10.10.10.20' }))[0]).toBe(200);
    expect(await change(world, 'oam', { floating_address: 'none' })).toEqual([
      400,
      'The network needs floating_address',
    ]);
    expect(await change(world, 'oam', { network: '192.168.204.0', ranges: [] })).toEqual([
      409,
      'Address pool oam overlaps with management, which is in use',
    ]);
  });

  it.each<[string, Body, number, string]>([
    [
      'management',
      { ranges: [['192.168.204.2', '192.168.204.100']] },
      409,
      'Address pool is read-only and cannot be modified or removed',
    ],
    ['p', { name: 'oam' }, 409, 'Address pool oam already exists'],
    ['p', { id: 3 }, 400, 'id is not changed'],
    ['p', { gateway_address_id: 3 }, 400, 'gateway_address_id is not changed'],
    ['p', { bogus: 3 }, 400, 'An address pool has no bogus to change'],
    ['p', { network: 'fd00::', prefix: 64 }, 400, 'Address pool p stays IPv4'],
    ['p', { order: 'bogus' }, 500, 'The order of an address pool is one of sequential, random'],
    ['p', { ranges: [['10.97.0.1', '10.97.0.2']] }, 409, '10.97.0.1 is not in 10.99.0.0/24'],
  ])('%s %j is refused', async (name, values, status, says) => {
    const world = worldOf();
    await create(world, { ...POOL });
    expect(await change(world, name, values)).toEqual([status, says]);
  });

  it('of the management pool is for a locked simplex', async () => {
    const world = worldOf('simplex');
    const says = 'Host controller-0 is unlocked: this needs it locked';
    expect(await change(world, 'management', { order: 'sequential' })).toEqual([400, says]);
    const host = world.sysinv.byName('controller-0');
    if (host) host.row.administrative = 'locked';
    expect((await change(world, 'management', { order: 'sequential' }))[0]).toBe(200);
  });
});

describe('a deleted address pool', () => {
  it('is one that no network has as its primary, and takes its addresses along', async () => {
    const world = worldOf();
    await create(world, { ...POOL, gateway_address: '10.99.0.1' });
    expect(await remove(world, 'p')).toEqual([204, {}]);
    expect((await gets(world, 'addresses')).map(({ address }) => address)).not.toContain('10.99.0.1');
    expect(await remove(world, 'management')).toEqual([
      400,
      'Address pool is the primary for the following network: mgmt. Not possible to delete.',
    ]);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await answered(sends(world, 'DELETE', `addrpools/${nobody}`))).toEqual([
      404,
      `Address pool ${nobody} not found`,
    ]);
  });
});
