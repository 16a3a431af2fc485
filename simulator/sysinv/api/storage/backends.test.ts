import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../../kernel/world';
import { answered, gets, sends, worldOf } from '../../network/asking';
import { alarmsOf, seconds } from './asking';

const post = (world: World, body: object, segment = 'storage_backend') =>
  answered(sends(world, 'POST', segment, body));
const patch = (world: World, path: string, changes: Record<string, unknown>) =>
  answered(
    sends(
      world,
      'PATCH',
      path,
      Object.entries(changes).map(([column, value]) => ({ op: 'replace', path: `/${column}`, value })),
    ),
  );
const drop = (world: World, path: string) => answered(sends(world, 'DELETE', path));
const first = (world: World) => String(world.sysinv.cloud('storage_backend')[0]?.uuid);
const capabilities = (value: object) => JSON.stringify(value);

describe('a backend', () => {
  it('says the same in both forms', async () => {
    for (const [name, segment] of [
      ['ceph', 'storage_ceph'],
      ['rook', 'storage_ceph_rook'],
      ['lvm', 'storage_lvm'],
    ] as const) {
      const world = worldOf(name);
      const [general] = await gets(world, 'storage_backend');
      const [typed] = await gets(world, segment);
      for (const column of ['uuid', 'backend', 'name', 'state', 'task', 'services']) {
        expect([segment, column, typed?.[column]]).toEqual([segment, column, general?.[column]]);
      }
    }
  });

  it('of another tier is made by the controllers', async () => {
    const world = worldOf();
    const cluster_uuid = world.sysinv.cloud('clusters')[0]?.uuid;
    const [, tier] = await post(world, { name: 'gold', cluster_uuid }, 'storage_tiers');
    const tier_uuid = typeof tier === 'string' ? '' : tier.uuid;
    const body = { backend: 'ceph', name: 'gold-store', tier_uuid, confirmed: 'true' };
    expect(await post(world, { ...body, confirmed: undefined })).toEqual([
      400,
      expect.stringContaining("set 'confirmed'"),
    ]);
    const [status, row] = await post(world, body);
    expect([status, row]).toMatchObject([
      200,
      { state: 'configuring', task: 'applying-manifests', name: 'gold-store' },
    ]);
    expect((await post(world, { backend: 'file', confirmed: true }))[1]).toContain('is being configured');
    seconds(world, 130);
    expect((await gets(world, 'storage_ceph'))[1]).toMatchObject({
      state: 'configured',
      task: null,
      tier_name: 'gold',
    });
    expect((await post(world, body))[1]).toContain('already');
  });

  it('that fails has alarm 800.104', async () => {
    const world = worldOf('ceph');
    world.storage.failures = 1;
    const tier_uuid = world.sysinv.cloud('storage_tiers')[1]?.uuid;
    await post(world, { backend: 'ceph', name: 'other', tier_uuid, confirmed: true });
    seconds(world, 130);
    expect((await gets(world, 'storage_backend')).at(-1)).toMatchObject({ state: 'configuration-failed' });
    expect(alarmsOf(world, /^800\.104/)).toEqual(['800.104 storage_backend=other critical']);
  });

  it('of Rook brings cluster and tier, waits for its application, and goes while that is not there', async () => {
    const world = worldOf('lvm');
    expect(await post(world, { backend: 'ceph-rook', confirmed: true })).toMatchObject([
      200,
      {
        name: 'ceph-rook-store',
        state: 'configuring-with-app',
        task: 'missing',
        services: 'block,filesystem',
        capabilities: {
          deployment_model: 'controller',
          failure_domain: 'osd',
          replication: '1',
          min_replication: '1',
        },
      },
    ]);
    expect(await gets(world, 'clusters')).toMatchObject([{ name: 'ceph_rook_cluster', type: 'ceph-rook' }]);
    expect(await gets(world, 'storage_tiers')).toMatchObject([{ name: 'storage', status: 'defined' }]);
    const uuid = world.sysinv.cloud('storage_ceph_rook')[0]?.uuid;
    expect(await drop(world, `storage_backend/${uuid}`)).toEqual([400, 'delete not implemented.']);
    expect((await drop(world, `storage_ceph_rook/${uuid}`))[0]).toBe(204);
    expect([await gets(world, 'clusters'), await gets(world, 'storage_ceph_rook')]).toEqual([[], []]);
  });

  it('of a simple type is there at once', async () => {
    const world = worldOf();
    expect(await post(world, { services: 'glance', confirmed: true }, 'storage_file')).toMatchObject([
      200,
      { backend: 'file', name: 'file-store', state: 'configured', services: 'glance' },
    ]);
    expect(
      (
        await post(world, {
          backend: 'external',
          name: 'shared_services',
          services: 'glance',
          confirmed: true,
        })
      )[1],
    ).toContain('Service glance has a backend already');
    expect((await post(world, { backend: 'external', services: 'cinder', confirmed: true }))[0]).toBe(200);
    expect((await post(world, { backend: 'lvm' }))[0]).toBe(200);
    const names = (await gets(world, 'storage_backend')).map(({ name }) => name);
    expect(names).toEqual(['ceph-store', 'file-store', 'shared_services', 'lvm-store']);
    const uuid = world.sysinv.cloud('storage_file')[0]?.uuid;
    expect((await drop(world, `storage_file/${uuid}`))[0]).toBe(204);
  });

  it.each<[string, WorldName, object, string]>([
    ['without a type', 'standard', {}, 'needs its type'],
    ['of no type', 'standard', { backend: 'netapp' }, 'no storage backend of type netapp'],
    ['without a name', 'standard', { backend: 'ceph' }, 'name of its own'],
    [
      'without a tier',
      'standard',
      { backend: 'ceph', name: 'c2', confirmed: 'true' },
      'No tier specified for this backend.',
    ],
    ['twice', 'lvm', { backend: 'lvm', name: 'b' }, 'one backend lvm at most'],
    [
      'with a service of another',
      'lvm',
      { backend: 'file', name: 'b', services: 'swift' },
      'Service swift is not for',
    ],
    ['with both blocks', 'lvm', { backend: 'ceph-rook', services: 'block,ecblock' }, 'exclude each other'],
    [
      'with too many copies',
      'lvm',
      { backend: 'ceph-rook', capabilities: { replication: '5' } },
      'replication is one of',
    ],
    [
      'with too few',
      'standard',
      { backend: 'ceph-rook', name: 'r', capabilities: { replication: '3', min_replication: '3' } },
      'min_replication is one of',
    ],
    [
      'with more least than most',
      'standard',
      { backend: 'ceph-rook', name: 'r', capabilities: { replication: '2', min_replication: '3' } },
      'at most replication',
    ],
    [
      'with words for numbers',
      'standard',
      { backend: 'ceph-rook', name: 'r', capabilities: { replication: 'two' } },
      'whole numbers',
    ],
    [
      'on hosts that there are not',
      'lvm',
      { backend: 'ceph-rook', failure_domain: 'host' },
      'failure_domain is osd',
    ],
    ['on a domain of no sort', 'standard', { backend: 'ceph-rook', failure_domain: 'rack' }, 'osd or host'],
    [
      'per OSD on many hosts',
      'standard',
      { backend: 'ceph-rook', failure_domain: 'osd' },
      'failure_domain is host',
    ],
    [
      'with a strange model',
      'standard',
      { backend: 'ceph-rook', deployment: 'cloudy' },
      'deployment_model is one of',
    ],
    [
      'with dedicated workers on a simplex',
      'lvm',
      { backend: 'ceph-rook', deployment: 'dedicated' },
      'no worker is dedicated',
    ],
    [
      'under another name',
      'standard',
      { backend: 'external', name: 'x', confirmed: true },
      'shared_services',
    ],
    ['that is not simulated', 'standard', { backend: 'ceph-external' }, 'not simulated'],
  ])('is refused %s', async (_what, name, body, words) => {
    expect(await post(worldOf(name), body)).toEqual([400, expect.stringContaining(words)]);
  });
});

