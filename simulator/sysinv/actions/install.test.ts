import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { act, ask } from '../ask';
import type { InstallFault } from './install-faults';
import { pressPower } from './life';
import { discoverHost } from './provision';

const MINUTE = 60_000;
const MAC = '3c:fd:fe:aa:00:20';

const add = (world: World, more: Record<string, unknown> = {}) =>
  ask(world, '/v1/ihosts', {
    method: 'POST',
    body: { hostname: 'worker-20', personality: 'worker', mgmt_mac: MAC, ...more },
  });
const cloud = (fault?: InstallFault): World => {
  const world = createWorld('ceph', 'install', { speed: 1 });
  if (fault) world.sysinv.installFaults.add(fault);
  return world;
};
function rowOf(world: World) {
  const host = world.sysinv.byName('worker-20');
  if (!host) throw new Error('no worker-20');
  return host.row;
}

/** Each thing that the host said of its installation, once. */
function passes(world: World, minutes: number): string[] {
  const seen: string[] = [];
  for (let n = 0; n < minutes * 12; n++) {
    const { install_state, install_state_info, availability, inv_state, invprovision } = rowOf(world);
    const now = [install_state, install_state_info, availability, inv_state, invprovision].join(' ').trim();
    if (seen.at(-1) !== now) seen.push(now);
    world.clock.advance(5000);
  }
  return seen.map((text) => text.replace(/ {2,}/g, ' '));
}

it('a host is installed package by package, comes online, is inventoried, and provisioned when it is unlocked', async () => {
  const world = cloud();
  expect((await add(world)).status).toBe(200);
  const seen = passes(world, 25);
  expect(seen.slice(0, 4)).toEqual([
    'offline',
    'preinstall offline',
    'installing 1/20 offline',
    'installing 2/20 offline',
  ]);
  expect(seen.slice(-5)).toEqual([
    'installing 20/20 offline',
    'postinstall offline',
    'booting offline',
    'completed online',
    'completed online inventoried unprovisioned',
  ]);
  await act(world, 'worker-20', 'unlock');
  world.clock.advance(MINUTE);
  expect(rowOf(world).invprovision).toBe('provisioning');
  world.clock.advance(15 * MINUTE);
  expect(rowOf(world)).toMatchObject({ invprovision: 'provisioned', availability: 'available' });
});

it('a host with a board is powered on when it is asked for, and begins sooner', async () => {
  const world = cloud();
  const board = { bm_ip: '10.10.20.99', bm_username: 'root', bm_password: 'secret', power_on: true };
  expect((await add(world, board)).body).toMatchObject({ bm_type: 'dynamic', task: 'Powering-on' });
  world.clock.advance(2 * MINUTE);
  expect(rowOf(world).install_state).toBe('preinstall');
});

