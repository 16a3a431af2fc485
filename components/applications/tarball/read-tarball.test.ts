/** Tarballs as they are, and files that are none. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { type TarballPlan, tarballFolder } from '@/e2e/support/tarballs';
import { readTarballFile, type TarballReading } from './read-tarball';

const folder = tarballFolder();
afterAll(() => folder.drop());

const PLAN: TarballPlan = { name: 'my-app', version: '1.2-3', charts: ['front', 'back'] };

const bytes = (plan: Partial<TarballPlan> = {}): Promise<Buffer> => folder.bytes({ ...PLAN, ...plan });

const read = (content: Buffer, name = 'a.tgz'): Promise<TarballReading> =>
  readTarballFile(new File([new Uint8Array(content)], name), {
    ...{ signal: new AbortController().signal, onShare: () => {} },
  });

const whyBroken = async (content: Buffer, name?: string): Promise<string> => {
  const reading = await read(content, name);
  return reading.kind === 'broken' ? reading.why : reading.kind;
};

describe('a tarball', () => {
  it('is read, however large, by what counts of it', async () => {
    const shares: number[] = [];
    const content = await bytes({ sizeBytes: 20_000_000 });
    const reading = await readTarballFile(new File([new Uint8Array(content)], 'a.tgz'), {
      signal: new AbortController().signal,
      onShare: (share) => shares.push(share),
    });
    expect(reading).toMatchObject({
      kind: 'read',
      facts: { name: 'my-app', version: '1.2-3', charts: [{ name: 'front' }, { name: 'back' }] },
      faults: [],
    });
    expect(shares.every((share, index) => share > (shares[index - 1] ?? 0) && share <= 1)).toBe(true);
  });

  it('may be a tar archive that is not packed', async () => {
    expect((await read(gunzipSync(await bytes()))).kind).toBe('read');
  });

  it.each([
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ['bzip2', [0x42, 0x5a, 0x68, 0x39]],
  ])('packed with %s is for the platform to open', async (packing, head) => {
    expect(await read(Buffer.from(head))).toEqual({ kind: 'sealed', why: expect.stringContaining(packing) });
  });

  it('with wrong parts says which', async () => {
    const reading = await read(await bytes({ broken: 'manifest', metadata: '' }));
    expect(reading).toMatchObject({
      faults: [{ why: expect.stringMatching(/supported_k8s/) }, { why: expect.stringMatching(/FluxCD/) }],
    });
    expect(await read(await bytes({ broken: 'charts' }))).toMatchObject({
      faults: [{ why: expect.stringMatching(/no Helm chart/) }],
    });
    expect(await read(await bytes({ broken: 'metadata' }))).toMatchObject({
      facts: { name: null },
      faults: [],
    });
  });

  it('can be left before it is read', async () => {
    const signal = AbortSignal.abort();
    const file = new File([new Uint8Array(await bytes())], 'a.tgz');
    await expect(readTarballFile(file, { signal, onShare: () => {} })).rejects.toThrow();
  });
});

describe('no tarball', () => {
  it('by its name', async () => {
    expect(await whyBroken(await bytes(), 'a.zip')).toMatch(/\.tgz or \.tar\.gz/);
  });

  it('by what is in it', async () => {
    const whole = await bytes();
    expect(await whyBroken(Buffer.alloc(0))).toBe('The file is empty.');
    expect(await whyBroken(Buffer.from('PK\u0003\u0004 something'))).toMatch(/neither a gzip file nor a tar/);
    expect(await whyBroken(gzipSync(Buffer.from('just text '.repeat(200))))).toMatch(/no tar archive/);
    expect(await whyBroken(gzipSync(Buffer.alloc(1_024)))).toBe('The archive is empty.');
    expect(await whyBroken(whole.subarray(0, whole.length - 2_000))).toMatch(/ends too early/);
    const cut = gzipSync(gunzipSync(whole).subarray(0, 2_048 + 100));
    expect(await whyBroken(cut)).toMatch(/ends too early/);
    const spoilt = Buffer.from(gzipSync(gunzipSync(whole)));
    spoilt.fill(0xff, 200, 260);
    expect(await whyBroken(spoilt)).toMatch(/cannot be unpacked|tar archive|too early/);
  });

  it('by metadata that cannot be read', async () => {
    const why = await whyBroken(await bytes({ metadata: 'upgrades: [1,\n' }));
    expect(why).toMatch(/^metadata\.yaml cannot be read: .+/);
  });
});
