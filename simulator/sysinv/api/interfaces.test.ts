import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { answered, gets, idOf, lockedWorker, sends, worldOf } from '../network/asking';

type Body = Record<string, unknown>;

const faces = (host: string) => `ihosts/${host}/iinterfaces`;
const face = async (world: World, host: string, ifname: string): Promise<Body> =>
  (await gets(world, faces(host))).find((row) => row.ifname === ifname) ?? {};

async function create(world: World, host: string, body: Body) {
  const ihost_uuid = world.sysinv.byName(host)?.row.uuid;
  return answered(sends(world, 'POST', 'iinterfaces', { ihost_uuid, ...body }));
}

async function change(world: World, host: string, ifname: string, values: Body) {
  const id = await idOf(world, faces(host), 'ifname', ifname);
  const body = Object.entries(values).map(([column, value]) => ({
    op: 'replace',
    path: `/${column}`,
    value,
  }));
  return answered(sends(world, 'PATCH', `iinterfaces/${id}`, body));
}

async function remove(world: World, host: string, ifname: string) {
  const id = await idOf(world, faces(host), 'ifname', ifname);
  return answered(sends(world, 'DELETE', `iinterfaces/${id}`));
}

const VLAN = { iftype: 'vlan', ifclass: 'data', vlan_id: 200, uses: ['data0'] };
const VF = { iftype: 'vf', ifclass: 'pci-sriov', sriov_numvfs: 2, uses: ['sriov0'] };
const BOND = { iftype: 'ae', ifclass: 'platform', uses: ['enp94s0f1'] };

