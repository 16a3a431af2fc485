import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { act, ask, faultOf } from '../ask';

const standard = () => createWorld('standard', 'config', { speed: 1 });
const apply = (world: World) => ask(world, '/v1/ptp_instances/apply', { method: 'POST' });
/** Hosts that 250.001 says are out of date. */
const late = (world: World) =>
  world.fm.alarms
    .filter(({ alarm_id }) => alarm_id === '250.001')
    .map(({ entity_instance_id }) => entity_instance_id.slice('host='.length))
    .sort();
const stateOf = (world: World, name: string) => {
  const row = world.sysinv.byName(name)?.row;
  return [row?.config_status, row?.config_target === row?.config_applied];
};
const isAppliedBy = (world: World, seconds: number) => {
  world.clock.advance(seconds * 1000);
  return late(world);
};

describe('applying the PTP configuration', () => {
  it('leaves every running PTP host out of date until it has taken it up, some seconds later', async () => {
    const world = standard();
    const reply = await apply(world);
    expect([reply.status, reply.body]).toEqual([204, undefined]);
    // Storage keeps time by NTP; worker-3, 4, 6, 8 and 9 are out of service.
    expect(late(world)).toEqual([
      'controller-0',
      'controller-1',
      'worker-0',
      'worker-1',
      'worker-2',
      'worker-5',
      'worker-7',
    ]);
    expect(stateOf(world, 'worker-0')).toEqual(['Config out-of-date', false]);
    expect(stateOf(world, 'storage-0')).toEqual([null, true]);
    expect(isAppliedBy(world, 10)).toHaveLength(7);
    const part = isAppliedBy(world, 20).length;
    expect(part).toBeGreaterThan(1);
    expect(part).toBeLessThan(7);
    // worker-7 waited for a reboot before, and still does.
    expect(isAppliedBy(world, 20)).toEqual(['worker-7']);
    expect(stateOf(world, 'worker-0')).toEqual([null, true]);
    expect(stateOf(world, 'worker-7')).toEqual(['Config out-of-date', false]);
  });

  it('again before the first is done is done once, by the second', async () => {
    const world = standard();
    await apply(world);
    world.clock.advance(14_000);
    await apply(world);
    expect(isAppliedBy(world, 14)).toHaveLength(7);
    expect(isAppliedBy(world, 40)).toEqual(['worker-7']);
  });

  it('is taken up with the next unlock by a host that left service meanwhile', async () => {
    const world = standard();
    await apply(world);
    await ask(world, '/v1/ihosts/worker-2', {
      method: 'PATCH',
      body: [{ op: 'replace', path: '/action', value: 'force-lock' }],
    });
    expect(isAppliedBy(world, 120)).toEqual(['worker-2', 'worker-7']);
    const app = world.sysinv.cloud('apps').find(({ status }) => status === 'applying');
    if (app) app.status = 'applied';
    expect((await act(world, 'worker-2', 'unlock')).status).toBe(200);
    expect(isAppliedBy(world, 1200)).toEqual(['worker-7']);
    expect(stateOf(world, 'worker-2')).toEqual([null, true]);
  });

  it('writes no second set event for a host that is out of date already', async () => {
    const world = standard();
    const sets = () =>
      world.fm.events.filter(
        (event) =>
          event.alarm_id === '250.001' &&
          event.entity_instance_id === 'host=worker-0' &&
          event.state === 'set',
      ).length;
    const before = sets();
    await apply(world);
    await apply(world);
    expect(sets()).toBe(before + 1);
  });
});

describe('the clock of a host', () => {
  const setClock = (world: World, host: string, value: string) =>
    ask(world, `/v1/ihosts/${host}`, {
      method: 'PATCH',
      body: [{ op: 'replace', path: '/clock_synchronization', value }],
    });

  it('changes by reboot: the host is out of date until it is locked and unlocked', async () => {
    const world = standard();
    expect((await setClock(world, 'storage-1', 'ptp')).status).toBe(200);
    expect(isAppliedBy(world, 600)).toContain('storage-1');
    // What runs takes up what can be taken up, and waits for the rest all the same.
    await apply(world);
    expect(isAppliedBy(world, 600)).toContain('storage-1');
  });

  it('does nothing when it is so already', async () => {
    const world = standard();
    await setClock(world, 'storage-1', 'ntp');
    expect(late(world)).not.toContain('storage-1');
  });

  it('is ntp or ptp', async () => {
    expect((await setClock(standard(), 'storage-1', 'sundial')).status).toBe(400);
  });

  it('by PTP needs an instance before the host is unlocked', async () => {
    const world = standard();
    const host = world.sysinv.byName('worker-4');
    for (const row of world.sysinv.cloud('ptp_instances')) row.hostnames = [];
    const app = world.sysinv.cloud('apps').find(({ status }) => status === 'applying');
    if (app) app.status = 'applied';
    const refused = await act(world, 'worker-4', 'unlock');
    expect([refused.status, faultOf(refused)]).toEqual([
      400,
      expect.stringContaining('must have at least one PTP interface or instance configured'),
    ]);
    if (host) host.row.clock_synchronization = 'ntp';
    expect((await act(world, 'worker-4', 'unlock')).status).toBe(200);
  });
});
