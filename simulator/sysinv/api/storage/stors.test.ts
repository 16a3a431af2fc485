import { describe, expect, it } from 'vitest';
import type { World, WorldName } from '../../../kernel/world';
import { act, faultOf } from '../../ask';
import { answered, gets, sends, worldOf } from '../../network/asking';
import { newOnHost, rowsOn } from '../../network/rows';
import { applyStorageApp } from '../../storage/app';
import { hostIn, lock, rowIn, seconds } from './asking';

const post = (world: World, host: string, more: object) =>
  answered(sends(world, 'POST', 'istors', { ihost_uuid: hostIn(world, host).row.uuid, ...more }));
const tierOf = (world: World, name = 'storage') =>
  world.sysinv.cloud('storage_tiers').find((row) => row.name === name)?.uuid;

/** A disk that nothing uses yet. */
function spareDisk(world: World, host: string, type = 'SSD') {
  const row = {
    ...rowIn(world, 'idisks', host, 'device_node', '/dev/sdb'),
    ...newOnHost(world, 'idisks', hostIn(world, host)),
    device_node: '/dev/sde',
    device_path: '/dev/disk/by-path/pci-0000:00:1f.2-ata-9.0',
    device_type: type,
    size_mib: 953_869,
    available_mib: 953_837,
    capabilities: { stor_function: '' },
    istor_uuid: null,
    ipv_uuid: null,
  };
  rowsOn(world, 'idisks', hostIn(world, host)).push(row);
  return row;
}

function stage(name: WorldName, host: string, locked = true) {
  const world = worldOf(name);
  if (locked) lock(world, host);
  return { world, disk: spareDisk(world, host) };
}

describe('an OSD', () => {
  it('of a locked storage host waits for its unlock', async () => {
    const { world, disk } = stage('standard', 'storage-1');
    const [status, row] = await post(world, 'storage-1', { idisk_uuid: disk.uuid, tier_uuid: tierOf(world) });
    expect([status, row]).toMatchObject([
      200,
      {
        osdid: 4,
        function: 'osd',
        state: 'configuring-on-unlock',
        tier_name: 'storage',
        journal_size_mib: 400,
        journal_path: '/dev/disk/by-path/pci-0000:65:00.0-nvme-1-part3',
        journal_node: '/dev/nvme0n1p3',
      },
    ]);
    expect(disk).toMatchObject({
      istor_uuid: row && typeof row !== 'string' ? row.uuid : '',
      available_mib: 953_837,
    });
    seconds(world, 200);
    expect(rowIn(world, 'istors', 'storage-1', 'osdid', 4).state).toBe('configuring-on-unlock');
    for (const app of world.sysinv.cloud('apps')) if (app.status === 'applying') app.status = 'applied';
    expect((await act(world, 'storage-1', 'unlock')).status).toBe(200);
    seconds(world, 1200);
    expect(rowIn(world, 'istors', 'storage-1', 'osdid', 4).state).toBe('configured');
    expect(disk.available_mib).toBe(0);
    const [tier] = await gets(world, 'storage_tiers');
    expect(tier).toMatchObject({ stors: [0, 1, 2, 3, 4], status: 'in-use' });
  });

  it('of an all-in-one in service is configured while that runs, its journal on its own disk', async () => {
    const { world, disk } = stage('duplex', 'controller-0', false);
    const [, row] = await post(world, 'controller-0', { idisk_uuid: disk.uuid });
    expect(row).toMatchObject({ state: 'configuring', osdid: 2, journal_node: '/dev/sde2' });
    expect(row).toMatchObject({ journal_location: typeof row === 'string' ? '' : row.uuid });
    seconds(world, 100);
    expect(rowIn(world, 'istors', 'controller-0', 'osdid', 2).state).toBe('configured');
  });

  it('fails when it is told to', async () => {
    const { world, disk } = stage('duplex', 'controller-0', false);
    world.storage.failures = 1;
    await post(world, 'controller-0', { idisk_uuid: disk.uuid });
    seconds(world, 100);
    expect(rowIn(world, 'istors', 'controller-0', 'osdid', 2).state).toBe('configuration-failed');
  });

  it('has its journal moved and resized', async () => {
    const { world, disk } = stage('standard', 'storage-1');
    await post(world, 'storage-1', { idisk_uuid: disk.uuid });
    const osd = rowIn(world, 'istors', 'storage-1', 'osdid', 4);
    const patch = (path: string, value: unknown) =>
      answered(sends(world, 'PATCH', `istors/${osd.uuid}`, [{ op: 'replace', path, value }]));
    expect((await patch('/journal_size_mib', 2048))[1]).toMatchObject({ journal_size_mib: 2048 });
    expect((await patch('/journal_size_mib', 20_480))[1]).toContain('at most 10240');
    expect((await patch('/journal_size_mib', 20))[1]).toContain('at least 200');
    expect((await patch('/journal_location', osd.uuid))[1]).toMatchObject({
      journal_location: osd.uuid,
      journal_node: '/dev/sde2',
      journal_size_mib: 400,
    });
    expect((await patch('/journal_size_mib', 2048))[1]).toContain('keeps its size');
    expect((await patch('/osdid', 9))[1]).toContain('osdid is not changed');
  });
});

