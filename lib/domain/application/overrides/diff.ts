/** What differs between two texts, line by line: rows for one column, with what stands unchanged between them folded. */
import { diffArrays } from 'diff';

export type DiffRow =
  | {
      kind: 'same' | 'removed' | 'added';
      /** Its number on its own side, from 1. */
      line: number;
      text: string;
      /** The part of the text that differs from the line it stands for; absent where the whole line came or went. */
      part?: readonly [from: number, to: number];
    }
  /** So many unchanged lines are left out. */
  | { kind: 'folded'; count: number };

type LineRow = Exclude<DiffRow, { kind: 'folded' }>;

/** Lines that go or come; more of them nobody reads. */
const MOST_STEPS = 2_000;

/** @param around unchanged lines that are kept beside a change */
export function diffRows(before: string, after: string, around = 2): DiffRow[] {
  return folded(withParts(lineRows(linesOf(before), linesOf(after))), around);
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** What cannot be told in so many steps is shown as one text in place of the other. */
function lineRows(before: readonly string[], after: readonly string[]): LineRow[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_STEPS }) ?? [
    { value: [...before], removed: true, added: false },
    { value: [...after], removed: false, added: true },
  ];
  let [old, fresh] = [0, 0];
  return parts.flatMap(({ value, removed, added }) =>
    value.map((text): LineRow => {
      if (!added) old += 1;
      if (!removed) fresh += 1;
      return removed
        ? { kind: 'removed', line: old, text }
        : { kind: added ? 'added' : 'same', line: fresh, text };
    }),
  );
}

/** `  a.b: 1` → `  a.b`: with its indentation. */
const keyOf = (text: string): string => /^[^:]*/.exec(text)?.[0] ?? text;

/** A line that went is compared with the one of the same key that came in its place, which says what of it is other. */
function withParts(rows: readonly LineRow[]): LineRow[] {
  const result: LineRow[] = [...rows];
  let start = 0;
  while (start < rows.length) {
    if (rows[start]?.kind === 'same') {
      start += 1;
      continue;
    }
    let end = start;
    while (end < rows.length && rows[end]?.kind !== 'same') end += 1;
    const places = rows.slice(start, end).map((row, index) => ({ row, at: start + index }));
    const gone = places.filter(({ row }) => row.kind === 'removed');
    const come = places.filter(({ row }) => row.kind === 'added');
    for (const old of gone) {
      const fresh = come.find(({ row }) => keyOf(row.text) === keyOf(old.row.text));
      if (!fresh) continue;
      const [oldPart, freshPart] = differing(old.row.text, fresh.row.text);
      result[old.at] = { ...old.row, part: oldPart };
      result[fresh.at] = { ...fresh.row, part: freshPart };
    }
    start = end;
  }
  return result;
}

function differing(
  one: string,
  other: string,
): readonly [readonly [number, number], readonly [number, number]] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  // A whole word reads better than the letters in it that differ.
  while (head > 0 && /[\w.-]/.test(one[head - 1] ?? '')) head -= 1;
  return [
    [head, one.length],
    [head, other.length],
  ];
}

function folded(rows: readonly LineRow[], around: number): DiffRow[] {
  const near = new Set<number>();
  for (const [index, { kind }] of rows.entries())
    if (kind !== 'same') for (let at = index - around; at <= index + around; at += 1) near.add(at);
  const result: DiffRow[] = [];
  for (const [index, row] of rows.entries()) {
    const last = result.at(-1);
    if (near.has(index)) result.push(row);
    else if (last?.kind === 'folded') result[result.length - 1] = { kind: 'folded', count: last.count + 1 };
    else result.push({ kind: 'folded', count: 1 });
  }
  return result;
}
