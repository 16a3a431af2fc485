import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../../kernel/world';
import { createWorld } from '../../../worlds/create';
import { hostIn, lock, rowIn } from '../../api/storage/asking';
import { act, ask, faultOf } from '../../ask';
import { rowsOn } from '../../network/rows';

/** A world in which nothing but storage keeps a host from being unlocked. */
function calm(name: WorldName): World {
  const world = createWorld(name, 'storage-actions', { speed: 1 });
  for (const app of world.sysinv.cloud('apps')) if (app.status === 'applying') app.status = 'applied';
  return world;
}
const said = async (world: World, host: string, action: string) => faultOf(await act(world, host, action));

describe('storage keeps a host from being unlocked', () => {
  it.each([2, 4, 5])('with a partition of status %d', async (status) => {
    const world = calm('ceph');
    lock(world, 'worker-0');
    rowIn(world, 'partitions', 'worker-0', 'device_node', '/dev/sdb1').status = status;
    expect(await said(world, 'worker-0', 'unlock')).toContain('partition /dev/sdb1 is');
  });

  it('not with one that waits for the unlock', async () => {
    const world = calm('ceph');
    lock(world, 'worker-0');
    rowIn(world, 'partitions', 'worker-0', 'device_node', '/dev/sdb1').status = 3;
    expect((await act(world, 'worker-0', 'unlock')).status).toBe(200);
  });

  it('without a physical volume of cgts-vg', async () => {
    const world = calm('ceph');
    lock(world, 'worker-0');
    rowsOn(world, 'ipvs', hostIn(world, 'worker-0')).splice(0);
    expect(await said(world, 'worker-0', 'unlock')).toContain('cgts-vg has no physical volume');
  });

  it('without monitors, for storage-0 with none at all', async () => {
    const world = calm('ceph');
    for (const host of ['storage-1', 'storage-0']) lock(world, host);
    hostIn(world, 'controller-1').row.operational = 'disabled';
    expect(await said(world, 'storage-1', 'unlock')).toContain('1 storage monitors are there');
    expect((await act(world, 'storage-0', 'unlock')).status).toBe(200);
  });

  it('with a backend that is not ready, and a filesystem of Rook under way', async () => {
    const world = calm('rook');
    lock(world, 'controller-1');
    const [fs] = world.sysinv.cloud('controller_fs').slice(-1);
    if (fs) fs.state = "{'status': 'drbd_fs_creating_in_progress'}";
    expect(await said(world, 'controller-1', 'unlock')).toContain('filesystem ceph-float is');
    const duplex = calm('duplex');
    lock(duplex, 'controller-1');
    const [backend] = duplex.sysinv.cloud('storage_backend');
    if (backend) backend.state = 'configuration-failed';
    expect(await said(duplex, 'controller-1', 'unlock')).toContain(
      'backend ceph-store is configuration-failed',
    );
  });
});

describe('storage keeps a host from being locked or deleted', () => {
  it('when its group would have no copies', async () => {
    const world = calm('ceph');
    expect((await act(world, 'storage-3', 'lock')).status).toBe(200);
    world.clock.advance(120_000);
    expect(await said(world, 'storage-2', 'lock')).toContain('without the copies');
    expect(await said(world, 'storage-2', 'force-lock')).toContain('without the copies');
    expect((await act(world, 'storage-1', 'lock')).status).toBe(200);
  });

  it('while it does something for Rook', async () => {
    const world = calm('rook');
    const remove = () => ask(world, '/v1/ihosts/controller-1', { method: 'DELETE' });
    lock(world, 'controller-1');
    expect(faultOf(await remove())).toContain('functions of Ceph: monitor, osd');
    rowIn(world, 'host_fs', 'controller-1', 'name', 'ceph').capabilities = { functions: [] };
    expect((await remove()).status).toBe(204);
  });
});
