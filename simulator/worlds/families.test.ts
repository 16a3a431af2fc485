import { isIPv4, isIPv6 } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { WorldName } from '../kernel/world';
import { addHost } from '../sysinv/actions/provision';
import { ask, rowsIn } from '../sysinv/ask';
import { inSubnet, parseIp, subnetOf } from '../sysinv/network/ip';
import { createWorld } from './create';
import { Registry } from './registry';

const worldOf = (name: WorldName) => createWorld(name, 'families', { speed: 1 });

/** Every text of an answer, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What of an answer is an IPv4 address: alone, in a list, with a prefix, or in a URL. */
const fours = (value: unknown) =>
  textsIn(value).flatMap((text) => text.split(/[\s,/=[\]]+/).filter((part) => isIPv4(part)));

const KINDS = [
  ...['ihosts', 'addresses', 'routes', 'addrpools', 'networks', 'network_addresspools', 'datanetworks'],
  ...['iextoam', 'idns', 'remotelogging', 'ptp_parameters', 'lldp_neighbours', 'lldp_agents'],
  ...['kube_clusters', 'ceph_mon/ip_addresses'],
];

describe('sixonly', () => {
  const world = worldOf('sixonly');

  it.each(KINDS)('%s has no IPv4 address but of network pxeboot', async (kind) => {
    const { body } = await ask(world, `/v1/${kind}`);
    // A serial number of one host holds a URL: it is there for the CSV.
    const found = fours(body).filter((address) => !address.startsWith('169.254.202.'));
    expect(found.filter((address) => address !== '127.0.0.1')).toEqual([]);
  });

  it('every network but pxeboot has an IPv6 pool, which its hosts are in', async () => {
    const rows = async (kind: string) => rowsIn(await ask(world, `/v1/${kind}`));
    const [networks, pools, addresses] = await Promise.all(['networks', 'addrpools', 'addresses'].map(rows));
    for (const { type, pool_uuid, primary_pool_family } of networks ?? []) {
      const pool = pools?.find(({ uuid }) => uuid === pool_uuid);
      const family = type === 'pxeboot' ? 4 : 6;
      expect([type, pool?.family, primary_pool_family]).toEqual([type, family, `IPv${family}`]);
    }
    for (const row of addresses ?? []) expect(inItsPool(row, pools ?? [])).toBe(true);
  });

  it('hosts have addresses of full length, each once', async () => {
    const hosts = rowsIn(await ask(world, '/v1/ihosts')).filter(({ mgmt_ip }) => mgmt_ip !== null);
    const all = hosts.flatMap(({ mgmt_ip, bm_ip }) => [String(mgmt_ip), String(bm_ip)]);
    expect(all.every((address) => isIPv6(address))).toBe(true);
    expect(new Set(all).size).toBe(all.length);
    expect(Math.max(...all.map((address) => address.length))).toBeGreaterThan(36);
  });

  it('the external address of the cluster is a URL', async () => {
    const text = JSON.stringify((await ask(world, '/v1/kube_clusters')).body);
    expect(text).toContain('"https://[2001:db8:4a1c:10::a]:6443"');
  });

  it('an alarm of an NTP server names an IPv6 address', () => {
    const entities = world.fm.alarms.map(({ entity_instance_id }) => entity_instance_id);
    expect(entities).toContain('host=storage-0.ntp=2001:db8:4a1c:20::9');
  });

  it('a host that is added has an address of its own', () => {
    const host = addHost(worldOf('sixonly'), '3c:fd:fe:00:99:00', { personality: 'worker', hostname: 'w' });
    expect(isIPv6(host.row.mgmt_ip ?? '')).toBe(true);
  });
});

describe('dualstack', () => {
  const world = worldOf('dualstack');
  const rows = async (kind: string) => rowsIn(await ask(world, `/v1/${kind}`));

  it('every network but pxeboot has a pool of each family, the primary one IPv4', async () => {
    const [networks, pools, pairs] = await Promise.all(
      ['networks', 'addrpools', 'network_addresspools'].map(rows),
    );
    for (const { uuid, type, pool_uuid } of networks ?? []) {
      const own = (pairs ?? [])
        .filter(({ network_uuid }) => network_uuid === uuid)
        .map((pair) => pools?.find((pool) => pool.uuid === pair.address_pool_uuid));
      expect([type, own.map((pool) => pool?.family)]).toEqual([type, type === 'pxeboot' ? [4] : [4, 6]]);
      expect(own[0]?.uuid).toBe(pool_uuid);
      expect(new Set(pairs?.map(({ id }) => id)).size).toBe(15);
    }
  });

  it('an interface has an address of each family, in the pool that it is of', async () => {
    const [addresses, pools] = await Promise.all(['addresses', 'addrpools'].map(rows));
    const of = (ifname: string) =>
      (addresses ?? []).filter((row) => row.forihostid === 5 && row.ifname === ifname);
    for (const ifname of ['mgmt0', 'cluster0', 'data0']) {
      expect(of(ifname).map(({ address }) => parseIp(String(address))?.family)).toEqual([4, 6]);
    }
    expect(of('pxeboot0').length).toBe(1);
    for (const row of addresses ?? []) expect(inItsPool(row, pools ?? [])).toBe(true);
    expect(new Set(addresses?.map(({ uuid }) => uuid)).size).toBe(addresses?.length);
  });

  it('network oam shows its primary pool where it has room for one only', async () => {
    const [oam] = await rows('iextoam');
    expect(oam).toMatchObject({ oam_subnet: '10.10.10.0/24', oam_floating_ip: '10.10.10.10' });
  });
});

describe('both', () => {
  it.each(['dualstack', 'sixonly'] as const)('%s has the hosts and alarms of standard', async (name) => {
    const [standard, other] = [worldOf('standard'), worldOf(name)];
    const names = async (world: typeof standard) =>
      rowsIn(await ask(world, '/v1/ihosts')).map(({ hostname }) => hostname);
    expect(await names(other)).toEqual(await names(standard));
    expect(other.fm.alarms.length).toBe(standard.fm.alarms.length);
  });

  it('are chosen by a tag as the others are', () => {
    const registry = new Registry({ world: 'simplex', speed: 1 });
    expect(registry.join('sixonly.a')?.name).toBe('sixonly');
    expect(registry.join('dualstack-noise.a')?.name).toBe('dualstack');
    registry.stop();
  });
});

type Told = Record<string, unknown>;

function inItsPool({ address, pool_uuid }: Told, pools: readonly Told[]): boolean {
  const pool = pools.find(({ uuid }) => uuid === pool_uuid);
  if (!pool) return pool_uuid === null || pool_uuid === undefined;
  const network = parseIp(String(pool.network));
  const subnet = network && subnetOf(network, Number(pool.prefix));
  const own = parseIp(String(address));
  return subnet !== undefined && own !== undefined && inSubnet(subnet, own);
}
