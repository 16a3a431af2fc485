/** What waits for the unlock of a host, settled by it, against the embedded platform. */
import { expect, it } from 'vitest';
import { storageBench } from '@/e2e/support/storage-bench';
import type { PartitionCreate, VolumeCall } from '@/lib/domain/storage/editor/calls';
import { ask } from '@/simulator/testing';

const HOST = 'worker-4';
const { bench, run, storage, disk, seconds, hostId } = storageBench('admin', 'standard');
const states = (results: readonly { state: string }[]) => results.map(({ state }) => state);

async function unlock() {
  const { status } = await ask(`${bench.platform().urls.sysinv}/v1/ihosts/${await hostId(HOST)}`, {
    method: 'PATCH',
    token: bench.tokenOf('admin'),
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify([{ op: 'replace', path: '/action', value: 'unlock' }]),
  });
  expect(status).toBe(200);
  for (let minute = 0; minute < 15; minute += 1) await seconds(60);
}

it('a partition is there soon, its physical volume after the unlock, and then stays until the next lock', async () => {
  const { id: newOn } = await disk(HOST, '/dev/nvme0n1');
  const fresh = { newOn, known: [], sizeMib: 10_240 };
  const create: PartitionCreate = { do: 'partition.create', ...fresh };
  const add: VolumeCall = { do: 'volume.add', group: 'nova-local', on: fresh };
  expect(states(await run(HOST, [create, add]))).toEqual(['done', 'done']);
  const now = async () => {
    const { partitions, physicalVolumes } = await storage(HOST);
    const part = partitions.find(({ diskId }) => diskId === newOn);
    return [part?.status, physicalVolumes.find(({ onId }) => onId === part?.id)?.state];
  };
  expect(await now()).toEqual([2, 'adding']);
  await seconds(60);
  expect(await now()).toEqual([expect.any(Number), 'adding']);
  await unlock();
  expect(await now()).toEqual([1, 'provisioned']);
  expect(await run(HOST, [{ ...add, do: 'volume.remove' }])).toMatchObject([
    { state: 'failed', failure: { message: 'Host must be locked' } },
  ]);
});
