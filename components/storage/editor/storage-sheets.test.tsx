// @vitest-environment happy-dom
/** Sheets of changes to the disks of a host as a person meets them: what is sent, what is refused beside the field, who may not. */

import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { button, described, dialog, field, press, text, tick, type } from '@/components/action/test-sheet';
import { ok } from '@/lib/domain/result';
import { storageFacts } from '@/lib/domain/storage/editor/test-facts';
import { testGroup, testPartition, testPhysicalVolume } from '@/lib/domain/storage/test-storage';
import { testHost, testViewer } from '@/lib/domain/test-facts';
import { actionStore } from '@/lib/queries/action-store';
import { calls, closed, done, open, seen, sent, who } from './test-editor';
import { readings } from './test-readings';

describe('a new partition', () => {
  it('is validated as it is typed, previewed, and goes to nova-local in the same go', async () => {
    open({ job: 'create-partition' });
    expect(text()).toContain('Give it a size');
    type('Size', '101');
    expect(described(field('Size'))).toBe('At most 100, which is what /dev/sdb has free');
    type('Size', '10');
    type('Add it to', 'nova-local');
    expect(text()).toContain('system host-disk-partition-add worker-0 disk-b 10 -t lvm_phys_vol');
    expect(text()).toContain('At onceCreate a partition of 10 GiB on /dev/sdb');
    expect(text()).toContain(
      'When worker-0 is unlockedAdd volume group nova-local. Add the new partition to nova-local',
    );
    sent.mockResolvedValue(done(3));
    await press('Create partition');
    expect(calls()[0]?.map(({ do: verb }) => verb)).toEqual(['group.add', 'partition.create', 'volume.add']);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('for cgts-vg is added to it by the next sheet, which waits until it is ready', async () => {
    open({ job: 'create-partition', disk: 'disk-c' });
    type('Size', '10');
    type('Add it to', 'cgts-vg');
    expect(text()).toContain('cgts-vg takes a partition only once it is ready.');
    sent.mockResolvedValue(done(1));
    await press('Create partition');
    expect(calls()[0]).toEqual([
      { do: 'partition.create', newOn: 'disk-c', known: ['part-c1', 'part-c2'], sizeMib: 10_240 },
    ]);
    const on = { newOn: 'disk-c', known: ['part-c1', 'part-c2'], sizeMib: 10_240 };
    expect(actionStore.get()?.request).toMatchObject({
      kind: 'hostStorage',
      job: { job: 'add-volume', group: 'cgts-vg', on },
    });

    const partition = (status: number) =>
      readings({
        partitions: [
          ...storageFacts().partitions,
          testPartition({ id: 'part-c3', diskId: 'disk-c', path: 'c-part3', status }),
        ],
      });
    seen.data = partition(2);
    open({ job: 'add-volume', group: 'cgts-vg', on });
    expect(text()).toContain('The partition is not ready yet.');
    expect(button('Add to cgts-vg').getAttribute('aria-disabled')).toBe('true');
    expect(text()).toContain('Nothing leaves cgts-vg again.');
    seen.data = partition(0);
    open({ job: 'add-volume', group: 'cgts-vg', on });
    expect(text()).not.toContain('not ready yet');
    await press('Add to cgts-vg');
    expect(calls()[1]).toEqual([{ do: 'volume.add', group: 'cgts-vg', on }]);
  });

  it('keeps what was typed when the platform refuses, in its words', async () => {
    open({ job: 'create-partition' });
    type('Size', '10');
    const failure = {
      kind: 'refused',
      service: 'sysinv',
      status: 400,
      message: 'Not in these words',
      requestId: 'r-1',
    } as const;
    sent.mockResolvedValue(ok([{ state: 'failed', failure }]));
    await press('Create partition');
    expect(closed).not.toHaveBeenCalled();
    expect(field('Size').value).toBe('10');
    const alert = dialog().querySelector('[role="alert"]')?.textContent;
    expect(alert).toContain('Not in these words');
    expect(alert).toContain('r-1');
  });

  it.each(['operator', 'reader'] as const)('is not for a %s, who sees why', (role) => {
    who.viewer = testViewer(role);
    open({ job: 'create-partition' });
    expect(text()).toContain(`Your role is ${role}. Changing storage needs configurator or admin.`);
  });
});

describe('a partition that is there', () => {
  it('only grows', async () => {
    open({ job: 'grow-partition', partition: 'part-c2' });
    type('New size', '10');
    expect(described(field('New size'))).toBe('More than 10: partitions only grow');
    type('New size', '30');
    sent.mockResolvedValue(done(1));
    await press('Grow partition');
    expect(calls()).toEqual([[{ do: 'partition.grow', partition: 'part-c2', sizeMib: 30_720 }]]);
  });

  it('with another behind it says so', () => {
    open({ job: 'delete-partition', partition: 'part-c1' });
    expect(button('Delete partition').getAttribute('aria-disabled')).toBe('true');
    expect(text()).toContain('Another partition lies behind it');
  });

  it('is deleted, and shown as it was until the sheet is gone', async () => {
    open({ job: 'delete-partition', partition: 'part-c2' });
    expect(text()).toContain('cannot be brought back');
    sent.mockImplementation(async () => {
      seen.data = readings({ partitions: [] });
      return done(1);
    });
    await press('Delete partition');
    expect(calls()).toEqual([[{ do: 'partition.delete', on: { partition: 'part-c2' } }]]);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('that is gone is not asked about', () => {
    open({ job: 'grow-partition', partition: 'part-x' });
    expect(text()).toContain('The platform does not list it any more.');
  });
});

describe('volume groups', () => {
  it('for containers have a name and a type, and begin on a disk', async () => {
    open({ job: 'add-group' });
    act(() => field('lvm-csi').click());
    expect(text()).toContain('Give it a name');
    type('Name', 'fast');
    type('Provisioning', 'thin');
    type('First physical volume', 'disk disk-b');
    sent.mockResolvedValue(done(2));
    await press('Add volume group');
    expect(calls()[0]).toEqual([
      { do: 'group.add', group: 'fast', lvm: { function: 'lvm-csi', type: 'thin' } },
      { do: 'volume.add', group: 'fast', on: { disk: 'disk-b' } },
    ]);
  });

  it('called nova-local wait for the lock of a worker', () => {
    seen.data = readings({ host: testHost() });
    open({ job: 'add-group' });
    expect(text()).toContain('Lock worker-0 first: nova-local changes while it is locked.');
  });

  it('have a thin pool that only grows', async () => {
    seen.data = readings({
      volumeGroups: [testGroup({ parameters: { lvm_function: 'lvm-csi', lvm_pool_size: '60' } })],
    });
    open({ job: 'change-group', group: 'cgts-vg' });
    expect(text()).toContain('Nothing has been changed');
    type('Thin pool', '50');
    expect(described(field('Thin pool'))).toContain('At least 60');
    type('Thin pool', '80');
    expect(described(field('Thin pool'))).toContain('was 60');
    sent.mockResolvedValue(done(1));
    await press('Save');
    expect(calls()).toEqual([[{ do: 'group.change', group: 'cgts-vg', to: { poolSizeGib: 80 } }]]);
  });

  it('say what goes with them', () => {
    seen.data = readings({
      volumeGroups: [testGroup({ name: 'nova-local', logicalVolumes: 1 })],
      physicalVolumes: [testPhysicalVolume({ group: 'nova-local', name: '/dev/sdb', onId: 'disk-b' })],
    });
    open({ job: 'remove-group', group: 'nova-local' });
    expect(text()).toContain('1 logical volume with what is on them');
    expect(text()).toContain('/dev/sdb');
  });

  it('let go of a physical volume at the unlock', async () => {
    seen.data = readings({
      volumeGroups: [testGroup({ name: 'nova-local' })],
      physicalVolumes: [
        testPhysicalVolume({ id: 'pv-b', group: 'nova-local', type: 'disk', onId: 'disk-b' }),
      ],
    });
    open({ job: 'remove-volume', volume: 'pv-b' });
    expect(text()).toMatch(/50.% of it is taken by volumes\./);
    expect(text()).toContain('When worker-0 is unlocked');
    sent.mockResolvedValue(done(1));
    await press('Remove physical volume');
    expect(calls()).toEqual([[{ do: 'volume.remove', group: 'nova-local', on: { disk: 'disk-b' } }]]);
  });
});

describe('wiping a disk', () => {
  it('takes the name of its host and itself', async () => {
    open({ job: 'wipe-disk', disk: 'disk-c' });
    expect(text()).toContain('Nothing takes this back.');
    expect(text()).toContain('/dev/sdc1, /dev/sdc2');
    type('Type worker-0:/dev/sdc to confirm', '/dev/sdc');
    await press('Wipe /dev/sdc');
    expect(sent).not.toHaveBeenCalled();
    type('Type worker-0:/dev/sdc to confirm', ' worker-0:/dev/sdc');
    tick('Make an empty partition table (GPT) afterwards');
    sent.mockResolvedValue(done(1));
    await press('Wipe /dev/sdc');
    expect(calls()).toEqual([[{ do: 'disk.wipe', disk: 'disk-c', format: false }]]);
  });

  it('is not for the root disk, whatever is typed', () => {
    open({ job: 'wipe-disk', disk: 'disk-a' });
    expect(text()).toContain('It is the root disk.');
    expect(text()).not.toContain('above');
  });

  it('is not decided on lists that could not be read', () => {
    const now = readings();
    const unread = [{ part: 'partitions' as const, message: 'sysinv does not answer' }];
    seen.data = { ...now, hostStorage: { data: { ...now.hostStorage.data, unread } } };
    open({ job: 'wipe-disk', disk: 'disk-c' });
    expect(text()).toContain('The storage could not be read.');
    expect(text()).toContain('sysinv does not answer');
  });
});
