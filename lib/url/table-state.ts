'use client';

import { useMemo } from 'react';
import { changeSearch, type How, useSearchText } from './address';
import { listOf, param, textParam } from './params';

/** Order of a list: a column and its direction. `-uptime` in the URL is `{ id: 'uptime', desc: true }`. */
export type Sort = { id: string; desc: boolean };

/** Everything about a list that a link carries, except which row is open. */
export type TableQuery = {
  /** Built-in view; null is the first one. */
  view: string | null;
  q: string;
  /** null is the table's own order. */
  sort: Sort | null;
  /** Grouping chosen by hand; null is the table's own. */
  group: string | null;
  /** Columns chosen by hand, in the table's order; null is the table's own choice. */
  cols: readonly string[] | null;
  /** Facet (column id) to the values that are on. A facet that is off has no entry. */
  facets: Readonly<Record<string, readonly string[]>>;
};

/** What the parameters of one table are called. `prefix` keeps two tables on a page apart (`ports.q`). */
export type TableUrlSpec = { facets: readonly string[]; prefix?: string };

export const NO_QUERY: TableQuery = { view: null, q: '', sort: null, group: null, cols: null, facets: {} };

/** `host` or `-host`; anything else is no order. */
export const sortParam = param<Sort>(
  (text) => {
    const desc = text.startsWith('-');
    const id = desc ? text.slice(1) : text;
    return /^[\w.]+$/.test(id) ? { id, desc } : null;
  },
  (sort) => `${sort.desc ? '-' : ''}${sort.id}`,
);

const LIST = listOf(textParam);
const FIXED_NAMES = ['view', 'q', 'sort', 'group', 'cols', 'open'];

const named = (prefix?: string) => (prefix ? `${prefix}.` : '');

function checkNames(facets: readonly string[]): void {
  const clash = facets.find((id) => FIXED_NAMES.includes(id));
  if (clash) throw new Error(`A facet cannot be called ${clash}: the table uses that parameter itself`);
}

export type TableState = {
  query: TableQuery;
  /** Key of the row whose detail is open. */
  open: string | null;
  /** Changes a part of the query. Typing replaces the history entry, everything else adds one. */
  set: (part: Partial<TableQuery>) => void;
  /** Replaces the whole query: a saved view. */
  apply: (query: TableQuery) => void;
  /** `walk` replaces the history entry: moving along the list with the detail open is one step back, not ten. */
  setOpen: (key: string | null, how?: 'walk') => void;
};

/** The state of one table, kept in the URL. `spec` must be stable (module level or memoised). */
export function useTableState(spec: TableUrlSpec): TableState {
  const { facets, prefix } = spec;
  useMemo(() => checkNames(facets), [facets]);
  const search = useSearchText();
  const own = useMemo(() => ownPart(search, facets, named(prefix)), [search, facets, prefix]);
  const query = useMemo(() => readQuery(own, facets), [own, facets]);
  const open = new URLSearchParams(search).get(`${named(prefix)}open`);

  return useMemo(() => {
    const change = (texts: Record<string, string | null>, how: How) =>
      changeSearch(
        Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${named(prefix)}${name}`, text])),
        how,
      );
    const set = (part: Partial<TableQuery>) => {
      const names = Object.keys(part);
      const quietly = names.length === 1 && (names[0] === 'q' || names[0] === 'cols');
      change(textsOf(part, facets), quietly ? 'typing' : 'push');
    };
    return {
      query,
      open,
      set,
      apply: set,
      setOpen: (key, how) => change({ open: key }, how === 'walk' ? 'typing' : 'push'),
    };
  }, [query, open, facets, prefix]);
}

/** The parameters of one table, without their prefix: equal texts are one query. */
function ownPart(search: string, facets: readonly string[], prefix: string): string {
  const from = new URLSearchParams(search);
  const part = new URLSearchParams();
  for (const name of [...FIXED_NAMES, ...facets]) {
    const text = from.get(`${prefix}${name}`);
    if (text !== null && name !== 'open') part.set(name, text);
  }
  return part.toString();
}

/** What a part of a query is called and spelled; null for what is taken out. */
function textsOf(part: Partial<TableQuery>, facets: readonly string[]): Record<string, string | null> {
  const texts: Record<string, string | null> = {};
  if ('view' in part) texts.view = part.view || null;
  if ('q' in part) texts.q = part.q || null;
  if ('sort' in part) texts.sort = part.sort ? sortParam.serialize(part.sort) : null;
  if ('group' in part) texts.group = part.group ?? null;
  if ('cols' in part) texts.cols = part.cols ? LIST.serialize([...part.cols]) : null;
  if (part.facets) {
    for (const id of facets) {
      const values = part.facets[id];
      texts[id] = values?.length ? LIST.serialize([...values]) : null;
    }
  }
  return texts;
}

/** One spelling for one query, so that two can be compared: `sort=-uptime&availability=failed`. No row, no prefix. */
export function writeQuery(query: TableQuery): string {
  const out = new URLSearchParams();
  if (query.view) out.set('view', query.view);
  if (query.q) out.set('q', query.q);
  if (query.sort) out.set('sort', sortParam.serialize(query.sort));
  if (query.group) out.set('group', query.group);
  if (query.cols) out.set('cols', LIST.serialize([...query.cols]));
  for (const id of Object.keys(query.facets).sort()) {
    const values = query.facets[id];
    if (values?.length) out.set(id, LIST.serialize([...values].sort()));
  }
  return out.toString();
}

/** Reads what `writeQuery` wrote; parameters the table does not know are dropped. */
export function readQuery(text: string, facets: readonly string[]): TableQuery {
  const from = new URLSearchParams(text);
  const list = (name: string) => LIST.parse(from.get(name) ?? '');
  const sort = from.get('sort');
  const on = facets.flatMap((id) => {
    const values = from.has(id) ? list(id) : null;
    return values?.length ? [[id, values] as const] : [];
  });
  return {
    view: from.get('view'),
    q: from.get('q') ?? '',
    sort: sort === null ? null : sortParam.parse(sort),
    group: from.get('group'),
    cols: from.has('cols') ? list('cols') : null,
    facets: Object.fromEntries(on),
  };
}
