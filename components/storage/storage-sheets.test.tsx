// @vitest-environment happy-dom
/** Sheets of changes to storage as a person meets them: what is sent, what a refusal leaves, who may not. */
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, described, drawingPlace, field, press, text, type } from '@/components/action/test-sheet';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import type { StorageJob } from '@/lib/domain/storage/cloud/storage-calls';
import {
  testBackend,
  testCephBackend,
  testCloudStorage,
  testCluster,
  testControllerFs,
  testGroupFill,
  testMonitor,
  testTier,
} from '@/lib/domain/storage/cloud/test-cloud-storage';
import type { HostFsJob } from '@/lib/domain/storage/host-fs/host-fs-calls';
import { testGroup, testHostFs, testHostStorage } from '@/lib/domain/storage/test-storage';
import { testHost, testViewer } from '@/lib/domain/test-facts';
import { StorageJobSheet } from './cloud/storage-job-sheet';
import { HostFsJobSheet } from './filesystems/host-fs-job-sheet';

const sent = vi.fn<(calls: unknown) => Promise<Result<StepResult[]>>>();
const send = async (calls: unknown, show: (all: StepResult[]) => void) => {
  const answer = await sent(calls);
  if (answer.ok) show(answer.data);
  return answer;
};
vi.mock('@/lib/queries/storage-mutations', () => ({
  sendStorageCalls: (calls: unknown, show: (all: StepResult[]) => void) => send(calls, show),
  sendHostFsCalls: (_: unknown, calls: unknown, show: (all: StepResult[]) => void) => send(calls, show),
}));
const who = { viewer: testViewer('admin') };
vi.mock('@/lib/queries/viewer', () => ({ useViewer: () => who }));
vi.mock('@/lib/queries/view', () => ({
  useRefresh: () => async () => {},
  useView: (view: keyof typeof DATA, params: { fact?: keyof typeof FACTS }) => ({
    data: params.fact ? FACTS[params.fact] : DATA[view],
    asOf: 1,
  }),
  useViews: (_: string, params: readonly unknown[]) =>
    params.map(() => ({
      data: { rows: [{ id: 'b', name: 'backup', sizeGib: 25, state: 'Ready' }] },
      asOf: 1,
    })),
}));

const FACTS = {
  storageBackends: { name: 'storageBackends', value: [] },
  controllerFs: { name: 'controllerFs', value: [] },
};
const DATA = {
  cloudStorage: testCloudStorage({
    backends: [testBackend()],
    cephBackends: [testCephBackend()],
    clusters: [testCluster()],
    tiers: [testTier()],
    monitors: [testMonitor()],
    controllerFilesystems: [testControllerFs(), testControllerFs({ id: 'cfs-db', name: 'database' })],
    volumeGroups: [testGroupFill({ availableBytes: 30 * 1024 ** 3 })],
  }),
  hostStorage: testHostStorage({
    filesystems: [testHostFs(), testHostFs({ id: 'fs-s', name: 'scratch', sizeGib: 16 })],
    volumeGroups: [testGroup()],
  }),
  cloudFact: undefined,
  system: { mode: 'duplex', type: 'Standard' },
  hosts: {
    hosts: [
      testHost({ id: 'h-0', hostname: 'controller-0', personality: 'controller' }),
      testHost({ id: 'h-w', hostname: 'worker-0' }),
    ],
  },
};

const closed = vi.fn();
const draw = drawingPlace();
beforeEach(() => {
  sent.mockReset();
  closed.mockReset();
  who.viewer = testViewer('admin');
});

const cloud = (job: StorageJob) =>
  act(async () =>
    draw(<StorageJobSheet request={{ kind: 'cloudStorage', job }} opened={1} onClose={closed} />),
  );
const onHost = (job: HostFsJob) =>
  act(async () =>
    draw(
      <HostFsJobSheet
        request={{ kind: 'hostFilesystems', hostId: 'h-w', job }}
        opened={1}
        onClose={closed}
      />,
    ),
  );
const refused = (message: string): Result<StepResult[]> =>
  ok([{ state: 'failed', failure: { kind: 'refused', message, status: 400, requestId: 'req-7' } }]);