describe('a journal', () => {
  it('is on a fast disk, is configured at once, and goes from a locked host', async () => {
    const { world, disk } = stage('standard', 'storage-1');
    const [, row] = await post(world, 'storage-1', { idisk_uuid: disk.uuid, function: 'journal' });
    expect(row).toMatchObject({ function: 'journal', state: 'configured', osdid: null, tier_uuid: null });
    const uuid = typeof row === 'string' ? '' : row.uuid;
    // With two of them an OSD has to say which.
    const second = spareDisk(world, 'storage-1');
    const which = await post(world, 'storage-1', { idisk_uuid: second.uuid });
    expect(which[1]).toContain('several journals');
    expect((await answered(sends(world, 'DELETE', `istors/${uuid}`)))[0]).toBe(204);
    expect(disk.istor_uuid).toBe(null);
    const slow = spareDisk(world, 'storage-1', 'HDD');
    expect((await post(world, 'storage-1', { idisk_uuid: slow.uuid, function: 'journal' }))[1]).toContain(
      'SSD',
    );
  });
});

describe('a storage function is refused', () => {
  it('in the wrong place, in service, and without Ceph', async () => {
    const world = worldOf();
    const disk = rowIn(world, 'idisks', 'worker-0', 'device_node', '/dev/nvme0n1').uuid;
    expect(await post(world, 'worker-0', { idisk_uuid: disk })).toEqual([
      400,
      "Storage model is 'storage-nodes'. Storage devices can only be added to storage nodes.",
    ]);
    expect(await post(world, 'storage-0', { idisk_uuid: disk })).toEqual([
      400,
      'Host storage-0 must be locked.',
    ]);
    const lvm = worldOf('lvm');
    expect((await post(lvm, 'controller-0', {}))[1]).toContain('ceph-rook backend');
    const away = worldOf('duplex');
    Object.assign(hostIn(away, 'controller-1').row, { operational: 'disabled' });
    expect((await post(away, 'controller-1', {}))[1]).toContain('not enabled');
  });

  it('of what is no free disk', async () => {
    const { world, disk } = stage('standard', 'storage-1');
    const of = (node: string, host = 'storage-1') => rowIn(world, 'idisks', host, 'device_node', node).uuid;
    const said = async (more: object) => (await post(world, 'storage-1', more))[1];
    expect(await said({})).toContain('needs a disk');
    expect(await said({ idisk_uuid: '00000000-0000-4000-8000-000000000000' })).toContain('There is no disk');
    expect(await said({ idisk_uuid: of('/dev/sdb') })).toContain('storage function already');
    expect(await said({ idisk_uuid: of('/dev/sda') })).toContain('root disk');
    expect(await said({ idisk_uuid: of('/dev/sdb', 'controller-0') })).toContain('another host');
    expect(await said({ idisk_uuid: disk.uuid, function: 'swift' })).toContain('no storage function swift');
    const tier_uuid = '00000000-0000-4000-8000-000000000000';
    expect(await said({ idisk_uuid: disk.uuid, tier_uuid })).toContain('no tier');
    const journal_location = rowIn(world, 'istors', 'storage-1', 'function', 'osd').uuid;
    expect(await said({ idisk_uuid: disk.uuid, journal_location })).toContain('is no journal');
    const far = rowIn(world, 'istors', 'storage-0', 'function', 'journal').uuid;
    expect(await said({ idisk_uuid: disk.uuid, journal_location: far })).toContain('in another host');
    Object.assign(disk, { ipv_uuid: disk.uuid });
    expect(await said({ idisk_uuid: disk.uuid })).toContain('physical volume');
  });

  it('without saying which of two tiers', async () => {
    const { world, disk } = stage('ceph', 'storage-3');
    expect((await post(world, 'storage-3', { idisk_uuid: disk.uuid }))[1]).toContain('several tiers');
    const [, row] = await post(world, 'storage-3', {
      idisk_uuid: disk.uuid,
      tier_uuid: tierOf(world, 'gold'),
    });
    expect(row).toMatchObject({ tier_name: 'gold', osdid: 12 });
  });

  it('while Ceph does not answer', async () => {
    const { world, disk } = stage('duplex', 'controller-0', false);
    world.storage.faults.push({ id: 1, kind: 'ceph-down', phase: 'on', since: 0 });
    expect((await post(world, 'controller-0', { idisk_uuid: disk.uuid }))[1]).toContain(
      'Ceph does not answer',
    );
  });
});

