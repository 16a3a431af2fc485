/** Paging as every sysinv collection does it: limit, marker, sort_key, sort_dir, and one absolute `next`. */
import type { Call } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import { refuse } from '../faults';

/** What no limit, or limit 0, means; not documented, and never said in the answer. */
export const MAX_LIMIT = 2000;

const PAGING = ['limit', 'marker', 'sort_key', 'sort_dir'];

/** 400 for an argument that the collection does not know (wsme names all of them in one pair of quotes). */
export function knownArguments(call: Call, extra: readonly string[] = [], paging = true): void {
  const known = paging ? [...PAGING, ...extra] : extra;
  const unknown = [...new Set(call.query.keys())].filter((name) => !known.includes(name));
  if (unknown.length > 0) refuse(400, `Unknown argument: "${unknown.sort().join(', ')}"`);
}

export type Page<T> = { rows: T[]; next?: string };

type Source<T> = {
  /** Rows in the order of their ids, made when they are asked for: a large cloud has 64,000 processors. */
  rows: Iterable<T>;
  uuidOf: (row: T) => string;
  valueOf: (row: T, key: string) => Json | undefined;
  /** What the rows are sorted by when nobody says; their order as given (the ids') without it. */
  sortKey?: string | undefined;
  /** The column exists although no row shows it. */
  hasColumn?: (key: string) => boolean;
  noMarker: (marker: string) => never;
};

/** One page of a collection at `path` (`ihosts`), with the address of the next if this one is full. */
export function page<T>(call: Call, path: string, source: Source<T>): Page<T> {
  const limit = limitOf(call.query.get('limit'));
  const sortDir = call.query.get('sort_dir') ?? 'asc';
  if (sortDir !== 'asc' && sortDir !== 'desc') {
    refuse(400, `Invalid sort direction: ${sortDir}. Acceptable values are 'asc' or 'desc'`);
  }
  const marker = call.query.get('marker');
  const sortKey = call.query.get('sort_key') ?? source.sortKey ?? 'id';
  const rows = sortKey === 'id' && sortDir === 'asc' ? source.rows : sorted(source, sortKey, sortDir);
  const taken: T[] = [];
  let reached = marker === null;
  for (const row of rows) {
    if (!reached) {
      reached = source.uuidOf(row) === marker;
      continue;
    }
    taken.push(row);
    if (taken.length === limit) break;
  }
  if (!reached) source.noMarker(marker ?? '');
  const last = taken.at(-1);
  if (taken.length < limit || last === undefined) return { rows: taken };
  const query = `sort_key=${sortKey}&sort_dir=${sortDir}&limit=${limit}&marker=${source.uuidOf(last)}`;
  return { rows: taken, next: `${call.origin}/v1/${path}?${query}` };
}

function limitOf(text: string | null): number {
  if (text === null) return MAX_LIMIT;
  if (!/^[+-]?\d+$/.test(text.trim())) {
    const cause = `invalid literal for int() with base 10: '${text}'`;
    refuse(
      400,
      `Invalid input for field/attribute limit. Value: '${text}'. unable to convert to int. Error: ${cause}`,
    );
  }
  const limit = Number.parseInt(text, 10);
  if (limit < 0) refuse(400, 'Limit must be positive');
  return limit === 0 ? MAX_LIMIT : Math.min(limit, MAX_LIMIT);
}

function sorted<T>(source: Source<T>, key: string, dir: 'asc' | 'desc'): T[] {
  const rows = [...source.rows];
  if (key !== 'id') {
    const known =
      key === source.sortKey ||
      (source.hasColumn?.(key) ?? rows.some((row) => source.valueOf(row, key) !== undefined));
    if (!known) refuse(500, `Sort key supplied is invalid: ${key}`);
    rows.sort((a, b) => compare(source.valueOf(a, key), source.valueOf(b, key)));
  }
  return dir === 'desc' ? rows.reverse() : rows;
}

/** As PostgreSQL sorts: nulls last, numbers by value, text by its characters. */
function compare(a: Json | undefined, b: Json | undefined): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
