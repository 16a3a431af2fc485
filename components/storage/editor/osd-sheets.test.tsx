// @vitest-environment happy-dom
/** Sheets of OSDs and journals as a person meets them. */
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, described, drawingPlace, field, press, text, type } from '@/components/action/test-sheet';
import type { Host } from '@/lib/domain/host';
import { ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import type { StorageCall } from '@/lib/domain/storage/editor/calls';
import type { HostStorageJob } from '@/lib/domain/storage/editor/jobs';
import { storageFacts } from '@/lib/domain/storage/editor/test-facts';
import { testStorageFunction } from '@/lib/domain/storage/test-storage';
import { testViewer } from '@/lib/domain/test-facts';
import { actionStore } from '@/lib/queries/action-store';
import { StorageJobSheet } from './storage-job-sheet';
import { ceph, readings, storage0 } from './test-readings';

const sent =
  vi.fn<(calls: readonly StorageCall[], typed: string | undefined) => Promise<Result<StepResult[]>>>();
vi.mock('@/lib/queries/host-storage-mutations', () => ({
  sendStorageCalls: async (
    _: Host,
    calls: readonly StorageCall[],
    typed: string | undefined,
    show: (all: StepResult[]) => void,
  ) => {
    const answer = await sent(calls, typed);
    if (answer.ok) show(answer.data);
    return answer;
  },
}));
const who = { viewer: testViewer('configurator') };
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => who }));
vi.mock('@/lib/queries/view', () => ({
  useRefresh: () => async () => {},
  useView: (view: string) => Reflect.get(data, view),
}));

let data: object;
const closed = vi.fn();
const draw = drawingPlace();
beforeEach(() => {
  sent.mockReset();
  closed.mockReset();
  actionStore.set(null);
  who.viewer = testViewer('configurator');
  data = readings();
});

const open = (job: HostStorageJob) => {
  const request = { kind: 'hostStorage', hostId: storageFacts().host.id, job } as const;
  act(() => draw(<StorageJobSheet request={request} opened={1} onClose={closed} />));
};
const done = (count: number): Result<StepResult[]> =>
  ok(Array.from({ length: count }, () => ({ state: 'done' })));
const calls = () => sent.mock.calls.map(([list]) => list);

describe('OSDs', () => {
  const onStorage = { host: storage0, hosts: [storage0] };
  it('are added to a tier, where there are several', async () => {
    data = readings(onStorage, ceph);
    open({ job: 'add-osd', disk: 'disk-b' });
    expect(text()).toContain('Choose a tier');
    type('Tier', 't2');
    expect(text()).toContain('system host-stor-add --tier-uuid t2 storage-0 osd disk-b');
    sent.mockResolvedValue(done(1));
    await press('Add OSD');
    expect(calls()).toEqual([
      [{ do: 'osd.add', disk: 'disk-b', tier: 't2', journal: null, journalMib: null }],
    ]);
  });

  it('of a storage host wait for its lock', () => {
    const host = { ...storage0, administrative: 'unlocked' };
    data = readings({ host, hosts: [host] }, ceph);
    open({ job: 'add-osd' });
    expect(text()).toContain('Lock storage-0 first: OSDs of storage hosts change while they are locked.');
  });

  it('can be asked for where the cloud could not be read: the platform decides', () => {
    open({ job: 'add-osd', disk: 'disk-b' });
    expect(text()).toContain('The tiers could not be read.');
    expect(button('Add OSD').getAttribute('aria-disabled')).not.toBe('true');
  });

  it('are deleted once their host and disk were typed', async () => {
    const storageFunctions = [testStorageFunction({ state: 'configuring-on-unlock', osdNumber: 3 })];
    data = readings({ ...onStorage, storageFunctions }, ceph);
    open({ job: 'remove-osd', disk: 'disk-b' });
    expect(text()).toContain('Type storage-0:/dev/sdb above');
    await press('Delete OSD');
    expect(sent).not.toHaveBeenCalled();
    type('Type storage-0:/dev/sdb to confirm', 'storage-0:/dev/sdb');
    sent.mockResolvedValue(done(1));
    await press('Delete OSD');
    expect(sent.mock.calls).toEqual([[[{ do: 'osd.remove', disk: 'disk-b' }], 'storage-0:/dev/sdb']]);
  });

  it('have their journals moved and resized', async () => {
    const own = testStorageFunction({ journal: { onId: 'osd-0', sizeMib: 400, path: null, node: null } });
    const journal = testStorageFunction({ id: 'j', function: 'journal', diskId: 'disk-c', osdNumber: null });
    data = readings({ ...onStorage, storageFunctions: [own, journal] }, ceph);
    open({ job: 'change-journal', disk: 'disk-b' });
    type('Journal on', 'j');
    type('Size of the journal', '11');
    expect(described(field('Size of the journal'))).toContain('Whole GiB between 1 and 10');
    type('Size of the journal', '2');
    sent.mockResolvedValue(done(1));
    await press('Save');
    expect(calls()).toEqual([[{ do: 'journal.change', disk: 'disk-b', to: { onId: 'j', sizeMib: 2048 } }]]);
  });

  it('keep journals on fast disks alone', () => {
    data = readings(onStorage, ceph);
    open({ job: 'add-journal', disk: 'disk-d' });
    expect(text()).toContain('It is of type HDD: journals need SSD or NVMe');
  });

  it('get their journals back when the disk of journals goes', () => {
    const own = testStorageFunction({ journal: { onId: 'j', sizeMib: 400, path: null, node: null } });
    const journal = testStorageFunction({ id: 'j', function: 'journal', diskId: 'disk-d', osdNumber: null });
    data = readings({ ...onStorage, storageFunctions: [own, journal] }, ceph);
    open({ job: 'remove-journal', disk: 'disk-d' });
    expect(text()).toContain('Journals moveosd.0');
  });
});
