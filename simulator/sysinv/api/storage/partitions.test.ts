import { describe, expect, it } from 'vitest';
import type { World } from '../../../kernel/world';
import { answered, gets, sends, worldOf } from '../../network/asking';
import { hostIn, rowIn, seconds } from './asking';

const LVM = 'ba5eba11-0000-1111-2222-000000000001';
/** The spare disk of a worker. */
const spare = (world: World, host = 'worker-0') =>
  rowIn(world, 'idisks', host, 'device_node', '/dev/nvme0n1');
const body = (world: World, size: unknown, host = 'worker-0') => ({
  ihost_uuid: hostIn(world, host).row.uuid,
  idisk_uuid: spare(world, host).uuid,
  size_mib: size,
  type_guid: LVM,
});
const post = (world: World, size: unknown = 10_240) =>
  answered(sends(world, 'POST', 'partitions', body(world, size)));
async function made(world: World, size = 10_240) {
  const [, row] = await post(world, size);
  if (typeof row === 'string') throw new Error(row);
  return String(row.uuid);
}
const item = async (world: World, uuid: string) =>
  (await answered(sends(world, 'GET', `partitions/${uuid}`)))[1];
const grow = (world: World, uuid: string, value: unknown) =>
  answered(sends(world, 'PATCH', `partitions/${uuid}`, [{ op: 'replace', path: '/size_mib', value }]));

describe('a partition', () => {
  it('is made while the host runs, and takes its part of the disk when it is there', async () => {
    const world = worldOf();
    const before = Number(spare(world).available_mib);
    const [status, row] = await post(world);
    expect([status, row]).toMatchObject([
      200,
      { status: 2, start_mib: null, type_name: null, device_node: '/dev/nvme0n1p1', ipv_uuid: null },
    ]);
    expect(spare(world).available_mib).toBe(before);
    seconds(world, 30);
    const uuid = typeof row === 'string' ? '' : String(row.uuid);
    expect(await item(world, uuid)).toMatchObject({
      status: 0,
      start_mib: 1,
      end_mib: 10_241,
      type_name: 'LVM Physical Volume',
    });
    expect(spare(world).available_mib).toBe(before - 10_240);
    expect(await gets(world, `ihosts/${hostIn(world, 'worker-0').row.uuid}/partitions`)).toHaveLength(3);
  });

  it('is made with the first unlock of a host that is not provisioned, and counts at once', async () => {
    const world = worldOf();
    hostIn(world, 'worker-0').row.invprovision = 'unprovisioned';
    const before = Number(spare(world).available_mib);
    expect((await post(world))[1]).toMatchObject({ status: 3 });
    expect(spare(world).available_mib).toBe(before - 10_240);
  });

  it('grows, and is counted when it has', async () => {
    const world = worldOf();
    const uuid = await made(world);
    seconds(world, 30);
    expect(await grow(world, uuid, 20_480)).toMatchObject([200, { status: 5, size_mib: 20_480 }]);
    const before = Number(spare(world).available_mib);
    seconds(world, 30);
    expect(await item(world, uuid)).toMatchObject({ status: 0, end_mib: 20_481 });
    expect(spare(world).available_mib).toBe(before - 10_240);
  });

  it('goes, and gives back what it took', async () => {
    const world = worldOf();
    const before = Number(spare(world).available_mib);
    const uuid = await made(world);
    seconds(world, 30);
    expect(await answered(sends(world, 'DELETE', `partitions/${uuid}`))).toEqual([204, {}]);
    expect(await item(world, uuid)).toMatchObject({ status: 4 });
    seconds(world, 30);
    expect(await item(world, uuid)).toContain('No disk partition with id');
    expect(spare(world).available_mib).toBe(before);
  });

  it('fails when it is told to, and then blocks the disk until it is deleted', async () => {
    const world = worldOf();
    world.storage.failures = 1;
    const uuid = await made(world);
    seconds(world, 30);
    expect(await item(world, uuid)).toMatchObject({ status: 10 });
    expect((await post(world))[1]).toContain('delete /dev/nvme0n1p1 first');
    expect((await answered(sends(world, 'DELETE', `partitions/${uuid}`)))[0]).toBe(204);
  });

  it('waits where the host goes down meanwhile', async () => {
    const world = worldOf();
    const uuid = await made(world);
    hostIn(world, 'worker-0').bootedAt = null;
    seconds(world, 60);
    expect(await item(world, uuid)).toMatchObject({ status: 2 });
  });

  it('is numbered after the partitions of the installer on the root disk', async () => {
    const world = worldOf();
    const root = rowIn(world, 'idisks', 'worker-0', 'device_node', '/dev/sda');
    const [, row] = await answered(
      sends(world, 'POST', 'partitions', { ...body(world, 1024), idisk_uuid: root.uuid }),
    );
    expect(row).toMatchObject({ device_node: '/dev/sda6' });
    seconds(world, 30);
    expect(rowIn(world, 'partitions', 'worker-0', 'device_node', '/dev/sda6').start_mib).toBe(
      33_000 + 368_640,
    );
  });
});

