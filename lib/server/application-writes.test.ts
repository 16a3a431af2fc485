/** Uploads from elsewhere and updates against the embedded platform: what it makes of them, and what is written down. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { ApplicationCall, UpdateCall } from '@/lib/domain/application/application-calls';
import type { StepResult } from '@/lib/domain/steps';

const { orderApplicationCalls } = await import('./application-writes');
const { invalidateApplications } = await import('./outdated');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator');

async function run(...calls: ApplicationCall[]): Promise<StepResult[]> {
  const begun = await orderApplicationCalls({ calls, submission: randomUUID() });
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.data.end;
}

async function application(name: string) {
  invalidateApplications();
  const { value } = await readView(bench.session(), 'applications', {}, true);
  return value?.data.applications.find((one) => one.name === name);
}

const settle = () => bench.platform().control.advance(300_000);

const update = (over: Partial<UpdateCall>): UpdateCall => ({
  ...{ do: 'update', name: 'cert-manager', tarfile: '/scratch/none.tgz', version: null },
  ...{ reuseUserOverrides: null, reuseAttributes: null },
  ...over,
});
const ISO = '/usr/local/share/applications/helm';

describe('an upload from elsewhere', () => {
  it('by a path is carried out, and written down', async () => {
    const tarfile = '/scratch/hello-kitty-1.0-1.tgz';
    expect(await run({ do: 'upload', tarfile, name: null, version: null, images: false })).toEqual([
      { state: 'done' },
    ]);
    await settle();
    expect(await application('hello-kitty')).toMatchObject({ version: '1.0-1', status: 'uploaded' });
    expect(bench.written).toEqual([
      expect.objectContaining({
        ...{ action: 'application.upload', target: 'hello-kitty-1.0-1.tgz', outcome: 'ok' },
        details: { tarfile },
      }),
    ]);
  });

  it('by an address is written down without who asks, and without what may be a key', async () => {
    const tarfile = 'https://me:secret@127.0.0.1:9/portieris-26.09-1.tgz?token=secret';
    await run({ do: 'upload', tarfile, name: 'portieris', version: null, images: true });
    expect(bench.written[0]).toMatchObject({
      target: 'portieris-26.09-1.tgz',
      details: { tarfile: 'https://127.0.0.1:9/portieris-26.09-1.tgz', name: 'portieris', images: 'true' },
    });
    expect(JSON.stringify(bench.written)).not.toContain('secret');
  });
});

describe('an update', () => {
  it('goes to another version, and back, with what is said to be kept', async () => {
    const newer = update({ tarfile: `${ISO}/cert-manager-26.09-4.tgz`, reuseUserOverrides: false });
    expect(await run(newer)).toEqual([{ state: 'done' }]);
    expect(bench.written[0]).toMatchObject({
      ...{ action: 'application.update', target: 'cert-manager', outcome: 'ok' },
      details: { tarfile: newer.tarfile, reuseUserOverrides: 'false' },
    });
    await settle();
    expect(await application('cert-manager')).toMatchObject({ version: '26.09-4', status: 'applied' });
    const params = { application: 'cert-manager', chart: 'cert-manager', namespace: 'cert-manager' };
    const { value } = await readView(bench.session(), 'chartValues', params);
    expect(value?.data.user).toBeNull();
  });

  it('that the platform refuses is told in its words', async () => {
    const [result] = await run(update({ tarfile: '/scratch/none-1.0-1.tgz' }));
    expect(result).toMatchObject({
      state: 'failed',
      failure: {
        kind: 'refused',
        message: expect.stringMatching(/^Application-update rejected: .*none-1\.0-1/),
      },
    });
  });
});
