/** Changing the disks of a locked worker against the embedded platform: each kind made, changed, refused and taken back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { storageBench } from '@/e2e/support/storage-bench';
import type { DeviceRef, StorageCall } from '@/lib/domain/storage/editor/calls';

const LOCKED = 'worker-4';
const RUNNING = 'worker-0';
const SPARE = '/dev/nvme0n1';

const { bench, run, storage, disk, seconds } = storageBench('configurator', 'standard');
const { written, signIn } = bench;
const writes = () => bench.writes('sysinv');
const states = (results: readonly { state: string }[]) => results.map(({ state }) => state);
const refusing = (method: string, path: string, status = 400) =>
  bench.platform().control.fault({
    ...{ service: 'sysinv', method, path, status, times: 1 },
    body: { error_message: JSON.stringify({ faultstring: 'Not now', faultcode: 'Client' }) },
  });

async function create(host: string, gib = 10): Promise<StorageCall & { do: 'partition.create' }> {
  const { id } = await disk(host, SPARE);
  const known = (await storage(host)).partitions.filter(({ diskId }) => diskId === id).map((one) => one.id);
  return { do: 'partition.create', newOn: id, known, sizeMib: gib * 1024 };
}
const spareParts = async (host = LOCKED) => {
  const { id } = await disk(host, SPARE);
  return (await storage(host)).partitions.filter(({ diskId }) => diskId === id);
};
const volume = (group: string, on: DeviceRef, verb: 'add' | 'remove' = 'add'): StorageCall => ({
  do: `volume.${verb}`,
  ...{ group, on },
});

/** What a test before has left on the spare disk. */
async function clear(host: string) {
  await seconds(60);
  const { id } = await disk(host, SPARE);
  await run(host, [volume('nova-local', { disk: id }, 'remove')]);
  for (const part of (await spareParts(host)).toReversed()) {
    await run(host, [
      volume('nova-local', { partition: part.id }, 'remove'),
      { do: 'partition.delete', on: { partition: part.id } },
    ]);
    await seconds(60);
  }
  bench.written.length = 0;
  await bench.platform().control.resetRequests();
}
beforeEach(() => clear(LOCKED));
beforeEach(() => clear(RUNNING));

describe('partitions of a running host', () => {
  it('are made in the background, grow and go, each in one request and one line of the trail', async () => {
    expect(states(await run(RUNNING, [await create(RUNNING)]))).toEqual(['done']);
    expect(await writes()).toBe(1);
    expect(written).toMatchObject([
      {
        ...{ action: 'host-storage-partition.create', target: `${RUNNING}/${SPARE}`, outcome: 'ok' },
        details: { hostname: RUNNING, storageSize: '10240 MiB' },
      },
    ]);
    expect(await spareParts(RUNNING)).toMatchObject([{ status: 2, sizeMib: 10_240 }]);
    await seconds(60);
    const [made] = await spareParts(RUNNING);
    expect(made).toMatchObject({ status: 0, node: '/dev/nvme0n1p1' });
    const id = made?.id ?? '';
    expect(states(await run(RUNNING, [{ do: 'partition.grow', partition: id, sizeMib: 20_480 }]))).toEqual([
      'done',
    ]);
    await seconds(60);
    expect(await spareParts(RUNNING)).toMatchObject([{ status: 0, sizeMib: 20_480 }]);
    expect(states(await run(RUNNING, [{ do: 'partition.delete', on: { partition: id } }]))).toEqual(['done']);
    await seconds(60);
    expect(await spareParts(RUNNING)).toEqual([]);
  });

  it('are refused in the platform’s words: too large, shrunk, not the last one, while another is made', async () => {
    const { sizeMib } = await disk(RUNNING, SPARE);
    expect(
      await run(RUNNING, [{ ...(await create(RUNNING)), sizeMib: (sizeMib ?? 0) + 1024 }]),
    ).toMatchObject([
      {
        state: 'failed',
        failure: {
          kind: 'refused',
          status: 400,
          message: expect.stringMatching(/^Requested size .* GiB is larger than/),
        },
      },
    ]);
    await run(RUNNING, [await create(RUNNING)]);
    expect(await run(RUNNING, [await create(RUNNING, 20)])).toMatchObject([
      { state: 'failed', failure: { kind: 'refused' } },
    ]);
    await seconds(60);
    await run(RUNNING, [await create(RUNNING, 20)]);
    await seconds(60);
    const [first, second] = await spareParts(RUNNING);
    expect(
      await run(RUNNING, [{ do: 'partition.delete', on: { partition: first?.id ?? '' } }]),
    ).toMatchObject([{ state: 'failed', failure: { kind: 'refused' } }]);
    expect(
      await run(RUNNING, [{ do: 'partition.grow', partition: second?.id ?? '', sizeMib: 10_240 }]),
    ).toMatchObject([{ state: 'failed', failure: { kind: 'refused' } }]);
  });

  it('asked for again after no answer are not made twice', async () => {
    const call = await create(RUNNING);
    await bench.platform().control.fault({
      service: 'sysinv',
      method: 'POST',
      path: '/v1/partitions',
      dropAfter: true,
      times: 1,
    });
    await run(RUNNING, [call]);
    expect(states(await run(RUNNING, [call]))).toEqual(['already']);
    expect(await spareParts(RUNNING)).toHaveLength(1);
  });
});

