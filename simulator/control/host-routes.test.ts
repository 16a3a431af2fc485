import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, startForTest, type TestSimulator, tokenFor } from '../testing';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await startForTest({ world: 'duplex', speed: 1 });
});
afterAll(() => simulator.stop());

it('lets nodes be discovered, and installations fail', async () => {
  const { control } = simulator;
  const where = { tag: 'ceph.h1' };
  const token = await tokenFor(simulator, 'admin+ceph.h1');
  const { uuid, mac } = await control.discoverHost(
    { mac: '3C:FD:FE:AA:00:01', ip: '192.168.204.190' },
    where,
  );
  expect(mac).toBe('3c:fd:fe:aa:00:01');
  const path = `${simulator.urls.sysinv}/v1/ihosts/${uuid}`;
  expect((await ask(path, { token })).body).toMatchObject({
    hostname: null,
    mgmt_mac: mac,
    mgmt_ip: '192.168.204.190',
    availability: 'online',
  });
  await expect(control.discoverHost({ mac }, where)).rejects.toThrow('has the MAC address');
  expect((await control.discoverHost({}, where)).uuid).not.toBe(uuid);
  await control.failInstall({ kind: 'fail', host: 'worker-9', at: 4, times: 1 }, where);
  const body = JSON.stringify([
    { op: 'replace', path: '/personality', value: 'worker' },
    { op: 'replace', path: '/hostname', value: 'worker-9' },
  ]);
  expect((await ask(path, { token, method: 'PATCH', body })).status).toBe(200);
  await control.advance(1_800_000, where);
  expect((await ask(path, { token })).body).toMatchObject({
    install_state: 'failed',
    install_state_info: '4/20',
  });
  await control.failInstall({ kind: 'boot' }, where);
  await control.clearInstallFaults(where);
  await expect(control.failInstall({ kind: 'fail', at: 0 }, where)).rejects.toThrow('at is a number');
});
