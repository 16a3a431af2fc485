/** What the body draws, top to bottom. `index` counts lines from 0. */
export type Line =
  | {
      kind: 'group';
      key: string;
      /** What its rows have in common. */
      id: string;
      label: string;
      count: number;
      /** Absent: it cannot be folded. */
      folded?: boolean;
    }
  /** `trailing`: of the section after the list, which is neither counted nor selected. */
  | { kind: 'row'; key: string; trailing?: true }
  | { kind: 'unreadable'; key: string; label: string; why: string };

/** A row that came but could not be decoded. It is shown, the rest stands. */
export type UnreadableRow = { key: string; label?: string; why: string };

export type GroupOrder = readonly { id: string; label: string }[];

/**
 * Rows in their order under the heads of their groups, groups in the stated order; a group that is not listed follows
 * under its own id. Without `groupOf` there are no heads. Unreadable rows come last.
 */
export function layLines(
  keys: readonly string[],
  groupOf: ((key: string) => string) | null,
  order: GroupOrder,
  unreadable: readonly UnreadableRow[],
): readonly Line[] {
  const lines: Line[] = [];
  if (groupOf) {
    const groups = new Map<string, string[]>(order.map((group) => [group.id, []]));
    for (const key of keys) {
      const id = groupOf(key);
      const members = groups.get(id);
      if (members) members.push(key);
      else groups.set(id, [key]);
    }
    for (const [id, members] of groups) {
      if (members.length === 0) continue;
      const label = order.find((group) => group.id === id)?.label ?? id;
      lines.push({ kind: 'group', key: `group:${id}`, id, label, count: members.length });
      for (const key of members) lines.push({ kind: 'row', key });
    }
  } else {
    for (const key of keys) lines.push({ kind: 'row', key });
  }
  for (const { key, label, why } of unreadable) {
    lines.push({ kind: 'unreadable', key: `unreadable:${key}`, label: label ?? key, why });
  }
  return lines;
}

/** A group of more rows than this starts folded: a flood is one line. */
const FOLD_ABOVE = 5;

/** The same lines with groups folded, all but those where the person said otherwise. */
export function foldLines(lines: readonly Line[], turned: ReadonlySet<string>): readonly Line[] {
  let folded = false;
  return lines.flatMap((line): readonly Line[] => {
    if (line.kind === 'group') {
      folded = line.count > FOLD_ABOVE !== turned.has(line.id);
      return [{ ...line, folded }];
    }
    if (line.kind === 'unreadable') return [line];
    return folded ? [] : [line];
  });
}

/** A section of its own under all others. */
export function trailingLines(label: string, keys: readonly string[]): readonly Line[] {
  if (keys.length === 0) return [];
  return [
    { kind: 'group', key: 'trailing', id: 'trailing', label, count: keys.length },
    ...keys.map((key): Line => ({ kind: 'row', key, trailing: true })),
  ];
}

/** Row keys in the order on screen. */
export function rowOrder(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) => (line.kind === 'row' ? [line.key] : []));
}
