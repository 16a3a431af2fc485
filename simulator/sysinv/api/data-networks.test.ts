import { describe, expect, it } from 'vitest';
import { answered, gets, idOf, lockedWorker, sends, worldOf } from '../network/asking';

const VXLAN = { network_type: 'vxlan', port_num: 4789, ttl: 10 };

describe('a new data network', () => {
  it.each([
    [{ network_type: 'flat' }, { mtu: 1500, mode: null }],
    [
      { network_type: 'vlan', mtu: 9216, description: 'x' },
      { mtu: 9216, description: 'x' },
    ],
    [
      { ...VXLAN, multicast_group: '239.1.2.9' },
      { port_num: 4789, ttl: 10, mode: null },
    ],
    [{ ...VXLAN, multicast_group: 'ff0e::1', mode: 'dynamic' }, { multicast_group: 'ff0e::1' }],
    [
      { ...VXLAN, mode: 'static' },
      { mode: 'static', multicast_group: null },
    ],
    [{ network_type: 'vlan', mtu: '1400' }, { mtu: 1400 }],
  ])('%j', async (body, shows) => {
    const world = worldOf();
    const [status, row] = await answered(sends(world, 'POST', 'datanetworks', { name: 'fresh', ...body }));
    expect(status).toBe(200);
    expect(row).toMatchObject({ name: 'fresh', id: 6, updated_at: null, ...shows });
    expect((await gets(world, 'datanetworks')).at(-1)).toMatchObject({ name: 'fresh' });
  });

  it.each([
    [{ name: 'physnet0', network_type: 'vlan' }, 409, 'DataNetwork of name physnet0 already exists.'],
    [{ name: 'x', network_type: 'bogus' }, 500, 'DataNetwork type bogus not supported'],
    [{ name: 'x' }, 500, 'DataNetwork type None not supported'],
    [{ network_type: 'vlan' }, 400, 'A data network needs a name'],
    [{ name: 'None', network_type: 'vlan' }, 500, 'A data network cannot be named None'],
    [{ name: 'a b', network_type: 'vlan' }, 500, 'Not a name for a data network: a b'],
    [{ name: 'x', network_type: 'vlan', mtu: 575 }, 400, 'MTU must be between 576 and 9216 bytes.'],
    [{ name: 'x', network_type: 'vlan', mtu: 9217 }, 400, 'MTU must be between 576 and 9216 bytes.'],
    [
      { name: 'x', network_type: 'vxlan' },
      400,
      "VxLan parameters '['multicast_group', 'port_num', 'ttl']' are required for 'dynamic' mode.",
    ],
    [
      { name: 'x', network_type: 'vxlan', mode: 'static', ttl: 1 },
      400,
      "VxLan parameters '['port_num']' are required for 'static' mode.",
    ],
    [
      { name: 'x', ...VXLAN, mode: 'static', multicast_group: '239.1.1.1' },
      400,
      'A static VXLAN has no multicast group',
    ],
    [{ name: 'x', ...VXLAN, multicast_group: '10.1.1.1' }, 400, '10.1.1.1 is not a multicast address'],
    [{ name: 'x', vlan: 1 }, 400, 'Unknown attribute for argument datanetwork: vlan'],
  ])('%j is refused', async (body, status, says) => {
    expect(await answered(sends(worldOf(), 'POST', 'datanetworks', body))).toEqual([status, says]);
  });

  it('is for administrators and configurators', async () => {
    const world = worldOf();
    const body = { name: 'x', network_type: 'vlan' };
    expect((await sends(world, 'POST', 'datanetworks', body, ['operator', 'reader'])).status).toBe(403);
    expect((await sends(world, 'POST', 'datanetworks', body, ['configurator', 'reader'])).status).toBe(200);
  });
});

describe('a change of a data network', () => {
  const change = (world: ReturnType<typeof worldOf>, id: string, path: string, value: unknown) =>
    answered(sends(world, 'PATCH', `datanetworks/${id}`, [{ op: 'replace', path, value }]));

  it('is one of its MTU or description', async () => {
    const world = worldOf();
    const id = await idOf(world, 'datanetworks', 'name', 'vxlan-net');
    expect(await change(world, id, '/description', 'y')).toMatchObject([200, { description: 'y' }]);
    expect(await change(world, id, '/mtu', 1400)).toMatchObject([200, { mtu: 1400, description: 'y' }]);
  });

  it.each([
    ['/network_type', 'flat', "attributes '{'mtu', 'description'}' may not be modified "],
    ['/name', 'other', "attributes '{'mtu', 'description'}' may not be modified "],
    ['/bogus', 1, 'A data network has no bogus'],
    ['/mtu', 9100, 'An MTU of 9100 is more than interface data0 has: 9000'],
  ])('%s is refused', async (path, value, says) => {
    const world = worldOf();
    const id = await idOf(world, 'datanetworks', 'name', 'physnet0');
    const [status, text] = await change(world, id, path, value);
    expect(status).toBe(400);
    expect(text).toContain(says);
  });

  it('of one that nothing has is 404', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    const says = `DataNetwork ${nobody} could not be found.`;
    expect(await change(worldOf(), nobody, '/mtu', 1400)).toEqual([404, says]);
    expect(await answered(sends(worldOf(), 'DELETE', `datanetworks/${nobody}`))).toEqual([404, says]);
  });
});

