/** What may be done to the storage of the cloud, check by check as the platform has them. */
import { describe, expect, it } from 'vitest';
import type { Host } from '../../host';
import { testHost } from '../../test-facts';
import type { CloudStorage } from '../cloud-storage';
import { addBackendVerdict, changeBackendVerdict, minReplications, replications } from './backend-rules';
import { backupNeedsGib, controllerGrowthGib, controllerRooms, lowestGib } from './controller-fs-rules';
import { addMonitorVerdict, anyMonitorVerdict } from './monitor-rules';
import { storageCallCli } from './storage-call-cli';
import { storageSteps } from './storage-call-effect';
import { reviewStorageCalls, storageCallVerdict } from './storage-call-rules';
import { type BackendChange, type NewBackend, type StorageCall, storageCallTitle } from './storage-calls';
import type { StorageState } from './storage-state';
import {
  testBackend,
  testCephBackend,
  testCloudStorage,
  testCluster,
  testControllerFs,
  testGroupFill,
  testMonitor,
  testOsd,
  testTier,
} from './test-cloud-storage';

const controller = (number: 0 | 1, over: Partial<Host> = {}): Host =>
  testHost({ id: `h-${number}`, hostname: `controller-${number}`, personality: 'controller', ...over });

const state = (storage: Partial<CloudStorage> = {}, over: Partial<StorageState> = {}): StorageState => ({
  ...{ storage: testCloudStorage(storage), hosts: [controller(0), controller(1)], backupGib: {} },
  ...{ simplex: false, allInOneDuplex: false },
  ...over,
});
const why = (verdict: { ok: true } | { ok: false; why: string }): string | null =>
  verdict.ok ? null : verdict.why;

const rook = (over: Partial<NewBackend> = {}): NewBackend => ({
  ...{ kind: 'ceph-rook', name: 'ceph-rook-store', services: ['block'], replication: 2, minReplication: 1 },
  ...{ deploymentModel: 'controller', tier: null },
  ...over,
});
const ceph = (over: Partial<NewBackend> = {}): NewBackend =>
  rook({ kind: 'ceph', name: 'ceph-store', services: [], deploymentModel: null, ...over });

describe('a new backend', () => {
  const withCeph = { backends: [testBackend()], tiers: [testTier()], clusters: [testCluster()] };
  it.each<[string, NewBackend, StorageState, RegExp | null]>([
    ['the first of a kind', rook(), state(), null],
    [
      'while another is configured',
      rook(),
      state({ backends: [testBackend({ state: 'configuring' })] }),
      /is being configured/,
    ],
    [
      'a second of a kind',
      rook({ name: 'more' }),
      state({ backends: [testBackend({ kind: 'ceph-rook', name: 'ceph-rook-store' })] }),
      /only one is supported/,
    ],
    ['the first under another name', rook({ name: 'mine' }), state(), /first one is called ceph-rook-store/],
    ['a second Ceph without a free tier', ceph({ name: 'c2' }), state(withCeph), /Create a tier first/],
    [
      'a second Ceph without a tier',
      ceph({ name: 'c2' }),
      state({ ...withCeph, tiers: [testTier({ backendId: null })] }),
      /needs a tier/,
    ],
    [
      'a second Ceph',
      ceph({ name: 'c2', tier: 'gold' }),
      state({ ...withCeph, tiers: [testTier({ name: 'gold', backendId: null })] }),
      null,
    ],
    [
      'its services',
      ceph({ name: 'c2', tier: 'gold', services: ['glance'] }),
      state({ ...withCeph, tiers: [testTier({ name: 'gold', backendId: null })] }),
      /first Ceph backend only/,
    ],
    ['two block services', rook({ services: ['block', 'ecblock'] }), state(), /exclude each other/],
    ['too many copies', rook({ replication: 4 }), state(), /Replication is 2 or 3/],
    [
      'as many as one likes',
      rook({ replication: 4, minReplication: 3, deploymentModel: 'open' }),
      state(),
      null,
    ],
    [
      'more to work with than there are',
      rook({ replication: 2, minReplication: 3, deploymentModel: 'open' }),
      state(),
      /no more than there are/,
    ],
    ['a least that does not go with it', rook({ replication: 2, minReplication: 2 }), state(), /at least 1/],
    [
      'dedicated on one controller',
      rook({ deploymentModel: 'dedicated' }),
      state({}, { simplex: true }),
      /one controller alone/,
    ],
    [
      'two copies on two controllers',
      rook({ replication: 3, minReplication: 2 }),
      state({}, { allInOneDuplex: true }),
      /Replication is 2\./,
    ],
  ])('%s', (_, call, seen, refusal) => {
    const said = why(addBackendVerdict(call, seen));
    if (refusal === null) expect(said).toBeNull();
    else expect(said).toMatch(refusal);
  });

  it('has one copy only where there is one controller', () => {
    expect(replications('ceph', null, { simplex: true, allInOneDuplex: false })).toEqual([1, 2, 3]);
    expect(replications('ceph', null, { simplex: false, allInOneDuplex: true })).toEqual([2, 3]);
    expect([1, 2, 3].map(minReplications)).toEqual([[1], [1], [2, 1]]);
  });
});

