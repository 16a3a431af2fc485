/** A body that may be hundreds of MiB: what is more than a few goes to a file, never all of it to memory. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes that stay in memory. */
const LARGEST_KEPT = 4 * 1024 * 1024;

export async function spooledBody(req: IncomingMessage): Promise<{ body: Buffer; spooled?: string }> {
  const chunks: Buffer[] = [];
  let kept = 0;
  const incoming: AsyncIterator<Buffer> = req[Symbol.asyncIterator]();
  for (let next = await incoming.next(); !next.done; next = await incoming.next()) {
    chunks.push(next.value);
    kept += next.value.length;
    if (kept > LARGEST_KEPT) return { body: Buffer.alloc(0), spooled: await toFile(chunks, incoming) };
  }
  return { body: Buffer.concat(chunks) };
}

async function toFile(first: readonly Buffer[], rest: AsyncIterator<Buffer>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'roost-body-'));
  const path = join(directory, 'body');
  const all = async function* () {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  };
  try {
    await pipeline(Readable.from(all()), createWriteStream(path));
  } catch (error) {
    await dropSpooled(path);
    throw error;
  }
  return path;
}

export async function dropSpooled(path: string): Promise<void> {
  await rm(dirname(path), { recursive: true, force: true });
}
