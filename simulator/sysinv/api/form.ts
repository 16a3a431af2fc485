/** multipart/form-data (RFC 7578) as a controller finds it: texts by name, and files by name. */
import type { Call } from '../../kernel/http';
import { header } from '../../kernel/service';

export type Form = {
  texts: Map<string, string>;
  files: Map<string, { name: string; bytes: Buffer }>;
};

const GAP = '\r\n\r\n';

/** An empty one where the body is no form. */
export function formOf(call: Call): Form {
  const form: Form = { texts: new Map(), files: new Map() };
  const boundary = /boundary="?([^";]+)"?/.exec(header(call, 'content-type') ?? '')?.[1];
  for (const part of boundary === undefined ? [] : partsOf(call.body, boundary)) {
    const gap = part.indexOf(GAP);
    if (gap < 0) continue;
    const head = part.subarray(0, gap).toString('utf8');
    const bytes = part.subarray(gap + GAP.length);
    const key = /[;\s]name="?([^";\r\n]+)"?/i.exec(head)?.[1];
    const name = /filename="?([^";\r\n]*)"?/i.exec(head)?.[1];
    if (key === undefined) continue;
    if (name === undefined) form.texts.set(key, bytes.toString('utf8'));
    else form.files.set(key, { name, bytes });
  }
  return form;
}

/** What stands between two boundaries, without the line's end before the second. */
function* partsOf(body: Buffer, boundary: string): Generator<Buffer> {
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const from = at + mark.length;
    at = body.indexOf(mark, from);
    if (at >= 0) yield body.subarray(from, Math.max(from, at - 2));
  }
}
