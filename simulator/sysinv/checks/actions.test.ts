import { describe, expect, it } from 'vitest';
import { createWorld } from '../../worlds/create';
import { act, ask, faultOf } from '../ask';
import { patchHost } from '../patch-host';

type Case = {
  name: string;
  world?: 'standard' | 'duplex' | 'simplex';
  host: string;
  action: string;
  /** States to make first, by host. */
  given?: Record<string, Record<string, unknown>>;
  says: string | RegExp;
  status?: number;
};

const REFUSED: Case[] = [
  {
    name: 'lock of the active controller',
    host: 'controller-0',
    action: 'lock',
    says: 'controller-0 : Rejected: Can not lock an active controller.',
  },
  {
    name: 'force-lock of the active controller',
    host: 'controller-0',
    action: 'force-lock',
    says: /active controller/,
  },
  {
    name: 'lock of what is locked',
    host: 'worker-4',
    action: 'lock',
    says: "Avoiding 'lock' action on already 'locked' host worker-4",
  },
  {
    name: 'lock that leaves one storage monitor',
    host: 'storage-0',
    action: 'lock',
    given: { 'controller-1': { operational: 'disabled' } },
    says: /1 storage monitor would be left/,
  },
  {
    name: 'unlock of what is unlocked',
    host: 'worker-0',
    action: 'unlock',
    says: "Avoiding 'unlock' action on already 'unlocked' host worker-0",
  },
  {
    name: 'unlock of a powered-off host',
    host: 'worker-9',
    action: 'unlock',
    says: /^Can not 'Unlock a Powered-Off' host worker-9; Power-on/,
  },
  {
    name: 'unlock of an offline host',
    host: 'worker-4',
    action: 'unlock',
    given: { 'worker-4': { availability: 'offline' } },
    says: "Host worker-4 is not online. Wait for 'online' availability status and then 'unlock'",
  },
  {
    name: 'unlock after a failed installation',
    host: 'worker-4',
    action: 'unlock',
    given: { 'worker-4': { install_state: 'failed' } },
    says: 'Cannot unlock host worker-4 due to installation failure',
  },
  {
    name: 'unlock of a host without functions',
    host: 'worker-4',
    action: 'unlock',
    given: { 'worker-4': { subfunctions: null } },
    says: "Can not unlock an unprovisioned host worker-4. Please perform 'Edit Host' to provision host.",
  },
  {
    name: 'unlock before the inventory is complete',
    host: 'worker-4',
    action: 'unlock',
    given: { 'worker-4': { inv_state: null } },
    says: /^Can not unlock host worker-4 that has not yet been inventoried\./,
  },
  {
    name: 'unlock while being reinstalled',
    host: 'worker-4',
    action: 'unlock',
    given: { 'worker-4': { inv_state: 'reinstalling' } },
    says: /^Can not unlock host worker-4 undergoing reinstall\./,
  },
  {
    name: 'swact of a worker',
    host: 'worker-0',
    action: 'swact',
    says: 'Swact action not allowed for non controller host worker-0.',
  },
  { name: 'force-swact of a worker', host: 'worker-0', action: 'force-swact', says: /non controller host/ },
  {
    name: 'swact of a locked controller',
    host: 'controller-1',
    action: 'swact',
    given: { 'controller-1': { administrative: 'locked' } },
    says: 'Controller is Locked ; No services to Swact',
  },
  { name: 'swact of a simplex', world: 'simplex', host: 'controller-0', action: 'swact', says: /simplex/ },
  {
    name: 'swact to a peer that is down',
    world: 'duplex',
    host: 'controller-0',
    action: 'swact',
    given: { 'controller-1': { operational: 'disabled' } },
    says: /controller-1 is not enabled/,
  },
  {
    name: 'swact to a peer whose worker function is down',
    world: 'duplex',
    host: 'controller-0',
    action: 'swact',
    given: { 'controller-1': { subfunction_oper: 'disabled' } },
    says: /worker function of controller-1/,
  },
  {
    name: 'swact to a peer with an old configuration',
    world: 'duplex',
    host: 'controller-0',
    action: 'swact',
    given: { 'controller-1': { config_target: 'other' } },
    says: /target Config other not yet applied/,
  },
  {
    name: 'lock of a worker whose device image is being written',
    host: 'worker-0',
    action: 'lock',
    given: { 'worker-0': { device_image_update: 'in-progress' } },
    says: /^Rejected: Cannot lock worker-0 while device image update is in progress\.$/,
  },
  {
    name: 'swact while the peer has its device image written',
    world: 'duplex',
    host: 'controller-0',
    action: 'swact',
    given: { 'controller-1': { device_image_update: 'in-progress' } },
    says: /while controller-1 is updating device images\.$/,
  },
  {
    name: 'reboot of an unlocked host',
    host: 'worker-0',
    action: 'reboot',
    says: "Can not 'Reboot' an 'unlocked' host worker-0; Please 'Lock' first",
  },
  {
    name: 'reset of an unlocked host',
    host: 'worker-0',
    action: 'reset',
    says: "Can not 'Reset' an 'unlocked' host worker-0; Please 'Lock' first",
  },
  {
    name: 'power-off of an unlocked host',
    host: 'worker-0',
    action: 'power-off',
    says: "Can not 'Power-Off' an 'unlocked' host worker-0; Please 'Lock' first",
  },
  { name: 'power-on of an unlocked host', host: 'worker-0', action: 'power-on', says: /Power-On/ },
  {
    name: 'reinstall of an unlocked host',
    host: 'worker-0',
    action: 'reinstall',
    says: "Can not 'Reinstall' an 'unlocked' host worker-0; Please 'Lock' first",
  },
  {
    name: 'reinstall of an offline host without board management',
    host: 'worker-4',
    action: 'reinstall',
    given: { 'worker-4': { availability: 'offline', bm_type: null } },
    says: /^Can not 'Reinstall' worker-4 while it is 'offline'/,
  },
  {
    name: 'reboot of a simplex',
    world: 'simplex',
    host: 'controller-0',
    action: 'reboot',
    says: 'Rebooting a simplex system is not allowed.',
  },
  {
    name: 'reinstall of a simplex',
    world: 'simplex',
    host: 'controller-0',
    action: 'reinstall',
    says: 'Reinstalling a simplex system is not allowed.',
  },
  {
    name: 'an action that does not exist',
    host: 'worker-0',
    action: 'nosuchaction',
    says: "'nosuchaction' is not a supported maintenance action",
  },
];

