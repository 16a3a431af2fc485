import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { act, ask, bodyOf } from '../ask';
import { crashHost, patchHost } from '../patch-host';

const MINUTE = 60_000;

function worldOf(name: 'standard' | 'duplex' | 'simplex'): World {
  const world = createWorld(name, 'life', { speed: 1 });
  return world;
}

function rowOf(world: World, name: string) {
  const host = world.sysinv.byName(name);
  if (!host) throw new Error(`no ${name}`);
  return host.row;
}

/** States and task, as one line. */
function state(world: World, name: string): string {
  const { administrative, operational, availability, task } = rowOf(world, name);
  return `${administrative} ${operational} ${availability} [${task ?? ''}]`;
}

/** Every line that a host passes through, second by second. */
function watch(world: World, name: string, minutes: number): string[] {
  const seen: string[] = [state(world, name)];
  for (let second = 0; second < minutes * 60; second += 2) {
    world.clock.advance(2000);
    const line = state(world, name);
    if (line !== seen.at(-1)) seen.push(line);
  }
  return seen;
}

function alarmIds(world: World, name: string): string[] {
  return world.fm.alarms
    .filter(({ entity_instance_id: id }) => id === `host=${name}` || id.startsWith(`host=${name}.`))
    .map(({ alarm_id }) => alarm_id);
}

