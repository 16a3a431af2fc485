import { describe, expect, it } from 'vitest';
import { ask, rowsIn } from '../sysinv/ask';
import { createWorld } from './create';
import { Registry } from './registry';

const rowsOf = async (name: 'simplex' | 'duplex' | 'standard' | 'fleet') =>
  rowsIn(await ask(createWorld(name, 'worlds', { speed: 1 }), '/v1/ihosts'));

describe('worlds', () => {
  it('standard has the variety that a hosts table must show', async () => {
    const rows = await rowsOf('standard');
    const state = (name: string) => {
      const row = rows.find(({ hostname }) => hostname === name);
      return [
        row?.administrative,
        row?.operational,
        row?.availability,
        row?.task || row?.config_status || null,
      ];
    };
    expect(state('controller-0')).toEqual(['unlocked', 'enabled', 'available', null]);
    expect(state('controller-1')).toEqual(['unlocked', 'enabled', 'degraded', null]);
    expect(state('worker-3')).toEqual(['unlocked', 'disabled', 'failed', 'Rebooting']);
    expect(state('worker-4')).toEqual(['locked', 'disabled', 'online', null]);
    expect(state('worker-6')).toEqual(['unlocked', 'disabled', 'intest', 'Enabling Worker Service']);
    expect(state('worker-7')).toEqual(['unlocked', 'enabled', 'available', 'Config out-of-date']);
    expect(state('worker-9')).toEqual(['locked', 'disabled', 'power-off', null]);
    expect(rows.find(({ hostname }) => hostname === 'worker-8')).toMatchObject({
      availability: 'offline',
      install_state: 'installing',
      install_state_info: '14/20',
    });
    const count = (personality: unknown) => rows.filter((row) => row.personality === personality).length;
    expect([count('controller'), count('storage'), count('worker'), count(null)]).toEqual([2, 2, 10, 2]);
  });

  it('standard has rows that a console must survive', async () => {
    const rows = await rowsOf('standard');
    expect(JSON.stringify(rows)).toContain('<script>alert(1)</script>');
    expect(rows.some(({ serialid }) => String(serialid).startsWith('='))).toBe(true);
    expect(rows.some(({ hostname }) => hostname === null)).toBe(true);
    const odd = rows.find(({ hostname }) => hostname === 'spare-0');
    expect(odd).toMatchObject({ administrative: 'locked', clock_synchronization: null });
    expect(odd && 'location' in odd).toBe(false);
  });

  it.each([
    ['simplex', 1, ['Controller-Active']],
    ['duplex', 2, ['Controller-Active', 'Controller-Standby']],
  ] as const)('%s has %d all-in-one controllers', async (name, count, roles) => {
    const rows = await rowsOf(name);
    expect(rows.length).toBe(count);
    expect(rows.map((row) => String(JSON.stringify(row.capabilities).match(/Controller-\w+/)))).toEqual(
      roles,
    );
    for (const row of rows) expect(row.subfunctions).toContain('worker');
  });

  it('fleet has a thousand hosts, mostly well, each address once', async () => {
    const rows = await rowsOf('fleet');
    expect(rows.length).toBe(1000);
    const well = rows.filter((row) => row.availability === 'available').length;
    expect(well).toBeGreaterThan(920);
    expect(well).toBeLessThan(990);
    for (const state of ['degraded', 'failed', 'online', 'offline', 'intest', 'power-off']) {
      expect(rows.some((row) => row.availability === state)).toBe(true);
    }
    const addresses = rows.map((row) => row.mgmt_ip).filter((address) => address !== null);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(new Set(rows.map((row) => row.mgmt_mac)).size).toBe(1000);
  });

  it.each([10, 100])(
    'fleet can have %d hosts, with every personality and alarms that are theirs',
    async (hosts) => {
      const world = createWorld('fleet', 'sized', { speed: 1, hosts });
      const rows = rowsIn(await ask(world, '/v1/ihosts'));
      expect(rows.length).toBe(hosts);
      const names = new Set(rows.map(({ hostname }) => hostname));
      expect(new Set(rows.map(({ personality }) => personality))).toEqual(
        new Set(['controller', 'storage', 'worker', null]),
      );
      expect(world.fm.alarms.length).toBeGreaterThan(0);
      for (const { entity_instance_id } of world.fm.alarms) {
        const host = /^host=([\w-]+)/.exec(entity_instance_id)?.[1];
        if (host) expect(names).toContain(host);
      }
    },
  );

  it('fleet makes the rows below hosts only when they are asked for', async () => {
    const world = createWorld('fleet', 'lazy', { speed: 1 });
    const [first] = rowsIn(await ask(world, '/v1/icpus?limit=3'));
    expect(first?.ihost_uuid).toBe(world.sysinv.hosts[0]?.row.uuid);
    // Without a limit the platform stops at 2,000 rows, and says where the next page is.
    const page = await ask(world, '/v1/icpus');
    expect(rowsIn(page).length).toBe(2000);
    expect(JSON.stringify(page.body)).toContain('"next":"http://platform.example:6385/v1/icpus?');
  });
});

describe('tags', () => {
  const registry = new Registry({ world: 'simplex', speed: 1 });
  it.each([
    ['t1', 'simplex', 1],
    ['duplex.t1', 'duplex', 2],
    ['fleet20.t1', 'fleet', 20],
    ['duplex20.t1', 'duplex', 2],
    ['duplex-noise.t1', 'duplex', 2],
    ['fleet20-noise-events500.t1', 'fleet', 20],
    ['other-events500.t1', 'simplex', 1],
  ])('%s is a copy of %s with %d hosts', (tag, name, hosts) => {
    const world = registry.join(tag);
    expect([world?.name, world?.sysinv.hosts.length]).toEqual([name, hosts]);
    expect(registry.join(tag)).toBe(world);
  });
  it('has noise and a past when the tag says so, and not when the world is none', async () => {
    const noisy = registry.join('duplex-noise-events300.t2');
    const plain = registry.join('other-noise-events300.t2');
    const [before, quiet] = [noisy?.fm.events.length ?? 0, plain?.fm.events.length];
    expect(before).toBeGreaterThanOrEqual(300);
    noisy?.clock.advance(86_400_000);
    plain?.clock.advance(86_400_000);
    expect(noisy?.fm.events.length).toBeGreaterThan(before);
    expect(quiet).toBeLessThan(300);
    expect(plain?.fm.events.length).toBe(quiet);
  });
  it.each(['simplex-events200001.t1', 'fleet5.t1', 'fleet2001.t1', 'a b', '.t'])('%s is none', (tag) => {
    expect(registry.join(tag)).toBeUndefined();
  });
});
