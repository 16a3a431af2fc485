/**
 * A JSON object with a file in it as base64, made while the file streams by: groups of three bytes become four letters,
 * and what does not fill a group waits for the next piece. The alphabet is that of Python's `urlsafe_b64decode`, which
 * asks for the padding (sysinv api/controllers/v1/kube_app.py post).
 */
import 'server-only';
import { counted } from './counted';

export type Base64Body = {
  /** Of the whole text. */
  bytes: number;
  pieces: AsyncIterable<Uint8Array>;
};

type Plan = {
  /** What stands before the file. */
  fields: Record<string, unknown>;
  /** Name of the value that is the file. */
  key: string;
  source: AsyncIterable<Uint8Array>;
  /** Of the source. */
  sourceBytes: number;
};

const GROUP = 3;

export function base64Body({ fields, key, source, sourceBytes }: Plan): Base64Body {
  const before = Object.entries(fields).map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)},`,
  );
  const head = Buffer.from(`{${before.join('')}${JSON.stringify(key)}:"`);
  const tail = Buffer.from('"}');
  return {
    bytes: head.length + Math.ceil(sourceBytes / GROUP) * 4 + tail.length,
    pieces: (async function* () {
      yield head;
      yield* base64Of(source, sourceBytes);
      yield tail;
    })(),
  };
}

/** The letters of a source, as bytes. @throws WrongLength, see `counted` */
export async function* base64Of(
  source: AsyncIterable<Uint8Array>,
  sourceBytes: number,
): AsyncGenerator<Uint8Array> {
  let left: Uint8Array = Buffer.alloc(0);
  for await (const chunk of counted(source, sourceBytes)) {
    const bytes = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
    const whole = bytes.length - (bytes.length % GROUP);
    if (whole > 0) yield letters(bytes.subarray(0, whole));
    // A copy: the piece that it stood in may be large.
    left = Buffer.from(bytes.subarray(whole));
  }
  if (left.length > 0) yield letters(left);
}

function letters(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
  // `base64url` leaves the padding away.
  return Buffer.from(text.padEnd(Math.ceil(bytes.length / GROUP) * 4, '='), 'latin1');
}
