/** An OSD on a free disk of a locked storage host, taken off again, and one that stays, against the embedded platform. */
import { expect, it } from 'vitest';
import { storageBench } from '@/e2e/support/storage-bench';
import type { StorageCall } from '@/lib/domain/storage/editor/calls';

const { bench, run, storage, disk } = storageBench('admin', 'ceph');
const HOST = 'storage-1';
const NODE = '/dev/sde';

const osdOn = async (id: string) =>
  (await storage(HOST)).storageFunctions.find((one) => one.function === 'osd' && one.diskId === id);

it('is refused while the host is unlocked, waits for the unlock once it is locked, and goes again', async () => {
  const { id } = await disk(HOST, NODE);
  const gold = (await storage(HOST)).storageFunctions.find(({ tier }) => tier === 'gold')?.tierId ?? null;
  const add: StorageCall = { do: 'osd.add', disk: id, tier: gold, journal: null, journalMib: null };
  expect(await run(HOST, [add])).toMatchObject([
    { state: 'failed', failure: { message: `Host ${HOST} must be locked.` } },
  ]);
  expect(await osdOn(id)).toBeUndefined();

  await bench
    .platform()
    .control.patchHost(HOST, { administrative: 'locked', operational: 'disabled', availability: 'online' });
  expect(await run(HOST, [add])).toMatchObject([{ state: 'done' }]);
  expect(await osdOn(id)).toMatchObject({ tier: 'gold', state: 'configuring-on-unlock' });
  // The same wish again sends nothing.
  expect(await run(HOST, [add])).toMatchObject([{ state: 'already' }]);

  const remove: StorageCall = { do: 'osd.remove', disk: id };
  expect(await run(HOST, [remove], `${HOST}:${NODE}`)).toMatchObject([{ state: 'done' }]);
  expect(await osdOn(id)).toBeUndefined();
  expect(bench.written.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    ...['host-storage-osd.add refused', 'host-storage-osd.add ok', 'host-storage-osd.remove ok'],
  ]);
});
