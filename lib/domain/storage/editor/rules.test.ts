import { describe, expect, it } from 'vitest';
import { testActive, testHost, testLocked, testSystem, testViewer } from '../../test-facts';
import {
  testDisk,
  testGroup,
  testHostFs,
  testPartition,
  testPhysicalVolume,
  testStorageFunction,
} from '../test-storage';
import type { DeviceRef, StorageCall } from './calls';
import { storageModel } from './ceph-site';
import type { StorageFacts } from './facts';
import { callVerdict, mayChangeStorage } from './rules';
import { storageFacts, testBackend, testCloud } from './test-facts';
import { wipedWith } from './wipe-rules';

/** Why a call cannot be sent; null: it can. */
const why = (call: StorageCall, more: Partial<StorageFacts> = {}): string | null => {
  const verdict = callVerdict(call, storageFacts(more));
  return verdict.ok ? null : verdict.why;
};
const unlocked = { host: testHost() };
const fresh = { host: testLocked({ provisionState: 'unprovisioned' }) };
const storageHost = testLocked({ personality: 'storage', subfunctions: ['storage'], hostname: 'storage-0' });
const create = (disk: string): StorageCall => ({
  do: 'partition.create',
  newOn: disk,
  known: [],
  sizeMib: 1024,
});
const grow: StorageCall = { do: 'partition.grow', partition: 'part-c2', sizeMib: 20_480 };
const drop = (id: string): StorageCall => ({ do: 'partition.delete', on: { partition: id } });
const add = (group: string, on: DeviceRef): StorageCall => ({ do: 'volume.add', group, on });
const C2 = { partition: 'part-c2' };
const B = { disk: 'disk-b' };
const local = testGroup({ id: 'vg-local', name: 'nova-local' });
const withLocal = { volumeGroups: [testGroup(), local] };
const state = (status: number) => {
  const { partitions } = storageFacts();
  return { partitions: partitions.map((one) => (one.id === 'part-c2' ? { ...one, status } : one)) };
};

describe('partitions', () => {
  it.each([
    ['an empty disk', create('disk-b'), {}, null],
    ['a running host', create('disk-b'), unlocked, null],
    ['a full disk', create('disk-a'), {}, /Less than 1 GiB/],
    [
      'a disk of unknown room',
      create('disk-x'),
      { disks: [testDisk({ id: 'disk-x', availableMib: null })] },
      null,
    ],
    ['a storage host', create('disk-b'), { host: storageHost }, /not on hosts of personality storage/],
    ['a host without personality', create('disk-b'), { host: testLocked({ personality: null }) }, null],
    ['while another is made', create('disk-b'), state(2), /is creating/],
    ['while another waits for the unlock', create('disk-b'), { ...state(3), ...fresh }, null],
    ['while another is made, before the first unlock', create('disk-b'), { ...state(2), ...fresh }, null],
    ['behind one that failed', create('disk-c'), state(12), /could not be made/],
    ['of an OSD', create('disk-b'), { storageFunctions: [testStorageFunction()] }, /is an OSD/],
    [
      'of a disk in a group',
      create('disk-b'),
      { physicalVolumes: [testPhysicalVolume({ onId: 'disk-b', group: 'nova-local' })] },
      /physical volume of nova-local/,
    ],
  ] as const)('are made on %s, or it is said why not', (_, call, more, expected) => {
    if (expected === null) expect(why(call, more)).toBeNull();
    else expect(why(call, more)).toMatch(expected);
  });

  it.each([
    ['ready, last on its disk', grow, {}, null],
    ['a running host', grow, unlocked, null],
    ['one behind it', { ...grow, partition: 'part-c1' }, {}, /Another partition lies behind it/],
    ['not ready', grow, state(2), /creating/],
    ['in use', { ...grow, partition: 'part-a5' }, {}, /physical volume of cgts-vg/],
    ['before the first unlock', grow, fresh, /Before the first unlock/],
    [
      'provisioning',
      grow,
      { host: testLocked({ provisionState: 'provisioning' }) },
      /Before the first unlock/,
    ],
    ['gone', { ...grow, partition: 'part-x' }, {}, /not there any more/],
  ] as const)('grow where: %s', (_, call, more, expected) => {
    if (expected === null) expect(why(call, more)).toBeNull();
    else expect(why(call, more)).toMatch(expected);
  });

  it.each([
    ['ready, last on its disk', drop('part-c2'), {}, null],
    ['one behind it', drop('part-c1'), {}, /only the last one/],
    ['in use', drop('part-a5'), {}, /physical volume of cgts-vg/],
    ['failed', drop('part-c2'), state(10), null],
    ['to be made at the unlock', drop('part-c2'), { ...state(3), ...fresh }, null],
    ['being made', drop('part-c2'), state(2), /creating/],
    [
      'of the platform itself',
      drop('part-s1'),
      { partitions: [testPartition({ id: 'part-s1', typeGuid: 'e6d6d379-f507-44c2-a23c-238f2a3df928' })] },
      /made it for itself/,
    ],
  ] as const)('are deleted where: %s', (_, call, more, expected) => {
    if (expected === null) expect(why(call, more)).toBeNull();
    else expect(why(call, more)).toMatch(expected);
  });
});

