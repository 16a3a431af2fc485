import type { ReactNode } from 'react';

/** What a cell stands for outside the screen: in sorting, in searching, in a file. null = nothing to say, sorts last. */
export type CellValue = string | number | boolean | null;

export type CellContext = {
  /** Whether that column is on screen now, for a cell that takes over what a dropped column said. */
  has: (columnId: string) => boolean;
};

export type Facet<T> = {
  /** On the button; default is the column's label. */
  label?: string;
  /** The values of one row; default is the column's value. A row with none is never counted. */
  of?(row: T): readonly string[];
  /** How a value reads; default is the value itself. */
  text?(value: string): string;
  /** State glyph before the value. */
  glyph?(value: string): ReactNode;
  /** Known values in their order; values not listed follow by name. */
  order?: readonly string[];
  /**
   * `menu`: a button that opens a list. `segments`: the known values side by side with their counts, none of them
   * ever left out. `toggles`: a button for each value that occurs.
   */
  look?: 'menu' | 'segments' | 'toggles';
  /** What is shown while the facet is off: rows with none of these wait until they are asked for by their toggle. */
  standing?: readonly string[];
};

export type Column<T> = {
  id: string;
  label: string;
  /** The plain value: sorting, search and export read this, never the screen. */
  value(row: T): CellValue;
  /** The look; default is the value as text. Must not depend on anything but the row and the context. */
  render?(row: T, context: CellContext): ReactNode;
  /** Sorts by this instead of `value`, for instance by order of attention. */
  sortKey?(row: T): string | number | null;
  sortable?: boolean;
  /** What the search box looks at instead of `value`: other notations of the same thing, for instance. */
  searchValue?(row: T): string | null;
  /** false: the search box does not look here. */
  searchable?: boolean;
  /** The head shows no word, only the arrow; readers still hear it. */
  bareHead?: boolean;
  align?: 'end';
  /** Pixels. A column that grows shares what is left, and is never under `min`. */
  width: { min: number; grow?: boolean };
  facet?: Facet<T>;
  /** Dropped below 1024 px (`lg`) or 1440 px (`xl`) unless the columns were chosen by hand. */
  hideBelow?: 'lg' | 'xl';
  /** Dropped while a detail stands beside the list, unless the columns were chosen by hand. */
  hideBeside?: boolean;
  defaultHidden?: boolean;
  /** false: always shown, for the column that says which row this is. */
  canHide?: boolean;
  /** false: not in the CSV. */
  csv?: boolean;
  /** In the CSV instead of `value`. */
  csvValue?(row: T): CellValue;
  /** Classes of the cell: `mono text-ink-2`. */
  className?: string;
};

/** The facet values of a row, whichever way the column states them. */
export function facetValues<T>(column: Column<T>, row: T): readonly string[] {
  if (column.facet?.of) return column.facet.of(row);
  const value = column.value(row);
  return value === null || value === '' ? [] : [String(value)];
}

/** The ids on screen: chosen by hand, else the table's own. Columns that cannot hide are always among them. */
export function shownColumns<T>(
  columns: readonly Column<T>[],
  chosen: readonly string[] | null,
): readonly Column<T>[] {
  return columns.filter((column) => {
    if (column.canHide === false) return true;
    return chosen ? chosen.includes(column.id) : !column.defaultHidden;
  });
}
