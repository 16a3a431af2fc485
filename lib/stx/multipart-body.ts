/** multipart/form-data (RFC 7578) with texts and one file, made while the file streams by, as the platform's own client sends it. */
import 'server-only';
import { counted } from './counted';

export type MultipartBody = {
  /** With the boundary. */
  contentType: string;
  /** Of the whole body. */
  bytes: number;
  pieces: AsyncIterable<Uint8Array>;
};

type Plan = {
  /** Texts, before the file. */
  fields: Readonly<Record<string, string>>;
  /** Name of its field, name of the file, media type. */
  file: { key: string; name: string; type: string };
  source: AsyncIterable<Uint8Array>;
  /** Of the source. */
  sourceBytes: number;
};

/** Its pieces throw WrongLength where the source has another length than was told. */
export function multipartBody({ fields, file, source, sourceBytes }: Plan): MultipartBody {
  const boundary = `roost-${crypto.randomUUID()}`;
  const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n`;
  const texts = Object.entries(fields).map(([key, text]) => `${part(`name=${quoted(key)}`)}\r\n${text}\r\n`);
  const opening = `${part(`name=${quoted(file.key)}; filename=${quoted(file.name)}`)}Content-Type: ${file.type}\r\n\r\n`;
  const head = Buffer.from(`${texts.join('')}${opening}`, 'utf8');
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`, 'utf8');
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: head.length + sourceBytes + tail.length,
    pieces: (async function* () {
      yield head;
      yield* counted(source, sourceBytes);
      yield tail;
    })(),
  };
}

/** As browsers write it (WHATWG HTML, multipart/form-data): what would end the quotes or the line is escaped. */
const quoted = (text: string): string =>
  `"${text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}"`;
