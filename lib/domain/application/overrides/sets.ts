/**
 * Values given one by one, as `helm-override-update --set key=value` takes them. Sources: sysinv api/controllers/v1/helm_charts.py
 * patch (a comma is refused), helm/helm.py merge_overrides (anything but one "=" is passed over in silence; digits alone go to
 * --set-string), Helm pkg/strvals (what a path may be).
 */
import { isMap, mergeValues, type Value, type Values } from './values';

export type SetFault = { line: number; message: string };
export type ReadSets = { sets: readonly string[]; faults: readonly SetFault[] };

type Key = string | number;
type Entry = { path: readonly [string, ...Key[]]; value: Value };

/** Helm makes no longer list than this (strvals MaxIndex). */
const LONGEST_LIST = 65_536;

/** One `key=value` a line; empty lines are nothing. */
export function readSets(text: string): ReadSets {
  const sets: string[] = [];
  const faults: SetFault[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const set = raw.trim();
    if (set === '') continue;
    const read = entryOf(set);
    if (typeof read === 'string') faults.push({ line: index + 1, message: read });
    else sets.push(set);
  }
  return { sets, faults };
}

/** Those whose digits become a text, which is seldom what is meant. */
export const digitSets = (sets: readonly string[]): string[] => sets.filter((set) => /=\d+$/.test(set));

/** Lays values over others, in their order. What cannot be read is left out. */
export function withSets(values: Values, sets: readonly string[]): Values {
  let all = values;
  for (const set of sets) {
    const read = entryOf(set);
    if (typeof read === 'string') continue;
    const [first, ...rest] = read.path;
    all = mergeValues(all, { [first]: placed(rest, read.value, all[first]) });
  }
  return all;
}

/** The entry, or what is wrong with it. */
function entryOf(set: string): Entry | string {
  if (set.includes(',')) return 'The platform refuses a comma here. Give this value as YAML.';
  const parts = set.split('=');
  if (parts.length === 1) return 'This is no key=value.';
  if (parts.length > 2)
    return 'The platform passes over what has more than one "=". Give this value as YAML.';
  const [key = '', value = ''] = parts;
  if (key === '') return 'A key is missing before the "=".';
  const path = pathOf(key);
  return typeof path === 'string' ? path : { path, value: scalarOf(value) };
}

function scalarOf(text: string): Value {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  // Digits alone stay a text; other numbers were recorded as numbers.
  return /^-?(?:0|[1-9]\d*)\.\d+$/.test(text) || /^-[1-9]\d*$/.test(text) ? Number(text) : text;
}

/** `a.b[0].c`; a backslash before a dot makes it part of the name. */
function pathOf(text: string): readonly [string, ...Key[]] | string {
  const keys: Key[] = [];
  for (const part of text.split(/(?<!\\)\./)) {
    const found = /^([^[\]]+)((?:\[\d+\])*)$/.exec(part);
    if (!found) return `"${text}" is no path: names with dots between them, and [0] for a place in a list.`;
    keys.push((found[1] ?? '').replaceAll('\\.', '.'));
    for (const [, place = ''] of (found[2] ?? '').matchAll(/\[(\d+)\]/g)) {
      if (Number(place) > LONGEST_LIST) return `Helm makes no list of more than ${LONGEST_LIST} places.`;
      keys.push(Number(place));
    }
  }
  const [first, ...rest] = keys;
  return typeof first === 'string' ? [first, ...rest] : `"${text}" does not begin with a name.`;
}

function placed(keys: readonly Key[], value: Value, before: Value | undefined): Value {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (typeof key === 'string') return { [key]: placed(rest, value, isMap(before) ? before[key] : undefined) };
  const list: Value[] = Array.isArray(before) ? [...before] : [];
  while (list.length < key) list.push(null);
  const [old, item] = [list[key], placed(rest, value, list[key])];
  list[key] = isMap(old) && isMap(item) ? mergeValues(old, item) : item;
  return list;
}