describe('an OSD stays', () => {
  const drop = (world: World, uuid: string, force = false) =>
    answered(sends(world, 'DELETE', `istors/${uuid}${force ? '?force=true' : ''}`));

  it('once it is configured, but on a simplex that keeps another', async () => {
    const world = worldOf();
    lock(world, 'storage-1');
    const osd = rowIn(world, 'istors', 'storage-1', 'osdid', 2);
    expect((await drop(world, osd.uuid))[1]).toContain('Only journals');
    expect((await drop(world, osd.uuid, true))[1]).toContain('ceph-rook only');
    osd.state = 'configuring-on-unlock';
    expect((await drop(world, osd.uuid))[0]).toBe(204);

    const simplex = worldOf('simplex');
    const first = rowIn(simplex, 'istors', 'controller-0', 'osdid', 0);
    expect((await drop(simplex, first.uuid))[1]).toContain('last OSD stays');
    const disk = spareDisk(simplex, 'controller-0');
    await post(simplex, 'controller-0', { idisk_uuid: disk.uuid });
    expect((await drop(simplex, first.uuid))[1]).toContain('without a copy');
    const backend = simplex.sysinv.cloud('storage_backend')[0];
    if (backend) backend.capabilities = { replication: '2', min_replication: '1' };
    expect((await drop(simplex, first.uuid))[1]).toContain('must be locked');
    lock(simplex, 'controller-0');
    expect((await drop(simplex, first.uuid))[0]).toBe(204);
  });

  it('of a storage host that has no other: it can not be unlocked without', async () => {
    const world = worldOf();
    lock(world, 'storage-1');
    rowsOn(world, 'istors', hostIn(world, 'storage-1')).splice(0);
    for (const app of world.sysinv.cloud('apps')) if (app.status === 'applying') app.status = 'applied';
    expect(faultOf(await act(world, 'storage-1', 'unlock'))).toContain(
      'without any Storage Volumes configured',
    );
  });
});

describe('an OSD of Rook', () => {
  it('is configured by the application, which gives it its id', async () => {
    const { world, disk } = stage('rook', 'controller-0', false);
    const [, row] = await post(world, 'controller-0', { idisk_uuid: disk.uuid });
    expect(row).toMatchObject({ osdid: null, state: 'configuring-with-app', journal_path: null });
    seconds(world, 300);
    expect(rowsOn(world, 'istors', hostIn(world, 'controller-0'))[1]).toMatchObject({
      state: 'configuring-with-app',
    });
    expect(applyStorageApp(world)).toBe(true);
    seconds(world, 61);
    expect(rowsOn(world, 'istors', hostIn(world, 'controller-0'))[1]).toMatchObject({
      state: 'configured',
      osdid: 2,
    });
  });

  it('goes with the application, while there is a copy elsewhere; by force in any case', async () => {
    const { world, disk } = stage('rook', 'controller-0', false);
    const osd = rowIn(world, 'istors', 'controller-0', 'osdid', 0);
    const drop = (query = '') => answered(sends(world, 'DELETE', `istors/${osd.uuid}${query}`));
    expect((await drop())[1]).toContain('fewer OSDs than copies');
    await post(world, 'controller-0', { idisk_uuid: disk.uuid });
    applyStorageApp(world);
    expect((await drop())[1]).toContain('in transition');
    seconds(world, 61);
    expect((await drop())[0]).toBe(204);
    expect(osd.state).toBe('deleting-with-app');
    expect((await drop())[1]).toContain('already');
    expect((await drop('?force=true'))[0]).toBe(204);
    expect(osd.state).toBe('force-deleting-with-app');
    expect(await gets(world, 'storage_backend')).toMatchObject([{ state: 'configuring-with-app' }]);
    applyStorageApp(world);
    seconds(world, 61);
    expect(rowsOn(world, 'istors', hostIn(world, 'controller-0')).map(({ osdid }) => osdid)).toEqual([2]);
    expect(await gets(world, 'storage_backend')).toMatchObject([{ state: 'configured', task: 'applied' }]);
  });

  it('is on controllers alone with deployment model controller, and brings its filesystem', async () => {
    const world = worldOf('rook');
    const disk = rowIn(world, 'idisks', 'worker-0', 'device_node', '/dev/nvme0n1').uuid;
    expect((await post(world, 'worker-0', { idisk_uuid: disk }))[1]).toContain('no OSDs on worker-0');
    const [backend] = world.sysinv.cloud('storage_backend');
    if (backend)
      backend.capabilities = { deployment_model: 'open', failure_domain: 'host', replication: '2' };
    expect((await post(world, 'worker-0', { idisk_uuid: disk }))[0]).toBe(200);
    expect(rowIn(world, 'host_fs', 'worker-0', 'name', 'ceph')).toMatchObject({
      state: 'Creating',
      size: 20,
      capabilities: { functions: ['osd'] },
    });
    seconds(world, 60);
    expect(rowIn(world, 'host_fs', 'worker-0', 'name', 'ceph').state).toBe('In-Use');
  });
});
