import { describe, expect, it } from 'vitest';
import { ask, rowsIn } from '../sysinv/ask';
import { inSubnet, parseIp, subnetOf } from '../sysinv/network/ip';
import { createWorld } from './create';

const rowsOf = async (name: 'subcloud' | 'duplex' | 'standard', kind: string) =>
  rowsIn(await ask(createWorld(name, 'sub', { speed: 1 }), `/v1/${kind}`));

describe('a subcloud', () => {
  it('says whose it is, and has the hosts of duplex', async () => {
    expect((await rowsOf('subcloud', 'isystems'))[0]).toMatchObject({ distributed_cloud_role: 'subcloud' });
    const names = (rows: Record<string, unknown>[]) => rows.map(({ hostname }) => hostname);
    expect(names(await rowsOf('subcloud', 'ihosts'))).toEqual(names(await rowsOf('duplex', 'ihosts')));
  });

  it('has network admin with a pool, on its controllers beside mgmt, with an address of each', async () => {
    const admin = (await rowsOf('subcloud', 'networks')).find(({ type }) => type === 'admin');
    const pool = (await rowsOf('subcloud', 'addrpools')).find(({ uuid }) => uuid === admin?.pool_uuid);
    expect(pool).toMatchObject({ name: 'admin-subnet', floating_address: expect.any(String) });
    const uses = await rowsOf('subcloud', 'interface_networks');
    const on = uses.filter(({ network_type }) => network_type === 'admin');
    expect(on.map(({ ifname, network_uuid }) => [ifname, network_uuid])).toEqual([
      ['mgmt0', admin?.uuid],
      ['mgmt0', admin?.uuid],
    ]);
    expect(new Set(uses.map(({ uuid }) => uuid)).size).toBe(uses.length);
    const network = parseIp(String(pool?.network));
    const subnet = network && subnetOf(network, Number(pool?.prefix));
    const own = (await rowsOf('subcloud', 'addresses')).filter(
      ({ pool_uuid, forihostid }) => pool_uuid === pool?.uuid && forihostid !== null,
    );
    expect(own).toHaveLength(2);
    for (const { address } of own) {
      const ip = parseIp(String(address));
      expect(subnet && ip && inSubnet(subnet, ip)).toBe(true);
    }
    expect(own.map(({ address }) => address)).toEqual([pool?.controller0_address, pool?.controller1_address]);
  });

  it.each(['duplex', 'standard'] as const)('no other cloud has one: %s', async (name) => {
    expect((await rowsOf(name, 'networks')).map(({ type }) => type)).not.toContain('admin');
    expect((await rowsOf(name, 'addrpools')).map(({ name: pool }) => pool)).not.toContain('admin-subnet');
  });
});
