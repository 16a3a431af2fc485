import { describe, expect, it } from 'vitest';
import type { World } from '../../../kernel/world';
import { answered, gets, sends, worldOf } from '../../network/asking';
import { hostIn, lock, rowIn, seconds } from './asking';

const group = (world: World, host: string, name = 'cgts-vg') =>
  rowIn(world, 'ilvgs', host, 'lvm_vg_name', name);
const uuidOf = (world: World, host: string) => hostIn(world, host).row.uuid;
const addGroup = (world: World, host: string, lvm_vg_name: string, capabilities?: object) =>
  answered(
    sends(world, 'POST', 'ilvgs', {
      ihost_uuid: uuidOf(world, host),
      lvm_vg_name,
      ...(capabilities && { capabilities }),
    }),
  );
const change = (world: World, uuid: string, capabilities: object) =>
  answered(
    sends(world, 'PATCH', `ilvgs/${uuid}`, [
      { op: 'replace', path: '/capabilities', value: JSON.stringify(capabilities) },
    ]),
  );
const addVolume = (world: World, host: string, ilvg: string, disk_or_part_uuid: string) =>
  answered(
    sends(world, 'POST', 'ipvs', { ihost_uuid: uuidOf(world, host), ilvg_uuid: ilvg, disk_or_part_uuid }),
  );
const drop = (world: World, path: string) => answered(sends(world, 'DELETE', path));
const disk = (world: World, host: string, node: string) => rowIn(world, 'idisks', host, 'device_node', node);

async function unlock(world: World, host: string) {
  for (const app of world.sysinv.cloud('apps')) if (app.status === 'applying') app.status = 'applied';
  Object.assign(hostIn(world, host).row, { config_target: hostIn(world, host).row.config_applied });
  const sent = await answered(
    sends(world, 'PATCH', `ihosts/${host}`, [{ op: 'replace', path: '/action', value: 'unlock' }]),
  );
  expect(sent[0]).toBe(200);
  seconds(world, 1200);
}

