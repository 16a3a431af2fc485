/** Reads a tar archive as it streams by: the bytes of a file are there while it is the current one, and never longer. */
import { pipeline, Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { createTarDecoder } from 'modern-tar';

export type Bytes = AsyncIterable<Buffer>;

export type TarEntry = {
  /** Without a leading `./`. */
  path: string;
  type: 'file' | 'directory' | 'other';
  sizeBytes: number;
  /** Read it or leave it: what is not read is skipped. */
  body: Bytes;
};

/** It is no archive. */
export class NotATar extends Error {}

/** The entries of an archive, compressed with gzip or not, as `tar -xf` takes either. One that breaks off fails as it is read. */
export async function* tarEntries(bytes: Bytes): AsyncGenerator<TarEntry> {
  const decoder = createTarDecoder({ strict: true });
  const fed = ReadableStream.from(await unzipped(bytes)).pipeTo(decoder.writable);
  // Whoever reads the entries is told of it.
  fed.catch(() => {});
  let begun = false;
  for await (const { header, body } of decoder.readable) {
    begun = true;
    const read = bodyOf(body.getReader());
    const type = header.type === 'file' || header.type === 'directory' ? header.type : 'other';
    const path = header.name.replace(/^(\.\/)+/, '').replace(/\/$/, '');
    yield { path, type, sizeBytes: header.size, body: read };
    for await (const _rest of read);
  }
  if (!begun) throw new NotATar('it is empty');
}

/** As it comes. Asking again goes on where it was left. */
function bodyOf(reader: { read: () => Promise<{ done: boolean; value?: Uint8Array | undefined }> }): Bytes {
  const next = async (): Promise<IteratorResult<Buffer>> => {
    const { done, value } = await reader.read();
    return done || !value ? { done: true, value: undefined } : { done: false, value: Buffer.from(value) };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

async function unzipped(bytes: Bytes): Promise<Bytes> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) throw new NotATar('it is empty');
  const whole = Readable.from(
    (async function* () {
      yield first.value;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    })(),
  );
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return whole;
  const gunzip = createGunzip();
  // An error of either end is told to whoever reads the other.
  pipeline(whole, gunzip, () => {});
  return gunzip;
}