describe('a new interface', () => {
  it.each([
    ['vlan200', VLAN, { vlan_id: 200, uses: ['data0'], imtu: 1500, ipv4_mode: null, sriov_numvfs: 0 }],
    ['pvlan.300', { ...VLAN, ifclass: 'platform', vlan_id: '300', uses: ['pxeboot0'] }, { vlan_id: 300 }],
    ['vf1', { ...VF, sriov_vf_driver: 'vfio' }, { sriov_numvfs: 2, sriov_vf_driver: 'vfio', vlan_id: null }],
    ['vf-top', { ...VF, sriov_numvfs: 1, max_tx_rate: 100 }, { max_tx_rate: 100 }],
    ['bond9', BOND, { aemode: 'active_standby', txhashpolicy: null, uses: ['enp94s0f1'] }],
    [
      'bond9',
      { ...BOND, aemode: '802.3ad', txhashpolicy: 'layer2+3', imtu: 9000 },
      { aemode: '802.3ad', txhashpolicy: 'layer2+3', imtu: 9000 },
    ],
    ['bond9', { ...BOND, primary_reselect: 'failure' }, { primary_reselect: 'failure' }],
    ['over', { iftype: 'ethernet', ifclass: null, uses: ['sriov0'] }, { iftype: 'ethernet', ifclass: null }],
  ])('%s', async (ifname, body, shows) => {
    const { world, host } = lockedWorker();
    const [status, row] = await create(world, host, { ifname, ...body });
    expect([status, row]).toMatchObject([200, { ifname, used_by: [], ptp_role: 'none', ...shows }]);
    const [below = ''] = body.uses;
    const lower = await face(world, host, below);
    expect(lower.used_by).toContain(ifname);
    expect((await face(world, host, ifname)).imac).toBe(lower.imac);
  });

  it('of class data has addresses of neither family, which its own answer does not show yet', async () => {
    const { world, host } = lockedWorker();
    expect((await create(world, host, { ifname: 'v1', ...VLAN }))[1]).toMatchObject({ ipv4_mode: null });
    expect(await face(world, host, 'v1')).toMatchObject({ ipv4_mode: 'disabled', ipv6_mode: 'disabled' });
  });

  it('names the one below by uuid as well, and a bond hands its MTU down', async () => {
    const { world, host } = lockedWorker();
    const uuid = (await face(world, host, 'enp94s0f1')).uuid;
    await create(world, host, { ifname: 'bond9', ...BOND, uses: [uuid], imtu: 9000 });
    expect(await face(world, host, 'bond9')).toMatchObject({ uses: ['enp94s0f1'] });
    expect(await face(world, host, 'enp94s0f1')).toMatchObject({ imtu: 9000, used_by: ['bond9'] });
    expect(await remove(world, host, 'bond9')).toEqual([204, {}]);
    expect(await face(world, host, 'enp94s0f1')).toMatchObject({ imtu: 1500, used_by: [] });
  });

  it.each<[string, Body, number, string]>([
    ['no name', { ...VLAN }, 500, "'NoneType' object has no attribute 'islower'"],
    ['capitals', { ifname: 'Vlan', ...VLAN }, 400, 'The name of an interface has letters, all in lower case'],
    ['digits', { ifname: '123', ...VF }, 400, 'The name of an interface has letters, all in lower case'],
    [
      'long',
      { ifname: 'a234567890123456', ...VF },
      400,
      'Interface a234567890123456 has name length greater than 15.',
    ],
    ['a slash', { ifname: 'a/b!', ...VF }, 400, "Cannot use '!' as a special character in interface name."],
    [
      'a hyphen',
      { ifname: 'a-b', ...VLAN },
      400,
      'The name of a VLAN interface has no punctuation but _ and .',
    ],
    ['taken', { ifname: 'data0', ...VLAN }, 400, 'Interface Name data0 must be unique.'],
    ['no VLAN id', { ifname: 'v', ...VLAN, vlan_id: undefined }, 400, 'VLAN id must be specified.'],
    ['VLAN 0', { ifname: 'v', ...VLAN, vlan_id: 0 }, 400, 'VLAN id must be between 1 and 4094.'],
    ['VLAN 4095', { ifname: 'v', ...VLAN, vlan_id: 4095 }, 400, 'VLAN id must be between 1 and 4094.'],
    [
      'VLAN in use',
      { ifname: 'v', ...VLAN, ifclass: 'platform', vlan_id: 101, uses: ['enp94s0f1'] },
      400,
      'VLAN id 101 already in use on another platform interface',
    ],
    [
      'a lower that is not',
      { ifname: 'v', ...VLAN, uses: ['nosuch'] },
      400,
      'No entry found for interface nosuch',
    ],
    ['over nothing', { ifname: 'v', ...VLAN, uses: [] }, 500, 'list index out of range'],
    [
      'over two',
      { ifname: 'v', ...VLAN, uses: ['data0', 'sriov0'] },
      400,
      'A VLAN interface is over one interface',
    ],
    [
      'VLAN over VLAN',
      { ifname: 'v', ...VLAN, uses: ['mgmt0'] },
      400,
      'A VLAN interface is not over another VLAN interface',
    ],
    [
      'platform over data',
      { ifname: 'v', ...VLAN, ifclass: 'platform' },
      400,
      'A platform VLAN is not over a data interface',
    ],
    [
      'data over platform',
      { ifname: 'v', ...VLAN, uses: ['pxeboot0'] },
      400,
      'A data VLAN is not over a platform interface',
    ],
    [
      'over a member',
      { ifname: 'v', ...VLAN, uses: ['enp59s0f0'] },
      400,
      'Interface enp59s0f0 is in bond data0 already',
    ],
    ['MTU', { ifname: 'v', ...VLAN, imtu: 575 }, 400, 'MTU must be between 576 and 9216 bytes.'],
    [
      'MTU over the lower',
      { ifname: 'v', ...VLAN, imtu: 9216 },
      400,
      'Interface MTU (9216) cannot be larger than MTU of underlying interface (9000)',
    ],
    ['class', { ifname: 'v', ...VLAN, ifclass: 'bogus' }, 400, 'Invalid interface class bogus'],
    [
      'class and type',
      { ifname: 'v', ...VLAN, ifclass: 'pci-sriov' },
      400,
      'Class pci-sriov is for ethernet and VF interfaces',
    ],
    [
      'type',
      { ifname: 'q1', iftype: 'bogus' },
      400,
      'Device interface type must be one of ae, vlan, ethernet, virtual, vf',
    ],
    ['attribute', { ifname: 'q1', bogus: 1 }, 400, 'Unknown attribute for argument interface: bogus'],
    [
      'no hash policy',
      { ifname: 'b1', ...BOND, aemode: 'balanced' },
      400,
      "Device interface with 'aggregated ethernet' interface type in 'balanced' or '802.3ad' mode require a valid Tx Hash Policy.",
    ],
    [
      'hash policy of data',
      { ifname: 'b1', ...BOND, ifclass: 'data', aemode: '802.3ad', txhashpolicy: 'layer3+4' },
      400,
      "Device interface with interface class 'data', and interface type 'aggregated ethernet' must have a Tx Hash Policy of 'layer2'.",
    ],
    [
      'hash of standby',
      { ifname: 'b1', ...BOND, txhashpolicy: 'layer2' },
      400,
      'A bond in mode active_standby has no hash policy',
    ],
    ['mode', { ifname: 'b1', ...BOND, aemode: 'bogus' }, 400, 'Not a mode of a bond: bogus'],
    [
      'reselect',
      { ifname: 'b1', ...BOND, primary_reselect: 'never' },
      400,
      'primary_reselect is one of always, better, failure',
    ],
    [
      'reselect of data',
      { ifname: 'b1', ...BOND, ifclass: 'data', primary_reselect: 'better' },
      400,
      'primary_reselect of other than platform interfaces is always',
    ],
    ['bond of none', { ifname: 'b1', ...BOND, ifclass: null }, 400, 'A bond is of class platform or data'],
    [
      'bond of a class',
      { ifname: 'b1', ...BOND, uses: ['pcipt0'] },
      400,
      'pcipt0 is of class pci-passthrough: members of a bond have none, or pci-sriov',
    ],
    ['bond of nothing', { ifname: 'b1', ...BOND, uses: [] }, 500, 'list index out of range'],
    [
      'too many VFs',
      { ifname: 'vf9', ...VF, sriov_numvfs: 500 },
      400,
      'The number of virtual functions (500) must be less than or equal to the available VFs (3) available on the underlying interface (sriov0)',
    ],
    ['no VFs', { ifname: 'vf9', ...VF, sriov_numvfs: 0 }, 400, 'The number of VFs is more than 0'],
    [
      'VFs of no SR-IOV',
      { ifname: 'vf9', ...VF, uses: ['enp94s0f1'] },
      400,
      'VF interfaces must be created over an interface of class pci-sriov',
    ],
    [
      'VFs of a bond',
      { ifname: 'vf9', ...VF, uses: ['data0'] },
      400,
      'A VF interface is not over one of type ae',
    ],
    [
      'VFs of another class',
      { ifname: 'vf9', ...VF, ifclass: 'data' },
      400,
      'A VF interface is of class pci-sriov',
    ],
    ['receiving limit', { ifname: 'vf9', ...VF, max_rx_rate: 1 }, 400, 'VF interfaces have no max_rx_rate'],
    [
      'rate',
      { ifname: 'vf9', ...VF, max_tx_rate: 20_000 },
      400,
      'max_tx_rate of all VFs is more than the port has left: 22500 Mbps',
    ],
    [
      'rate of data',
      { ifname: 'v', ...VLAN, max_tx_rate: 1 },
      400,
      'Rates are limited on platform interfaces of type ethernet, ae and vlan',
    ],
    ['IPv4 mode', { ifname: 'v', ...VLAN, ipv4_mode: 'auto' }, 500, 'Unsupported IPv4 address mode auto'],
    [
      'pool that is not',
      { ifname: 'v', ...VLAN, ipv4_mode: 'pool' },
      400,
      'IPv4 address pool name not specified',
    ],
    [
      'pool without mode',
      { ifname: 'v', ...VLAN, ipv6_pool: 'x' },
      400,
      'An IPv6 address pool goes with address mode pool',
    ],
    [
      'pool of IPv4',
      { ifname: 'v', ...VLAN, ipv6_mode: 'pool', ipv6_pool: 'management' },
      400,
      'Address pool management is not IPv6',
    ],
    [
      'modes of SR-IOV',
      { ifname: 'vf9', ...VF, ipv4_mode: 'static' },
      400,
      'Only data and platform interfaces have address modes',
    ],
    [
      'ovs_access',
      { ifname: 'v', ...VLAN, ovs_access: true },
      400,
      'ovs_access is for an ethernet interface over one of class pci-sriov',
    ],
    [
      'over an ethernet',
      { ifname: 'e', iftype: 'ethernet', uses: ['data0'] },
      400,
      'An ethernet interface is over an ethernet interface of class pci-sriov',
    ],
  ])('is refused: %s', async (_why, body, status, says) => {
    const { world, host } = lockedWorker();
    const before = await gets(world, faces(host));
    expect(await create(world, host, body)).toEqual([status, says]);
    expect(await gets(world, faces(host))).toEqual(before);
  });

  it('needs a known host that is locked', async () => {
    const world = worldOf();
    expect(await create(world, 'worker-0', { ifname: 'v7', ...VLAN })).toEqual([400, 'Host must be locked.']);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await create(world, 'worker-0', { ihost_uuid: nobody, ifname: 'v7', ...VLAN })).toEqual([
      400,
      `Server ${nobody} could not be found.`,
    ]);
  });

  it('is for hosts with worker functions where it is of class data', async () => {
    const world = worldOf();
    const host = world.sysinv.byName('controller-1');
    if (host) host.row.administrative = 'locked';
    expect(await create(world, 'controller-1', { ifname: 'v', ...VLAN, uses: ['oam0'] })).toEqual([
      400,
      'A data VLAN is not over a platform interface',
    ]);
    expect(
      await create(world, 'controller-1', { ifname: 'b', iftype: 'ae', ifclass: 'data', uses: [] }),
    ).toEqual([400, 'Data interfaces are for hosts with worker functions']);
  });
});