describe('a volume group', () => {
  it('holds what its physical volumes measure, less what is on it', () => {
    const world = worldOf();
    const names = world.sysinv.hosts.flatMap(({ row }) => (row.personality ? [String(row.hostname)] : []));
    expect(names).toHaveLength(14);
    for (const name of names) {
      const vg = group(world, name);
      const used = Number(vg.lvm_vg_total_pe) - Number(vg.lvm_vg_free_pe);
      const pv = rowIn(world, 'ipvs', name, 'ilvg_uuid', vg.uuid);
      expect([name, pv.lvm_pe_total, pv.lvm_pe_alloced]).toEqual([name, vg.lvm_vg_total_pe, used]);
      expect(vg.lvm_vg_size).toBe(Number(vg.lvm_vg_total_pe) * 32 * 1024 * 1024);
    }
  });

  it('grows on a controller while that runs', async () => {
    const world = worldOf();
    const before = Number(group(world, 'controller-0').lvm_vg_free_pe);
    const spare = disk(world, 'controller-0', '/dev/sdb');
    const [status, row] = await addVolume(
      world,
      'controller-0',
      group(world, 'controller-0').uuid,
      spare.uuid,
    );
    expect([status, row]).toMatchObject([200, { pv_state: 'adding', pv_type: 'disk', lvm_pv_size: 0 }]);
    expect(spare.ipv_uuid).toBe(typeof row === 'string' ? '' : row.uuid);
    seconds(world, 40);
    expect(group(world, 'controller-0')).toMatchObject({
      lvm_cur_pv: 2,
      lvm_vg_free_pe: before + Math.floor(953_869 / 32),
    });
    expect(spare.available_mib).toBe(0);
    // And shrinks no more.
    const stays = await drop(world, `ipvs/${typeof row === 'string' ? '' : row.uuid}`);
    expect(stays).toEqual([400, 'Physical volumes of cgts-vg stay']);
  });

  it('does not grow by a volume whose work fails', async () => {
    const world = worldOf();
    world.storage.failures = 1;
    const { uuid } = disk(world, 'controller-0', '/dev/sdb');
    await addVolume(world, 'controller-0', group(world, 'controller-0').uuid, uuid);
    seconds(world, 40);
    expect(rowIn(world, 'ipvs', 'controller-0', 'disk_or_part_uuid', uuid).pv_state).toBe('failed');
    expect(group(world, 'controller-0').lvm_cur_pv).toBe(1);
  });

  it('of instances goes and comes with the lock of its host', async () => {
    const world = worldOf();
    const old = group(world, 'worker-0', 'nova-local');
    expect((await drop(world, `ilvgs/${old.uuid}`))[1]).toBe('Host must be locked');
    lock(world, 'worker-0');
    expect(await drop(world, `ilvgs/${old.uuid}`)).toEqual([204, {}]);
    expect(old.vg_state).toBe('removing');
    const volume = rowIn(world, 'ipvs', 'worker-0', 'lvm_vg_name', 'nova-local');
    expect(volume).toMatchObject({ pv_state: 'removing', ilvg_uuid: null });
    expect(
      await addVolume(world, 'worker-0', old.uuid, disk(world, 'worker-0', '/dev/nvme0n1').uuid),
    ).toEqual([400, 'Volume group nova-local is being deleted']);
    await unlock(world, 'worker-0');
    const left = await gets(world, `ihosts/${uuidOf(world, 'worker-0')}/ilvgs`);
    expect(left.map(({ lvm_vg_name }) => lvm_vg_name)).toEqual(['cgts-vg']);
    expect(rowIn(world, 'partitions', 'worker-0', 'device_node', '/dev/sdb1')).toMatchObject({
      status: 0,
      ipv_uuid: null,
    });

    lock(world, 'worker-0');
    const [, added] = await addGroup(world, 'worker-0', 'nova-local');
    expect(added).toMatchObject({ vg_state: 'adding', lvm_vg_size: 0, lvm_vg_uuid: null });
    const partition = rowIn(world, 'partitions', 'worker-0', 'device_node', '/dev/sdb1');
    await addVolume(world, 'worker-0', group(world, 'worker-0', 'nova-local').uuid, partition.uuid);
    await unlock(world, 'worker-0');
    expect(group(world, 'worker-0', 'nova-local')).toMatchObject({ vg_state: 'provisioned', lvm_cur_pv: 1 });
    expect(partition.status).toBe(1);
  });

  it('that somebody wants back again is added again', async () => {
    const world = worldOf();
    lock(world, 'worker-0');
    const old = group(world, 'worker-0', 'nova-local');
    await drop(world, `ilvgs/${old.uuid}`);
    expect(await addGroup(world, 'worker-0', 'nova-local')).toMatchObject([
      200,
      { uuid: old.uuid, vg_state: 'adding' },
    ]);
  });

  it('of containers is made while its host runs, and goes while nothing is on it', async () => {
    const world = worldOf('lvm');
    const csi = group(world, 'controller-0', 'csi-data');
    expect((await drop(world, `ilvgs/${csi.uuid}`))[1]).toContain('holds 1 volumes');
    csi.lvm_cur_lv = 0;
    expect((await drop(world, `ilvgs/${csi.uuid}`))[0]).toBe(204);
    seconds(world, 60);
    expect(await gets(world, 'ilvgs')).toHaveLength(2);
    const [, made] = await addGroup(world, 'controller-0', 'more', {
      lvm_function: 'lvm-csi',
      lvm_type: 'thin',
    });
    expect(made).toMatchObject({ capabilities: { lvm_function: 'lvm-csi', lvm_type: 'thin' } });
    const partition = rowIn(world, 'partitions', 'controller-0', 'device_node', '/dev/nvme0n1p1');
    expect(partition).toMatchObject({ status: 0, ipv_uuid: null });
    await addVolume(world, 'controller-0', group(world, 'controller-0', 'more').uuid, partition.uuid);
    seconds(world, 60);
    expect(group(world, 'controller-0', 'more')).toMatchObject({ vg_state: 'provisioned', lvm_cur_pv: 1 });
  });
});

describe('a volume group is refused', () => {
  it.each<[string, string, string, object | undefined, string]>([
    ['of an unknown name', 'worker-0', 'bogus', undefined, `must be "'nova-local' or 'cgts-vg'"`],
    ['where it is', 'worker-0', 'cgts-vg', undefined, 'there from the start'],
    ['on storage hosts', 'storage-0', 'nova-local', undefined, 'no volume groups'],
    ['without worker functions', 'controller-0', 'nova-local', undefined, 'worker functions'],
    ['in service', 'worker-0', 'nova-local', undefined, 'Host must be locked'],
    ['of a type without a function', 'worker-0', 'cinder-volumes', { lvm_type: 'thin' }, 'A type goes with'],
    ['with a pool', 'worker-0', 'x', { lvm_function: 'lvm-csi', lvm_pool_size: 4 }, 'in cgts-vg only'],
  ])('%s', async (_what, host, name, capabilities, words) => {
    const [status, said] = await addGroup(worldOf(), host, name, capabilities);
    expect([status, said]).toEqual([400, expect.stringContaining(words)]);
  });

  it('twice, and beside the filesystem in its place', async () => {
    const world = worldOf();
    lock(world, 'worker-0');
    expect((await addGroup(world, 'worker-0', 'nova-local'))[1]).toContain('there already');
    const fs = rowIn(world, 'host_fs', 'worker-0', 'name', 'docker');
    fs.name = 'instances';
    expect((await addGroup(world, 'worker-0', 'nova-local'))[1]).toContain('instances');
    expect((await drop(world, `ilvgs/${group(world, 'worker-0').uuid}`))[1]).toContain('can not be deleted');
  });

  it('changes that it does not have', async () => {
    const world = worldOf();
    lock(world, 'worker-0');
    const local = group(world, 'worker-0', 'nova-local').uuid;
    expect((await change(world, local, { concurrent_disk_operations: 4 }))[1]).toBe(
      'nova-local volume group does not have any parameters to modify',
    );
    const platform = group(world, 'controller-0');
    expect((await change(world, platform.uuid, { lvm_pool_size: 4 }))[1]).toContain('needs function lvm-csi');
    expect((await change(world, platform.uuid, { colour: 1 }))[1]).toContain('without a function');
  });
});

