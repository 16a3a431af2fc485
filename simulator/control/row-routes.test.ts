import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, startForTest, type TestSimulator, tokenFor } from '../testing';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await startForTest({ world: 'duplex', speed: 1 });
});
afterAll(() => simulator.stop());

it('changes and takes away rows by their columns, of one host or of all', async () => {
  const { control, urls } = simulator;
  const where = { tag: 'standard.r1' };
  const token = await tokenFor(simulator, 'admin+standard.r1');
  const get = async (path: string) =>
    JSON.stringify((await ask(`${urls.sysinv}/v1/${path}`, { token })).body);
  const mgmt = { hostname: 'worker-1', where: { ifname: 'mgmt0' } };
  await control.patchRows('iinterfaces', mgmt, { iftype: 'virtual' }, where);
  const hosts = await Promise.all(['worker-1', 'worker-2'].map((name) => get(`ihosts/${name}`)));
  const [one, two] = hosts.map((body) => /"uuid":"([0-9a-f-]{36})"/.exec(body)?.[1]);
  expect(await get(`ihosts/${one}/iinterfaces`)).toContain('"iftype":"virtual"');
  expect(await get(`ihosts/${two}/iinterfaces`)).not.toContain('"iftype":"virtual"');
  await control.patchRows('istors', { where: { function: 'osd' } }, null, where);
  expect(await get('storage_tiers')).toContain('"stors":[]');
  await control.patchRows('isystems', { where: {} }, { system_mode: 'duplex-direct' }, where);
  expect(await get('isystems')).toContain('duplex-direct');
  await expect(control.patchRows('iinterfaces', { where: { ifname: 'x' } }, {}, where)).rejects.toThrow(
    'no row',
  );
  await expect(control.patchRows('nosuch', { where: {} }, {}, where)).rejects.toThrow('no collection nosuch');
});

it('keeps a host locked for what no row shows, until it is said to be in order', async () => {
  const { control, urls } = simulator;
  const where = { tag: 'standard.r2' };
  const token = await tokenFor(simulator, 'admin+standard.r2');
  await control.setApp('cert-manager', 'applied', undefined, where);
  const states = { administrative: 'locked', operational: 'disabled', availability: 'online' };
  await control.patchHost('worker-1', { ...states, clock_synchronization: 'ntp' }, where);
  const unlock = async () => {
    const body = JSON.stringify([{ op: 'replace', path: '/action', value: 'unlock' }]);
    const answer = await ask(`${urls.sysinv}/v1/ihosts/worker-1`, { token, method: 'PATCH', body });
    return `${answer.status} ${JSON.stringify(answer.body)}`;
  };
  await control.unseen('worker-1', { appArmor: true }, where);
  expect(await unlock()).toContain('apparmor configuration in progress');
  await control.unseen('worker-1', { objection: 'not now' }, where);
  expect(await unlock()).toContain('failed by app: not now');
  await control.unseen('worker-1', {}, where);
  expect(await unlock()).toMatch(/^200/);
  await expect(control.unseen('nobody', {}, where)).rejects.toThrow('no host nobody');
});