describe('volume groups and physical volumes', () => {
  const addLocal: StorageCall = { do: 'group.add', group: 'nova-local', lvm: null };
  const csi: StorageCall = { do: 'group.add', group: 'fast', lvm: { function: 'lvm-csi', type: 'thin' } };
  it.each([
    ['nova-local on a locked worker', addLocal, {}, null],
    ['nova-local on a running worker', addLocal, unlocked, /Lock worker-0 first/],
    ['nova-local on a plain controller', addLocal, { host: testActive() }, /worker function/],
    ['nova-local twice', addLocal, withLocal, /has nova-local already/],
    ['nova-local that is going', addLocal, { volumeGroups: [{ ...local, state: 'removing' }] }, null],
    [
      'nova-local beside instances',
      addLocal,
      { filesystems: [testHostFs({ name: 'instances' })] },
      /instances/,
    ],
    ['nova-local, filesystems unread', addLocal, { filesystems: null }, null],
    ['lvm-csi on a running worker', csi, unlocked, null],
    ['lvm-csi on a storage host', csi, { host: storageHost }, /Storage hosts/],
    ['removing cgts-vg', { do: 'group.remove', group: 'cgts-vg' }, {}, /stays/],
    [
      'removing nova-local of a running worker',
      { do: 'group.remove', group: 'nova-local' },
      { ...withLocal, ...unlocked },
      /Lock/,
    ],
    ['removing nova-local', { do: 'group.remove', group: 'nova-local' }, withLocal, null],
    [
      'removing lvm-csi in use',
      { do: 'group.remove', group: 'fast' },
      {
        volumeGroups: [
          testGroup({ name: 'fast', logicalVolumes: 3, parameters: { lvm_function: 'lvm-csi' } }),
        ],
      },
      /3 logical volumes/,
    ],
    [
      'parameters of nova-local',
      { do: 'group.change', group: 'nova-local', to: {} },
      withLocal,
      /has no parameters/,
    ],
    ['parameters of cgts-vg', { do: 'group.change', group: 'cgts-vg', to: {} }, unlocked, null],
  ] as const)('%s', (_, call, more, expected) => {
    if (expected === null) expect(why(call, more)).toBeNull();
    else expect(why(call, more)).toMatch(expected);
  });

  it.each([
    ['a ready partition to nova-local', add('nova-local', C2), withLocal, null],
    ['one that is being made to nova-local', add('nova-local', C2), { ...withLocal, ...state(2) }, null],
    [
      'one that is being made to cgts-vg',
      add('cgts-vg', C2),
      state(2),
      /creating. cgts-vg takes it once it is ready/,
    ],
    ['one of the unlock to cgts-vg', add('cgts-vg', C2), { ...state(3), ...fresh }, null],
    [
      'a failed one before the first unlock',
      add('nova-local', C2),
      { ...withLocal, ...state(10), ...fresh },
      /error/,
    ],
    ['a whole disk', add('nova-local', B), withLocal, null],
    ['the root disk', add('nova-local', { disk: 'disk-a' }), withLocal, /root disk/],
    ['a disk with partitions', add('nova-local', { disk: 'disk-c' }), withLocal, /has partitions/],
    [
      'a disk of Ceph',
      add('nova-local', B),
      { ...withLocal, storageFunctions: [testStorageFunction()] },
      /Ceph has it/,
    ],
    ['one that is in a group', add('nova-local', { partition: 'part-a5' }), withLocal, /of cgts-vg already/],
    [
      'nova-local of a running worker',
      add('nova-local', B),
      { ...withLocal, ...unlocked },
      /Lock worker-0 first/,
    ],
    ['cgts-vg of a running worker', add('cgts-vg', C2), unlocked, /Lock worker-0 first/],
    ['cgts-vg of a running controller', add('cgts-vg', C2), { host: testActive() }, null],
    [
      'a group that is going',
      add('nova-local', B),
      { volumeGroups: [{ ...local, state: 'removing' }] },
      /removed at the next unlock/,
    ],
    [
      'a group that is not the platform’s',
      add('mine', B),
      { volumeGroups: [testGroup({ name: 'mine' })] },
      /does not manage mine/,
    ],
    ['a group that is not there', add('nova-local', B), {}, /not there any more/],
    [
      'cgts-vg while a filesystem is resized',
      add('cgts-vg', C2),
      {
        cloud: testCloud({
          controllerFilesystems: [
            {
              ...{ id: 'fs', name: 'platform', sizeGib: 10, logicalVolume: null, replicated: true },
              ...{ status: 'drbd_fs_resizing_in_progress', functions: [] },
            },
          ],
        }),
      },
      /platform is being resized/,
    ],
  ] as const)('adding %s', (_, call, more, expected) => {
    if (expected === null) expect(why(call, more)).toBeNull();
    else expect(why(call, more)).toMatch(expected);
  });

  it.each([
    ['of cgts-vg', 'cgts-vg', 'provisioned', {}, /stays in it/],
    ['of nova-local', 'nova-local', 'provisioned', {}, null],
    ['of nova-local on a running worker', 'nova-local', 'provisioned', unlocked, /Lock/],
    ['that goes already', 'nova-local', 'removing', {}, /removed already/],
  ] as const)('taking out one %s', (_, group, volumeStateWord, more, expected) => {
    const physicalVolumes = [testPhysicalVolume({ onId: 'disk-b', group, state: volumeStateWord })];
    const call: StorageCall = { do: 'volume.remove', group, on: B };
    const said = why(call, { ...withLocal, physicalVolumes, ...more });
    if (expected === null) expect(said).toBeNull();
    else expect(said).toMatch(expected);
  });
});