describe('a change of a backend', () => {
  it('of Rook waits for the application', async () => {
    const world = worldOf('rook');
    const path = `storage_backend/${first(world)}`;
    expect(await patch(world, path, { services: 'block,filesystem,object' })).toMatchObject([
      200,
      { state: 'configuring-with-app', services: 'block,filesystem,object' },
    ]);
    expect((await gets(world, 'storage_ceph_rook'))[0]).toMatchObject({
      services: 'block,filesystem,object',
    });
    expect((await patch(world, path, { services: 'block' }))[1]).toContain('not removed');
    expect((await patch(world, path, { services: 'block,filesystem,object' }))[1]).toContain(
      'Nothing of the backend',
    );
    expect((await patch(world, path, { name: 'x' }))[1]).toContain('name of a backend is not changed');
    expect((await patch(world, path, { colour: 'x' }))[1]).toContain('no colour');
    const model = (deployment_model: string) =>
      patch(world, path, { capabilities: capabilities({ deployment_model }) });
    expect((await model('dedicated'))[1]).toContain('There are 2 OSDs on controllers');
    expect((await model('open'))[0]).toBe(200);
    expect(await patch(world, path, { capabilities: capabilities({ replication: '3' }) })).toMatchObject([
      200,
      { capabilities: { replication: '3', min_replication: '2' } },
    ]);
    expect((await drop(world, `storage_ceph_rook/${first(world)}`))[1]).toContain('rook-ceph is deployed');
  });

  it('of Ceph: copies stay once there are storage hosts', async () => {
    const copies = (world: World, replication: string) =>
      patch(world, `storage_backend/${first(world)}`, { capabilities: capabilities({ replication }) });
    expect((await copies(worldOf(), '3'))[1]).toContain('once there is a storage host');
    expect((await copies(worldOf('duplex'), '3'))[1]).toContain('Two hosts keep two copies');
    const simplex = worldOf('simplex');
    expect((await copies(simplex, '2'))[0]).toBe(200);
    expect((await copies(simplex, '1'))[1]).toContain('not lowered');
    expect((await drop(simplex, `storage_ceph/${first(simplex)}`))[1]).toContain('stays');
    expect(
      (await patch(worldOf('lvm'), `storage_backend/${first(worldOf('lvm'))}`, { task: 'x' }))[1],
    ).toContain('lvm is not changed');
  });

  it('of quotas keeps to the tier, its pools, and a Ceph that answers', async () => {
    const world = worldOf('ceph');
    const [own, gold] = world.sysinv.cloud('storage_ceph').map(({ uuid }) => `storage_ceph/${uuid}`);
    const room = Math.floor(Number(world.sysinv.cloud('storage_ceph')[0]?.ceph_total_space_gib) / 2);
    expect(await patch(world, own ?? '', { kube_pool_gib: 100 })).toMatchObject([
      200,
      { kube_pool_gib: 100 },
    ]);
    expect((await patch(world, own ?? '', { kube_pool_gib: -1 }))[1]).toContain('whole number');
    expect((await patch(world, own ?? '', { kube_pool_gib: room, cinder_pool_gib: 1 }))[1]).toContain(
      `has ${room} GiB`,
    );
    expect((await patch(world, own ?? '', { object_pool_gib: 1 }))[1]).toContain('object gateway');
    expect((await patch(world, gold ?? '', { glance_pool_gib: 1 }))[1]).toContain('cinder and kube only');
    world.storage.faults.push({ id: 1, kind: 'ceph-down', phase: 'on', since: 0 });
    expect((await patch(world, own ?? '', { kube_pool_gib: 1 }))[1]).toContain('does not answer');
  });
});
