/** Changing the filesystems of a host against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { StepResult } from '@/lib/domain/steps';
import type { HostFsCall } from '@/lib/domain/storage/host-fs/host-fs-calls';

const { orderHostFsCalls } = await import('./host-fs-writes');
const { invalidateStorage } = await import('./outdated');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator', 'rook');
const { written, signIn } = bench;

async function hostId(name: string): Promise<string> {
  const { value } = await readView(bench.session(), 'hosts', {});
  const host = value?.data.hosts.find(({ hostname }) => hostname === name);
  if (!host) throw new Error(`no host ${name}`);
  return host.id;
}
async function run(host: string, ...calls: HostFsCall[]): Promise<StepResult[]> {
  const begun = await orderHostFsCalls({ host: await hostId(host), calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}
async function filesystems(host: string) {
  invalidateStorage();
  const { value } = await readView(bench.session(), 'hostStorage', { hostId: await hostId(host) }, true);
  return Object.fromEntries(value?.data.filesystems.map((fs) => [fs.name, fs]) ?? []);
}
const writes = () => bench.writes('sysinv');
const settle = () => bench.platform().control.advance(900_000);
const resize = (sizes: Record<string, number>): HostFsCall => ({
  do: 'hostfs.resize',
  sizes: Object.entries(sizes).map(([name, sizeGib]) => ({ name, sizeGib })),
});

describe('filesystems of a host', () => {
  it('are resized several in one request, of those that change', async () => {
    const before = await filesystems('controller-0');
    const docker = before.docker?.sizeGib ?? 0;
    expect(
      await run('controller-0', resize({ docker: docker + 2, scratch: 20, log: before.log?.sizeGib ?? 0 })),
    ).toEqual([{ state: 'done' }]);
    expect(await writes()).toBe(1);
    expect(written).toMatchObject([
      {
        ...{ action: 'host-fs.change', target: 'controller-0', outcome: 'ok' },
        details: { filesystemSizesGib: `docker=${docker + 2} scratch=20` },
      },
    ]);
    expect((await filesystems('controller-0')).scratch).toMatchObject({ sizeGib: 20, state: 'Modifying' });
    await settle();
    expect((await filesystems('controller-0')).scratch).toMatchObject({ sizeGib: 20, state: 'Ready' });
  });

  it('are added and deleted', async () => {
    expect(await run('controller-0', { do: 'hostfs.add', name: 'image-conversion', sizeGib: 10 })).toEqual([
      { state: 'done' },
    ]);
    expect((await filesystems('controller-0'))['image-conversion']).toMatchObject({ state: 'Creating' });
    await settle();
    expect(await run('controller-0', { do: 'hostfs.delete', name: 'image-conversion' })).toEqual([
      { state: 'done' },
    ]);
    await settle();
    expect((await filesystems('controller-0'))['image-conversion']).toBeUndefined();
    expect(await writes()).toBe(2);
  });

  it('have functions of Ceph where Rook is: what else stands in the way the platform says', async () => {
    const had = (await filesystems('controller-0')).ceph?.functions ?? [];
    expect(had).toContain('monitor');
    const [step] = await run('controller-0', {
      do: 'hostfs.functions',
      functions: had.filter((one) => one !== 'monitor'),
    });
    expect(await writes()).toBe(1);
    expect(step).toMatchObject({ state: 'failed', failure: { kind: 'refused', status: 400 } });
    expect(step?.failure?.message).toMatch(/floating monitor/);
  });

  it.each<[string, HostFsCall, RegExp]>([
    [
      'a smaller one',
      resize({ scratch: 5 }),
      /^HostFs update failed: size for filesystem 'scratch' should be bigger than 20\.$/,
    ],
    [
      'more than is free',
      resize({ scratch: 99999 }),
      /^HostFs update failed: Not enough free space on cgts-vg\. Current free space \d+ GiB, requested total increase 99979 GiB\.$/,
    ],
    ['one that nobody has', resize({ nosuch: 20 }), /^HostFs update failed: invalid filesystem 'nosuch'\.$/],
    [
      'one that cannot be added',
      { do: 'hostfs.add', name: 'docker-more', sizeGib: 5 },
      /docker-more|supported/,
    ],
  ])('%s is refused in the words of the platform, and is sent once', async (_, call, words) => {
    const [step] = await run('controller-0', call);
    expect(step).toMatchObject({ state: 'failed', failure: { kind: 'refused', status: 400 } });
    expect(step?.failure?.message).toMatch(words);
    expect(await writes()).toBe(1);
  });

  it('are not changed by those without the right', async () => {
    signIn('operator');
    const [step] = await run('controller-0', resize({ scratch: 40 }));
    expect(step).toMatchObject({ state: 'failed', failure: { kind: 'forbidden' } });
    expect(await writes()).toBe(0);
  });
});