describe('nova-local of a locked worker', () => {
  it('takes a partition in the same go, before that is ready', async () => {
    const made = await create(LOCKED);
    const { do: _, ...fresh } = made;
    expect(states(await run(LOCKED, [made, volume('nova-local', fresh)]))).toEqual(['done', 'done']);
    const { physicalVolumes, partitions } = await storage(LOCKED);
    const part = partitions.find(({ sizeMib }) => sizeMib === 10_240);
    expect(physicalVolumes.find(({ onId }) => onId === part?.id)).toMatchObject({
      group: 'nova-local',
      state: 'adding',
    });
    expect(written.map(({ action, target }) => [action, target])).toEqual([
      ['host-storage-partition.create', `${LOCKED}/${SPARE}`],
      ['host-storage-volume.add', `${LOCKED}/${SPARE}`],
    ]);
  });

  it('that is refused takes the partition back where the platform lets, and says where it does not', async () => {
    const made = await create(LOCKED);
    const { do: _, ...fresh } = made;
    await refusing('POST', '/v1/ipvs');
    const results = await run(LOCKED, [made, volume('nova-local', fresh)]);
    expect(results[1]).toMatchObject({ state: 'failed', failure: { message: 'Not now' } });
    // In service a partition that is being made cannot be deleted: it stands, with the platform's words.
    expect(results[0]).toMatchObject({ state: 'stands', failure: { kind: 'refused' } });
  });

  it('takes a whole disk, and lets go of it again', async () => {
    const { id } = await disk(LOCKED, SPARE);
    expect(states(await run(LOCKED, [volume('nova-local', { disk: id })]))).toEqual(['done']);
    expect(states(await run(LOCKED, [volume('nova-local', { disk: id })]))).toEqual(['already']);
    expect(states(await run(LOCKED, [volume('nova-local', { disk: id }, 'remove')]))).toEqual(['done']);
    expect((await storage(LOCKED)).physicalVolumes.some(({ onId }) => onId === id)).toBe(false);
  });

  it('gives what it has back at the unlock, until when it can be added again', async () => {
    const { physicalVolumes } = await storage(LOCKED);
    const own = physicalVolumes.find(({ group }) => group === 'nova-local');
    const on: DeviceRef = own?.type === 'disk' ? { disk: own.onId ?? '' } : { partition: own?.onId ?? '' };
    expect(states(await run(LOCKED, [volume('nova-local', on, 'remove')]))).toEqual(['done']);
    const now = async () => (await storage(LOCKED)).physicalVolumes.filter(({ onId }) => onId === own?.onId);
    expect(await now()).toMatchObject([{ id: own?.id, state: 'removing' }]);
    expect(states(await run(LOCKED, [volume('nova-local', on)]))).toEqual(['done']);
    expect(await now()).toMatchObject([{ id: own?.id, state: 'adding' }]);
  });

  it('of a running worker is refused', async () => {
    const { id } = await disk(RUNNING, SPARE);
    expect(await run(RUNNING, [volume('nova-local', { disk: id })])).toMatchObject([
      { state: 'failed', failure: { message: 'Host must be locked' } },
    ]);
  });

  it('has no parameters (recorded)', async () => {
    expect(
      await run(LOCKED, [{ do: 'group.change', group: 'nova-local', to: { poolSizeGib: 4 } }]),
    ).toMatchObject([
      {
        state: 'failed',
        failure: { message: 'nova-local volume group does not have any parameters to modify' },
      },
    ]);
  });
});