describe('a change of a backend', () => {
  const own = testBackend();
  const onRook = testBackend({
    kind: 'ceph-rook',
    name: 'ceph-rook-store',
    services: ['block'],
    deploymentModel: 'controller',
  });
  it.each<[string, ReturnType<typeof testBackend>, BackendChange, StorageState, RegExp | null]>([
    ['another service', own, { services: ['rbd-provisioner', 'cinder'] }, state(), null],
    ['without the provisioner', own, { services: [] }, state(), null],
    [
      'without a service that stays',
      testBackend({ services: ['cinder'] }),
      { services: [] },
      state(),
      /cinder cannot be removed/,
    ],
    ['without a service of Rook', onRook, { services: ['filesystem'] }, state(), /block cannot be removed/],
    ['more copies', own, { replication: 3, minReplication: 2 }, state(), null],
    [
      'with a storage host',
      own,
      { replication: 3, minReplication: 2 },
      state({}, { hosts: [testHost({ personality: 'storage' })] }),
      /once there is a storage host/,
    ],
    [
      'with OSDs on controllers',
      own,
      { replication: 3, minReplication: 2 },
      state({ clusters: [testCluster({ deploymentModel: 'controller-nodes' })] }),
      /OSDs are on the controllers/,
    ],
    [
      'with two controllers that are workers',
      own,
      { replication: 3, minReplication: 2 },
      state({}, { allInOneDuplex: true }),
      /workers as well/,
    ],
    [
      'fewer copies',
      testBackend({ replication: 3, minReplication: 2 }),
      { replication: 2, minReplication: 1 },
      state(),
      /cannot become less/,
    ],
    [
      'fewer on one controller',
      testBackend({ replication: 3 }),
      { replication: 1, minReplication: 1 },
      state({}, { simplex: true }),
      null,
    ],
    ['Rook elsewhere', onRook, { deploymentModel: 'dedicated' }, state(), null],
    [
      'Rook away from its OSDs',
      onRook,
      { deploymentModel: 'dedicated' },
      state({ storageFunctions: [testOsd({ hostId: 'h-0' })] }),
      /1 OSDs are on controllers/,
    ],
  ])('%s', (_, backend, to, seen, refusal) => {
    const said = why(changeBackendVerdict(backend, to, seen));
    if (refusal === null) expect(said).toBeNull();
    else expect(said).toMatch(refusal);
  });
});

