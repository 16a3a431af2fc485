'use client';

import type { Column } from './column';

export type ColumnListProps = {
  columns: readonly Column<unknown>[];
  /** Ids on screen now. */
  shown: readonly string[];
  chosen: boolean;
  onChoose: (ids: readonly string[] | null) => void;
};

/** What "9 of 16 columns" opens. */
export function ColumnList(props: ColumnListProps) {
  const { columns, shown } = props;
  const toggle = (id: string) =>
    props.onChoose(
      columns
        .map((column) => column.id)
        .filter((one) => (one === id ? !shown.includes(id) : shown.includes(one))),
    );
  return (
    <>
      <fieldset aria-label="Columns">
        {columns.map((column) => (
          <label
            key={column.id}
            className="flex min-h-[30px] items-center gap-2 rounded-2 px-2 hover:bg-hover has-disabled:text-ink-disabled"
          >
            <input
              type="checkbox"
              className="check m-0"
              checked={shown.includes(column.id)}
              disabled={column.canHide === false}
              onChange={() => toggle(column.id)}
            />
            {column.label}
          </label>
        ))}
      </fieldset>
      {props.chosen && (
        <button
          type="button"
          className="mt-1 min-h-[30px] w-full rounded-2 px-2 text-left text-ink-2 hover:bg-hover"
          onClick={() => props.onChoose(null)}
        >
          Back to the usual columns
        </button>
      )}
    </>
  );
}