describe('a partition is refused', () => {
  const GONE = '00000000-0000-4000-8000-000000000000';
  it.each<[string, (world: World) => object, string]>([
    ['of a disk that is not there', () => ({ idisk_uuid: GONE }), 'Invalid data'],
    ['of a host that is not there', () => ({ ihost_uuid: GONE }), 'Invalid data'],
    [
      'above what is left',
      () => ({ size_mib: 99_999_999 }),
      'Requested size 97656 GiB is larger than the 1862.985 GiB available.',
    ],
    ['of no size', () => ({ size_mib: 0 }), 'above 0'],
    ['of another type', () => ({ type_guid: '21686148-6449-6e6f-744e-656564454649' }), 'type'],
    [
      'of the disk of another host',
      (world) => ({ idisk_uuid: spare(world, 'worker-1').uuid }),
      'is not in worker-0',
    ],
    [
      'on a storage host',
      (world) => ({ ihost_uuid: hostIn(world, 'storage-0').row.uuid }),
      'storage-0 is neither',
    ],
  ])('%s', async (_what, change, words) => {
    const world = worldOf();
    const [status, said] = await answered(
      sends(world, 'POST', 'partitions', { ...body(world, 1024), ...change(world) }),
    );
    expect([status, said]).toEqual([400, expect.stringContaining(words)]);
  });

  it('on a disk that is used as a whole', async () => {
    const world = worldOf();
    Object.assign(spare(world), { istor_uuid: GONE });
    expect((await post(world))[1]).toContain('storage function');
    Object.assign(spare(world), { istor_uuid: null, ipv_uuid: GONE });
    expect((await post(world))[1]).toContain('physical volume');
  });

  it('beside another that is being made, also for deleting', async () => {
    const world = worldOf();
    const first = await made(world);
    expect((await post(world))[1]).toContain('Can not create a partition while another is Creating');
    expect((await answered(sends(world, 'DELETE', `partitions/${first}`)))[1]).toContain('Can not delete');
  });

  it('to grow in words of its own for each reason', async () => {
    const world = worldOf();
    const uuid = await made(world);
    expect((await grow(world, uuid, 20_480))[1]).toBe(
      'Can not modify partition. Only partitions in the Ready state can be modified.',
    );
    seconds(world, 30);
    expect((await grow(world, uuid, 1024))[1]).toContain('A partition grows');
    expect((await grow(world, uuid, 'much'))[1]).toContain('whole number');
    expect((await grow(world, uuid, 99_999_999))[1]).toContain('left on the disk');
    const second = await made(world);
    seconds(world, 30);
    expect((await grow(world, uuid, 20_480))[1]).toContain('not the last');
    expect((await answered(sends(world, 'DELETE', `partitions/${uuid}`)))[1]).toContain('not the last');
    hostIn(world, 'worker-0').row.invprovision = 'provisioning';
    expect((await grow(world, second, 20_480))[1]).toContain('not provisioned');
  });

  it('to go, and to grow, with a physical volume on it', async () => {
    const world = worldOf();
    const row = rowIn(world, 'partitions', 'worker-0', 'device_node', '/dev/sdb1');
    expect(await answered(sends(world, 'DELETE', `partitions/${row.uuid}`))).toEqual([
      400,
      'Can not delete partition. A physical volume (/dev/sdb1) is currently associated with this partition',
    ]);
    expect((await grow(world, row.uuid, 999_999_999))[1]).toContain('a physical volume is on it');
  });

  it('to an operator', async () => {
    const world = worldOf();
    const reply = await sends(world, 'POST', 'partitions', body(world, 1), ['operator', 'reader']);
    expect(reply.status).toBe(403);
  });
});

describe('wiping a disk', () => {
  const wipe = (world: World, uuid: string, table = 'gpt') =>
    answered(
      sends(world, 'PATCH', `idisks/${uuid}`, [
        { op: 'replace', path: '/partition_table', value: table },
        { op: 'replace', path: '/skip_formatting', value: 'False' },
      ]),
    );

  it('takes the partitions that nothing uses', async () => {
    const world = worldOf();
    await made(world);
    seconds(world, 30);
    const { uuid, size_mib } = spare(world);
    expect((await wipe(world, uuid))[0]).toBe(200);
    seconds(world, 15);
    expect(spare(world).available_mib).toBe(Number(size_mib) - 32);
  });

  it('is refused for the root disk, a disk in use, another table, a storage host', async () => {
    const world = worldOf();
    const disk = (node: string, host = 'worker-0') => rowIn(world, 'idisks', host, 'device_node', node).uuid;
    expect((await wipe(world, disk('/dev/sda')))[1]).toContain('root disk');
    expect((await wipe(world, disk('/dev/sdb')))[1]).toContain('physical volume');
    expect((await wipe(world, disk('/dev/nvme0n1'), 'msdos'))[1]).toContain('gpt');
    expect((await wipe(world, disk('/dev/sdb', 'storage-0')))[1]).toContain('controllers and workers');
    const half = [{ op: 'replace', path: '/partition_table', value: 'gpt' }];
    expect((await sends(world, 'PATCH', `idisks/${disk('/dev/nvme0n1')}`, half)).status).toBe(500);
  });
});
