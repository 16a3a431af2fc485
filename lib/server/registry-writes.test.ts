/** Changing the registry against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { RegistryCall } from '@/lib/domain/registry/registry-calls';

const { orderRegistryCalls } = await import('./registry-writes');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator', 'simplex');
const { written, signIn } = bench;

const NODE = 'quay.io/calico/node';
const DELETE: RegistryCall = { do: 'delete-tag', image: NODE, tag: 'v3.29.1' };

async function run(call: RegistryCall, typedName?: string) {
  const begun = await orderRegistryCalls({
    ...{ calls: [call], submission: randomUUID() },
    ...(typedName === undefined ? {} : { typedName }),
  });
  return begun.ok ? begun.data.end : [{ state: 'failed' as const, failure: begun.error }];
}
const writes = () => bench.writes('sysinv');
const tags = async () => (await readView(bench.session(), 'registryTags', { image: NODE })).value?.data.tags;

it('a deletion that the platform took and its registry did not is no success', async () => {
  await bench.platform().control.fault({
    ...{ service: 'sysinv', method: 'DELETE', path: '/v1/registry_image', status: 204, body: null },
  });
  const [result] = await run(DELETE, 'v3.29.1');
  expect(result?.state).toBe('failed');
  expect(result?.failure?.message).toMatch(/still lists quay\.io\/calico\/node:v3\.29\.1/);
});

it('a tag is deleted once it was typed, and written down', async () => {
  expect(await run(DELETE)).toMatchObject([
    { failure: { kind: 'invalid', message: 'Type v3.29.1 to confirm.' } },
  ]);
  expect(await tags()).toEqual(['v3.29.1']);
  expect(await run(DELETE, 'v3.29.1')).toEqual([{ state: 'done' }]);
  expect(await tags()).toEqual([]);
  expect(written).toMatchObject([
    { action: 'registry.delete-tag', target: `${NODE}:v3.29.1`, outcome: 'ok' },
  ]);
});

it('what is not there is refused in the words of the platform', async () => {
  const gone: RegistryCall = { do: 'delete-tag', image: 'nobody/nothing', tag: '1' };
  expect(await run(gone, '1')).toMatchObject([
    { state: 'failed', failure: { kind: 'refused', service: 'sysinv' } },
  ]);
});

it('an operator collects garbage and deletes nothing', async () => {
  await signIn('operator');
  const before = await writes();
  expect(await run(DELETE, 'v3.29.1')).toMatchObject([{ state: 'failed', failure: { kind: 'forbidden' } }]);
  expect(await writes()).toBe(before);
  expect(await run({ do: 'collect-garbage' })).toEqual([{ state: 'done' }]);
  expect(await writes()).toBe(before + 1);
});
