import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, startForTest, type TestSimulator, tokenFor } from '../testing';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await startForTest({ world: 'duplex', speed: 1 });
});
afterAll(() => simulator.stop());

const patch = (token: string, name: string, directive: string) =>
  ask(`${simulator.urls.sysinv}/v1/apps/${name}?directive=${directive}`, {
    method: 'PATCH',
    token,
    body: JSON.stringify({ values: {} }),
  });
const show = async (token: string, name: string) =>
  (await ask(`${simulator.urls.sysinv}/v1/apps/${name}`, { token })).body;

it('lets an application fail as often as it is told, in one cloud alone', async () => {
  const { control } = simulator;
  await control.failApp({ app: 'snmp', operation: 'apply', kind: 'fail', times: 1 }, { tag: 'a1' });
  for (const [tag, status] of [
    ['a1', 'apply-failed'],
    ['a2', 'applied'],
  ] as const) {
    const token = await tokenFor(simulator, `admin+${tag}`);
    await patch(token, 'snmp', 'apply');
    await control.advance(60_000, { tag });
    expect(await show(token, 'snmp')).toMatchObject({ status });
  }
});

it('takes Kubernetes away, clears what was to go wrong, and sets a status', async () => {
  const { control } = simulator;
  const where = { tag: 'a3' };
  const token = await tokenFor(simulator, 'admin+a3');
  await control.kubernetes(false, where);
  expect((await patch(token, 'metrics-server', 'apply')).status).toBe(400);
  await control.kubernetes(true, where);
  await control.failApp({ operation: 'apply', kind: 'refuse' }, where);
  await control.clearAppFaults(where);
  expect((await patch(token, 'metrics-server', 'apply')).status).toBe(200);
  await control.setApp('metrics-server', 'remove-failed', 'by hand', where);
  await control.advance(600_000, where);
  expect(await show(token, 'metrics-server')).toMatchObject({ status: 'remove-failed', progress: 'by hand' });
});

it('refuses what it cannot read', async () => {
  const { control } = simulator;
  const failing = { app: 'x', operation: 'recover', kind: 'refuse' } as const;
  await expect(control.failApp(failing)).rejects.toThrow('recover cannot refuse');
  await expect(control.failApp({ operation: 'apply', kind: 'fail', chart: 0 })).rejects.toThrow(
    'chart is a number',
  );
  await expect(control.setApp('nosuch', 'applied')).rejects.toThrow('no application nosuch');
});