describe('tiers', () => {
  const there = {
    clusters: [testCluster()],
    tiers: [testTier(), testTier({ id: 't-2', name: 'gold', status: 'defined' })],
  };
  it.each<[StorageCall, Partial<CloudStorage>, RegExp | null]>([
    [{ do: 'tier.create', name: 'iron', cluster: 'ceph_cluster' }, there, null],
    [{ do: 'tier.create', name: 'gold', cluster: 'ceph_cluster' }, there, /already/],
    [{ do: 'tier.create', name: 'iron', cluster: 'x' }, {}, /no cluster/],
    [
      { do: 'tier.create', name: 'iron', cluster: 'x' },
      { clusters: [testCluster()] },
      /has to be there first/,
    ],
    [{ do: 'tier.rename', name: 'gold', to: 'silver' }, there, null],
    [{ do: 'tier.rename', name: 'storage', to: 'silver' }, there, /keeps its name/],
    [{ do: 'tier.rename', name: 'gold', to: 'x' }, { tiers: [testTier({ name: 'gold' })] }, /in use/],
    [{ do: 'tier.delete', name: 'gold' }, there, null],
    [{ do: 'tier.delete', name: 'storage' }, there, /cannot be deleted/],
    [{ do: 'tier.delete', name: 'gold' }, { tiers: [testTier({ name: 'gold' })] }, /is in-use/],
    [{ do: 'tier.delete', name: 'gone' }, there, /no tier gone/],
  ])('%j', (call, storage, refusal) => {
    const said = why(storageCallVerdict(call, state(storage)));
    if (refusal === null) expect(said).toBeNull();
    else expect(said).toMatch(refusal);
  });
});

describe('monitors', () => {
  const worker = testHost({
    id: 'h-w',
    hostname: 'worker-0',
    administrative: 'locked',
    availability: 'online',
  });
  const storage0 = testHost({ ...worker, id: 'h-s', hostname: 'storage-0', personality: 'storage' });
  const two = [testMonitor(), testMonitor({ id: 'm-1', hostId: 'h-1', hostname: 'controller-1' })];
  const third = testMonitor({ id: 'm-2', hostId: 'h-s', hostname: 'storage-0' });
  const hosts = [controller(0), controller(1), worker, storage0];
  it.each<[string, Host, Partial<CloudStorage>, RegExp | null]>([
    ['a storage host', storage0, { monitors: two }, null],
    ['one that has it', storage0, { monitors: [...two, third] }, /has a monitor already/],
    ['a fourth', worker, { monitors: [...two, third] }, /already, on storage-0/],
    ['a worker among storage hosts', worker, { monitors: two, clusters: [testCluster()] }, /storage-nodes/],
    [
      'a worker',
      worker,
      { monitors: two, clusters: [testCluster({ deploymentModel: 'controller-nodes' })] },
      null,
    ],
    [
      'one that runs',
      testHost({ ...storage0, administrative: 'unlocked' }),
      { monitors: two },
      /locked and online/,
    ],
  ])('%s', (_, host, storage, refusal) => {
    const said = why(addMonitorVerdict(host, state(storage, { hosts })));
    if (refusal === null) expect(said).toBeNull();
    else expect(said).toMatch(refusal);
  });

  it('are of bare-metal Ceph only, grow up to 40 GiB, and are deleted when they failed', () => {
    expect(why(anyMonitorVerdict(state()))).toMatch(/no bare-metal Ceph/);
    const seen = state({ backends: [testBackend()], monitors: two });
    const resize = (sizeGib: number) =>
      why(storageCallVerdict({ do: 'monitor.resize', host: 'controller-0', sizeGib }, seen));
    expect([resize(20), resize(21), resize(40), resize(41)]).toEqual([
      ...['Between 21 and 40 GiB.', null, null, 'Between 21 and 40 GiB.'],
    ]);
    const remove = (failed: string) =>
      why(
        storageCallVerdict(
          { do: 'monitor.delete', host: 'controller-0' },
          state({ monitors: [testMonitor({ state: failed })] }),
        ),
      );
    expect(remove('configured')).toMatch(/configuration failed/);
    expect(remove('configuration-failed')).toBeNull();
  });
});

