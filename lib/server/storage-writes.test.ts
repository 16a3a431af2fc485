/** Changing the storage of the cloud against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { StepResult } from '@/lib/domain/steps';
import type { StorageCall } from '@/lib/domain/storage/cloud/storage-calls';

const { orderStorageCalls } = await import('./storage-writes');
const { invalidateStorage } = await import('./outdated');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator', 'ceph');
const { written, signIn } = bench;

async function run(...calls: StorageCall[]): Promise<StepResult[]> {
  const begun = await orderStorageCalls({ calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}
const writes = () => bench.writes('sysinv');
const settle = () => bench.platform().control.advance(180_000);

async function storage() {
  invalidateStorage();
  const { value } = await readView(bench.session(), 'cloudStorage', {}, true);
  if (!value) throw new Error('no storage');
  return value.data;
}
async function hostId(name: string): Promise<string> {
  const { value } = await readView(bench.session(), 'hosts', {});
  const host = value?.data.hosts.find(({ hostname }) => hostname === name);
  if (!host) throw new Error(`no host ${name}`);
  return host.id;
}

describe('one change', () => {
  it.each<[StorageCall, string, string, Record<string, string> | undefined]>([
    [
      { do: 'tier.create', name: 'bronze', cluster: 'ceph_cluster' },
      'storage-tier.create',
      'bronze',
      undefined,
    ],
    [
      { do: 'tier.rename', name: 'bronze', to: 'silver' },
      'storage-tier.change',
      'bronze',
      { name: 'silver' },
    ],
    [
      {
        ...{ do: 'backend.add', kind: 'ceph', name: 'silver-store', services: ['rbd-provisioner'] },
        ...{ replication: 2, minReplication: 1, deploymentModel: null, tier: 'silver' },
      },
      'storage-backend.add',
      'silver-store',
      {
        backendKind: 'ceph',
        services: 'rbd-provisioner',
        replication: '2',
        minReplication: '1',
        tier: 'silver',
      },
    ],
    [
      { do: 'backend.change', name: 'silver-store', to: { services: ['rbd-provisioner', 'cinder'] } },
      'storage-backend.change',
      'silver-store',
      { services: 'rbd-provisioner,cinder' },
    ],
    [
      { do: 'backend.quotas', name: 'ceph-store', gib: { cinder: 100, kube: 50 } },
      'storage-backend.quotas',
      'ceph-store',
      { poolQuotasGib: 'cinder=100 kube=50' },
    ],
    [
      { do: 'monitor.resize', host: 'controller-0', sizeGib: 25 },
      'ceph-monitor.change',
      'controller-0',
      { sizeGib: '25' },
    ],
    [
      {
        do: 'controllerfs.resize',
        sizes: [
          { name: 'extension', sizeGib: 3 },
          { name: 'etcd', sizeGib: 7 },
        ],
      },
      'controllerfs.change',
      'controllers',
      { filesystemSizesGib: 'extension=3 etcd=7' },
    ],
  ])('%j is one request and one audit line', async (call, action, target, details) => {
    expect(await run(call)).toEqual([{ state: 'done' }]);
    expect(await writes()).toBe(1);
    expect(written).toMatchObject([
      { action, target, outcome: 'ok', who: 'configurator', ...(details ? { details } : {}) },
    ]);
    await settle();
  });

  it('is what the platform has afterwards', async () => {
    const { tiers, backends, cephBackends, monitors, controllerFilesystems } = await storage();
    expect(tiers.map(({ name }) => name)).toContain('silver');
    expect(backends.find(({ name }) => name === 'silver-store')?.services.toSorted()).toEqual([
      ...['cinder', 'rbd-provisioner'],
    ]);
    expect(cephBackends.find(({ tier }) => tier === 'storage')?.quotaGib).toMatchObject({
      cinder: 100,
      kube: 50,
    });
    expect(monitors.find(({ hostname }) => hostname === 'controller-0')?.sizeGib).toBe(25);
    expect(
      Object.fromEntries(controllerFilesystems.map(({ name, sizeGib }) => [name, sizeGib])),
    ).toMatchObject({
      ...{ extension: 3, etcd: 7 },
    });
  });

  it('that is so already is not sent', async () => {
    expect(await run({ do: 'controllerfs.resize', sizes: [{ name: 'etcd', sizeGib: 7 }] })).toEqual([
      { state: 'already' },
    ]);
    expect(await run({ do: 'tier.delete', name: 'never-there' })).toEqual([{ state: 'already' }]);
    expect(await writes()).toBe(0);
  });
});

describe('a refusal', () => {
  it.each<[string, StorageCall, RegExp]>([
    [
      'a smaller filesystem',
      { do: 'controllerfs.resize', sizes: [{ name: 'platform', sizeGib: 5 }] },
      /^ControllerFs update failed: size for filesystem 'platform' should be bigger than 10/,
    ],
    [
      'a backup that is too small',
      { do: 'controllerfs.resize', sizes: [{ name: 'database', sizeGib: 11 }] },
      /^backup size of 25 is insufficient for host controller-0\. Minimum backup size of 26 is required based upon platform size 10 and database size 11\./,
    ],
    [
      'a second Ceph without a tier',
      {
        ...{ do: 'backend.add', kind: 'ceph', name: 'c2', services: [], tier: null },
        ...{ replication: 2, minReplication: 1, deploymentModel: null },
      },
      /^No tier specified for this backend\./,
    ],
    ['a tier that is there', { do: 'tier.create', name: 'silver', cluster: 'ceph_cluster' }, /silver/],
    ['the tier that every Ceph has', { do: 'tier.delete', name: 'storage' }, /storage/],
    ['a monitor that works', { do: 'monitor.delete', host: 'controller-0' }, /./],
  ])('of %s comes in the words of the platform, and is sent once', async (_, call, words) => {
    const [step] = await run(call);
    expect(step).toMatchObject({ state: 'failed', failure: { kind: 'refused', status: 400 } });
    expect(step?.failure?.message).toMatch(words);
    expect(await writes()).toBe(1);
    expect(written).toMatchObject([{ outcome: 'refused' }]);
  });

  it('of a monitor on a host that has one is as recorded', async () => {
    const [step] = await run({ do: 'monitor.add', host: 'storage-0', hostId: await hostId('storage-0') });
    expect(step?.failure?.message).toBe("Ceph monitor already configured for host 'storage-0'.");
  });

  it('of the console is for those without the right: nothing is sent', async () => {
    signIn('operator');
    const [step] = await run({ do: 'tier.create', name: 'iron', cluster: 'ceph_cluster' });
    expect(step).toMatchObject({ state: 'failed', failure: { kind: 'forbidden' } });
    expect(step?.failure?.message).toContain('Changing storage needs configurator or admin');
    expect(await writes()).toBe(0);
    expect(written).toMatchObject([{ action: 'storage-tier.create', outcome: 'forbidden' }]);
  });

  it('is none where parts could not be read: nothing is sent', async () => {
    await bench.platform().control.fault({ service: 'sysinv', path: '/v1/storage_tiers', status: 500 });
    invalidateStorage();
    const [step] = await run({ do: 'tier.create', name: 'iron', cluster: 'ceph_cluster' });
    expect(step).toMatchObject({ state: 'failed', failure: { kind: 'unavailable' } });
    expect(await writes()).toBe(0);
  });
});
