/** OSDs and journals of storage hosts against the embedded platform. */
import { describe, expect, it } from 'vitest';
import { storageBench } from '@/e2e/support/storage-bench';
import type { StorageCall } from '@/lib/domain/storage/editor/calls';

const { bench, run, storage } = storageBench('admin', 'ceph');
const HOST = 'storage-0';
const states = (results: readonly { state: string }[]) => results.map(({ state }) => state);

async function osd(which: 'first' | 'last' = 'first') {
  const { storageFunctions } = await storage(HOST);
  const all = storageFunctions.filter((one) => one.function === 'osd');
  const found = all.at(which === 'first' ? 0 : -1);
  if (!found?.diskId) throw new Error('no OSD');
  return { ...found, diskId: found.diskId };
}

describe('an unlocked storage host', () => {
  it('refuses a change in the recorded words', async () => {
    const { diskId, id } = await osd();
    const call: StorageCall = { do: 'journal.change', disk: diskId, to: { onId: id } };
    expect(await run(HOST, [call])).toMatchObject([
      { state: 'failed', failure: { kind: 'refused', message: `Host ${HOST} must be locked.` } },
    ]);
    expect(bench.written).toMatchObject([{ action: 'host-storage-journal.change', outcome: 'refused' }]);
  });
});

describe('a locked one', () => {
  it('moves a journal to the OSD itself and back to the disk of journals', async () => {
    await bench
      .platform()
      .control.patchHost(HOST, { administrative: 'locked', operational: 'disabled', availability: 'online' });
    const own = await osd();
    const { onId, sizeMib } = own.journal;
    if (onId === null || sizeMib === null || onId === own.id) throw new Error('no journal apart');
    const there: StorageCall = { do: 'journal.change', disk: own.diskId, to: { onId: own.id } };
    expect(states(await run(HOST, [there]))).toEqual(['done']);
    expect((await osd()).journal.onId).toBe(own.id);
    expect(states(await run(HOST, [there]))).toEqual(['already']);
    const back: StorageCall = { do: 'journal.change', disk: own.diskId, to: { onId, sizeMib: 2048 } };
    expect(states(await run(HOST, [back]))).toEqual(['done']);
    expect((await osd()).journal).toMatchObject({ onId, sizeMib: 2048 });
  });

  it('keeps an OSD that Ceph has, whatever is typed, in the platform’s words', async () => {
    // One whose journal nobody has moved: that would have it wait for the unlock, and then it can be deleted.
    const own = await osd('last');
    const [disk] = (await storage(HOST)).disks.filter(({ id }) => id === own.diskId);
    const call: StorageCall = { do: 'osd.remove', disk: own.diskId };
    await expect(run(HOST, [call])).rejects.toThrow(`Type ${HOST}:${disk?.node} to confirm.`);
    expect(await run(HOST, [call], `${HOST}:${disk?.node}`)).toMatchObject([
      { state: 'failed', failure: { kind: 'refused' } },
    ]);
  });

  it('has no room for an OSD on its root disk', async () => {
    const root = (await storage(HOST)).disks.find(({ use }) => use === 'rootfs');
    const call: StorageCall = {
      do: 'osd.add',
      disk: root?.id ?? '',
      tier: null,
      journal: null,
      journalMib: null,
    };
    expect(await run(HOST, [call])).toMatchObject([{ state: 'failed', failure: { kind: 'refused' } }]);
  });
});