describe('Ceph', () => {
  const osd: StorageCall = { do: 'osd.add', disk: 'disk-b', tier: null, journal: null, journalMib: null };
  const remove: StorageCall = { do: 'osd.remove', disk: 'disk-b' };
  const onStorage = { host: storageHost, hosts: [storageHost] };
  const rook = (deploymentModel: string) => ({
    cloud: testCloud({ backends: [testBackend('ceph-rook', { deploymentModel })] }),
  });
  const simplex = { system: testSystem({ type: 'All-in-one', mode: 'simplex' }), host: testActive() };
  const own = (stateWord: string | null) => ({
    storageFunctions: [testStorageFunction({ state: stateWord })],
  });
  it.each([
    ['a locked storage host', osd, onStorage, null],
    [
      'an unlocked storage host',
      osd,
      { host: testHost({ personality: 'storage', hostname: 'storage-0' }), hosts: [storageHost] },
      /Lock storage-0 first/,
    ],
    ['a worker beside storage hosts', osd, { hosts: [storageHost] }, /on storage hosts/],
    ['a cloud without Ceph', osd, { cloud: testCloud({ backends: [] }) }, /has no Ceph/],
    ['backends unread', osd, { cloud: testCloud({ backends: null }) }, null],
    ['neither storage host nor monitor', osd, {}, /Install storage-0/],
    ['a running simplex', osd, simplex, null],
    [
      'a simplex that is not enabled',
      osd,
      { ...simplex, host: testActive({ operational: 'disabled' }) },
      /not enabled/,
    ],
    ['Rook on controllers, a worker', osd, rook('controller'), /OSDs on controllers/],
    ['Rook on workers, a worker', osd, { ...rook('dedicated'), ...unlocked }, null],
    ['Rook anywhere', osd, rook('open'), null],
    ['the root disk', { ...osd, disk: 'disk-a' }, onStorage, /root disk/],
    ['a disk with partitions', { ...osd, disk: 'disk-c' }, onStorage, /has partitions/],
    ['an OSD again', osd, { ...onStorage, ...own('configured') }, /an OSD already/],
    ['journals on a HDD', { do: 'journal.add', disk: 'disk-d' }, onStorage, /journals need SSD or NVMe/],
    ['journals on an SSD', { do: 'journal.add', disk: 'disk-b' }, onStorage, null],
    ['journals of Rook', { do: 'journal.add', disk: 'disk-b' }, rook('open'), /have no journals/],
    ['an OSD of the next unlock deleted', remove, { ...onStorage, ...own('configuring-on-unlock') }, null],
    ['an OSD that Ceph has', remove, { ...onStorage, ...own('configured') }, /on a simplex alone/],
    [
      'the only OSD of a simplex',
      remove,
      { ...simplex, ...own('configured'), cloud: testCloud({ functions: [testStorageFunction()] }) },
      /only OSD/,
    ],
    ['an OSD of Rook', remove, { ...rook('open'), ...own('configured') }, null],
    ['an OSD of Rook that goes', remove, { ...rook('open'), ...own('deleting-with-app') }, /deleted already/],
    [
      'an OSD while rook-ceph is applied',
      remove,
      {
        ...own('configured'),
        cloud: testCloud({
          backends: [testBackend('ceph-rook', { deploymentModel: 'open', task: 'applying' })],
        }),
      },
      /rook-ceph is applying/,
    ],
  ] as const)('%s', (_, call, more, expected) => {
    if (expected === null) expect(why(call, more)).toBeNull();
    else expect(why(call, more)).toMatch(expected);
  });

  it('is on controllers of an all-in-one duplex, and not known where the kind of the system is not', () => {
    expect(storageModel(storageFacts({ system: testSystem({ type: 'All-in-one', mode: 'duplex' }) }))).toBe(
      'controller-nodes',
    );
    expect(storageModel(storageFacts({ system: null }))).toBeNull();
    expect(storageModel(storageFacts({ cloud: testCloud({ monitors: null }) }))).toBeNull();
  });
});

