import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TarballPlan, uploadBody, writeAppTarball } from '../../app-tarball';
import { startForTest, type TestSimulator, tokenFor } from '../../testing';
import { createWorld } from '../../worlds/create';
import { ask, bodyOf, faultOf } from '../ask';

const MIB = 1024 * 1024;
const directory = mkdtempSync(join(tmpdir(), 'roost-tarballs-'));
let simulator: TestSimulator;

beforeAll(async () => {
  simulator = await startForTest({ world: 'standard' });
});

afterAll(async () => {
  await simulator.stop();
  rmSync(directory, { recursive: true });
});

const PLAN: TarballPlan = { name: 'my-app', version: '1.2-3' };

async function tarball(plan: TarballPlan, file = 'any.tgz'): Promise<string> {
  const path = join(directory, file);
  await writeAppTarball(path, plan);
  return path;
}

/** An upload in memory, to a cloud of its own. */
async function upload(plan: TarballPlan, more: Record<string, unknown> = {}) {
  const world = createWorld('standard', 'upload', { speed: 1 });
  const binary_data = readFileSync(await tarball(plan)).toString('base64');
  const body = { tarfile: '/home/me/any.tgz', app_name: '', app_version: '', ...more, binary_data };
  return { world, answer: await ask(world, '/v1/apps', { method: 'POST', body }) };
}

async function refusal(plan: TarballPlan): Promise<string> {
  return faultOf((await upload(plan)).answer);
}

describe('an uploaded tarball', () => {
  it('tells name, version and charts of the application', async () => {
    const { world, answer } = await upload({ ...PLAN, charts: ['front', 'back'], namespace: 'mine' });
    expect(bodyOf(answer)).toMatchObject({
      name: 'my-app',
      app_version: '1.2-3',
      manifest_name: 'my-app-fluxcd-manifests',
      status: 'uploading',
    });
    world.clock.advance(10_000);
    expect(bodyOf(await ask(world, '/v1/helm_charts?app_name=my-app')).charts).toEqual([
      { name: 'front', enabled: ['true'], namespaces: ['mine'] },
      { name: 'back', enabled: ['true'], namespaces: ['mine'] },
    ]);
  });

  it('is believed before the name that was given with it', async () => {
    const { answer } = await upload(PLAN, { app_name: 'other', app_version: '9.9-9' });
    expect(bodyOf(answer)).toMatchObject({ name: 'my-app', app_version: '1.2-3' });
  });

  it('without metadata has the name that was given, and none is refused', async () => {
    const { answer } = await upload(
      { ...PLAN, broken: 'metadata' },
      { app_name: 'given', app_version: '1.0-0' },
    );
    expect(bodyOf(answer)).toMatchObject({ name: 'given', app_version: '1.0-0' });
    expect(await refusal({ ...PLAN, broken: 'metadata' })).toMatch(/does not tell name and version/);
  });

  it('brings what it needs and keeps', async () => {
    const metadata =
      'maintain_user_overrides: true\nsupported_k8s_version:\n  minimum: v1.33.0\ndependent_apps:\n- name: absent\n  version: 1\\.0-.*\n  action: error\n';
    const { world } = await upload({ ...PLAN, metadata });
    expect(world.sysinv.applications.named('my-app')?.package).toMatchObject({
      keepsOverrides: true,
      dependencies: [[{ name: 'absent', version: '1\\.0-.*', action: 'error' }]],
    });
    world.clock.advance(10_000);
    const answer = await ask(world, '/v1/apps/my-app?directive=apply', {
      method: 'PATCH',
      body: { values: {} },
    });
    expect(faultOf(answer)).toMatch(/my-app \(1\.2-3\) does not run on Kubernetes v1\.32\.2/);
  });

  it.each<[NonNullable<TarballPlan['broken']>, RegExp]>([
    ['manifest', /no FluxCD manifest/],
    ['charts', /without a chart/],
    ['chart', /failed to extract tar file my-app-1\.0\.0\.tgz/],
    ['checksum', /checksums .* not right/],
  ])('is refused with a broken %s', async (broken, says) => {
    expect(await refusal({ ...PLAN, broken })).toMatch(says);
  });

  it('is refused with metadata that cannot be read', async () => {
    expect(await refusal({ ...PLAN, metadata: 'behavior: @nothing\n' })).toMatch(
      /metadata\.yaml cannot be read: line 4/,
    );
    expect(await refusal({ ...PLAN, metadata: 'dependent_apps:\n- name: x\n  version: "("\n' })).toMatch(
      /entry of dependent_apps cannot be read/,
    );
  });
});

describe('a large tarball', () => {
  it('is as large as it is wanted', async () => {
    const path = await tarball({ ...PLAN, sizeBytes: 5 * MIB });
    expect(Math.abs(statSync(path).size - 5 * MIB)).toBeLessThan(MIB / 100);
  });

  it('is taken without holding it in memory, and leaves nothing behind', async () => {
    const path = await tarball({ name: 'large', version: '1.0-0', sizeBytes: 120 * MIB }, 'large.tgz');
    const token = await tokenFor(simulator, 'admin+large');
    const own = join(directory, 'own');
    mkdirSync(own);
    vi.stubEnv('TMPDIR', own);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 5);
    const answer = await post(`${simulator.urls.sysinv}/v1/apps`, token, path);
    clearInterval(watch);
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('"name":"large"') });
    // The body has 160 MiB, the archive 120; what is measured is what waits to be collected.
    expect(most).toBeLessThan(100 * MIB);
    await vi.waitFor(() => expect(readdirSync(own)).toEqual([]));
    vi.unstubAllEnvs();
  }, 60_000);
});

it('an upload that breaks off leaves nothing behind', async () => {
  const token = await tokenFor(simulator, 'admin+broken');
  const own = join(directory, 'broken');
  mkdirSync(own);
  vi.stubEnv('TMPDIR', own);
  const outgoing = request(`${simulator.urls.sysinv}/v1/apps`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Auth-Token': token },
  });
  outgoing.on('error', () => undefined);
  outgoing.write(Buffer.alloc(6 * MIB, 'A'));
  await vi.waitFor(() => expect(readdirSync(own)).toHaveLength(1), { timeout: 10_000 });
  outgoing.destroy();
  await vi.waitFor(() => expect(readdirSync(own)).toEqual([]), { timeout: 10_000 });
  vi.unstubAllEnvs();
});

async function post(url: string, token: string, path: string): Promise<{ status: number; body: string }> {
  const outgoing = request(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Auth-Token': token },
  });
  const answered = new Promise<{ status: number; body: string }>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      let body = '';
      incoming.on('data', (chunk) => {
        body += String(chunk);
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body }));
    });
  });
  await pipeline(Readable.from(uploadBody(path)), outgoing);
  return answered;
}
