import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, startForTest, type TestSimulator, tokenFor } from '../testing';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await startForTest({ world: 'duplex', speed: 1 });
});
afterAll(() => simulator.stop());

const rows = async (token: string, segment: string) => {
  const { body } = await ask(`${simulator.urls.sysinv}/v1/${segment}`, { token });
  const list: unknown = body !== null && typeof body === 'object' ? Object.values(body)[0] : [];
  return Array.isArray(list) ? list : [];
};
const send = (token: string, method: string, path: string, body: unknown) =>
  ask(`${simulator.urls.sysinv}/v1/${path}`, { method, token, body: JSON.stringify(body) });
const startUpgrade = (token: string) =>
  send(token, 'POST', 'kube_upgrade', { to_version: 'v1.33.0', force: false });

it('puts a cloud in order, and lets a step fail as often as it is told', async () => {
  const { control } = simulator;
  const where = { tag: 'k1' };
  const token = await tokenFor(simulator, 'admin+k1');
  expect((await startUpgrade(token)).status).toBe(400);
  await control.readyKube(where);
  expect((await startUpgrade(token)).status).toBe(200);
  await control.failKube({ state: 'downloading-images', times: 1 }, where);
  const download = [{ op: 'replace', path: '/state', value: 'downloading-images' }];
  for (const state of ['downloading-images-failed', 'downloaded-images']) {
    expect((await send(token, 'PATCH', 'kube_upgrade', download)).status).toBe(200);
    await control.advance(200_000, where);
    expect(await rows(token, 'kube_upgrade')).toMatchObject([{ state }]);
  }
});

describe('sets the upgrade to a state at once', () => {
  it.each([
    ['upgrade-started', ['v1.32.2', 'v1.32.2', null], ['v1.32.2', 'v1.32.2', null]],
    [
      'upgrading-first-master',
      ['v1.32.2', 'v1.32.2', 'upgrading-control-plane'],
      ['v1.32.2', 'v1.32.2', null],
    ],
    ['upgraded-first-master', ['v1.33.0', 'v1.32.2', null], ['v1.32.2', 'v1.32.2', null]],
    [
      'upgrading-second-master-failed',
      ['v1.33.0', 'v1.32.2', null],
      ['v1.32.2', 'v1.32.2', 'upgrading-control-plane-failed'],
    ],
    ['upgraded-second-master', ['v1.33.0', 'v1.32.2', null], ['v1.33.0', 'v1.32.2', null]],
    [
      'upgrading-kubelets',
      ['v1.33.0', 'v1.33.0', 'upgraded-kubelet'],
      ['v1.33.0', 'v1.33.0', 'upgraded-kubelet'],
    ],
    ['post-updating-apps-failed', ['v1.33.0', 'v1.33.0', null], ['v1.33.0', 'v1.33.0', null]],
    ['none', ['v1.32.2', 'v1.32.2', null], ['v1.32.2', 'v1.32.2', null]],
  ] as const)('%s', async (state, ...expected) => {
    const { control } = simulator;
    const where = { tag: `set-${state}` };
    const token = await tokenFor(simulator, `admin+set-${state}`);
    await control.setKube({ state }, where);
    expect((await rows(token, 'kube_upgrade'))[0]?.state).toBe(state === 'none' ? undefined : state);
    const hosts = await rows(token, 'kube_host_upgrades');
    expect(hosts.map((row) => [row.control_plane_version, row.kubelet_version, row.status])).toEqual(
      expected,
    );
  });

  it('with single hosts as they are told, and back', async () => {
    const { control } = simulator;
    const where = { tag: 'ceph.k2' };
    const token = await tokenFor(simulator, 'admin+ceph.k2');
    const failed = { status: 'upgrading-kubelet-failed', target_version: 'v1.33.0' } as const;
    await control.setKube({ state: 'upgrading-kubelets', hosts: { 'worker-0': failed } }, where);
    expect(await rows(token, 'kube_host_upgrades')).toMatchObject([
      { status: 'upgraded-kubelet' },
      { status: 'upgraded-kubelet' },
      { kubelet_version: 'v1.32.2', ...failed },
      { kubelet_version: 'v1.32.2', status: null },
    ]);
    await expect(control.setKube({ state: 'upgrade-started', to: 'v1.31.5' }, where)).rejects.toThrow(
      'no way from',
    );
  });
});

it('makes lines of the health report fail, and refuses what it cannot read', async () => {
  const { control } = simulator;
  const where = { tag: 'k3' };
  const token = await tokenFor(simulator, 'admin+k3');
  const report = async () => String((await ask(`${simulator.urls.sysinv}/v1/health`, { token })).body);
  await control.kubeHealth({ nodes: ['controller-1'], deploying: { from: '26.03', to: '26.09' } }, where);
  expect(await report()).toContain(
    'All hosts are patch current: [Fail]\nDeployment in progress: 26.03 to 26.09\n',
  );
  expect(await report()).toContain('Kubernetes nodes not ready: controller-1\n');
  await control.kubeHealth({}, where);
  expect(await report()).toContain('All kubernetes nodes are ready: [OK]\n');
  await expect(control.failKube({ state: 'upgraded-storage' })).rejects.toThrow('state is one of');
});
