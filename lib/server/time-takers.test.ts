/** Who takes the time from a host of the embedded platform, and at which price. */
import { expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';

const { invalidateClocks } = await import('./outdated');
const { readView } = await import('./views');

const bench = benchOfWrites('reader');

async function askedOf(name: string) {
  const session = bench.session();
  const { value } = await readView(session, 'hosts', {});
  const host = value?.data.hosts.find(({ hostname }) => hostname === name);
  if (!host) throw new Error(`no ${name}`);
  return readView(session, 'hostFact', { host: host.id, fact: 'timeTakers' }, true);
}

const takersOf = async (name: string) => (await askedOf(name)).value?.data.value;

it('is told of every host that follows PTP, and every host has one giver at most', async () => {
  const { value } = await readView(bench.session(), 'hosts', {});
  const onPtp = value?.data.hosts.filter(({ clockSynchronization }) => clockSynchronization === 'ptp') ?? [];
  const told = await Promise.all(onPtp.map(({ hostname }) => takersOf(hostname ?? '')));
  expect(told.every((one) => one !== undefined)).toBe(true);
  const taking = told.flatMap((one) => (one && typeof one === 'object' && 'direct' in one ? one.direct : []));
  expect(taking.length).toBeGreaterThan(2);
  expect(new Set(taking).size).toBe(taking.length);
});

it('costs no request once the clocks are read', async () => {
  await takersOf('worker-0');
  await bench.platform().control.resetRequests();
  expect(await takersOf('worker-0')).toMatchObject({ placed: true, further: 3 });
  expect((await bench.platform().control.requests()).filter(({ service }) => service === 'sysinv')).toEqual(
    [],
  );
});

it('is not told while the configuration cannot be read', async () => {
  await bench.platform().control.fault({ service: 'sysinv', path: '/v1/ptp_instances', status: 503 });
  invalidateClocks();
  expect((await askedOf('worker-0')).error).toMatchObject({ kind: 'unavailable' });
});
