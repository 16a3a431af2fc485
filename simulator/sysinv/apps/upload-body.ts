/**
 * The body of an upload: a JSON object whose `binary_data` may be hundreds of MiB of base64. It is taken apart as it
 * streams by, the archive goes to a file of its own and everything else is small.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Json, parseJson } from '../../kernel/json';
import type { Bytes } from './tar';

export type UploadBody = {
  /** Everything but `binary_data`; undefined when it is no JSON. */
  fields: Json | undefined;
  /** The decoded archive, undefined when there was none. */
  archive: string | undefined;
  /** Text that is no base64. */
  undecodable: boolean;
  /** Removes the file. */
  drop: () => Promise<void>;
};

/** What is not `binary_data` may be so many bytes. */
const LARGEST_REST = 1024 * 1024;
const KEY = 'binary_data';

export async function readUploadBody(bytes: Bytes): Promise<UploadBody> {
  const directory = await mkdtemp(join(tmpdir(), 'roost-upload-'));
  const drop = () => rm(directory, { recursive: true, force: true });
  const archive = join(directory, 'archive.tgz');
  const parts = new Parts();
  try {
    await pipeline(Readable.from(parts.decoded(bytes)), createWriteStream(archive));
  } catch (error) {
    await drop();
    throw error;
  }
  const fields = parts.tooLong ? undefined : parseJson(Buffer.concat(parts.rest));
  return { fields, archive: parts.found ? archive : undefined, undecodable: parts.undecodable, drop };
}

/** Finds the value of the key among the bytes of an object; strings and depth are all that it has to know of JSON. */
class Parts {
  /** The object with an empty text in place of the archive. */
  readonly rest: Buffer[] = [];
  found = false;
  undecodable = false;
  tooLong = false;

  private restBytes = 0;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private word: number[] = [];
  private key = '';
  private inArchive = false;
  private left = '';

  async *decoded(bytes: Bytes): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      let at = 0;
      while (at < chunk.length) {
        if (this.inArchive) {
          const end = chunk.indexOf(0x22, at);
          const piece = chunk.subarray(at, end < 0 ? chunk.length : end);
          const decoded = this.decode(piece, end >= 0);
          if (decoded.length > 0) yield decoded;
          if (end < 0) break;
          this.inArchive = false;
          at = end;
          this.keep(chunk.subarray(at, at + 1));
          at += 1;
        } else {
          const from = at;
          while (at < chunk.length && !this.inArchive) this.see(chunk[at++] ?? 0);
          this.keep(chunk.subarray(from, at));
        }
      }
    }
  }

  private see(byte: number): void {
    if (this.inText) {
      if (this.escaped) this.escaped = false;
      else if (byte === 0x5c) this.escaped = true;
      else if (byte === 0x22) {
        this.inText = false;
        if (this.depth === 1) this.key = Buffer.from(this.word).toString('utf8');
      } else if (this.word.length <= KEY.length) this.word.push(byte);
      return;
    }
    if (byte === 0x22) {
      // The text after the colon of the key is the archive; the key itself stands before it.
      if (this.depth === 1 && this.key === `${KEY}:`) {
        this.found = true;
        this.inArchive = true;
        this.key = '';
        return;
      }
      this.inText = true;
      this.word = [];
    } else if (byte === 0x3a && this.key === KEY) this.key = `${KEY}:`;
    else if (byte === 0x7b || byte === 0x5b) this.depth += 1;
    else if (byte === 0x7d || byte === 0x5d) this.depth -= 1;
    else if (byte === 0x2c) this.key = '';
  }

  private keep(piece: Buffer): void {
    this.restBytes += piece.length;
    if (this.restBytes > LARGEST_REST) this.tooLong = true;
    else this.rest.push(Buffer.from(piece));
  }

  /** Base64 in either alphabet; what does not fill a group waits for the next piece. */
  private decode(piece: Buffer, last: boolean): Buffer {
    const text = this.left + piece.toString('latin1').replace(/[^A-Za-z0-9+/_=-]/g, '');
    const whole = last ? text.length : text.length - (text.length % 4);
    this.left = text.slice(whole);
    if (last && text.length % 4 !== 0) this.undecodable = true;
    return Buffer.from(text.slice(0, whole), 'base64');
  }
}