describe('volumes of containers', () => {
  it('come from a group of their own', async () => {
    const { id } = await disk(LOCKED, SPARE);
    const add: StorageCall = { do: 'group.add', group: 'fast', lvm: { function: 'lvm-csi', type: 'thin' } };
    expect(states(await run(LOCKED, [add, volume('fast', { disk: id })]))).toEqual(['done', 'done']);
    const group = async () => (await storage(LOCKED)).volumeGroups.find(({ name }) => name === 'fast');
    expect((await group())?.parameters).toMatchObject({ lvm_function: 'lvm-csi', lvm_type: 'thin' });
    expect(states(await run(LOCKED, [{ do: 'group.remove', group: 'fast' }]))).toEqual(['done']);
    expect((await group())?.state ?? 'removing').toBe('removing');
  });

  it('and from cgts-vg, whose thin pool grows', async () => {
    const change = (to: object): StorageCall => ({ do: 'group.change', group: 'cgts-vg', to });
    const parameters = async () =>
      (await storage(LOCKED)).volumeGroups.find(({ name }) => name === 'cgts-vg')?.parameters;
    expect(states(await run(LOCKED, [change({ function: 'lvm-csi' })]))).toEqual(['done']);
    const { lvm_function, lvm_pool_size = '' } = (await parameters()) ?? {};
    expect(lvm_function).toBe('lvm-csi');
    const more = Math.ceil(Number(lvm_pool_size)) + 1;
    expect(states(await run(LOCKED, [change({ poolSizeGib: more })]))).toEqual(['done']);
    expect(Number((await parameters())?.lvm_pool_size)).toBe(more);
    expect(states(await run(LOCKED, [change({ function: 'none' })]))).toEqual(['done']);
    expect((await parameters())?.lvm_function ?? 'none').toBe('none');
  });
});

describe('wiping a disk', () => {
  const wipe = async (node: string): Promise<StorageCall> => ({
    do: 'disk.wipe',
    disk: (await disk(LOCKED, node)).id,
    format: true,
  });

  it('is sent once, after host and disk were typed', async () => {
    const call = await wipe(SPARE);
    await expect(run(LOCKED, [call])).rejects.toThrow(`Type ${LOCKED}:${SPARE} to confirm.`);
    await expect(run(LOCKED, [call], SPARE)).rejects.toThrow('to confirm');
    expect(await writes()).toBe(0);
    expect(states(await run(LOCKED, [call], `${LOCKED}:${SPARE}`))).toEqual(['done']);
    expect(await writes()).toBe(1);
    expect(written).toMatchObject([{ action: 'host-storage-disk.wipe', target: `${LOCKED}/${SPARE}` }]);
  });

  it('is refused for the root disk', async () => {
    expect(await run(LOCKED, [await wipe('/dev/sda')], `${LOCKED}:/dev/sda`)).toMatchObject([
      { state: 'failed', failure: { kind: 'refused' } },
    ]);
  });

  it('needs every name where there are several: one that was typed is none for another', async () => {
    const list = [await wipe(SPARE), await wipe('/dev/sdb')];
    await expect(run(LOCKED, list, `${LOCKED}:${SPARE}`)).rejects.toThrow(
      `Type ${LOCKED}:/dev/sdb to confirm.`,
    );
  });
});

describe('who may not', () => {
  it.each(['reader', 'operator'])('a %s is told so, and nothing is sent', async (user) => {
    const call = await create(LOCKED);
    signIn(user);
    expect(await run(LOCKED, [call])).toMatchObject([{ state: 'failed', failure: { kind: 'forbidden' } }]);
    expect(await writes()).toBe(0);
    expect(written).toMatchObject([{ outcome: 'forbidden' }]);
  });
});