describe('the pool of cgts-vg', () => {
  it('takes half of what is left, grows, does not shrink, and goes with the function', async () => {
    const world = worldOf();
    const { uuid, lvm_vg_avail_size } = group(world, 'controller-0');
    const half = Math.floor(Number(lvm_vg_avail_size) / 2 / 1024 ** 3);
    const [, row] = await change(world, uuid, { lvm_function: 'lvm-csi' });
    expect(row).toMatchObject({
      vg_state: 'provisioning',
      capabilities: { lvm_function: 'lvm-csi', lvm_type: 'thin', lvm_pool_size: half },
    });
    seconds(world, 60);
    expect(group(world, 'controller-0').vg_state).toBe('provisioned');
    expect((await change(world, uuid, { lvm_pool_size: 1 }))[1]).toContain('does not shrink');
    expect((await change(world, uuid, { lvm_pool_size: 'x' }))[1]).toContain('whole number');
    expect((await change(world, uuid, { lvm_pool_size: 9999 }))[1]).toContain('are needed');
    expect((await change(world, uuid, { lvm_pool_size: half + 1 }))[0]).toBe(200);
    expect((await change(world, uuid, { lvm_type: 'thick' }))[1]).toContain('The type of a group stays');
    expect(await change(world, uuid, { lvm_function: 'none' })).toMatchObject([200, { capabilities: {} }]);
  });
});

describe('a physical volume is refused', () => {
  it('of what is taken, on the wrong host, or of nothing', async () => {
    const world = worldOf();
    const vg = group(world, 'controller-0').uuid;
    const said = async (device: string, ilvg = vg, host = 'controller-0') =>
      (await addVolume(world, host, ilvg, device))[1];
    expect(await said('00000000-0000-4000-8000-000000000000')).toContain('there is no disk or partition');
    expect(await said(disk(world, 'controller-0', '/dev/sda').uuid)).toContain('root disk');
    expect(await said(disk(world, 'controller-1', '/dev/sdb').uuid)).toContain('in another host');
    expect(await said(rowIn(world, 'partitions', 'controller-0', 'device_node', '/dev/sda5').uuid)).toContain(
      'In-Use',
    );
    expect(
      await said(disk(world, 'worker-0', '/dev/nvme0n1').uuid, group(world, 'worker-0').uuid, 'worker-0'),
    ).toBe('Host must be locked');
    expect(
      await said(disk(world, 'storage-0', '/dev/sdb').uuid, group(world, 'storage-0').uuid, 'storage-0'),
    ).toContain('controllers and workers');
    lock(world, 'worker-0');
    expect(
      await said(disk(world, 'worker-0', '/dev/sdb').uuid, group(world, 'worker-0').uuid, 'worker-0'),
    ).toContain('has partitions');
    const spare = disk(world, 'controller-0', '/dev/sdb');
    spare.istor_uuid = spare.uuid;
    expect(await said(spare.uuid)).toContain('storage function');
    spare.istor_uuid = null;
    const fs = world.sysinv.cloud('controller_fs')[0];
    if (fs) fs.state = "{'status': 'drbd_fs_resizing_in_progress'}";
    expect(await said(spare.uuid)).toContain('is being resized');
    const without = await sends(world, 'POST', 'ipvs', { ihost_uuid: uuidOf(world, 'controller-0') });
    expect(without.status).toBe(400);
  });

  it('twice; one that is not there yet goes at once', async () => {
    const world = worldOf();
    lock(world, 'worker-0');
    const [spare, vg] = [
      disk(world, 'worker-0', '/dev/nvme0n1'),
      group(world, 'worker-0', 'nova-local').uuid,
    ];
    const [, row] = await addVolume(world, 'worker-0', vg, spare.uuid);
    expect((await addVolume(world, 'worker-0', vg, spare.uuid))[1]).toContain('already');
    expect((await drop(world, `ipvs/${typeof row === 'string' ? '' : row.uuid}`))[0]).toBe(204);
    expect(spare.ipv_uuid).toBe(null);
    const old = rowIn(world, 'ipvs', 'worker-0', 'lvm_vg_name', 'nova-local');
    expect((await drop(world, `ipvs/${old.uuid}`))[0]).toBe(204);
    expect((await drop(world, `ipvs/${old.uuid}`))[1]).toContain('is being removed');
  });
});
