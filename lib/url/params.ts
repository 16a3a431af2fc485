/** What a parameter of an address means. Server and browser read it alike; what cannot be read counts as absent. */

export type Param<T, D = null> = {
  parse: (text: string) => T | null;
  serialize: (value: T) => string;
  /** The value of an absent parameter; it is never written. */
  absent: D;
  withDefault: (value: T) => Param<T, T>;
};

/** Any parameter, whatever its type: `never` and `unknown` stand where a value goes in and comes out. */
type AnyParam = { parse: (text: string) => unknown; serialize: (value: never) => string; absent: unknown };
export type Params = Readonly<Record<string, AnyParam>>;

/** Values by name. */
export type ParamValues<P extends Params> = {
  [K in keyof P]: Exclude<ReturnType<P[K]['parse']>, null> | P[K]['absent'];
};
/** What may be set: null takes the parameter out. */
export type ParamChanges<P extends Params> = {
  [K in keyof P]?: Exclude<ReturnType<P[K]['parse']>, null> | null;
};

/** A parameter of a type of its own. */
export function param<T>(parse: (text: string) => T | null, serialize: (value: T) => string): Param<T> {
  return {
    ...{ parse, serialize, absent: null },
    withDefault: (value) => ({ ...param(parse, serialize), absent: value }),
  };
}

export const textParam: Param<string> = param(
  (text) => text,
  (text) => text,
);

/** One of some words. */
export const oneOf = <const W extends string>(words: readonly W[]): Param<W> =>
  param<W>(
    (text) => words.find((word) => word === text) ?? null,
    (word) => word,
  );

/** Several values with commas between them; commas within a value are escaped. What cannot be read is left out. */
export const listOf = <T>(one: Param<T>): Param<T[]> =>
  param<T[]>(
    (text) => {
      if (text === '') return [];
      return text.split(',').flatMap((piece) => {
        const value = one.parse(piece.replaceAll('%2C', ','));
        return value === null ? [] : [value];
      });
    },
    (values) => values.map((value) => one.serialize(value).replaceAll(',', '%2C')).join(','),
  );

/** Reads every parameter of a query. */
export function readParams<P extends Params>(params: P, query: URLSearchParams): ParamValues<P> {
  const values: Record<string, unknown> = {};
  for (const [name, { parse, absent }] of Object.entries(params)) {
    const text = query.get(name);
    values[name] = (text === null ? null : parse(text)) ?? absent;
  }
  // Every name got the value that its own parameter reads.
  return values as ParamValues<P>;
}

/** The query of a page as Next gives it to the server; of a repeated parameter the first counts. */
export async function readSearch<P extends Params>(
  params: P,
  search: Promise<Record<string, string | string[] | undefined>>,
): Promise<ParamValues<P>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await search)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) query.set(name, first);
  }
  return readParams(params, query);
}

/** Texts of changes: null for what is taken out, or set to what it is when absent. */
export function writeParams<P extends Params>(
  params: P,
  changes: ParamChanges<P>,
): Record<string, string | null> {
  const texts: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(changes)) {
    const known = params[name];
    if (!known || value === undefined) continue;
    // The value is of this parameter's own type: ParamChanges says so by name.
    const text = value === null ? null : known.serialize(value as never);
    const isAbsent = known.absent !== null && text === known.serialize(known.absent as never);
    texts[name] = isAbsent ? null : text;
  }
  return texts;
}
