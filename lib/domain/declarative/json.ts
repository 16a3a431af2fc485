/** What a document of YAML holds. null is not among it: what is unknown or unset is left out. */
export type Json = string | number | boolean | readonly Json[] | JsonMap;
export type JsonMap = { readonly [key: string]: Json };

/** From the top of a document to one of its values. */
export type Path = readonly (string | number)[];

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map of what is known. */
export function filled(entries: Readonly<Record<string, Json | null | undefined>>): JsonMap {
  const known: Record<string, Json> = {};
  for (const [key, value] of Object.entries(entries))
    if (value !== null && value !== undefined) known[key] = value;
  return known;
}

/** A list, or nothing where it would be empty. */
export const listed = (items: readonly Json[]): readonly Json[] | null => (items.length > 0 ? items : null);

/** A map, or nothing where it would be empty. */
export const ifAny = (map: JsonMap): JsonMap | null => (Object.keys(map).length > 0 ? map : null);

/** `interfaces.ethernet[mgmt0].mtu`: items of a list by what names them, in the value that the path leads through. */
export function pathWords(root: unknown, path: Path): string {
  let words = '';
  let value: unknown = root;
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    words += typeof step === 'number' ? `[${nameOf(value) ?? step}]` : `${words && '.'}${step}`;
  }
  return words;
}

function nameOf(item: unknown): string | null {
  if (typeof item === 'string') return item;
  if (!isMap(item)) return null;
  const name = item.name ?? item.path ?? item.address ?? item.function ?? item.node;
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null;
}
