import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../../kernel/world';
import { startStorage } from '../../../storage/scenarios';
import { createWorld } from '../../../worlds/create';
import { hostIn, lock, rowIn } from '../../api/storage/asking';
import { act, ask, faultOf } from '../../ask';
import { rowsOn } from '../../network/rows';
import { crashHost } from '../../patch-host';

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
    expect(await said(world, 'worker-0', 'unlock')).toContain('while partitions on the host are in a');
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
    expect(await said(world, 'worker-0', 'unlock')).toContain('does not contain any physical volumes');
  });

  it('without monitors, for storage-0 with none at all', async () => {
    const world = calm('ceph');
    for (const host of ['storage-1', 'storage-0']) lock(world, host);
    hostIn(world, 'controller-1').row.operational = 'disabled';
    expect(await said(world, 'storage-1', 'unlock')).toContain('Only 1 storage monitor available.');
    expect((await act(world, 'storage-0', 'unlock')).status).toBe(200);
  });

  it('with a backend that is not ready, and a filesystem of Rook under way', async () => {
    const world = calm('rook');
    lock(world, 'controller-1');
    const [fs] = world.sysinv.cloud('controller_fs').slice(-1);
    if (fs) fs.state = "{'status': 'drbd_fs_creating_in_progress'}";
    expect(await said(world, 'controller-1', 'unlock')).toContain('filesystem operations are in progress');
    const duplex = calm('duplex');
    lock(duplex, 'controller-1');
    const [backend] = duplex.sysinv.cloud('storage_backend');
    if (backend) backend.state = 'configuration-failed';
    expect(await said(duplex, 'controller-1', 'unlock')).toContain(
      'Ceph is configuration-failed. All storage backends',
    );
  });
});

describe('unlocking a host', () => {
  it('makes what waited for it, and takes away what was to go', async () => {
    const world = calm('ceph');
    lock(world, 'worker-1');
    const host = hostIn(world, 'worker-1');
    host.row.invprovision = 'unprovisioned';
    const disk = rowIn(world, 'idisks', 'worker-1', 'device_node', '/dev/nvme0n1');
    const before = Number(disk.available_mib);
    const send = (path: string, body: object) => ask(world, `/v1/${path}`, { method: 'POST', body });
    const ihost_uuid = host.row.uuid;
    await send('partitions', { ihost_uuid, idisk_uuid: disk.uuid, size_mib: 2048 });
    const [, local] = rowsOn(world, 'ilvgs', host);
    await ask(world, `/v1/ilvgs/${local?.uuid}`, { method: 'DELETE' });
    expect((await send('host_fs', { ihost_uuid, name: 'instances', size: 10 })).status).toBe(200);
    const scratch = rowIn(world, 'host_fs', 'worker-1', 'name', 'scratch');
    scratch.state = 'Deleting (on unlock)';
    expect((await act(world, 'worker-1', 'unlock')).status).toBe(200);
    expect(rowIn(world, 'partitions', 'worker-1', 'device_node', '/dev/nvme0n1p1').status).toBe(3);
    world.clock.advance(1_200_000);
    expect(rowIn(world, 'partitions', 'worker-1', 'device_node', '/dev/nvme0n1p1')).toMatchObject({
      status: 0,
      start_mib: 1,
      end_mib: 2049,
    });
    expect(disk.available_mib).toBe(before - 2048);
    expect(rowIn(world, 'host_fs', 'worker-1', 'name', 'instances').state).toBe('Ready');
    expect(rowsOn(world, 'host_fs', host)).not.toContain(scratch);
    // A group of a host that was never unlocked is gone at once.
    expect(rowsOn(world, 'ilvgs', host).map(({ lvm_vg_name }) => lvm_vg_name)).toEqual(['cgts-vg']);
  });

  it('does what the host was about when it went down', async () => {
    const world = calm('ceph');
    const fs = rowIn(world, 'host_fs', 'worker-0', 'name', 'scratch');
    const body = [
      [
        { op: 'replace', path: '/name', value: 'scratch' },
        { op: 'replace', path: '/size', value: 20 },
      ],
    ];
    const uuid = hostIn(world, 'worker-0').row.uuid;
    await ask(world, `/v1/ihosts/${uuid}/host_fs/update_many`, { method: 'PUT', body });
    const shared = world.sysinv.cloud('controller_fs').find(({ name }) => name === 'etcd');
    const larger = [
      [
        { op: 'replace', path: '/name', value: 'etcd' },
        { op: 'replace', path: '/size', value: 6 },
      ],
    ];
    const path = `/v1/isystems/${world.sysinv.system.uuid}/controller_fs/update_many`;
    expect((await ask(world, path, { method: 'PUT', body: larger })).status).toBe(204);
    crashHost(world, 'worker-0');
    crashHost(world, 'controller-1');
    world.clock.advance(60_000);
    expect([fs.state, shared?.state]).toEqual(['Modifying', "{'status': 'drbd_fs_resizing_in_progress'}"]);
    world.clock.advance(1_200_000);
    expect([fs.state, shared?.state]).toEqual(['Ready', "{'status': 'available'}"]);
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

  it('when too few monitors would be left', async () => {
    const world = calm('ceph');
    startStorage(world, { scenario: 'monitor-lost', host: 'storage-0' });
    expect(await said(world, 'controller-1', 'lock')).toContain('1 storage monitor would be left');
    expect((await act(calm('ceph'), 'controller-1', 'lock')).status).toBe(200);
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
