/** Values of Helm as data, and how one file of them lies over another. */
import type { Json } from '../../../kernel/json';

export type Values = { [key: string]: Json };

export function isMap(value: Json | undefined): value is Values {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** `over` wins: maps are merged key by key, lists and everything else are replaced, as `helm --values` does. */
export function merged(under: Values, over: Values): Values {
  const result: Values = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isMap(before) && isMap(value) ? merged(before, value) : value;
  }
  return result;
}

/** `--set` could not be read. */
export class SetError extends Error {}

/**
 * `a.b[0].c=value` laid over values, as `helm --set` does: numbers of digits alone stay texts (sysinv helm/helm.py
 * merge_overrides hands them to --set-string), true, false and null are what they say. `key` without a value and
 * `=value` are passed over, as the platform does.
 */
export function withSet(values: Values, text: string): Values {
  const parts = text.split('=');
  const [path = '', value = ''] = parts;
  if (parts.length !== 2 || path === '') return values;
  const keys = pathOf(path);
  return merged(values, nested(keys, scalarOf(value), values));
}

function scalarOf(text: string): Json {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^-?\d+\.\d+$/.test(text) ? Number(text) : text;
}

type Key = string | number;

/** Keys of a path; a backslash before a dot makes it part of the name. */
function pathOf(path: string): [string, ...Key[]] {
  const keys: Key[] = [];
  for (const part of path.split(/(?<!\\)\./)) {
    const found = /^([^[\]]+)((?:\[\d+\])*)$/.exec(part);
    if (!found) throw new SetError(`${path} is no path of a value`);
    keys.push((found[1] ?? '').replace(/\\\./g, '.'));
    for (const index of (found[2] ?? '').matchAll(/\[(\d+)\]/g)) keys.push(Number(index[1]));
  }
  const [first, ...rest] = keys;
  if (typeof first !== 'string') throw new SetError(`${path} does not begin with a name`);
  return [first, ...rest];
}

function nested([key, ...rest]: [string, ...Key[]], value: Json, before: Values): Values {
  return { [key]: placed(rest, value, before[key]) };
}

function placed(keys: readonly Key[], value: Json, before: Json | undefined): Json {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (typeof key === 'string') {
    return { [key]: placed(rest, value, isMap(before) ? before[key] : undefined) };
  }
  if (key > 1000) throw new SetError(`${key} is too long for a list`);
  const list: Json[] = Array.isArray(before) ? [...before] : [];
  while (list.length < key) list.push(null);
  const item = placed(rest, value, list[key]);
  const old = list[key];
  list[key] = isMap(old) && isMap(item) ? merged(old, item) : item;
  return list;
}
