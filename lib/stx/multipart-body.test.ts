import { expect, it } from 'vitest';
import { WrongLength } from './counted';
import { multipartBody } from './multipart-body';

const FILE = { key: 'file', name: 'a"b\r\n.bit', type: 'application/octet-stream' };

const bodyOf = (bytes: Buffer, told = bytes.length) =>
  multipartBody({
    ...{ fields: { name: 'größer', 'k"ey': '1' }, file: FILE, sourceBytes: told },
    source: (async function* () {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    })(),
  });
async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

it('is a form that is read as it was meant, and as long as was told', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
  const { contentType, bytes: told, pieces } = bodyOf(bytes);
  const sent = await whole(pieces);
  expect(sent.length).toBe(told);
  const form = await new Response(new Uint8Array(sent), {
    headers: { 'content-type': contentType },
  }).formData();
  expect(form.get('name')).toBe('größer');
  const file = form.get('file');
  expect(file instanceof File && Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
  expect(sent.toString('latin1')).toContain('filename="a%22b%0D%0A.bit"\r\n');
});

it.each([9, 11])('throws where 10 bytes come and %i were told', async (told) => {
  await expect(whole(bodyOf(Buffer.alloc(10), told).pieces)).rejects.toBeInstanceOf(WrongLength);
});
