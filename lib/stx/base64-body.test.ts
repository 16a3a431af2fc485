import { describe, expect, it } from 'vitest';
import { base64Body } from './base64-body';
import { WrongLength } from './counted';

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function text(bytes: Buffer, size: number, told = bytes.length) {
  const fields = { tarfile: 'a "b".tgz', images: true };
  const body = base64Body({ fields, key: 'binary_data', source: pieces(bytes, size), sourceBytes: told });
  const parts: Uint8Array[] = [];
  for await (const piece of body.pieces) parts.push(piece);
  const whole = Buffer.concat(parts);
  return { whole: whole.toString('utf8'), told: body.bytes, sent: whole.length };
}

const noise = Buffer.from(Array.from({ length: 1_000 }, (_, index) => (index * 7919) % 256));

describe('a file in a JSON body', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 255, 256, 257, 1_000])(
    'of %i bytes, in pieces of any size',
    async (length) => {
      const bytes = noise.subarray(0, length);
      for (const size of [1, 2, 3, 4, 5, 7, 64, 1_000]) {
        const { whole, told, sent } = await text(bytes, size);
        expect(sent).toBe(told);
        const said: { tarfile: string; images: boolean; binary_data: string } = JSON.parse(whole);
        expect(said).toMatchObject({ tarfile: 'a "b".tgz', images: true });
        expect(said.binary_data).toMatch(/^[\w-]*={0,2}$/);
        expect(said.binary_data.length % 4).toBe(0);
        expect(Buffer.from(said.binary_data, 'base64url').equals(bytes)).toBe(true);
      }
    },
  );

  it.each([
    [1, '=='],
    [2, '='],
    [3, ''],
  ])('%i bytes in the last group end with "%s"', async (length, padding) => {
    const { whole } = await text(noise.subarray(0, length), 1);
    expect(/(=*)"}$/.exec(whole)?.[1]).toBe(padding);
  });

  it('uses letters that are safe in an address', async () => {
    const { whole } = await text(Buffer.from([0xfb, 0xff, 0xfe]), 2);
    expect(whole).toContain('"-__-"');
  });

  it.each([
    [9, 10],
    [11, 10],
  ])('%i bytes of %i that were told are refused', async (length, told) => {
    await expect(text(noise.subarray(0, length), 4, told)).rejects.toBeInstanceOf(WrongLength);
  });
});
