/** A tarball through the console, against the embedded platform over real HTTP: what is sent, what is refused, what is written down. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import { writeAppTarball } from '@/simulator/app-tarball';

const { POST } = await import('./route');

const bench = benchOfWrites('admin');
const directory = mkdtempSync(join(tmpdir(), 'roost-route-'));
const OWN = { 'x-roost-request': '1', origin: 'http://127.0.0.1:3000' };
let tarball: Buffer;

beforeAll(async () => {
  vi.stubEnv('ROOST_UPLOAD_MAX_MB', '1');
  vi.stubEnv('ROOST_UPLOAD_IDLE_SECONDS', '2');
  const path = join(directory, 'a.tgz');
  await writeAppTarball(path, { name: 'route-app', version: '1.0-1', sizeBytes: 200_000 });
  tarball = readFileSync(path);
});
afterAll(() => rmSync(directory, { recursive: true }));

type Sent = {
  query?: string;
  headers?: Record<string, string>;
  /** Told beforehand. */
  bytes?: number;
  signal?: AbortSignal;
  pieces?: AsyncIterable<Uint8Array>;
};

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_001) yield bytes.subarray(at, at + 10_001);
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

async function upload({
  query = 'file=a.tgz',
  headers = {},
  bytes = tarball.length,
  signal,
  pieces,
}: Sent = {}) {
  const told = { 'content-type': 'application/octet-stream', 'content-length': String(bytes) };
  const init: RequestInit & { duplex: 'half' } = {
    ...{ method: 'POST', duplex: 'half', headers: { ...told, ...OWN, ...headers } },
    ...{ body: streamOf(pieces ?? inPieces(tarball)), ...(signal ? { signal } : {}) },
  };
  const request = new Request(`http://127.0.0.1:3000/api/applications/tarball?${query}`, init);
  const answer = await POST(request);
  const body: { name?: string; error?: { message: string; requestId?: string } } = await answer.json();
  return { status: answer.status, body, headers: answer.headers };
}

describe('a tarball of a browser', () => {
  it('is handed on to the platform, and written down without what is in it', async () => {
    const { status, body, headers } = await upload({ query: 'file=route-app-1.0-1.tgz&images=true' });
    expect({ status, body }).toEqual({ status: 202, body: { name: 'route-app' } });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(bench.written).toHaveLength(1);
    expect(bench.written[0]).toMatchObject({
      ...{ action: 'application.upload', target: 'route-app-1.0-1.tgz', outcome: 'ok' },
      details: { tarfile: 'route-app-1.0-1.tgz', tarfileBytes: String(tarball.length), images: 'true' },
    });
    const again = await upload();
    expect(again.status).toBe(409);
    expect(again.body.error).toMatchObject({
      message: 'Application-upload rejected: application route-app already exists.',
      requestId: 'req-test',
    });
  });

  it.each([
    ['another site', { headers: { origin: 'https://evil.example' } }, 403, /another site/],
    ['a form', { headers: { 'x-roost-request': '' } }, 403, /x-roost-request/],
    ['another type', { headers: { 'content-type': 'application/json' } }, 403, /octet-stream/],
    ['a name of no tarball', { query: 'file=a.zip' }, 400, /name of the file/],
    ['a path', { query: 'file=..%2Fa.tgz' }, 400, /name of the file/],
    ['more than the console takes', { bytes: 1_000_001 }, 413, /larger than 1 MB/],
    ['nothing', { bytes: 0 }, 413, /empty/],
  ])('from %s is not taken', async (_, sent, status, why) => {
    const answer = await upload(sent);
    expect(answer.status).toBe(status);
    expect(answer.body.error?.message).toMatch(why);
    expect(await bench.writes('sysinv')).toBe(0);
  });

  it('of a reader is refused, and that is written down', async () => {
    bench.signIn('reader');
    const answer = await upload();
    expect(answer.status).toBe(403);
    expect(answer.body.error?.message).toMatch(/needs configurator or admin/);
    expect(bench.written[0]).toMatchObject({ action: 'application.upload', outcome: 'forbidden' });
    bench.signOut();
    expect((await upload()).status).toBe(401);
    expect(await bench.writes('sysinv')).toBe(0);
  });

  it('that has more or fewer bytes than were told is no whole request', async () => {
    for (const bytes of [tarball.length - 1, tarball.length + 1])
      expect((await upload({ bytes })).status).toBe(502);
  });

  it('is given up when the browser goes away, or stands still', async () => {
    const leaving = new AbortController();
    async function* halfway(end: () => void): AsyncGenerator<Uint8Array> {
      yield tarball.subarray(0, 50_000);
      end();
      await new Promise(() => {});
    }
    const left = await upload({ signal: leaving.signal, pieces: halfway(() => leaving.abort()) });
    expect(left.body.error?.message).toMatch(/cancelled/);
    const still = await upload({ pieces: halfway(() => {}) });
    expect(still.body.error?.message).toMatch(/stood still for 2 s/);
    expect(bench.written.map(({ outcome }) => outcome)).toEqual(['unavailable', 'unavailable']);
  });
});
