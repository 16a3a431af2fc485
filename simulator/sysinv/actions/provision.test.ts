import { describe, expect, it } from 'vitest';
import type { World } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { act, ask, bodyOf } from '../ask';

const MINUTE = 60_000;
const standard = () => createWorld('standard', 'come-and-go', { speed: 1 });

function rowOf(world: World, name: string) {
  const host = world.sysinv.byName(name);
  if (!host) throw new Error(`no ${name}`);
  return host.row;
}

describe('hosts come and go', () => {
  it('adds a worker, installs it, and lets it be unlocked', async () => {
    const world = standard();
    const body = {
      hostname: 'worker-20',
      personality: 'worker',
      mgmt_mac: '3c:fd:fe:aa:00:20',
      bm_type: 'none',
    };
    const reply = await ask(world, '/v1/ihosts', { method: 'POST', body });
    expect(reply.status).toBe(200);
    expect(bodyOf(reply)).toMatchObject({
      hostname: 'worker-20',
      subfunctions: 'worker',
      availability: 'offline',
      subfunction_avail: 'not-installed',
      inv_state: null,
    });
    world.clock.advance(30 * MINUTE);
    expect(rowOf(world, 'worker-20')).toMatchObject({ inv_state: 'inventoried', availability: 'online' });
    expect((await act(world, 'worker-20', 'unlock')).status).toBe(200);
    world.clock.advance(15 * MINUTE);
    expect(rowOf(world, 'worker-20')).toMatchObject({
      administrative: 'unlocked',
      operational: 'enabled',
      availability: 'available',
    });
    expect(rowOf(world, 'worker-20').invprovision).toBe('provisioned');
  });

  it('claims a discovered node', async () => {
    const world = standard();
    const found = world.sysinv.hosts.find(({ row }) => row.hostname === null);
    const reply = await ask(world, `/v1/ihosts/${found?.row.uuid}`, {
      method: 'PATCH',
      body: [
        { op: 'replace', path: '/personality', value: 'worker' },
        { op: 'replace', path: '/hostname', value: 'worker-10' },
      ],
    });
    expect(bodyOf(reply)).toMatchObject({
      hostname: 'worker-10',
      personality: 'worker',
      subfunctions: 'worker',
    });
    world.clock.advance(30 * MINUTE);
    expect(rowOf(world, 'worker-10')).toMatchObject({ inv_state: 'inventoried', install_state: 'completed' });
  });

  it('deletes a locked host with all that was active on it', async () => {
    const world = standard();
    const alarms = () => world.fm.alarms.filter(({ entity_instance_id: id }) => id === 'host=worker-9');
    expect(alarms()).not.toEqual([]);
    expect((await ask(world, '/v1/ihosts/worker-9', { method: 'DELETE' })).status).toBe(204);
    expect((await ask(world, '/v1/ihosts/worker-9')).status).toBe(404);
    expect(alarms()).toEqual([]);
    expect(world.sysinv.nextHostId()).toBeGreaterThan(16);
  });
});
