import { expect, it } from 'vitest';
import { createWorld } from '../../worlds/create';
import { ask, faultOf, rowsIn } from '../ask';

const PATH = '/v1/registry_image';

it('lists images and tags, and loses a tag that is deleted', async () => {
  const world = createWorld('simplex', 'registry', { speed: 1 });
  const rows = async (query = '') => rowsIn(await ask(world, `${PATH}${query}`));
  expect(await rows()).toContainEqual({ name: 'registry.k8s.io/pause', tag: null });
  expect(await rows('?image_name=registry.k8s.io/pause')).toEqual([
    { name: 'registry.k8s.io/pause', tag: '3.10' },
  ]);
  const remove = (image: string) => ask(world, `${PATH}?image_name_and_tag=${image}`, { method: 'DELETE' });
  expect((await remove('registry.k8s.io/pause:3.10')).status).toBe(204);
  expect(await rows('?image_name=registry.k8s.io/pause')).toEqual([]);
  expect(await rows()).toHaveLength(4);
  expect(await rows('?filter_out_untagged=1')).toHaveLength(3);
  expect(faultOf(await remove('registry.k8s.io/pause:3.10'))).toMatch(/has no image/);
  expect(faultOf(await remove('registry.k8s.io/pause'))).toMatch(/named NAME:TAG/);
  expect(world.sysinv.registry.garbage).toBe(1);
  expect((await ask(world, `${PATH}?garbage_collect=True`, { method: 'POST' })).status).toBe(200);
  const active = world.sysinv.byName('controller-0');
  expect(active?.row.config_status).toBe('Config out-of-date');
  world.clock.advance(60_000);
  expect(world.sysinv.registry.garbage).toBe(0);
  expect(active?.row.config_status).toBeNull();
  for (const [role, status] of [
    ['reader', 403],
    ['operator', 200],
  ] as const)
    expect((await ask(world, PATH, { method: 'POST', roles: [role] })).status).toBe(status);
  const byOperator = { method: 'DELETE', roles: ['operator'] };
  expect((await ask(world, `${PATH}?image_name_and_tag=a:b`, byOperator)).status).toBe(403);
});