it('a data network is deleted when no interface has it', async () => {
  const world = worldOf();
  const used = await idOf(world, 'datanetworks', 'name', 'physnet0');
  expect(await answered(sends(world, 'DELETE', `datanetworks/${used}`))).toEqual([
    400,
    `DataNetwork '${used}' is still assigned to interfaces. Check interface-datanetwork.`,
  ]);
  const unused = await idOf(world, 'datanetworks', 'name', 'vxlan-net');
  expect((await sends(world, 'DELETE', `datanetworks/${unused}`)).status).toBe(204);
  expect((await gets(world, 'datanetworks')).map(({ name }) => name)).not.toContain('vxlan-net');
});

describe('a data network on an interface', () => {
  const assign = async (world: ReturnType<typeof worldOf>, host: string, ifname: string, network: string) =>
    answered(
      sends(world, 'POST', 'interface_datanetworks', {
        interface_uuid: await idOf(world, `ihosts/${host}/iinterfaces`, 'ifname', ifname),
        datanetwork_uuid: await idOf(world, 'datanetworks', 'name', network),
      }),
    );

  it('shows below the interface, and is taken away again', async () => {
    const { world, host } = lockedWorker();
    const [status, row] = await assign(world, host, 'pcipt0', 'vxlan-net');
    // 1500 carries no 1500 inside VXLAN.
    expect([status, row]).toEqual([400, expect.stringContaining('MTU 1500 is too small')]);
    const network = await idOf(world, 'datanetworks', 'name', 'vxlan-net');
    await sends(world, 'PATCH', `datanetworks/${network}`, [{ op: 'replace', path: '/mtu', value: 1400 }]);
    const [, made] = await assign(world, host, 'pcipt0', 'vxlan-net');
    expect(made).toMatchObject({ ifname: 'pcipt0', datanetwork_name: 'vxlan-net' });
    const face = await idOf(world, `ihosts/${host}/iinterfaces`, 'ifname', 'pcipt0');
    const below = () => gets(world, `iinterfaces/${face}/interface_datanetworks`);
    expect((await below()).map((one) => one.datanetwork_name)).toEqual(['midhaul0', 'vxlan-net']);
    const made_uuid = (await below())[1]?.uuid;
    expect((await sends(world, 'DELETE', `interface_datanetworks/${made_uuid}`)).status).toBe(204);
    expect(await below()).toHaveLength(1);
  });

  it('makes a data interface of one without a class', async () => {
    const { world, host } = lockedWorker();
    const network = await idOf(world, 'datanetworks', 'name', 'fronthaul0');
    await sends(world, 'PATCH', `datanetworks/${network}`, [{ op: 'replace', path: '/mtu', value: 1500 }]);
    expect((await assign(world, host, 'enp94s0f1', 'fronthaul0'))[0]).toBe(200);
    const face = (await gets(world, `ihosts/${host}/iinterfaces`)).find((one) => one.ifname === 'enp94s0f1');
    expect(face).toMatchObject({ ifclass: 'data', ipv4_mode: null });
  });

  it.each([
    ['mgmt0', 'physnet0', "An interface with interface class 'platform' cannot assign datanetworks."],
    ['data0', 'physnet1', "Interface 'data0' assignment with Data Network 'physnet1' already exists."],
    ['enp94s0f1', 'physnet0', "The interface's MTU 1500 is too small for data network MTU 9000"],
  ])('%s does not get %s', async (ifname, network, says) => {
    const { world, host } = lockedWorker();
    expect(await assign(world, host, ifname, network)).toEqual([400, says]);
  });

  it('asks for a locked host, but for SR-IOV on an all-in-one simplex', async () => {
    const world = worldOf();
    expect(await assign(world, 'worker-0', 'data0', 'midhaul0')).toEqual([
      400,
      'Host worker-0 is unlocked: data networks need it locked',
    ]);
    const simplex = worldOf('simplex');
    const id = await idOf(simplex, 'datanetworks', 'name', 'vxlan-net');
    await sends(simplex, 'PATCH', `datanetworks/${id}`, [{ op: 'replace', path: '/mtu', value: 1400 }]);
    expect((await assign(simplex, 'controller-0', 'sriov0', 'vxlan-net'))[0]).toBe(200);
    expect((await assign(simplex, 'controller-0', 'data0', 'vxlan-net'))[0]).toBe(400);
  });
});
