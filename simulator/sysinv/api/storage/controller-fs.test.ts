import { describe, expect, it } from 'vitest';
import type { World } from '../../../kernel/world';
import { answered, gets, sends, worldOf } from '../../network/asking';
import { alarmsOf, lock, rowIn, seconds } from './asking';

type Wanted = { name: string; size?: unknown; functions?: string[] };
const patchesOf = (changes: Wanted[]) =>
  changes.map(({ name, size, functions }) => [
    { op: 'replace', path: '/name', value: name },
    ...(size === undefined ? [] : [{ op: 'replace', path: '/size', value: size }]),
    ...(functions ? [{ op: 'replace', path: '/capabilities', value: JSON.stringify({ functions }) }] : []),
  ]);
const put = (world: World, path: string, changes: Wanted[]) =>
  answered(sends(world, 'PUT', `${path}/update_many`, patchesOf(changes)));
const onControllers = (world: World, ...changes: Wanted[]) =>
  put(world, `isystems/${world.sysinv.system.uuid}/controller_fs`, changes);
const fs = (world: World, host: string, name: string) => rowIn(world, 'host_fs', host, 'name', name);
const shared = (world: World, name: string) =>
  world.sysinv.cloud('controller_fs').find((row) => row.name === name);
const freePe = (world: World, host: string) =>
  Number(rowIn(world, 'ilvgs', host, 'lvm_vg_name', 'cgts-vg').lvm_vg_free_pe);
const late = (world: World) => alarmsOf(world, /^250\.001/).map((text) => text.split(' ')[1]);

describe('a filesystem of the controllers', () => {
  it('grows on both, and is in step when the later one has it', async () => {
    const world = worldOf();
    const before = [freePe(world, 'controller-0'), freePe(world, 'controller-1')];
    expect(await onControllers(world, { name: 'extension', size: '3' })).toEqual([204, {}]);
    expect(shared(world, 'extension')).toMatchObject({
      size: 3,
      state: "{'status': 'drbd_fs_resizing_in_progress'}",
    });
    expect(late(world)).toEqual(expect.arrayContaining(['host=controller-0', 'host=controller-1']));
    expect((await onControllers(world, { name: 'etcd', size: 9 }))[1]).toContain('is being resized');
    seconds(world, 60);
    expect(shared(world, 'extension')?.state).toBe("{'status': 'available'}");
    expect([freePe(world, 'controller-0'), freePe(world, 'controller-1')]).toEqual(
      before.map((pe) => pe - 64),
    );
  });

  it('counts a database twice, and keeps room for its backup', async () => {
    const world = worldOf();
    expect(await onControllers(world, { name: 'database', size: 11 })).toEqual([
      400,
      'backup size of 25 is insufficient for host controller-0. Minimum backup size of 26 is required based upon platform size 10 and database size 11. Rejecting modification request.',
    ]);
    for (const host of ['controller-0', 'controller-1']) fs(world, host, 'backup').size = 40;
    const before = freePe(world, 'controller-0');
    expect((await onControllers(world, { name: 'database', size: 11 }))[0]).toBe(204);
    seconds(world, 60);
    // The backups' own growth was written past the agent: it is counted with this one.
    expect(freePe(world, 'controller-0')).toBe(before - 2 * 32 - 15 * 32);
  });

  it.each<[string, Wanted[], string]>([
    ['smaller', [{ name: 'platform', size: '5' }], 'should be bigger than 10 '],
    ['of no name', [{ name: 'nosuch', size: 5 }], "invalid filesystem 'nosuch' "],
    ['without a number', [{ name: 'etcd', size: 'x' }], 'size must be an integer '],
    [
      'twice',
      [
        { name: 'etcd', size: 9 },
        { name: 'etcd', size: 8 },
      ],
      'named twice',
    ],
    ['beyond the room', [{ name: 'etcd', size: 9999 }], 'that are left'],
    ['with functions', [{ name: 'etcd', functions: ['monitor'] }], 'only ceph-float has functions'],
  ])('is refused %s', async (_what, changes, words) => {
    expect(await onControllers(worldOf(), ...changes)).toEqual([400, expect.stringContaining(words)]);
  });

  it('is refused while a controller is not fit, but for a full filesystem', async () => {
    const world = worldOf();
    // controller-1 is degraded by 100.104 in this world.
    expect((await onControllers(world, { name: 'etcd', size: 6 }))[0]).toBe(204);
    seconds(world, 60);
    lock(world, 'controller-1');
    expect((await onControllers(world, { name: 'etcd', size: 7 }))[1]).toContain('nothing is resized');
  });
});

describe('the filesystem of a floating monitor', () => {
  it('is made and deleted with the standby locked', async () => {
    const world = worldOf('rook');
    const rows = world.sysinv.cloud('controller_fs');
    rows.splice(5);
    const post = (body: object) => answered(sends(world, 'POST', 'controller_fs', body));
    expect((await post({ name: 'ceph-float', size: 20 }))[1]).toContain('has to be locked');
    expect((await post({ name: 'ceph-float', size: 5 }))[1]).toContain('at least 20');
    expect((await post({ name: 'ceph-float', size: 9999 }))[1]).toContain('left in cgts-vg');
    expect((await post({ name: 'dc-vault', size: 20 }))[1]).toContain('is not made or deleted');
    lock(world, 'controller-1');
    const [status, row] = await post({ name: 'ceph-float', size: 20 });
    expect([status, row]).toMatchObject([
      200,
      { state: "{'status': 'drbd_fs_creating_in_progress'}", capabilities: { functions: ['monitor'] } },
    ]);
    expect((await post({ name: 'ceph-float', size: 20 }))[1]).toContain('already');
    seconds(world, 60);
    const made = shared(world, 'ceph-float');
    expect(made?.state).toBe("{'status': 'available'}");
    expect((await answered(sends(world, 'DELETE', `controller_fs/${made?.uuid}`)))[1]).toContain(
      'carries a monitor',
    );
    expect((await onControllers(world, { name: 'ceph-float', functions: [] }))[0]).toBe(204);
    expect(made?.state).toBe("{'status': 'reconfigure-with-app'}");
    expect((await answered(sends(world, 'DELETE', `controller_fs/${made?.uuid}`)))[0]).toBe(204);
    seconds(world, 60);
    expect(shared(world, 'ceph-float')).toBeUndefined();
  });

  it('that fails has alarm 800.105', async () => {
    const world = worldOf('rook');
    world.sysinv.cloud('controller_fs').splice(5);
    lock(world, 'controller-1');
    world.storage.failures = 1;
    await sends(world, 'POST', 'controller_fs', { name: 'ceph-float', size: 20 });
    seconds(world, 60);
    expect(shared(world, 'ceph-float')?.state).toBe("{'status': 'drbd_fs_update_error'}");
    expect(alarmsOf(world, /^800\.105/)).toContain('800.105 host=controller-0.controllerfs=ceph-float major');
  });

  it('needs monitors on both controllers, and Rook', async () => {
    const world = worldOf('rook');
    world.sysinv.cloud('controller_fs').splice(5);
    const post = (target: World) =>
      answered(sends(target, 'POST', 'controller_fs', { name: 'ceph-float', size: 20 }));
    fs(world, 'controller-1', 'ceph').capabilities = { functions: ['osd'] };
    expect((await post(world))[1]).toContain('no monitor of its own');
    expect((await post(worldOf('duplex')))[1]).toContain('needs backend ceph-rook');
    expect((await gets(worldOf('rook'), 'controller_fs')).at(-1)).toMatchObject({
      name: 'ceph-float',
      size: 20,
    });
  });
});
