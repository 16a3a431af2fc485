import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../../kernel/world';
import { answered, gets, sends, worldOf } from '../../network/asking';
import { rowsOn } from '../../network/rows';
import { hostIn, rowIn, seconds } from './asking';

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

describe('a tier', () => {
  const body = (world: World, name: string) => ({
    name,
    cluster_uuid: world.sysinv.cloud('clusters')[0]?.uuid,
  });
  it('comes, is renamed, shows in its cluster, and goes', async () => {
    const world = worldOf();
    const [, tier] = await post(world, body(world, 'gold'), 'storage_tiers');
    expect(tier).toMatchObject({ status: 'defined', type: 'ceph', stors: [], backend_uuid: null });
    const uuid = typeof tier === 'string' ? '' : String(tier.uuid);
    expect(tier).not.toHaveProperty('id');
    expect(await patch(world, `storage_tiers/${uuid}`, { name: 'silver' })).toMatchObject([
      200,
      { name: 'silver' },
    ]);
    const cluster = await answered(
      sends(world, 'GET', `clusters/${world.sysinv.cloud('clusters')[0]?.uuid}`),
    );
    expect(cluster[1]).toMatchObject({ tiers: [{ name: 'storage' }, { name: 'silver', status: 'defined' }] });
    expect((await drop(world, `storage_tiers/${uuid}`))[0]).toBe(204);
  });

  it('is refused', async () => {
    const world = worldOf('ceph');
    const said = async (given: object) => (await post(world, given, 'storage_tiers'))[1];
    expect(await said({ name: 'x' })).toContain('needs its cluster');
    expect(await said({ name: 'x', cluster_uuid: first(world) })).toContain('no such cluster');
    expect(await said(body(world, 'gold'))).toContain('already');
    const [own, gold] = world.sysinv.cloud('storage_tiers').map(({ uuid }) => `storage_tiers/${uuid}`);
    expect((await patch(world, own ?? '', { name: 'x' }))[1]).toContain('keeps its name');
    expect((await patch(world, gold ?? '', { name: 'x' }))[1]).toContain('in use');
    expect((await patch(world, gold ?? '', { capabilities: '{}' }))[1]).toContain('not capabilities');
    expect((await drop(world, own ?? ''))[1]).toContain('storage stays');
    expect((await drop(world, gold ?? ''))[1]).toContain('is in-use');
    expect(
      (await drop(worldOf(), `storage_tiers/${worldOf().sysinv.cloud('storage_tiers')[0]?.uuid}`))[1],
    ).toContain('One tier stays');
    for (const name of ['controller-0', 'controller-1']) hostIn(world, name).row.operational = 'disabled';
    expect(await said(body(world, 'x'))).toContain('1 storage monitors are there, 2 are needed');
    const rook = worldOf('rook');
    expect((await post(rook, body(rook, 'Gold!'), 'storage_tiers'))[1]).toContain('is not called');
    expect((await post(world, { type: 'bogus', name: 'x' }, 'clusters'))[1]).toBe(
      "Cluster cannot be created: {'type': 'bogus', 'name': 'x'}",
    );
  });
});

describe('a monitor', () => {
  const add = (world: World, host: string) =>
    answered(sends(world, 'POST', 'ceph_mon', { ihost_uuid: hostIn(world, host).row.uuid }));
  const without = (name: WorldName, host: string) => {
    const world = worldOf(name);
    rowsOn(world, 'ceph_mon', hostIn(world, host)).splice(0);
    return world;
  };

  it('is added to storage-0, or to a worker where there are no storage hosts', async () => {
    expect((await add(worldOf(), 'worker-0'))[1]).toBe(
      "Ceph monitor already configured for host 'storage-0'.",
    );
    expect((await add(worldOf(), 'controller-0'))[1]).toBe(
      "Ceph monitor already configured for host 'controller-0'.",
    );
    const world = without('standard', 'storage-0');
    expect((await add(world, 'worker-0'))[1]).toContain('no worker has a monitor');
    expect((await add(world, 'storage-1'))[1]).toContain('storage-0 alone');
    const [status, list] = await add(world, 'storage-0');
    expect([status, list]).toMatchObject([200, { ceph_mon: [{ state: 'configured', ceph_mon_gib: 20 }] }]);
    expect((await add(worldOf('lvm'), 'controller-0'))[1]).toContain('backend ceph only');
    const cluster = world.sysinv.cloud('clusters')[0];
    if (cluster) cluster.deployment_model = 'controller-nodes';
    rowsOn(world, 'ceph_mon', hostIn(world, 'storage-0')).splice(0);
    expect((await add(world, 'worker-0'))[1]).toMatchObject({ ceph_mon: [{ state: 'configuring' }] });
    seconds(world, 100);
    expect(rowIn(world, 'ceph_mon', 'worker-0', 'hostname', 'worker-0').state).toBe('configured');
  });

  it('grows on every host', async () => {
    const world = worldOf();
    const { uuid } = rowIn(world, 'ceph_mon', 'controller-0', 'hostname', 'controller-0');
    const size = (value: unknown) => patch(world, `ceph_mon/${uuid}`, { ceph_mon_gib: value });
    expect((await size(20))[1]).toContain('Nothing of the monitor');
    expect((await size(19))[1]).toContain('from 21 to 40');
    expect((await size(50))[1]).toContain('from 21 to 40');
    expect((await size('big'))[1]).toContain('whole number');
    expect((await patch(world, `ceph_mon/${uuid}`, { ceph_mon_gib: 30, device_path: 'x' }))[1]).toContain(
      'device_path',
    );
    expect((await size(30))[1]).toMatchObject({ ceph_mon_gib: 30 });
    expect((await gets(world, 'ceph_mon')).map(({ ceph_mon_gib }) => ceph_mon_gib)).toEqual([30, 30, 30]);
    expect((await gets(world, 'storage_backend'))[0]).toMatchObject({ task: 'resize-ceph-mon-lv' });
    seconds(world, 60);
    expect((await gets(world, 'storage_backend'))[0]).toMatchObject({ task: null });
  });

  it('goes where its configuration failed', async () => {
    const world = worldOf();
    const { uuid } = hostIn(world, 'storage-0').row;
    expect((await drop(world, `ceph_mon/${uuid}`))[1]).toContain('configuration failed');
    rowIn(world, 'ceph_mon', 'storage-0', 'hostname', 'storage-0').state = 'configuration-failed';
    expect((await drop(world, `ceph_mon/${uuid}`))[0]).toBe(204);
    expect((await drop(world, `ceph_mon/${uuid}`))[1]).toContain('has no Ceph monitor');
  });
});