describe('filesystems of the controllers', () => {
  const gib = 1024 ** 3;
  const all = [
    testControllerFs(),
    testControllerFs({ id: 'cfs-db', name: 'database' }),
    testControllerFs({ id: 'cfs-x', name: 'extension', sizeGib: 1, replicated: false }),
  ];
  const groups = [
    testGroupFill({ availableBytes: 30 * gib }),
    testGroupFill({ id: 'vg-1', hostId: 'h-1', availableBytes: 20.9 * gib }),
  ];
  const seen = (over: Partial<StorageState> = {}, storage: Partial<CloudStorage> = {}) =>
    state({ controllerFilesystems: all, volumeGroups: groups, ...storage }, over);
  const resize = (sizes: Record<string, number>, at = seen()) =>
    why(
      storageCallVerdict(
        {
          do: 'controllerfs.resize',
          sizes: Object.entries(sizes).map(([name, sizeGib]) => ({ name, sizeGib })),
        },
        at,
      ),
    );

  it('take their growth of each controller, the database twice, and the lower room counts', () => {
    expect(
      controllerGrowthGib(
        [
          { name: 'platform', sizeGib: 12 },
          { name: 'database', sizeGib: 13 },
        ],
        all,
      ),
    ).toBe(8);
    expect(controllerRooms(seen())).toEqual([
      { hostname: 'controller-0', freeGib: 30 },
      { hostname: 'controller-1', freeGib: 20 },
    ]);
    expect(lowestGib(controllerRooms(seen()))).toBe(20);
    expect(
      lowestGib([
        { hostname: 'a', freeGib: 3 },
        { hostname: 'b', freeGib: null },
      ]),
    ).toBeNull();
    expect(resize({ platform: 30 })).toBeNull();
    expect(resize({ platform: 31 })).toMatch(/21 GiB more are asked for on each controller, and 20 GiB/);
    expect(resize({ platform: 11, database: 20 })).toMatch(/21 GiB more/);
  });

  it('never shrink, and wait for DRBD where they are on both', () => {
    expect(resize({ platform: 5 })).toMatch(/More than 10 GiB/);
    const busy = seen(
      {},
      {
        controllerFilesystems: [
          ...all.slice(1),
          testControllerFs({ status: 'drbd_fs_resizing_in_progress' }),
        ],
      },
    );
    expect(resize({ database: 11 }, busy)).toMatch(/by DRBD/);
    expect(resize({ extension: 2 }, busy)).toBeNull();
    expect(resize({ gone: 2 })).toMatch(/no filesystem gone/);
  });

  it('have to fit into the backup of every controller, as recorded', () => {
    expect(backupNeedsGib([{ name: 'database', sizeGib: 11 }], all)).toBe(26);
    expect(resize({ database: 11 }, seen({ backupGib: { 'controller-0': 25, 'controller-1': 30 } }))).toBe(
      'Filesystem backup of controller-0 has 25 GiB and needs 26 GiB. Resize it first.',
    );
    expect(resize({ database: 11 }, seen({ backupGib: { 'controller-0': 26 } }))).toBeNull();
  });

  it('need both controllers, one of them degraded at most', () => {
    const hosts = (over: Partial<Host>) => seen({ hosts: [controller(0), controller(1, over)] });
    expect(resize({ platform: 11 }, hosts({ administrative: 'locked' }))).toMatch(/controller-1 is locked/);
    expect(resize({ platform: 11 }, hosts({ availability: 'degraded' }))).toBeNull();
    expect(resize({ platform: 11 }, hosts({ availability: 'failed' }))).toMatch(
      /controller-1 is unlocked, enabled, failed/,
    );
  });
});

