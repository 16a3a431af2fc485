/** Changing labels and devices against the embedded platform: sent once, written down, refused in its words. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { DeviceCall } from '@/lib/domain/device/device-calls';
import type { LabelCall } from '@/lib/domain/label/label-calls';
import type { StepResult } from '@/lib/domain/steps';

const bench = benchOfWrites('configurator');
const server = Promise.all([
  import('./label-writes'),
  import('./device-writes'),
  import('./views'),
  import('./outdated'),
]);
const RUNNING = 'worker-0';
const LOCKED = 'worker-4';

async function hostId(name: string): Promise<string> {
  const [, , { readView }] = await server;
  const { value } = await readView(bench.session(), 'hosts', {}, true);
  return value?.data.hosts.find(({ hostname }) => hostname === name)?.id ?? '';
}
async function label(name: string, calls: readonly LabelCall[]): Promise<StepResult[]> {
  const [{ orderLabelCalls }] = await server;
  const begun = await orderLabelCalls({ host: await hostId(name), calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}
async function change(name: string, call: DeviceCall): Promise<StepResult[]> {
  const [, { orderDeviceCalls }] = await server;
  const begun = await orderDeviceCalls({ host: await hostId(name), calls: [call], submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}
async function labelsOf(name: string): Promise<string[]> {
  const [, , { readView }] = await server;
  const { value } = await readView(bench.session(), 'hostLabels', { hostId: await hostId(name) }, true);
  return value?.data.rows.map(({ key, value: said }) => `${key}=${said}`) ?? [];
}
async function devicesOf(name: string) {
  const [, , { readView }] = await server;
  const session = bench.session();
  const devices = await readView(session, 'hostDevices', { hostId: await hostId(name) }, true);
  const images = await readView(session, 'deviceImages', {}, true);
  const fpga = devices.value?.data.rows.find(({ deviceId }) => deviceId === '0b30');
  const image = (type: string) => images.value?.data.images.find((one) => one.type === type)?.id ?? '';
  const states = images.value?.data.states.filter(({ deviceId }) => deviceId === fpga?.id) ?? [];
  return {
    fpga: fpga?.id ?? '',
    name: fpga?.name,
    image,
    states: states.map(({ status }) => status),
    images,
  };
}
async function seconds(count: number) {
  await bench.platform().control.advance(count * 1000);
  (await server)[3].invalidateDevices();
}
const states = (results: readonly StepResult[]) => results.map((one) => one.state);
const assign = (labels: Record<string, string>, overwrite = false): LabelCall => ({
  ...{ do: 'labels.assign', overwrite },
  labels: Object.entries(labels).map(([key, value]) => ({ key, value })),
});

describe('labels of a host', () => {
  it('are assigned in one request, written down, and removed one by one', async () => {
    expect(states(await label(RUNNING, [assign({ rack: 'r4', row: 'b' })]))).toEqual(['done']);
    expect(await bench.writes('sysinv')).toBe(1);
    expect(bench.written).toMatchObject([
      {
        ...{ action: 'host-label.assign', target: RUNNING, outcome: 'ok' },
        details: { labels: 'rack=r4 row=b', overwrite: 'false' },
      },
    ]);
    expect(await labelsOf(RUNNING)).toEqual(expect.arrayContaining(['rack=r4', 'row=b']));
    expect(states(await label(RUNNING, [assign({ rack: 'r4' })]))).toEqual(['already']);
    expect(states(await label(RUNNING, [assign({ rack: 'r5' }, true)]))).toEqual(['done']);
    const removed = await label(RUNNING, [
      { do: 'label.remove', key: 'rack' },
      { do: 'label.remove', key: 'row' },
    ]);
    expect(states(removed)).toEqual(['done', 'done']);
    expect(await labelsOf(RUNNING)).not.toContain('rack=r5');
  });

  it('get their values back when a later one is refused, in the words of the platform', async () => {
    await label(RUNNING, [assign({ rack: 'r4' })]);
    const results = await label(RUNNING, [
      { do: 'label.remove', key: 'rack' },
      { do: 'label.remove', key: 'sriovdp' },
    ]);
    expect(results).toMatchObject([
      { state: 'undone' },
      { state: 'failed', failure: { message: `Host ${RUNNING} must be locked for label(s)=['sriovdp'].` } },
    ]);
    expect(await labelsOf(RUNNING)).toContain('rack=r4');
  });

  it('are for who may configure', async () => {
    bench.signIn('operator');
    expect(await label(RUNNING, [assign({ site: 'x' })])).toMatchObject([
      { state: 'failed', failure: { kind: 'forbidden' } },
    ]);
    expect(await bench.writes('sysinv')).toBe(0);
  });
});

describe('devices', () => {
  it('are named on a locked host, and refused elsewhere', async () => {
    const { fpga } = await devicesOf(LOCKED);
    const call: DeviceCall = { do: 'device.change', device: fpga, to: { name: 'fpga0', enabled: false } };
    expect(states(await change(LOCKED, call))).toEqual(['done']);
    expect(bench.written).toMatchObject([
      { action: 'device.change', details: { deviceName: 'fpga0', deviceEnabled: 'false' } },
    ]);
    expect((await devicesOf(LOCKED)).name).toBe('fpga0');
    const running = await devicesOf(RUNNING);
    expect(await change(RUNNING, { ...call, device: running.fpga })).toMatchObject([
      { state: 'failed', failure: { message: 'Host must be locked.' } },
    ]);
  });

  it('are labelled, get an image by that, and have it written', async () => {
    const host = 'worker-1';
    const { fpga, image } = await devicesOf(host);
    const site = { key: 'site', value: 'oslo' };
    const mark: DeviceCall = { do: 'device-label.assign', device: fpga, labels: [site], overwrite: false };
    expect(states(await change(host, mark))).toEqual(['done']);
    const root = image('root-key');
    expect(states(await change(host, { do: 'image.apply', image: root, label: site }))).toEqual(['done']);
    expect((await devicesOf(host)).states).toEqual(['pending']);
    expect(states(await change(host, { do: 'images.write' }))).toEqual(['done']);
    expect(await change(host, { do: 'images.write' })).toMatchObject([
      { state: 'failed', failure: { message: /already in the process/ } },
    ]);
    expect(states(await change(host, { do: 'images.abort' }))).toEqual(['done']);
    await seconds(30);
    expect((await devicesOf(host)).states).toEqual(['completed']);
    expect(await change(host, { do: 'image.delete', image: root })).toMatchObject([
      { state: 'failed', failure: { message: /^Delete failed: device image/ } },
    ]);
    expect(states(await change(host, { do: 'image.remove', image: root, label: site }))).toEqual(['done']);
    expect(states(await change(host, { do: 'image.delete', image: root }))).toEqual(['done']);
    const { images } = await devicesOf(host);
    const own = images.value?.data.labels.find(({ deviceId }) => deviceId === fpga);
    expect(states(await change(host, { do: 'device-label.remove', label: own?.id ?? '' }))).toEqual(['done']);
  });
});