describe('what sysinv refuses to do', () => {
  it.each(REFUSED)(
    '$name',
    async ({ world: name = 'standard', host, action, given = {}, says, status = 400 }) => {
      const world = createWorld(name, 'refuse', { speed: 1 });
      for (const [hostname, fields] of Object.entries(given)) patchHost(world, hostname, fields);
      const before = JSON.stringify(world.sysinv.byName(host)?.row);
      const reply = await act(world, host, action);
      expect(reply.status).toBe(status);
      if (typeof says === 'string') expect(faultOf(reply)).toBe(says);
      else expect(faultOf(reply)).toMatch(says);
      expect(JSON.stringify(world.sysinv.byName(host)?.row)).toBe(before);
    },
  );

  it('unlock and swact while an application is applied, unless forced', async () => {
    const world = createWorld('duplex', 'apps', { speed: 1 });
    const [app] = world.sysinv.cloud('apps');
    if (!app) throw new Error('no application');
    app.status = 'applying';
    expect(faultOf(await act(world, 'controller-0', 'swact'))).toMatch(/application is being applied/);
    patchHost(world, 'controller-1', {
      administrative: 'locked',
      operational: 'disabled',
      availability: 'online',
    });
    expect(faultOf(await act(world, 'controller-1', 'unlock'))).toBe(
      'Rejected: Can not unlock host controller-1 while an application is being applied, updated, recovered or removed. Please try again later.',
    );
    expect((await act(world, 'controller-1', 'force-unlock')).status).toBe(200);
    world.clock.stop();
  });

  it('a degraded peer holds up a swact only for an alarm that degrades it', async () => {
    const world = createWorld('duplex', 'degraded', { speed: 1 });
    patchHost(world, 'controller-1', { availability: 'degraded' });
    const { specOf } = await import('../../fm/catalogue');
    world.fm.raise(
      specOf({ alarm_id: '100.101', entity_instance_id: 'host=controller-1', severity: 'critical' }),
    );
    expect(faultOf(await act(world, 'controller-0', 'swact'))).toMatch(/degraded/);
    expect((await act(world, 'controller-0', 'force-swact')).status).toBe(200);
    world.fm.clear('100.101', 'host=controller-1');
    expect((await act(world, 'controller-0', 'swact')).status).toBe(200);
    world.clock.stop();
  });

  it('delete of an unlocked host is a 500 with the reason in it, of a simplex a 400', async () => {
    const world = createWorld('standard', 'delete', { speed: 1 });
    const reply = await ask(world, '/v1/ihosts/worker-0', { method: 'DELETE' });
    expect([reply.status, faultOf(reply)]).toEqual([
      500,
      'Unable to complete the action delete because Host worker-0 is in administrative state = unlocked.',
    ]);
    const simplex = createWorld('simplex', 'delete', { speed: 1 });
    const refused = await ask(simplex, '/v1/ihosts/controller-0', { method: 'DELETE' });
    expect([refused.status, faultOf(refused)]).toEqual([
      400,
      'Deleting controller-0 on a simplex system is not allowed.',
    ]);
  });
});
