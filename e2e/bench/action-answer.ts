/** Reads what `readMany` answered from React's stream of rows: `ID:JSON` and a newline, or `ID:TLENGTH,TEXT`. */

export type ViewAnswer = {
  nextInMs: number;
  version: string | undefined;
  /** The value was the one that the caller holds. */
  unchanged: boolean;
  failed: boolean;
};

/** The answers in the order of the question. Throws when the stream is not an answer of `readMany`. */
export function decodeAnswers(stream: Buffer): ViewAnswer[] {
  const rows = readRows(stream);
  const root = rows.get(idIn(Reflect.get(Object(rows.get('0')), 'a')));
  const answers: unknown = Reflect.get(Object(root), 'answers');
  if (!Array.isArray(answers)) throw new Error('the answer holds no list of answers');
  return answers.map((answer: unknown) => {
    const reading = Object(rows.get(idIn(Reflect.get(Object(answer), 'value'))));
    const nextInMs: unknown = Reflect.get(reading, 'nextInMs');
    if (typeof nextInMs !== 'number') throw new Error('a reading does not say when to ask again');
    const value = Object(Reflect.get(reading, 'value'));
    const version: unknown = Reflect.get(value, 'version');
    return {
      nextInMs,
      version: typeof version === 'string' ? version : undefined,
      unchanged: Reflect.get(value, 'unchanged') === true,
      failed: Reflect.has(reading, 'error'),
    };
  });
}

/** `$@2` is a promise that row 2 fulfils. */
const idIn = (reference: unknown): string => /^\$@([0-9a-f]+)$/.exec(String(reference))?.[1] ?? '';

function readRows(stream: Buffer): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  let at = 0;
  while (at < stream.length) {
    const colon = stream.indexOf(':', at);
    if (colon < 0) break;
    const id = stream.toString('utf8', at, colon);
    if (stream[colon + 1] === 'T'.charCodeAt(0)) {
      const comma = stream.indexOf(',', colon);
      at = comma + 1 + Number.parseInt(stream.toString('utf8', colon + 2, comma), 16);
      continue;
    }
    const end = stream.indexOf('\n', colon);
    const stop = end < 0 ? stream.length : end;
    const text = stream.toString('utf8', colon + 1, stop);
    if (/^[[{]/.test(text)) rows.set(id, JSON.parse(text));
    at = stop + 1;
  }
  return rows;
}