describe('an installation that goes wrong', () => {
  it.each<[InstallFault, number, string[]]>([
    [{ kind: 'no-boot' }, 60, ['offline']],
    [{ kind: 'fail', at: 3 }, 60, ['installing 3/20 offline', 'failed 3/20 offline']],
    [
      { kind: 'hang', at: 2 },
      60,
      [`installing 2/20${'+'.repeat(14)} offline`, `failed 2/20${'+'.repeat(14)} offline`],
    ],
    [{ kind: 'boot' }, 60, [`booting${'+'.repeat(39)} offline`, 'failed offline']],
    [{ kind: 'no-inventory' }, 30, ['booting offline', 'completed online']],
  ])('%j', async (fault, minutes, end) => {
    const world = cloud({ ...fault, host: 'worker-20', times: 1 });
    await add(world);
    expect(passes(world, minutes).slice(-end.length)).toEqual(end);
    expect((await act(world, 'worker-20', 'unlock')).status).toBe(400);
    expect(world.sysinv.installFaults.list()).toEqual([]);
  });

  it('can be deleted and tried again', async () => {
    const world = cloud({ kind: 'fail', host: MAC, times: 1 });
    await add(world);
    world.clock.advance(30 * MINUTE);
    expect(rowOf(world).install_state).toBe('failed');
    expect((await ask(world, '/v1/ihosts/worker-20', { method: 'DELETE' })).status).toBe(204);
    await add(world);
    world.clock.advance(30 * MINUTE);
    expect(rowOf(world)).toMatchObject({ install_state: 'completed', inv_state: 'inventoried' });
  });

  it.each<[string, InstallFault, string, number]>([
    ['power-on', { kind: 'no-boot' }, '', 20],
    ['reset', { kind: 'fail', at: 3 }, 'failed', 20],
    ['reset', { kind: 'boot' }, 'booting', 30],
    ['reboot', { kind: 'no-inventory' }, 'completed', 30],
  ])('is mended by a %s after %j', async (action, fault, state, minutes) => {
    const world = cloud({ ...fault, times: 1 });
    await add(world, { bm_type: 'ipmi', bm_ip: '10.10.20.99', bm_username: 'root', bm_password: 'secret' });
    world.clock.advance(minutes * MINUTE);
    expect((rowOf(world).install_state ?? '').replace(/\+/g, '')).toBe(state);
    expect((await act(world, 'worker-20', action)).status).toBe(200);
    world.clock.advance(20 * MINUTE);
    expect(rowOf(world)).toMatchObject({
      ...{ install_state: 'completed', availability: 'online', inv_state: 'inventoried', task: '' },
    });
  });

  it('without a board is mended by the button of the box', async () => {
    const world = cloud({ kind: 'fail', times: 1 });
    await add(world);
    world.clock.advance(20 * MINUTE);
    const host = world.sysinv.byName('worker-20');
    if (host) pressPower(world, host);
    world.clock.advance(20 * MINUTE);
    expect(rowOf(world)).toMatchObject({ install_state: 'completed', inv_state: 'inventoried' });
  });

  it('is logged where it was a reinstallation, which keeps what was configured', async () => {
    const world = cloud({ kind: 'fail', times: 1, host: 'worker-1' });
    await act(world, 'worker-1', 'lock');
    world.clock.advance(2 * MINUTE);
    expect((await act(world, 'worker-1', 'reinstall')).status).toBe(200);
    world.clock.advance(20 * MINUTE);
    const host = world.sysinv.byName('worker-1');
    expect(host?.row).toMatchObject({ install_state: 'failed', task: 'Reinstall Failed' });
    const logged = (what: string) =>
      world.fm.events.some((event) => event.entity_instance_id === `host=worker-1.status=${what}`);
    expect([logged('reinstall-failed'), logged('reinstall-complete')]).toEqual([true, false]);
    expect((await act(world, 'worker-1', 'reinstall')).status).toBe(200);
    world.clock.advance(20 * MINUTE);
    expect(host?.row).toMatchObject({ inv_state: 'inventoried', invprovision: 'provisioned', task: '' });
    expect(logged('reinstall-complete')).toBe(true);
  });

  it('is one whose configuration fails at the unlock, until it is locked and unlocked again', async () => {
    const world = cloud({ kind: 'enable', times: 1 });
    await add(world);
    world.clock.advance(30 * MINUTE);
    await act(world, 'worker-20', 'unlock');
    world.clock.advance(20 * MINUTE);
    const raised = () => world.fm.alarms.some(({ alarm_id }) => alarm_id === '200.011');
    expect([rowOf(world).availability, raised()]).toEqual(['failed', true]);
    await act(world, 'worker-20', 'lock');
    world.clock.advance(10 * MINUTE);
    await act(world, 'worker-20', 'unlock');
    world.clock.advance(20 * MINUTE);
    expect([rowOf(world).availability, raised()]).toEqual(['available', false]);
  });
});

describe('a node that is discovered', () => {
  it('shows without a name, and is added by its MAC address as the same host', async () => {
    const world = cloud();
    const node = discoverHost(world, { mac: MAC, ip: '192.168.204.180' });
    expect(node?.row).toMatchObject({ hostname: null, personality: null, availability: 'online' });
    expect((await add(world)).body).toMatchObject({
      uuid: node?.row.uuid,
      hostname: 'worker-20',
      mgmt_ip: '192.168.204.180',
    });
    world.clock.advance(30 * MINUTE);
    expect(rowOf(world)).toMatchObject({ install_state: 'completed', inv_state: 'inventoried' });
    expect(discoverHost(world, { mac: MAC })).toBeUndefined();
  });
});
