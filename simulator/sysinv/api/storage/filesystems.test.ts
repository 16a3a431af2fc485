import { describe, expect, it } from 'vitest';
import type { World } from '../../../kernel/world';
import { answered, sends, worldOf } from '../../network/asking';
import { rowsOn } from '../../network/rows';
import { applyStorageApp } from '../../storage/app';
import { alarmsOf, hostIn, lock, rowIn, seconds } from './asking';

type Wanted = { name: string; size?: unknown; functions?: string[] };
const patchesOf = (changes: Wanted[]) =>
  changes.map(({ name, size, functions }) => [
    { op: 'replace', path: '/name', value: name },
    ...(size === undefined ? [] : [{ op: 'replace', path: '/size', value: size }]),
    ...(functions ? [{ op: 'replace', path: '/capabilities', value: JSON.stringify({ functions }) }] : []),
  ]);
const put = (world: World, path: string, changes: Wanted[]) =>
  answered(sends(world, 'PUT', `${path}/update_many`, patchesOf(changes)));
const onHost = (world: World, host: string, ...changes: Wanted[]) =>
  put(world, `ihosts/${hostIn(world, host).row.uuid}/host_fs`, changes);
const fs = (world: World, host: string, name: string) => rowIn(world, 'host_fs', host, 'name', name);
const shared = (world: World, name: string) =>
  world.sysinv.cloud('controller_fs').find((row) => row.name === name);
const freePe = (world: World, host: string) =>
  Number(rowIn(world, 'ilvgs', host, 'lvm_vg_name', 'cgts-vg').lvm_vg_free_pe);
const add = (world: World, host: string, name: string, size: unknown) =>
  answered(sends(world, 'POST', 'host_fs', { ihost_uuid: hostIn(world, host).row.uuid, name, size }));
const late = (world: World) => alarmsOf(world, /^250\.001/).map((text) => text.split(' ')[1]);

describe('a filesystem of a host', () => {
  it('grows while the host runs, which is out of date until it has', async () => {
    const world = worldOf();
    const before = freePe(world, 'controller-0');
    const changes = [
      { name: 'scratch', size: '20' },
      { name: 'kubelet', size: 12 },
    ];
    expect(await onHost(world, 'controller-0', ...changes)).toEqual([204, {}]);
    expect(fs(world, 'controller-0', 'scratch')).toMatchObject({ state: 'Modifying', size: 20 });
    expect(late(world)).toContain('host=controller-0');
    // The next change waits for this one.
    expect((await onHost(world, 'controller-0', { name: 'var', size: 30 }))[1]).toContain('not done yet');
    expect(freePe(world, 'controller-0')).toBe(before);
    seconds(world, 60);
    expect(fs(world, 'controller-0', 'scratch').state).toBe('Ready');
    expect(freePe(world, 'controller-0')).toBe(before - 6 * 32);
    expect(late(world)).not.toContain('host=controller-0');
  });

  it('fails when it is told to', async () => {
    const world = worldOf();
    world.storage.failures = 1;
    await onHost(world, 'worker-0', { name: 'scratch', size: 20 });
    seconds(world, 60);
    expect(fs(world, 'worker-0', 'scratch').state).toBe('Error');
  });

  it.each<[string, Wanted, string]>([
    [
      'smaller',
      { name: 'scratch', size: '5' },
      "HostFs update failed: size for filesystem 'scratch' should be bigger than 16.",
    ],
    [
      'without a number',
      { name: 'scratch', size: 'abc' },
      "HostFs update failed: filesystem 'scratch' size must be an integer.",
    ],
    ['of no name', { name: 'nosuch', size: 20 }, "HostFs update failed: invalid filesystem 'nosuch'."],
    ['with functions', { name: 'scratch', functions: ['monitor'] }, 'only filesystem ceph has functions'],
  ])('is refused %s', async (_what, change, words) => {
    expect(await onHost(worldOf(), 'controller-0', change)).toEqual([400, expect.stringContaining(words)]);
  });

  it('is refused where the group has no room, a volume is pending, or nothing is asked', async () => {
    const world = worldOf();
    const free = Math.floor(freePe(world, 'controller-0') / 32);
    expect((await onHost(world, 'controller-0', { name: 'scratch', size: 99_999 }))[1]).toBe(
      `HostFs update failed: Not enough free space on cgts-vg. Current free space ${free} GiB, requested total increase 99983 GiB.`,
    );
    expect((await onHost(world, 'controller-0'))[1]).toContain('nothing to change');
    const pv = rowIn(world, 'ipvs', 'controller-0', 'lvm_vg_name', 'cgts-vg');
    pv.pv_state = 'adding';
    expect((await onHost(world, 'controller-0', { name: 'scratch', size: 20 }))[1]).toContain(
      'not provisioned yet',
    );
    const row = shared(world, 'etcd');
    if (row) row.state = "{'status': 'drbd_fs_resizing_in_progress'}";
    expect((await onHost(world, 'worker-0', { name: 'scratch', size: 20 }))[1]).toContain('is being resized');
    const one = await sends(world, 'PATCH', `host_fs/${fs(world, 'worker-0', 'var').uuid}`, []);
    expect(one.status).toBe(403);
  });
});

