/**
 * Looks into a tarball in the browser, before it is sent: it is unpacked as a stream, of which nothing is kept but the names
 * of what lies in it and `metadata.yaml`. The page gets a turn between pieces, so that it stays alive over 300 MB.
 */
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { parseDocument } from 'yaml';
import { readTarball } from '@/lib/domain/application/metadata';
import type { TarballContents, TarballFacts, TarballFault } from '@/lib/domain/application/tarball';
import { nameVerdict } from '@/lib/domain/application/tarfile';

export type TarballReading =
  | { kind: 'read'; facts: TarballFacts; faults: readonly TarballFault[] }
  /** It is packed in a way that the platform may open, and a browser cannot. */
  | { kind: 'sealed'; why: string }
  /** It is no tarball that anybody could open. */
  | { kind: 'broken'; why: string };

/** `onShare`: how far it is, 0 to 1, of the file as it lies there. */
type Options = { signal: AbortSignal; onShare: (share: number) => void };

const METADATA = 'metadata.yaml';
/** More than this is no metadata. */
const MOST_METADATA_BYTES = 1024 * 1024;
/** A page that is held up for longer than this feels stuck. */
const TURN_MS = 24;

const broken = (why: string): TarballReading => ({ kind: 'broken', why });

/** Throws only when it was cancelled. */
export async function readTarballFile(file: File, options: Options): Promise<TarballReading> {
  const named = nameVerdict(file.name);
  if (!named.ok) return broken(named.why);
  if (file.size === 0) return broken('The file is empty.');
  const packing = packingOf(new Uint8Array(await file.slice(0, 512).arrayBuffer()));
  if (packing === 'none') return broken('It is neither a gzip file nor a tar archive.');
  if (packing !== 'gzip' && packing !== 'tar')
    return {
      kind: 'sealed',
      why: `It is packed with ${packing}, which a browser cannot open. The platform may.`,
    };
  try {
    return await contentsOf(file, packing, options);
  } catch (cause) {
    options.signal.throwIfAborted();
    return broken(reasonOf(cause));
  }
}

type Packing = 'gzip' | 'tar' | 'xz' | 'bzip2' | 'zstd' | 'none';

function packingOf(head: Uint8Array): Packing {
  const begins = (...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);
  if (begins(0x1f, 0x8b)) return 'gzip';
  if (begins(0xfd, 0x37, 0x7a, 0x58, 0x5a)) return 'xz';
  if (begins(0x42, 0x5a, 0x68)) return 'bzip2';
  if (begins(0x28, 0xb5, 0x2f, 0xfd)) return 'zstd';
  return new TextDecoder().decode(head.subarray(257, 262)) === 'ustar' ? 'tar' : 'none';
}

async function contentsOf(file: File, packing: 'gzip' | 'tar', options: Options): Promise<TarballReading> {
  const { signal } = options;
  const source = file.stream().pipeThrough(turns(file.size, options), { signal });
  const tar = packing === 'tar' ? source : source.pipeThrough(new DecompressionStream('gzip'), { signal });
  const [files, directories] = [new Set<string>(), new Set<string>()];
  let text: string | undefined;
  const reader = tar.pipeThrough(createTarDecoder({ strict: true }), { signal }).getReader();
  for (;;) {
    const { value: entry, done } = await reader.read();
    if (done) break;
    const path = entry.header.name.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) directories.add(parts.slice(0, depth).join('/'));
    if (entry.header.type === 'directory') directories.add(path);
    else files.add(path);
    if (path === METADATA) text = await textOf(entry);
    else await entry.body.cancel();
  }
  if (files.size === 0) return broken('The archive is empty.');
  return judged({ files, directories }, text);
}

/** Every piece as it is, with a turn for the page whenever it has waited long enough. */
function turns(
  bytes: number,
  { onShare }: Options,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let read = 0;
  let since = performance.now();
  return new TransformStream({
    async transform(piece, controller) {
      read += piece.length;
      if (performance.now() - since > TURN_MS) {
        onShare(read / bytes);
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      controller.enqueue(piece);
    },
  });
}

async function textOf({ header, body }: ParsedTarEntry): Promise<string> {
  if (header.size > MOST_METADATA_BYTES) throw new Error(`${METADATA} is larger than a mebibyte.`);
  return new Response(body).text();
}

function judged(paths: Omit<TarballContents, 'metadata'>, text: string | undefined): TarballReading {
  if (text === undefined) return { kind: 'read', ...readTarball({ ...paths, metadata: undefined }) };
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return broken(`${METADATA} cannot be read: ${error.message.split('\n', 1)[0] ?? ''}`);
  try {
    // A document with nothing in it is null: a file that is there, and says nothing.
    const metadata: unknown = document.toJS() ?? null;
    return { kind: 'read', ...readTarball({ ...paths, metadata }) };
  } catch (cause) {
    return broken(`${METADATA} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Browsers have words of their own for a gzip file that ends too early, or is damaged. */
function reasonOf(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (said.startsWith(METADATA)) return said;
  if (/truncated|unexpected end|premature/i.test(said))
    return 'The file ends too early: it is not the whole tarball.';
  if (/tar|octal/i.test(said)) return `There is no tar archive in it that can be read: ${said}`;
  return `It cannot be unpacked: ${said}`;
}