describe('wiping', () => {
  const wipe = (disk: string): StorageCall => ({ do: 'disk.wipe', disk, format: true });
  it('is for disks that no group is on, of controllers and workers, whether locked or not', () => {
    expect(why(wipe('disk-b'), unlocked)).toBeNull();
    expect(why(wipe('disk-c'))).toBeNull();
    expect(why(wipe('disk-a'))).toMatch(/root disk/);
    expect(why(wipe('disk-b'), { host: storageHost })).toMatch(/personality storage/);
    const physicalVolumes = [testPhysicalVolume({ onId: 'part-c1', group: 'nova-local' })];
    expect(why(wipe('disk-c'), { physicalVolumes })).toBe('nova-local is on it.');
  });

  it('says what goes along, an OSD too, for which the platform does not hold back', () => {
    const facts = storageFacts({ storageFunctions: [testStorageFunction()] });
    const [, b, c] = facts.disks;
    expect(b && wipedWith(b, facts)).toMatchObject([{ title: 'The OSD on it' }]);
    expect(c && wipedWith(c, facts)).toEqual([{ title: 'Partitions', detail: '/dev/sdc1, /dev/sdc2' }]);
  });
});

describe('whoever may not', () => {
  it.each(['reader', 'operator'] as const)('a %s', (role) => {
    expect(mayChangeStorage(testViewer(role))).toMatchObject({ ok: false });
  });
  it.each(['configurator', 'admin'] as const)('a %s may', (role) => {
    expect(mayChangeStorage(testViewer(role))).toEqual({ ok: true });
  });
});
