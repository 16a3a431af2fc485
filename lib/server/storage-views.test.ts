/** What the storage of the cloud asks of the platform, and what it makes of it when a part of it fails. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, asked, connection, session } from './test-answers';

vi.mock('@/lib/stx/http', async () => (await import('./test-answers')).preparedHttp);
vi.mock('@/lib/stx/catalogue', async () => (await import('./test-answers')).preparedCatalogue);

const { storageViews } = await import('./storage-views');

const HOSTS = 1_000;
const hosts = Array.from({ length: HOSTS }, (_, index) => `host-${index}`);
const LISTS: Record<string, unknown> = {
  '/v1/storage_backend': {
    storage_backends: [
      { uuid: 'b', name: 'ceph-store', backend: 'ceph', state: 'configured' },
      { uuid: 'odd' },
    ],
  },
  '/v1/storage_ceph': { storage_ceph: [{ uuid: 'b', ceph_total_space_gib: 0 }] },
  '/v1/storage_tiers': { storage_tiers: [{ uuid: 't', name: 'storage' }] },
  '/v1/clusters': { clusters: [{ uuid: 'c', name: 'ceph_cluster' }] },
  '/v1/ceph_mon': { ceph_mon: [{ uuid: 'm', hostname: 'controller-0' }] },
  '/v1/controller_fs': { controller_fs: [{ uuid: 'f', name: 'platform', state: "{'status': 'available'}" }] },
  '/v1/istors': { istors: [{ uuid: 's', function: 'osd', osdid: 0 }] },
  '/v1/ilvgs': {
    ilvgs: hosts.map((host) => ({ uuid: `vg-${host}`, ihost_uuid: host, lvm_vg_name: 'cgts-vg' })),
  },
  '/v1/host_fs': {
    host_fs: hosts.flatMap((host, index) => [
      { uuid: `d-${host}`, ihost_uuid: host, name: 'docker', state: 'Ready' },
      { uuid: `l-${host}`, ihost_uuid: host, name: 'log', state: index === 7 ? 'Modifying' : 'In-Use' },
    ]),
  },
};

beforeEach(() => {
  answers.clear();
  for (const [path, body] of Object.entries(LISTS)) answers.set(path, body);
  asked.length = 0;
});

const load = () => storageViews.cloudStorage.load(connection, {}, session);

describe('the storage of the cloud', () => {
  it('is nine requests, however many hosts there are', async () => {
    expect((await load()).ok).toBe(true);
    expect(asked.toSorted()).toEqual(Object.keys(LISTS).toSorted());
  });

  it('sends on what is compared and what is not settled, and counts the rest', async () => {
    const read = await load();
    if (!read.ok) throw new Error(read.error.message);
    expect(read.data.volumeGroups).toHaveLength(HOSTS);
    expect(read.data.filesystems).toMatchObject({
      count: 2 * HOSTS,
      unsettled: [{ id: 'l-host-7', state: 'Modifying' }],
    });
    expect(read.data.unreadable).toMatchObject([{ id: 'odd', part: 'backends' }]);
    expect(read.data.cephBackends).toMatchObject([{ totalGib: null }]);
  });

  it.each([
    ['cephBackends', '/v1/storage_ceph'],
    ['tiers', '/v1/storage_tiers'],
    ['clusters', '/v1/clusters'],
    ['monitors', '/v1/ceph_mon'],
    ['controllerFilesystems', '/v1/controller_fs'],
    ['storageFunctions', '/v1/istors'],
    ['backends', '/v1/storage_backend'],
    ['volumeGroups', '/v1/ilvgs'],
  ] as const)('without %s the rest stands, and it is named', async (part, path) => {
    answers.delete(path);
    expect(await load()).toMatchObject({
      data: { [part]: [], unread: [{ part, message: `${path} fails here.` }] },
    });
  });

  it('fails without backends and groups', async () => {
    answers.delete('/v1/storage_backend');
    answers.delete('/v1/ilvgs');
    expect((await load()).ok).toBe(false);
  });

  it('is followed closely while a backend is being configured', async () => {
    const read = await load();
    if (!read.ok) throw new Error(read.error.message);
    expect(storageViews.cloudStorage.pace(read.data)).toBe('minute');
    const [backend] = read.data.backends;
    if (!backend) throw new Error('no backend');
    const backends = [{ ...backend, state: 'configuring' }];
    expect(storageViews.cloudStorage.pace({ ...read.data, backends })).toBe('fast');
  });
});