describe('calls', () => {
  const storage = testCloudStorage({
    backends: [testBackend()],
    cephBackends: [testCephBackend()],
    clusters: [testCluster()],
    tiers: [testTier(), testTier({ id: 't-2', name: 'gold', status: 'defined', backendId: null })],
    monitors: [testMonitor()],
    controllerFilesystems: [testControllerFs()],
  });
  it.each<[StorageCall, string, string]>([
    [
      { do: 'backend.add', ...rook({ services: ['block', 'filesystem'] }) },
      'Add backend ceph-rook-store (ceph-rook)',
      'system storage-backend-add ceph-rook -n ceph-rook-store -s block,filesystem --deployment controller --confirmed replication=2 min_replication=1',
    ],
    [
      { do: 'backend.change', name: 'ceph-store', to: { replication: 3, minReplication: 2 } },
      'Change backend ceph-store',
      'system storage-backend-modify ceph-store replication=3 min_replication=2',
    ],
    [
      { do: 'backend.quotas', name: 'ceph-store', gib: { cinder: 10, kube: 20 } },
      'Change quotas of ceph-store',
      'system storage-backend-modify ceph-store cinder_pool_gib=10 kube_pool_gib=20',
    ],
    [
      { do: 'backend.delete', name: 'ceph-store' },
      'Delete backend ceph-store',
      'system storage-backend-delete ceph-store',
    ],
    [
      { do: 'tier.create', name: 'iron', cluster: 'ceph_cluster' },
      'Create tier iron',
      'system storage-tier-add c-ceph iron',
    ],
    [
      { do: 'tier.rename', name: 'gold', to: 'silver' },
      'Rename tier gold to silver',
      'system storage-tier-modify -n silver c-ceph gold',
    ],
    [{ do: 'tier.delete', name: 'gold' }, 'Delete tier gold', 'system storage-tier-delete c-ceph gold'],
    [
      { do: 'monitor.add', host: 'storage-0', hostId: 'h-s' },
      'Add a monitor on storage-0',
      'system ceph-mon-add storage-0',
    ],
    [
      { do: 'monitor.resize', host: 'controller-0', sizeGib: 30 },
      'Resize the monitor of controller-0 to 30 GiB',
      'system ceph-mon-modify controller-0 ceph_mon_gib=30',
    ],
    [
      { do: 'monitor.delete', host: 'controller-0' },
      'Delete the monitor of controller-0',
      'system ceph-mon-delete controller-0',
    ],
    [
      { do: 'controllerfs.resize', sizes: [{ name: 'platform', sizeGib: 12 }] },
      'Resize platform to 12 GiB on the controllers',
      'system controllerfs-modify platform=12',
    ],
  ])('%j has words, a command, and is done once it is carried out', (call, title, command) => {
    expect(storageCallTitle(call)).toBe(title);
    expect(storageCallCli(call, storage)).toBe(command);
    expect(storageSteps.remaining(call, storage)).not.toBeNull();
    const after = storageSteps.after(call, storage);
    // What is added again is sent, and refused.
    const again = /\.(add|create)$/.test(call.do);
    expect(storageSteps.remaining(call, after) === null).toBe(!again);
  });

  it('send only what changes, and take back what can be', () => {
    expect(
      storageSteps.remaining(
        { do: 'controllerfs.resize', sizes: [{ name: 'platform', sizeGib: 10 }] },
        storage,
      ),
    ).toBeNull();
    expect(
      storageSteps.remaining(
        { do: 'backend.quotas', name: 'ceph-store', gib: { cinder: 0, kube: 3 } },
        storage,
      ),
    ).toEqual({
      ...{ do: 'backend.quotas', name: 'ceph-store', gib: { kube: 3 } },
    });
    expect(storageSteps.inverse({ do: 'tier.create', name: 'iron', cluster: 'x' }, storage)).toEqual({
      ...{ do: 'tier.delete', name: 'iron' },
    });
    expect(storageSteps.inverse({ do: 'backend.delete', name: 'ceph-store' }, storage)).toBeNull();
  });

  it('are judged one after the other', () => {
    const reviewed = reviewStorageCalls(
      [
        { do: 'tier.create', name: 'iron', cluster: 'ceph_cluster' },
        { do: 'tier.create', name: 'iron', cluster: 'ceph_cluster' },
      ],
      { ...state(), storage },
    );
    expect(reviewed.map(({ verdict }) => verdict.ok)).toEqual([true, false]);
  });
});