describe('an optional filesystem', () => {
  it('is made while the host runs, takes room, and goes', async () => {
    const world = worldOf();
    const before = freePe(world, 'controller-0');
    expect(await add(world, 'controller-0', 'image-conversion', 10)).toMatchObject([
      200,
      { state: 'Creating', logical_volume: 'conversion-lv', capabilities: { functions: [] } },
    ]);
    const row = fs(world, 'controller-0', 'image-conversion');
    expect((await answered(sends(world, 'DELETE', `host_fs/${row.uuid}`)))[1]).toContain('is Creating');
    seconds(world, 60);
    expect([row.state, freePe(world, 'controller-0')]).toEqual(['Ready', before - 320]);
    expect((await answered(sends(world, 'DELETE', `host_fs/${row.uuid}`)))[0]).toBe(204);
    expect(row.state).toBe('Deleting');
    seconds(world, 60);
    expect(rowsOn(world, 'host_fs', hostIn(world, 'controller-0'))).not.toContain(row);
    expect(freePe(world, 'controller-0')).toBe(before);
  });

  it('of a locked host waits for its unlock', async () => {
    const world = worldOf();
    lock(world, 'worker-0');
    const volumes = rowsOn(world, 'ilvgs', hostIn(world, 'worker-0'));
    expect((await add(world, 'worker-0', 'instances', 10))[1]).toContain('nova-local is there');
    volumes.splice(1);
    expect(await add(world, 'worker-0', 'instances', 10)).toMatchObject([
      200,
      { state: 'Creating (on unlock)' },
    ]);
    seconds(world, 300);
    expect(fs(world, 'worker-0', 'instances').state).toBe('Creating (on unlock)');
    expect((await onHost(world, 'worker-0', { name: 'instances', size: 20 }))[1]).toContain('not Ready');
    const { uuid } = fs(world, 'worker-0', 'instances');
    expect((await answered(sends(world, 'DELETE', `host_fs/${uuid}`)))[0]).toBe(204);
    expect(fs(world, 'worker-0', 'instances').state).toBe('Deleting (on unlock)');
  });

  it.each<[string, string, string, unknown, string]>([
    ['of another name', 'controller-0', 'scratch', 10, 'is not made or deleted'],
    ['on the wrong host', 'worker-0', 'image-conversion', 10, 'no filesystem image-conversion on a worker'],
    ['in service', 'worker-0', 'instances', 10, 'Host must be locked'],
    ['without Rook', 'controller-0', 'ceph', 20, 'needs backend ceph-rook'],
    ['without a size', 'controller-0', 'image-conversion', 0, 'at least 1 GiB'],
    ['without room', 'controller-0', 'image-conversion', 9999, 'Not enough free space on cgts-vg'],
  ])('is refused %s', async (_what, host, name, size, words) => {
    expect(await add(worldOf(), host, name, size)).toEqual([400, expect.stringContaining(words)]);
  });

  it('is refused on a controller that is away, and twice', async () => {
    const world = worldOf();
    hostIn(world, 'controller-1').row.availability = 'offline';
    expect((await add(world, 'controller-1', 'image-conversion', 10))[1]).toContain('is offline');
    await add(world, 'controller-0', 'image-conversion', 10);
    expect((await add(world, 'controller-0', 'image-conversion', 10))[1]).toContain('already');
  });
});

describe('what a filesystem does for Rook', () => {
  it('changes with the application, monitors alone, and not the last one', async () => {
    const world = worldOf('rook');
    const change = (...functions: string[]) => onHost(world, 'controller-0', { name: 'ceph', functions });
    expect((await change('monitor'))[1]).toContain('comes and goes with the OSDs');
    expect((await change('monitor', 'osd', 'mds'))[1]).toContain('no function mds');
    expect((await change('osd'))[1]).toContain('Remove the floating monitor first');
    world.sysinv.cloud('controller_fs').splice(5);
    expect((await change('osd'))[0]).toBe(204);
    expect(fs(world, 'controller-0', 'ceph')).toMatchObject({
      state: 'Reconfigure with App',
      capabilities: { functions: ['osd'] },
    });
    expect((await onHost(world, 'controller-1', { name: 'ceph', functions: ['osd'] }))[1]).toContain(
      'last monitor',
    );
    applyStorageApp(world);
    seconds(world, 61);
    expect(fs(world, 'controller-0', 'ceph').state).toBe('In-Use');
  });

  it('comes with the filesystem, and goes by force', async () => {
    const world = worldOf('rook');
    expect((await add(world, 'worker-0', 'ceph', 20))[1]).toContain('Remove the floating monitor first');
    world.sysinv.cloud('controller_fs').splice(5);
    expect(await add(world, 'worker-0', 'ceph', 20)).toMatchObject([
      200,
      { capabilities: { functions: ['monitor'] } },
    ]);
    seconds(world, 60);
    const row = fs(world, 'controller-0', 'ceph');
    expect((await answered(sends(world, 'DELETE', `host_fs/${row.uuid}`)))[1]).toContain('is In-Use');
    expect((await answered(sends(world, 'DELETE', `host_fs/${row.uuid}?force=true`)))[0]).toBe(204);
    expect(row.capabilities).toEqual({ functions: ['osd'], marked_for_removal: true });
    applyStorageApp(world);
    seconds(world, 61);
    expect(rowsOn(world, 'host_fs', hostIn(world, 'controller-0'))).not.toContain(row);
    expect(rowsOn(world, 'istors', hostIn(world, 'controller-0'))).toEqual([]);
  });
});
