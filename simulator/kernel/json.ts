/** Reading what a caller sent, without trusting its shape. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The parsed body, or undefined when it is not JSON. */
export function parseJson(body: Buffer): Json | undefined {
  try {
    const value: Json = JSON.parse(body.toString('utf8'));
    return value;
  } catch {
    return undefined;
  }
}

/** A value inside nested objects; undefined where the path breaks off. */
export function valueAt(value: Json | undefined, ...path: string[]): Json | undefined {
  let here = value;
  for (const key of path) {
    if (here === null || typeof here !== 'object' || Array.isArray(here)) return undefined;
    here = here[key];
  }
  return here;
}

/** The text at a path, or undefined when there is none or it is no text. */
export function textAt(value: Json | undefined, ...path: string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}
