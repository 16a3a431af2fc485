// @vitest-environment happy-dom
/** Sheets of OSDs and journals as a person meets them. */
import { describe, expect, it } from 'vitest';
import { button, described, field, press, text, type } from '@/components/action/test-sheet';
import { testStorageFunction } from '@/lib/domain/storage/test-storage';
import { calls, done, open, seen, sent } from './test-editor';
import { ceph, readings, storage0 } from './test-readings';

describe('OSDs', () => {
  const onStorage = { host: storage0, hosts: [storage0] };
  it('are added to a tier, where there are several', async () => {
    seen.data = readings(onStorage, ceph);
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
    seen.data = readings({ host, hosts: [host] }, ceph);
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
    seen.data = readings({ ...onStorage, storageFunctions }, ceph);
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
    seen.data = readings({ ...onStorage, storageFunctions: [own, journal] }, ceph);
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
    seen.data = readings(onStorage, ceph);
    open({ job: 'add-journal', disk: 'disk-d' });
    expect(text()).toContain('It is of type HDD: journals need SSD or NVMe');
  });

  it('get their journals back when the disk of journals goes', () => {
    const own = testStorageFunction({ journal: { onId: 'j', sizeMib: 400, path: null, node: null } });
    const journal = testStorageFunction({ id: 'j', function: 'journal', diskId: 'disk-d', osdNumber: null });
    seen.data = readings({ ...onStorage, storageFunctions: [own, journal] }, ceph);
    open({ job: 'remove-journal', disk: 'disk-d' });
    expect(text()).toContain('Journals moveosd.0');
  });
});
