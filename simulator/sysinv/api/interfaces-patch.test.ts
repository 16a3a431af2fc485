import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { answered, gets, idOf, lockedWorker, sends, worldOf } from '../network/asking';

type Body = Record<string, unknown>;

const faces = (host: string) => `ihosts/${host}/iinterfaces`;
const face = async (world: World, host: string, ifname: string): Promise<Body> =>
  (await gets(world, faces(host))).find((row) => row.ifname === ifname) ?? {};

async function change(world: World, host: string, ifname: string, values: Body) {
  const id = await idOf(world, faces(host), 'ifname', ifname);
  const body = Object.entries(values).map(([column, value]) => ({
    op: 'replace',
    path: `/${column}`,
    value,
  }));
  return answered(sends(world, 'PATCH', `iinterfaces/${id}`, body));
}

describe('a change of an interface', () => {
  it.each<[string, Body, Body]>([
    [
      'enp94s0f1',
      { ifname: 'plat1', imtu: 9000, ifclass: 'platform' },
      { ifname: 'plat1', imtu: 9000, ipv4_mode: null },
    ],
    ['data0', { imtu: '8000' }, { imtu: 8000 }],
    ['data0', { ipv6_mode: 'static' }, { ipv4_mode: 'static', ipv6_mode: 'static' }],
    ['data0', { ipv6_mode: 'link-local' }, { ipv6_mode: 'link-local' }],
    ['data0', { aemode: 'active_standby' }, { aemode: 'active_standby', txhashpolicy: null }],
    ['data0', { usesmodify: 'enp59s0f0' }, { uses: ['enp59s0f0'] }],
    ['pxeboot0', { txhashpolicy: 'layer3+4' }, { txhashpolicy: 'layer3+4' }],
    ['sriov0', { sriov_numvfs: 12 }, { sriov_numvfs: 12, sriov_vf_driver: 'netdevice' }],
    ['sriov0', { sriov_vf_driver: 'vfio' }, { sriov_vf_driver: 'vfio' }],
    ['sriov0-dpdk', { sriov_numvfs: 7 }, { sriov_numvfs: 7 }],
    ['mgmt0', { vlan_id: 110 }, { vlan_id: 110 }],
    ['pcipt0', { ifclass: 'none' }, { ifclass: null, sriov_numvfs: 0 }],
    [
      'enp94s0f1',
      { ifclass: 'pci-sriov', sriov_numvfs: 4, sriov_vf_driver: 'netdevice' },
      { sriov_numvfs: 4 },
    ],
    ['enp94s0f1', { channels: 16 }, { channels: 16 }],
    ['sriov0', { sriov_vf_channels: 2 }, { sriov_vf_channels: 2 }],
  ])('%s %j', async (ifname, values, shows) => {
    const { world, host } = lockedWorker();
    const [status, row] = await change(world, host, ifname, values);
    expect([status, row]).toMatchObject([200, shows]);
    const name = String(values.ifname ?? ifname);
    expect(await face(world, host, name)).toMatchObject(shows);
  });

  it('of a name shows wherever the name stands', async () => {
    const { world, host } = lockedWorker();
    await change(world, host, 'sriov0', { ifname: 'pf0' });
    expect(await face(world, host, 'sriov0-dpdk')).toMatchObject({ uses: ['pf0'] });
    await change(world, host, 'data0', { ifname: 'traffic' });
    expect(await face(world, host, 'enp59s0f0')).toMatchObject({ used_by: ['traffic'] });
    for (const segment of ['addresses', 'routes', 'interface_datanetworks']) {
      const names = (await gets(world, `ihosts/${host}/${segment}`)).map(({ ifname }) => ifname);
      expect(names).toContain('traffic');
      expect(names).not.toContain('data0');
    }
  });

  it('of the members of a bond lets the others go, with the usual MTU', async () => {
    const { world, host } = lockedWorker();
    await change(world, host, 'data0', { usesmodify: 'enp59s0f1,enp94s0f1' });
    expect(await face(world, host, 'enp59s0f0')).toMatchObject({ used_by: [], imtu: 1500 });
    expect(await face(world, host, 'enp94s0f1')).toMatchObject({ used_by: ['data0'], imtu: 9000 });
    const mac = (await face(world, host, 'enp59s0f1')).imac;
    expect((await face(world, host, 'data0')).imac).toBe(mac);
  });

  it('to no class takes addresses and routes away', async () => {
    const { world, host } = lockedWorker();
    await change(world, host, 'data0', { ipv4_mode: 'disabled' });
    const names = async (segment: string) =>
      (await gets(world, `ihosts/${host}/${segment}`)).map(({ ifname }) => ifname);
    expect(await names('addresses')).not.toContain('data0');
    expect(await names('routes')).not.toContain('data0');
    await change(world, host, 'pcipt0', { ifclass: 'none' });
    expect(await face(world, host, 'pcipt0')).not.toHaveProperty('ipv4_mode');
  });

  it('to a pool gives an address of it, and shows the pool', async () => {
    const { world, host } = lockedWorker();
    const pool = world.sysinv.cloud('addrpools')[7];
    world.sysinv.cloud('network_addresspools').pop();
    await change(world, host, 'data0', { ipv4_mode: 'disabled' });
    const [status, row] = await change(world, host, 'data0', {
      ipv4_mode: 'pool',
      ipv4_pool: 'storage-subnet',
    });
    expect([status, row]).toMatchObject([200, { ipv4_mode: 'pool', ipv4_pool: pool?.uuid }]);
    const given = (await gets(world, `ihosts/${host}/addresses`)).filter(({ ifname }) => ifname === 'data0');
    expect(given).toMatchObject([{ pool_uuid: pool?.uuid, prefix: 24 }]);
    await change(world, host, 'data0', { ipv4_mode: 'disabled' });
    expect(await face(world, host, 'data0')).not.toHaveProperty('ipv4_pool');
  });

  it.each<[string, Body, number, string]>([
    ['data0', { ifname: 'bad/name!' }, 400, "Cannot use '!' as a special character in interface name."],
    [
      'data0',
      { ifname: 'x'.repeat(30) },
      400,
      `Interface ${'x'.repeat(30)} has name length greater than 15.`,
    ],
    ['data0', { ifname: 'mgmt0' }, 400, 'Interface Name mgmt0 must be unique.'],
    [
      'enp94s0f1',
      { ifname: 'enp134s0f1' },
      400,
      "enp134s0f1 is the name of a port that is not this interface's",
    ],
    ['data0', { imtu: 20_000 }, 400, 'MTU must be between 576 and 9216 bytes.'],
    ['pxeboot0', { imtu: 1400 }, 400, 'MTU 1400 is less than mgmt0 on top has: 1500'],
    [
      'mgmt0',
      { imtu: 9100 },
      400,
      'Interface MTU (9100) cannot be larger than MTU of underlying interface (9000)',
    ],
    ['data0', { ifclass: 'bogus' }, 400, 'Invalid interface class bogus'],
    [
      'pxeboot0',
      { ifclass: 'data' },
      400,
      'The class stays platform while the interface is used by mgmt0, cluster0',
    ],
    ['enp59s0f0', { ifclass: 'data' }, 400, 'enp59s0f0 is in bond data0: its class is none or pci-sriov'],
    [
      'sriov0',
      { ifclass: 'data', sriov_vf_driver: null },
      400,
      'sriov0-dpdk is made of its VFs: the class stays pci-sriov',
    ],
    ['sriov0', { sriov_numvfs: 4 }, 400, '4 VFs are not enough for sriov0-dpdk'],
    ['sriov0', { sriov_numvfs: 129 }, 400, 'Port enp94s0f0 has 128 VFs at most'],
    ['sriov0', { sriov_numvfs: 0 }, 400, 'The number of VFs is more than 0'],
    ['sriov0', { sriov_vf_driver: 'bogus' }, 400, 'A VF driver is one of vfio, netdevice'],
    ['enp94s0f1', { ifclass: 'pci-sriov' }, 400, 'Class pci-sriov needs a number of VFs'],
    ['data0', { sriov_numvfs: 4 }, 400, 'A number of VFs is for class pci-sriov'],
    [
      'data0',
      { txhashpolicy: 'bogus' },
      400,
      "Device interface with interface class 'data', and interface type 'aggregated ethernet' must have a Tx Hash Policy of 'layer2'.",
    ],
    ['data0', { ipv4_mode: 'bogus' }, 500, 'Unsupported IPv4 address mode bogus'],
    ['data0', { ipv6_mode: 'pool' }, 409, 'IPv6 address pool name not specified'],
    [
      'data0',
      { ipv4_mode: 'pool', ipv4_pool: 'storage-subnet' },
      409,
      'Static IPv4 addresses are on the interface still',
    ],
    ['data0', { ipv4_mode: 'pool', ipv4_pool: 'nosuch' }, 404, 'Address pool nosuch not found'],
    ['mgmt0', { vlan_id: 4095 }, 400, 'VLAN id must be between 1 and 4094.'],
    ['data0', { bogus: 1 }, 400, "Couldn't apply patch: an interface has no bogus to change"],
    ['mgmt0', { max_tx_rate: 100 }, 400, 'Rates of network mgmt are limited in distributed clouds only'],
    ['cluster0', { max_rx_rate: 100 }, 400, 'Rates are not limited on internal networks'],
    ['mgmt0', { channels: 4 }, 400, 'Interfaces of type vlan have no channels'],
    ['enp94s0f1', { channels: 65 }, 400, 'Port enp94s0f1 has 64 channels at most'],
    ['sriov0-dpdk', { sriov_vf_channels: 2 }, 400, 'VFs with driver vfio have no channels'],
    ['data0', { sriov_vf_channels: 2 }, 400, 'VF channels are for class pci-sriov'],
    ['pcipt0', { ptp_role: 'slave' }, 400, 'A PTP role is for interfaces of class platform or pci-sriov'],
  ])('%s %j is refused', async (ifname, values, status, says) => {
    const { world, host } = lockedWorker();
    const before = await gets(world, faces(host));
    expect(await change(world, host, ifname, values)).toEqual([status, says]);
    expect(await gets(world, faces(host))).toEqual(before);
  });

  it('needs the lock, but for rates and channels', async () => {
    const world = worldOf();
    const oam = (values: Body) => change(world, 'controller-0', 'oam0', values);
    expect(await oam({ imtu: 1400 })).toEqual([400, 'Host must be locked.']);
    expect((await oam({ max_tx_rate: 100, max_rx_rate: 50 }))[0]).toBe(200);
    expect((await oam({ channels: 8 }))[0]).toBe(200);
    expect((await oam({ channels: 'none' }))[1]).toMatchObject({ channels: null, max_tx_rate: 100 });
  });
});