describe('an all-in-one simplex in service', () => {
  it('takes and loses VF interfaces, and makes SR-IOV of an ethernet interface', async () => {
    const world = worldOf('simplex');
    expect((await create(world, 'controller-0', { ifname: 'vf1', ...VF }))[0]).toBe(200);
    expect(await remove(world, 'controller-0', 'vf1')).toEqual([204, {}]);
    const sriov = { ifclass: 'pci-sriov', sriov_numvfs: 4 };
    expect((await change(world, 'controller-0', 'enp94s0f1', sriov))[0]).toBe(200);
  });

  it.each<[string, (world: World) => Promise<unknown>]>([
    ['VLAN', (world) => create(world, 'controller-0', { ifname: 'v', ...VLAN })],
    ['more VFs', (world) => change(world, 'controller-0', 'sriov0', { sriov_numvfs: 12 })],
    ['another class', (world) => change(world, 'controller-0', 'enp94s0f1', { ifclass: 'platform' })],
    ['a deleted bond', (world) => remove(world, 'controller-0', 'data0')],
  ])('but no %s', async (_what, doing) => {
    expect(await doing(worldOf('simplex'))).toEqual([400, 'Host must be locked.']);
  });

  it('VFs of hosts elsewhere need the lock', async () => {
    expect(await create(worldOf(), 'worker-0', { ifname: 'vf1', ...VF })).toEqual([
      400,
      'Host must be locked.',
    ]);
  });
});

