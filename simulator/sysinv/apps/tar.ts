/** Reads a tar archive as it streams by: the bytes of a file are there while it is the current one, and never longer. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export type Bytes = AsyncIterable<Buffer>;

export type TarEntry = {
  /** Without a leading `./`. */
  path: string;
  type: 'file' | 'directory' | 'other';
  sizeBytes: number;
  /** Read it or leave it: what is not read is skipped. */
  body: Bytes;
};

/** It is no archive, or it breaks off. */
export class NotATar extends Error {}

const BLOCK = 512;

/** The entries of an archive, compressed with gzip or not, as `tar -xf` takes either. */
export async function* tarEntries(bytes: Bytes): AsyncGenerator<TarEntry> {
  const source = new Source(await unzipped(bytes));
  let longName: string | undefined;
  for (let begun = false; ; begun = true) {
    const header = await source.take(BLOCK);
    if (header.length === 0 && !begun) throw new NotATar('it is empty');
    if (header.length === 0 || header.every((byte) => byte === 0)) return;
    if (header.length < BLOCK || !isHeader(header)) throw new NotATar('no header of a file');
    const sizeBytes = numberIn(header, 124, 12);
    const flag = String.fromCharCode(header[156] ?? 0);
    if (flag === 'L' || flag === 'x') {
      const text = await textOf(source.body(sizeBytes));
      longName =
        flag === 'L' ? text.replace(/\0.*$/s, '') : (/\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? longName);
      await source.pad(sizeBytes);
      continue;
    }
    const name = longName ?? nameIn(header);
    longName = undefined;
    const type = flag === '5' ? 'directory' : flag === '0' || flag === '\0' ? 'file' : 'other';
    const body = source.body(sizeBytes);
    yield { path: name.replace(/^(\.\/)+/, '').replace(/\/$/, ''), type, sizeBytes, body };
    for await (const _rest of body);
    await source.pad(sizeBytes);
  }
}

/** All of a stream as text. For small files only. */
export async function textOf(bytes: Bytes): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** Bytes handed out in the sizes that are asked for. */
class Source {
  private readonly bytes: AsyncIterator<Buffer>;
  private kept: Buffer = Buffer.alloc(0);

  constructor(bytes: Bytes) {
    this.bytes = bytes[Symbol.asyncIterator]();
  }

  /** So many bytes, fewer at the end. */
  async take(count: number): Promise<Buffer> {
    while (this.kept.length < count && (await this.more()));
    const taken = this.kept.subarray(0, count);
    this.kept = this.kept.subarray(count);
    return taken;
  }

  /** The next so many bytes as they come. Asking again goes on where it was left. */
  body(count: number): Bytes {
    let left = count;
    const next = async (): Promise<IteratorResult<Buffer>> => {
      if (left === 0) return { done: true, value: undefined };
      if (this.kept.length === 0 && !(await this.more())) throw new NotATar('it breaks off');
      const value = this.kept.subarray(0, left);
      this.kept = this.kept.subarray(value.length);
      left -= value.length;
      return { done: false, value };
    };
    return { [Symbol.asyncIterator]: () => ({ next }) };
  }

  async pad(sizeBytes: number): Promise<void> {
    await this.take((BLOCK - (sizeBytes % BLOCK)) % BLOCK);
  }

  private async more(): Promise<boolean> {
    const { done, value } = await this.bytes.next();
    if (done) return false;
    this.kept = this.kept.length === 0 ? value : Buffer.concat([this.kept, value]);
    return true;
  }
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

function isHeader(header: Buffer): boolean {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  return sum === numberIn(header, 148, 8);
}

function numberIn(header: Buffer, at: number, length: number): number {
  const field = header.subarray(at, at + length);
  // GNU tar writes what octal digits cannot hold in base 256.
  if (((field[0] ?? 0) & 0x80) !== 0) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.parseInt(field.toString('latin1').replace(/\0.*$/s, '').trim() || '0', 8);
}

function nameIn(header: Buffer): string {
  const text = (at: number, length: number) =>
    header
      .subarray(at, at + length)
      .toString('utf8')
      .replace(/\0.*$/s, '');
  const prefix = header.subarray(257, 262).toString('latin1') === 'ustar' ? text(345, 155) : '';
  return prefix ? `${prefix}/${text(0, 100)}` : text(0, 100);
}
