import { describe, expect, it } from 'vitest';
import { applyPatch, patchOf } from './row-patch';

type Row = { id: string; state: string; labels?: string[]; since?: number };
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, n) => ({ id: `r${n}`, state: 'available', labels: [`rack-${n}`] }));
const reading = (rows: Row[], extra: Record<string, unknown> = {}) => ({ rows, unreadable: [], ...extra });

/** Over the wire and back. */
function travel<T>(before: T, after: T): { result: T | undefined; carried: number } {
  const patch = patchOf('v1', before, after);
  if (!patch) return { result: undefined, carried: -1 };
  const result = applyPatch(before, JSON.parse(JSON.stringify(patch)));
  const carried = Object.values(patch.lists).reduce((sum, { came }) => sum + came.length, 0);
  return { result, carried };
}

const before = reading(rowsOf(40));
const changed = (row: Row | undefined): Row => ({ id: '', ...row, state: 'degraded' });

describe('a patch', () => {
  it.each<[string, (rows: Row[]) => Row[], number]>([
    ['nothing', (rows) => rows, 0],
    ['one row changed', (rows) => rows.with(7, changed(rows[7])), 1],
    [
      'the first and the last changed',
      (rows) => rows.with(0, changed(rows[0])).with(-1, changed(rows.at(-1))),
      2,
    ],
    [
      'a row inside a row changed',
      (rows) => rows.with(3, { id: 'r3', state: 'available', labels: ['rack-9'] }),
      1,
    ],
    ['rows added at both ends', (rows) => [{ id: 'a', state: 'x' }, ...rows, { id: 'b', state: 'x' }], 2],
    ['rows gone', (rows) => rows.filter((_, n) => n % 5 !== 0), 0],
    ['another order', (rows) => [...rows].reverse(), 0],
    ['one moved and changed', (rows) => [changed(rows[20]), ...rows.filter((_, n) => n !== 20)], 1],
    [
      'one got a field, another lost one',
      (rows) => rows.with(4, { id: 'r4', state: 'available' }).with(5, { ...changed(rows[5]), since: 7 }),
      2,
    ],
    [
      'one changed beside one that is new',
      (rows) => rows.toSpliced(9, 1, changed(rows[9]), { id: 'n', state: 'x' }, changed(rows[9])),
      3,
    ],
    ['an id twice', (rows) => [...rows, { id: 'r1', state: 'second' }], 1],
  ])('makes the newer list of the older one: %s', (_what, change, rows) => {
    const after = reading(change([...before.rows]));
    const { result, carried } = travel(before, after);
    expect(result).toEqual(after);
    expect(carried).toBe(rows);
  });

  it('leaves rows that stayed their identity, so that they are not drawn again', () => {
    const after = reading([...structuredClone(before.rows)].with(7, changed(before.rows[7])));
    const { result } = travel(before, after);
    expect(result?.rows.filter((row, n) => row === before.rows[n])).toHaveLength(39);
  });

  it('carries of a row that changed the fields that did, however many rows', () => {
    const after = reading(before.rows.map(changed));
    const patch = patchOf('v1', before, after);
    expect(patch?.lists.rows).toEqual({
      runs: [40, 40],
      came: before.rows.map((_, n) => [{ state: 'degraded' }, n]),
    });
    expect(travel(before, after).result).toEqual(after);
  });

  it('takes a field away, and one that became null, for what it is', () => {
    const [first, second] = [
      { id: 'r0', task: 'x' },
      { id: 'r1', task: 'x' },
    ];
    const rest = Array.from({ length: 10 }, (_, n) => ({ id: `q${n}`, task: 'x' }));
    const after = { rows: [{ id: 'r0' }, { ...second, task: null }, ...rest] };
    const { result } = travel<object>({ rows: [first, second, ...rest] }, after);
    expect(JSON.stringify(result)).toBe(JSON.stringify(after));
  });

  it('carries what is no list of rows as it is now', () => {
    const older = reading(rowsOf(40), { total: 40, gone: true });
    const newer = reading(rowsOf(39), { total: 39 });
    expect(travel<object>(older, newer).result).toEqual(newer);
  });

  it.each<[string, unknown, unknown]>([
    [
      'most rows changed throughout',
      before,
      reading(before.rows.map((row) => ({ ...changed(row), labels: [] }))),
    ],
    ['most rows lost a field', before, reading(before.rows.map(({ id, state }) => ({ id, state })))],
    ['few rows', reading(rowsOf(3)), reading(rowsOf(4))],
    ['rows without an id', { rows: [1, 2, 3] }, { rows: [1, 2, 4] }],
    ['no list at all', { name: 'a' }, { name: 'b' }],
    ['a text', 'a', 'b'],
    ['a list that was something else', { rows: null }, reading(rowsOf(20))],
  ])('is not made of %s', (_what, older, newer) => {
    expect(patchOf('v1', older, newer)).toBeUndefined();
  });

  it('is refused by a reading that it does not fit', () => {
    const patch = patchOf('v1', before, reading(before.rows.slice(0, 30)));
    expect(patch && applyPatch(reading(rowsOf(10)), patch)).toBeUndefined();
    expect(patch && applyPatch(undefined, patch)).toBeUndefined();
    const ofTheLast = patchOf('v1', before, reading(before.rows.with(-1, changed(before.rows.at(-1)))));
    expect(ofTheLast && applyPatch(reading(rowsOf(39)), ofTheLast)).toBeUndefined();
  });
});
