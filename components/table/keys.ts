/** A key as the help sheet lists it. */
export type KeyHint = { keys: readonly string[]; label: string };

/** A key of the caller's own that acts on the current row. It may open a preflight, never run the act itself. */
export type RowKey<T> = {
  key: string;
  label: string;
  run(row: T): void;
  /** Named in the foot of the table too. */
  hint?: boolean;
};

/** What a table can do, which decides the keys it has. */
export type Abilities = { selects: boolean; opens: boolean; searches: boolean };

/** All keys of one table, its caller's included, for the foot and for the help sheet of the shell. */
export function tableKeyHints(
  { selects, opens, searches }: Abilities,
  rowKeys: readonly { key: string; label: string }[] = [],
): readonly KeyHint[] {
  return [
    { keys: ['j', 'k'], label: 'move' },
    ...(selects
      ? [
          { keys: ['x'], label: 'select' },
          { keys: ['Shift', 'x'], label: 'select a range' },
        ]
      : []),
    ...(opens ? [{ keys: ['Enter'], label: 'open' }] : []),
    ...(searches ? [{ keys: ['/'], label: 'search' }] : []),
    ...(opens || selects ? [{ keys: ['Esc'], label: 'close, then clear the selection' }] : []),
    ...rowKeys.map(({ key, label }) => ({ keys: [key], label })),
  ];
}

/** The few keys worth a place in the foot. */
export function footHints(
  hints: readonly KeyHint[],
  rowKeys: readonly { key: string; hint?: boolean }[] = [],
): readonly KeyHint[] {
  const told = ['j', 'x', 'Enter', ...rowKeys.flatMap(({ key, hint }) => (hint ? [key] : []))];
  return hints.filter(({ keys }) => told.includes(keys[0] ?? ''));
}

export type KeyPress = {
  key: string;
  shift: boolean;
  /** Ctrl, Alt or Meta: never ours. */
  modified: boolean;
  /** Focus is in a field, a menu or a dialog: letters belong to it. */
  inField: boolean;
  /** Focus is on a link or button: Enter belongs to it. */
  onControl: boolean;
  /** Focus is in this table, on one of its rows or controls. */
  inTable: boolean;
};

export type TableCommand =
  | { do: 'move'; by: 1 | -1 }
  | { do: 'open' | 'toggle' | 'range' | 'search' | 'escape' }
  | { do: 'row'; key: string };

/** What a key press asks of the table; null when it is none of the table's business. */
export function commandFor(press: KeyPress, rowKeys: readonly string[]): TableCommand | null {
  if (press.modified || press.inField) return null;
  const { key } = press;
  if (key === 'j') return { do: 'move', by: 1 };
  if (key === 'k') return { do: 'move', by: -1 };
  if (key === 'ArrowDown' && press.inTable) return { do: 'move', by: 1 };
  if (key === 'ArrowUp' && press.inTable) return { do: 'move', by: -1 };
  if (key === 'Enter') return press.onControl ? null : { do: 'open' };
  if (key.toLowerCase() === 'x') return { do: press.shift ? 'range' : 'toggle' };
  if (key === '/') return { do: 'search' };
  if (key === 'Escape') return { do: 'escape' };
  return rowKeys.includes(key) ? { do: 'row', key } : null;
}