describe('a deleted interface', () => {
  it.each([
    ['enp94s0f1', 'Cannot delete a system created ethernet interface'],
    ['sriov0', 'Cannot delete a system created ethernet interface'],
    ['pxeboot0', 'Interface pxeboot0 is used by mgmt0, cluster0'],
  ])('is not %s', async (ifname, says) => {
    const { world, host } = lockedWorker();
    expect(await remove(world, host, ifname)).toEqual([400, says]);
  });

  it('takes what is on it along: assignments, static addresses and routes', async () => {
    const { world, host } = lockedWorker();
    expect(await remove(world, host, 'data0')).toEqual([204, {}]);
    for (const segment of ['addresses', 'routes', 'interface_datanetworks']) {
      const names = (await gets(world, `ihosts/${host}/${segment}`)).map(({ ifname }) => ifname);
      expect(names).not.toContain('data0');
    }
    expect(await face(world, host, 'enp59s0f0')).toMatchObject({ imtu: 1500, used_by: [] });
  });

  it('leaves the addresses of platform networks to their pools', async () => {
    const { world, host } = lockedWorker();
    const own = (await gets(world, `ihosts/${host}/addresses`)).find(({ ifname }) => ifname === 'mgmt0');
    await remove(world, host, 'mgmt0');
    const loose = (await gets(world, 'addresses')).find(({ uuid }) => uuid === own?.uuid);
    expect(loose).toMatchObject({ address: own?.address, forihostid: null });
    expect((await face(world, host, 'pxeboot0')).used_by).toEqual(['cluster0']);
  });

  it('needs the lock', async () => {
    expect(await remove(worldOf(), 'worker-0', 'data0')).toEqual([400, 'Host must be locked.']);
  });
});