describe('filesystems of a host', () => {
  it('are resized several in one request, with only those that changed', async () => {
    sent.mockResolvedValue(ok([{ state: 'done' }]));
    await onHost({ job: 'resize' });
    type('docker', '40');
    type('scratch', '20');
    expect(text()).toContain('14 GiB more');
    expect(text()).toContain('120 GiB free');
    expect(text()).toContain('system host-fs-modify worker-0 docker=40 scratch=20');
    type('scratch', '16');
    await press('Save 1 change');
    expect(sent).toHaveBeenCalledWith([{ do: 'hostfs.resize', sizes: [{ name: 'docker', sizeGib: 40 }] }]);
    expect(closed).toHaveBeenCalled();
  });

  it('keep a size that is none, or too small, from being sent', async () => {
    await onHost({ job: 'resize' });
    type('docker', 'a lot');
    expect(described(field('docker'))).toContain('A whole number of GiB');
    expect(button('Save 0 changes').getAttribute('aria-disabled')).toBe('true');
    type('docker', '20');
    expect(described(field('docker'))).toContain('More than 30 GiB');
    expect(button('Save 1 change').getAttribute('aria-disabled')).toBe('true');
    expect(sent).not.toHaveBeenCalled();
  });

  it('say the words of a refusal beside the field that they name, once', async () => {
    const words = "HostFs update failed: size for filesystem 'docker' should be bigger than 45.";
    sent.mockResolvedValue(refused(words));
    await onHost({ job: 'resize' });
    type('docker', '40');
    await press('Save 1 change');
    expect(described(field('docker'))).toContain(`${words} (request req-7)`);
    expect(text().split(words)).toHaveLength(2);
    expect(text()).toContain('Nothing was changed.');
    expect(closed).not.toHaveBeenCalled();
  });

  it('say the words of any other refusal in the sheet', async () => {
    sent.mockResolvedValue(refused('HostFs update failed: a LVG update is still pending.'));
    await onHost({ job: 'resize' });
    type('docker', '40');
    await press('Save 1 change');
    expect(text()).toContain('HostFs update failed: a LVG update is still pending.');
    expect(described(field('docker'))).not.toContain('LVG');
  });

  it('that a host may not have say why', async () => {
    await onHost({ job: 'add' });
    expect(text()).toContain('image-conversion is for controllers only.');
    expect(text()).toContain('Lock the host first.');
    expect(button('Add filesystem').getAttribute('aria-disabled')).toBe('true');
  });

  it('are not changed by a reader', async () => {
    who.viewer = testViewer('reader');
    await onHost({ job: 'resize' });
    type('docker', '40');
    expect(text()).toContain('Changing filesystems needs configurator or admin');
    expect(button('Save 1 change').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('filesystems of the controllers', () => {
  it('tell what they take of each controller, and what the backup has to hold', async () => {
    await cloud({ job: 'controller-filesystems' });
    type('database', '11');
    expect(text()).toContain('2 GiB more');
    expect(text()).toContain('controller-0 has 25 GiB');
    expect(text()).toContain(
      'Filesystem backup of controller-0 has 25 GiB and needs 26 GiB. Resize it first.',
    );
    expect(button('Save 1 change').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('the storage of the cloud', () => {
  it('gets a tier', async () => {
    sent.mockResolvedValue(ok([{ state: 'done' }]));
    await cloud({ job: 'create-tier' });
    type('Name', 'storage');
    expect(described(field('Name'))).toContain('There is a tier storage already.');
    type('Name', 'gold');
    await press('Create tier');
    expect(sent).toHaveBeenCalledWith([{ do: 'tier.create', name: 'gold', cluster: 'ceph_cluster' }]);
  });

  it('gets quotas, of those that were changed, with their sum', async () => {
    sent.mockResolvedValue(ok([{ state: 'done' }]));
    await cloud({ job: 'quotas', name: 'ceph-store' });
    type('cinder', '600');
    type('kube', '500');
    expect(text()).toContain('1.1 TiB in quotas');
    expect(text()).toContain('More than there is.');
    type('kube', '20');
    await press('Save 2 changes');
    expect(sent).toHaveBeenCalledWith([
      { do: 'backend.quotas', name: 'ceph-store', gib: { cinder: 600, kube: 20 } },
    ]);
  });

  it('gets a backend only once a person has confirmed it', async () => {
    sent.mockResolvedValue(fail({ kind: 'unavailable', message: 'No answer.' }));
    await cloud({ job: 'add-backend' });
    expect(text()).toContain('Confirm that it cannot be undone');
    await act(async () => field('I know that this cannot be undone').click());
    await press('Add backend');
    expect(sent).toHaveBeenCalledWith([
      {
        ...{ do: 'backend.add', kind: 'ceph-rook', name: 'ceph-rook-store', tier: null },
        ...{ services: ['block', 'filesystem'], replication: 2, minReplication: 1 },
        deploymentModel: 'controller',
      },
    ]);
    expect(text()).toContain('It is not known whether this was done.');
  });

  it('offers no monitor to a host that cannot have one', async () => {
    await cloud({ job: 'add-monitor' });
    expect(button('Add monitor').getAttribute('aria-disabled')).toBe('true');
    expect(text()).toContain('Choose a host');
  });

  it('says when what a sheet is about is gone', async () => {
    await cloud({ job: 'delete-tier', name: 'gone' });
    expect(text()).toContain('There is no tier gone any more.');
  });
});