describe('the life of an action', () => {
  it('locks a worker: services leave, then it is locked, with its alarm', async () => {
    const world = worldOf('standard');
    const reply = await act(world, 'worker-0', 'lock');
    expect(reply.status).toBe(200);
    expect(bodyOf(reply)).toMatchObject({
      task: 'Locking',
      ihost_action: 'lock',
      administrative: 'unlocked',
    });
    expect(watch(world, 'worker-0', 2)).toEqual([
      'unlocked enabled available [Locking]',
      'locked disabled online [Locking]',
      'locked disabled online []',
    ]);
    expect(rowOf(world, 'worker-0')).toMatchObject({
      ihost_action: 'lock',
      vim_progress_status: 'services-disabled',
      subfunction_oper: 'disabled',
    });
    expect(alarmIds(world, 'worker-0')).toContain('200.001');
  });

  it('unlocks a worker: offline, boots, is tested, gets its services back, and counts its uptime anew', async () => {
    const world = worldOf('standard');
    await act(world, 'worker-4', 'unlock');
    expect(alarmIds(world, 'worker-4')).toContain('200.001');
    const seen = watch(world, 'worker-4', 10);
    expect(seen).toEqual([
      'locked disabled online [Unlocking]',
      'unlocked disabled offline [Unlocking]',
      'unlocked disabled offline [Booting]',
      'unlocked disabled intest [Enabling]',
      'unlocked disabled intest [Enabling Worker Service]',
      'unlocked enabled available [Enabling Worker Service]',
      'unlocked enabled available []',
    ]);
    expect(alarmIds(world, 'worker-4')).not.toContain('200.001');
    const row = bodyOf(await ask(world, '/v1/ihosts/worker-4'));
    expect(row).toMatchObject({ ihost_action: 'unlock', vim_progress_status: 'services-enabled' });
    expect(Number(row.uptime)).toBeLessThan(10 * 60);
    const logged = world.fm.events.filter(({ entity_instance_id: id }) => id.startsWith('host=worker-4.'));
    expect(logged.map(({ entity_instance_id: id }) => id)).toEqual(
      expect.arrayContaining([
        'host=worker-4.command=unlock',
        'host=worker-4.status=offline',
        'host=worker-4.state=enabled',
      ]),
    );
  });

  it('comes up degraded when an alarm says so, and applies the target configuration', async () => {
    const world = worldOf('standard');
    await act(world, 'worker-7', 'lock');
    world.clock.advance(2 * MINUTE);
    expect(rowOf(world, 'worker-7').config_status).toBe('Config out-of-date');
    world.fm.raise({
      alarm_id: '100.103',
      entity_type_id: 'host',
      entity_instance_id: 'host=worker-7.numa=node0',
      severity: 'critical',
      reason_text: 'memory',
      alarm_type: 'operational-violation',
      probable_cause: 'threshold-crossed',
      proposed_repair_action: '',
      service_affecting: false,
      suppression: true,
      mgmt_affecting: true,
      degrade_affecting: true,
    });
    await act(world, 'worker-7', 'unlock');
    world.clock.advance(15 * MINUTE);
    expect(state(world, 'worker-7')).toBe('unlocked enabled degraded []');
    const row = rowOf(world, 'worker-7');
    expect(row.config_status).toBeNull();
    expect(row.config_applied).toBe(row.config_target);
    expect(alarmIds(world, 'worker-7')).not.toContain('250.001');
  });

  it('swacts: the roles change places', async () => {
    const world = worldOf('duplex');
    const reply = await act(world, 'controller-0', 'swact');
    expect(bodyOf(reply)).toMatchObject({ task: 'Swacting' });
    world.clock.advance(5000);
    expect(rowOf(world, 'controller-0').task).toBe('Swact: Request');
    world.clock.advance(MINUTE);
    expect(rowOf(world, 'controller-0').capabilities.Personality).toBe('Controller-Standby');
    expect(rowOf(world, 'controller-1').capabilities.Personality).toBe('Controller-Active');
    expect(state(world, 'controller-0')).toBe('unlocked enabled available []');
  });

  it('a swact asked of the standby is answered, and changes nothing', async () => {
    const world = worldOf('duplex');
    expect((await act(world, 'controller-1', 'swact')).status).toBe(200);
    world.clock.advance(5 * MINUTE);
    expect(rowOf(world, 'controller-0').capabilities.Personality).toBe('Controller-Active');
    expect(rowOf(world, 'controller-1').task).toBe('');
  });

  it.each([
    [
      'reboot',
      'worker-4',
      [
        'locked disabled online [Rebooting]',
        'locked disabled offline [Rebooting]',
        'locked disabled online [Rebooting]',
        'locked disabled online []',
      ],
    ],
    [
      'reset',
      'worker-4',
      [
        'locked disabled online [Resetting]',
        'locked disabled offline [Resetting]',
        'locked disabled online [Resetting]',
        'locked disabled online []',
      ],
    ],
    [
      'power-off',
      'worker-4',
      [
        'locked disabled online [Powering-off]',
        'locked disabled power-off [Powering-off]',
        'locked disabled power-off []',
      ],
    ],
    [
      'power-on',
      'worker-9',
      [
        'locked disabled power-off [Powering-on]',
        'locked disabled offline [Powering-on]',
        'locked disabled online [Powering-on]',
        'locked disabled online []',
      ],
    ],
  ])('%s of %s', async (action, name, lines) => {
    const world = worldOf('standard');
    expect((await act(world, name, action)).status).toBe(200);
    expect(watch(world, name, 6)).toEqual(lines);
  });

  it('fails a reset without a board management controller, visibly only in the task', async () => {
    const world = worldOf('standard');
    patchHost(world, 'worker-4', { bm_type: 'none' });
    expect((await act(world, 'worker-4', 'reset')).status).toBe(200);
    world.clock.advance(10_000);
    expect(rowOf(world, 'worker-4').task).toBe('Reset Failed');
    expect(rowOf(world, 'worker-4').availability).toBe('online');
  });

  it('reinstalls: the install state goes through its stages, with n/m', async () => {
    const world = worldOf('standard');
    await act(world, 'worker-4', 'reinstall');
    const stages: string[] = [];
    for (let second = 0; second < 20 * 60; second += 5) {
      world.clock.advance(5000);
      const { install_state, install_state_info } = rowOf(world, 'worker-4');
      const line = `${install_state} ${install_state_info ?? ''}`.trim();
      if (line !== stages.at(-1)) stages.push(line);
    }
    expect(stages.slice(0, 4)).toEqual(['completed', 'preinstall', 'installing 1/20', 'installing 2/20']);
    expect(stages.slice(-4)).toEqual(['installing 20/20', 'postinstall', 'booting', 'completed']);
    expect(rowOf(world, 'worker-4')).toMatchObject({
      inv_state: 'inventoried',
      availability: 'online',
      task: '',
    });
  });

  it('a later action overtakes the one under way', async () => {
    const world = worldOf('standard');
    await act(world, 'worker-0', 'lock');
    await act(world, 'worker-0', 'force-lock');
    world.clock.advance(15_000);
    expect(state(world, 'worker-0')).toBe('locked disabled online []');
    world.clock.advance(10 * MINUTE);
    expect(
      world.fm.events.filter(({ alarm_id, state: set }) => alarm_id === '200.001' && set === 'set').length,
    ).toBeGreaterThan(0);
    expect(rowOf(world, 'worker-0').ihost_action).toBe('force-lock');
  });

  it('locks and unlocks the only controller of a simplex', async () => {
    const world = worldOf('simplex');
    await act(world, 'controller-0', 'lock');
    world.clock.advance(MINUTE);
    expect(state(world, 'controller-0')).toBe('locked disabled online []');
    await act(world, 'controller-0', 'unlock');
    expect(watch(world, 'controller-0', 15).at(-1)).toBe('unlocked enabled available []');
  });

  it('a crashed host is failed with its alarms, recovers by reboot, and leaves none of them', () => {
    const world = worldOf('standard');
    expect(crashHost(world, 'worker-0')).toBe(true);
    expect(state(world, 'worker-0')).toBe('unlocked disabled failed [Rebooting]');
    expect(alarmIds(world, 'worker-0')).toEqual(expect.arrayContaining(['200.004', '200.005', '200.009']));
    expect(watch(world, 'worker-0', 12).at(-1)).toBe('unlocked enabled available []');
    expect(alarmIds(world, 'worker-0')).toEqual([]);
  });

  it('a failed host that is locked goes offline, and comes online by itself', async () => {
    const world = worldOf('standard');
    expect(alarmIds(world, 'worker-3')).toContain('200.004');
    await act(world, 'worker-3', 'lock');
    expect(watch(world, 'worker-3', 6)).toEqual([
      'unlocked disabled failed [Locking]',
      'locked disabled offline [Locking]',
      'locked disabled offline []',
      'locked disabled online []',
    ]);
    expect(alarmIds(world, 'worker-3')).toEqual(['200.001']);
    expect((await act(world, 'worker-3', 'unlock')).status).toBe(200);
  });

  it('answers an unlock late when asked to', async () => {
    const world = createWorld('standard', 'slow', { speed: 1000 });
    world.sysinv.unlockAnswerSeconds = 5;
    const reply = await act(world, 'worker-4', 'unlock');
    expect(bodyOf(reply)).toMatchObject({ task: 'Unlocking', administrative: 'locked' });
    world.clock.stop();
  });
});
