import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { answered, gets, idOf, lockedWorker, sends, worldOf } from '../network/asking';
import { rowsOn } from '../network/rows';

const faces = (host: string) => `ihosts/${host}/iinterfaces`;

async function assign(world: World, host: string, ifname: string, network: string) {
  return answered(
    sends(world, 'POST', 'interface_networks', {
      interface_uuid: await idOf(world, faces(host), 'ifname', ifname),
      network_uuid: await idOf(world, 'networks', 'type', network),
    }),
  );
}

async function release(world: World, host: string, network: string) {
  const id = await idOf(world, `ihosts/${host}/interface_networks`, 'network_type', network);
  return answered(sends(world, 'DELETE', `interface_networks/${id}`));
}

describe('a platform network on an interface', () => {
  it('makes a platform interface of one without a class, and gives it an address where that is dynamic', async () => {
    const { world, host } = lockedWorker();
    const [status, row] = await assign(world, host, 'enp94s0f1', 'storage');
    expect([status, row]).toMatchObject([
      200,
      { ifname: 'enp94s0f1', network_type: 'storage', network_id: 8 },
    ]);
    const face = (await gets(world, faces(host))).find((one) => one.ifname === 'enp94s0f1');
    expect(face).toMatchObject({ ifclass: 'platform', ipv6_mode: null });
    const addresses = await gets(world, `iinterfaces/${face?.uuid}/addresses`);
    expect(addresses).toMatchObject([{ ifname: 'enp94s0f1', prefix: 24 }]);
    expect(String(addresses[0]?.address)).toMatch(/^192\.168\.208\.\d+$/);
  });

  it('takes its address along when it moves, and the address keeps its uuid', async () => {
    const { world, host } = lockedWorker();
    const before = (await gets(world, `ihosts/${host}/addresses`)).find((one) => one.ifname === 'cluster0');
    expect(await release(world, host, 'cluster-host')).toEqual([204, {}]);
    const loose = (await gets(world, 'addresses')).find((one) => one.uuid === before?.uuid);
    expect(loose).toMatchObject({ address: before?.address, ifname: null, forihostid: null });
    expect((await sends(world, 'GET', `addresses/${before?.uuid}`)).status).toBe(200);
    expect((await assign(world, host, 'mgmt0', 'cluster-host'))[0]).toBe(200);
    const after = (await gets(world, `ihosts/${host}/addresses`)).find((one) => one.uuid === before?.uuid);
    expect(after).toMatchObject({ address: before?.address, ifname: 'mgmt0' });
    const face = (await gets(world, faces(host))).find((one) => one.ifname === 'mgmt0');
    expect(face).toMatchObject({ ipv4_mode: 'static' });
  });

  it('gives a controller what the pool keeps for it, a simplex the floating address', async () => {
    const world = worldOf();
    await release(world, 'controller-1', 'oam');
    await assign(world, 'controller-1', 'mgmt0', 'oam');
    const own = await gets(world, 'ihosts/controller-1/addresses');
    expect(own.filter((one) => one.ifname === 'mgmt0')).toHaveLength(2);
    const simplex = worldOf('simplex');
    expect((await assign(simplex, 'controller-0', 'enp94s0f1', 'storage'))[0]).toBe(200);
  });

  it.each([
    ['data0', 'mgmt', "An interface with interface class 'data' cannot assign platform networks."],
    ['enp94s0f1', 'mgmt', 'Host worker-1 has an interface on network mgmt already'],
    ['enp94s0f1', 'oam', 'Network oam is for controllers'],
    ['pxeboot0', 'storage', 'Interface pxeboot0 is for network pxeboot alone'],
  ])('%s does not get %s', async (ifname, network, says) => {
    const { world, host } = lockedWorker();
    expect(await assign(world, host, ifname, network)).toEqual([400, says]);
  });

  it('is there once', async () => {
    const { world, host } = lockedWorker();
    const [status, says] = await assign(world, host, 'mgmt0', 'mgmt');
    expect(status).toBe(400);
    expect(says).toMatch(/^Interface network with interface ID '\d+' and network ID '2' already exists\.$/);
  });

  it('pxeboot does not share, mgmt needs a bond that is not balanced', async () => {
    const { world, host } = lockedWorker();
    await release(world, host, 'pxeboot');
    expect(await assign(world, host, 'mgmt0', 'pxeboot')).toEqual([
      400,
      'Network pxeboot does not share interface mgmt0 with other networks',
    ]);
    await release(world, host, 'mgmt');
    const owner = world.sysinv.byName(host);
    const bond = owner && rowsOn(world, 'iinterfaces', owner).find(({ ifname }) => ifname === 'pxeboot0');
    if (bond) bond.aemode = 'balanced';
    expect(await assign(world, host, 'pxeboot0', 'mgmt')).toEqual([
      400,
      'Network mgmt needs a bond in mode 802.3ad or active_standby',
    ]);
  });

  it.each([
    ['interface_uuid', 400, 'No entry found for interface 00000000-0000-4000-8000-000000000000'],
    ['network_uuid', 404, 'Network 00000000-0000-4000-8000-000000000000 could not be found.'],
  ])('asks for a known %s', async (column, status, says) => {
    const { world, host } = lockedWorker();
    const body = {
      interface_uuid: await idOf(world, faces(host), 'ifname', 'mgmt0'),
      network_uuid: await idOf(world, 'networks', 'type', 'storage'),
      [column]: '00000000-0000-4000-8000-000000000000',
    };
    expect(await answered(sends(world, 'POST', 'interface_networks', body))).toEqual([status, says]);
  });
});
