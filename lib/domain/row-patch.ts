/**
 * The difference between two readings of a list: what a browser needs to make the newer one out of the older one that
 * it holds. In a large cloud a list is hundreds of rows of which a few changed; a reading is then those few.
 */

/**
 * A list of the newer reading: runs of `[from, count]` copied from the rows of the older one followed by those that
 * `came` along.
 */
export type RowRuns = { runs: number[]; came: CameRow[] };

/** A row that is new; or the fields of one that changed, and where it was in the older list. */
export type CameRow = [fields: Record<string, unknown>, index?: number];

export type RowPatch = {
  /** Version of the reading that it is applied to. */
  base: string;
  lists: Record<string, RowRuns>;
  /** What is not a list of rows, as it is now. */
  rest: Record<string, unknown>;
};

/** A patch that carries more than this share of the rows, or of their fields, is not worth its making. */
const WORTHWHILE = 0.5;
/** Lists shorter than this travel whole. */
const FEW = 8;

type Row = { id: string };
type Reading = Record<string, unknown>;

/**
 * @param before, after two readings of one view: objects whose lists hold rows with an `id`
 * @returns undefined when there are no such lists, or too little stayed as it was
 */
export function patchOf(base: string, before: unknown, after: unknown): RowPatch | undefined {
  if (!isReading(before) || !isReading(after)) return undefined;
  const patch: RowPatch = { base, lists: {}, rest: {} };
  let [rows, carried] = [0, 0];
  for (const [name, value] of Object.entries(after)) {
    const old = before[name];
    if (!isRows(value) || !isRows(old) || value.length < FEW) {
      patch.rest[name] = value;
      continue;
    }
    const list = runsOf(old, value);
    patch.lists[name] = list;
    rows += value.length;
    carried += list.came.reduce((sum, row) => sum + shareOf(row, old), 0);
  }
  return rows > 0 && carried <= rows * WORTHWHILE ? patch : undefined;
}

/** Where rows stayed as they were they keep their identity. Undefined for a patch that does not fit. */
export function applyPatch<T>(before: T, patch: RowPatch): T | undefined {
  if (!isReading(before)) return undefined;
  const lists: Record<string, unknown[]> = {};
  for (const [name, { runs, came }] of Object.entries(patch.lists)) {
    const old = before[name];
    if (!Array.isArray(old)) return undefined;
    const source: unknown[] = [...old, ...came.map(([fields, index = -1]) => ({ ...old[index], ...fields }))];
    const list: unknown[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [from = 0, count = 0] = runs.slice(at, at + 2);
      if (from + count > source.length) return undefined;
      list.push(...source.slice(from, from + count));
    }
    lists[name] = list;
  }
  // Made by `patchOf` from a reading of the same view as `before`, hence of its type.
  return { ...patch.rest, ...lists } as T;
}

function runsOf(before: readonly Row[], after: readonly Row[]): RowRuns {
  const known = new Map(before.map((row, index) => [row.id, index]));
  const list: RowRuns = { runs: [], came: [] };
  for (const row of after) {
    const index = known.get(row.id);
    const old = index === undefined ? undefined : before[index];
    const changed = old && changedFields(old, row);
    if (index !== undefined && changed && Object.keys(changed).length === 0) extend(list.runs, index);
    else {
      extend(list.runs, before.length + list.came.length);
      list.came.push(index !== undefined && changed ? [changed, index] : [row]);
    }
  }
  return list;
}

/** Fields of a row that are not as they were; undefined when it has fewer than it had, and has to travel whole. */
function changedFields(before: Row, after: Row): Record<string, unknown> | undefined {
  if (isSame(before, after)) return {};
  const old = new Map<string, unknown>(Object.entries(before));
  const fields = Object.entries(after);
  const added = fields.filter(([name]) => !old.has(name)).length;
  if (fields.length - added < old.size) return undefined;
  return Object.fromEntries(fields.filter(([name, value]) => !isSame(old.get(name), value)));
}

/** How much of a row travels for it. */
function shareOf([fields, index]: CameRow, before: readonly Row[]): number {
  const old = index === undefined ? undefined : before[index];
  return old ? Object.keys(fields).length / Object.keys(old).length : 1;
}

function extend(runs: number[], from: number): void {
  const [lastFrom = 0, lastCount = 0] = runs.slice(-2);
  if (runs.length > 0 && lastFrom + lastCount === from) runs[runs.length - 1] = lastCount + 1;
  else runs.push(from, 1);
}

/** By their text, as versions are told apart: keys come in the order in which the decoder writes them. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

const isReading = (value: unknown): value is Reading =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.every((row) => isReading(row) && typeof row.id === 'string');
