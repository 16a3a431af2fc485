/** Changing Kubernetes against the embedded platform: real HTTP, its refusals, the audit trail. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { KubeCall } from '@/lib/domain/kube/kube-calls';
import type { StepResult } from '@/lib/domain/steps';

const { orderKubeCalls } = await import('./kube-writes');
const { invalidateKubernetes } = await import('./outdated');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator', 'simplex');

async function run(call: KubeCall): Promise<StepResult | undefined> {
  const begun = await orderKubeCalls({ calls: [call], submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return (await begun.data.end)[0];
}

async function state() {
  invalidateKubernetes();
  const { value } = await readView(bench.session(), 'kubernetes', {}, true);
  return value?.data;
}
const settle = () => bench.platform().control.advance(200_000);
const host = { id: '', name: 'controller-0' };

it('goes through an upgrade, each step one request and one line of the trail', async () => {
  const unhealthy = await run({ do: 'start', version: 'v1.33.0', force: false });
  expect(unhealthy?.failure).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('System is not in a valid state for kubernetes upgrade'),
  });
  await bench.platform().control.readyKube();
  const { value } = await readView(bench.session(), 'hosts', {}, true);
  host.id = value?.data.hosts.find(({ hostname }) => hostname === host.name)?.id ?? '';
  bench.written.length = 0;
  const calls: [KubeCall, string][] = [
    [{ do: 'start', version: 'v1.33.0', force: true }, 'upgrade-started'],
    [{ do: 'download-images' }, 'downloaded-images'],
    [{ do: 'pre-apps' }, 'pre-updated-apps'],
    [{ do: 'networking' }, 'upgraded-networking'],
    [{ do: 'storage' }, 'upgraded-storage'],
    [{ do: 'cordon', host }, 'cordon-complete'],
    [{ do: 'control-plane', host }, 'upgraded-first-master'],
    [{ do: 'kubelet', host, force: false }, 'upgrading-kubelets'],
    [{ do: 'uncordon', host }, 'uncordon-complete'],
    [{ do: 'complete' }, 'upgrade-complete'],
    [{ do: 'post-apps' }, 'post-updated-apps'],
  ];
  for (const [call, then] of calls) {
    expect(await run(call), call.do).toEqual({ state: 'done' });
    await settle();
    expect((await state())?.upgrade?.state, call.do).toBe(then);
  }
  expect(await run({ do: 'delete' })).toEqual({ state: 'done' });
  expect((await state())?.versions.find((one) => one.state === 'active')?.version).toBe('v1.33.0');
  expect(bench.written).toHaveLength(calls.length + 1);
  expect(bench.written[0]).toMatchObject({
    ...{ action: 'kubernetes.start', target: 'kubernetes', outcome: 'ok' },
    details: { kubeVersion: 'v1.33.0', force: 'true' },
  });
  expect(bench.written[6]).toMatchObject({ action: 'kubernetes.control-plane', target: 'controller-0' });
});

it('updates the root CA; a refusal that comes with 200 is one all the same', async () => {
  expect(await run({ do: 'rootca-start', force: false })).toEqual({ state: 'done' });
  const generate: KubeCall = { do: 'rootca-generate', expiry: null, subject: 'O=Example CN=kubernetes' };
  expect(await run(generate)).toEqual({ state: 'done' });
  expect((await state())?.rootca).toMatchObject({ state: 'update-new-rootca-cert-generated' });
  expect(bench.written.at(-1)).toMatchObject({
    action: 'kubernetes.rootca-generate',
    details: { certificateSubject: 'O=Example CN=kubernetes' },
  });
  expect(await run({ do: 'rootca-host', host, phase: 'trust-both-cas' })).toEqual({ state: 'done' });
  await settle();
  const again = await run({ ...generate, subject: 'CN=other' });
  expect(again?.failure).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('new root CA certificate'),
  });
  expect(await run({ do: 'rootca-abort' })).toEqual({ state: 'done' });
});

it('applies the configuration of kubelets; what the platform refuses with 200 and an error is a refusal', async () => {
  expect(await run({ do: 'kubelet-config' })).toEqual({ state: 'done' });
  expect(bench.written.at(-1)).toMatchObject({ action: 'kubernetes.kubelet-config', outcome: 'ok' });
  await bench.platform().control.fault({
    ...{ service: 'sysinv', method: 'POST', path: '/v1/kube_config_kubelet/apply', status: 200 },
    body: { success: '', error: 'Timeout while waiting on RPC response' },
  });
  expect((await run({ do: 'kubelet-config' }))?.failure).toMatchObject({
    ...{ kind: 'refused', service: 'sysinv', status: 200 },
    message: 'Timeout while waiting on RPC response',
  });
});

it('asks nothing for who may not', async () => {
  bench.signIn('operator');
  const before = await bench.writes('sysinv');
  expect((await run({ do: 'rootca-start', force: false }))?.failure?.kind).toBe('forbidden');
  expect(await bench.writes('sysinv')).toBe(before);
  expect(bench.written).toHaveLength(1);
});
