import { CSV_MARK, toCsv } from '@/lib/format/csv';
import type { Column } from './column';

/**
 * The table as a file: the rows given (the current filter, in its order) with all columns, hidden ones too. Unknown
 * is an empty cell.
 */
export function csvCells<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
): { header: string[]; lines: (string | number | null)[][] } {
  const used = columns.filter((column) => column.csv !== false);
  const lines = rows.map((row) =>
    used.map((column) => {
      const value = column.csvValue ? column.csvValue(row) : column.value(row);
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
    }),
  );
  return { header: used.map((column) => column.label), lines };
}

/** The file's text, made safe for spreadsheets by lib/format/csv.ts. */
export function csvText<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const { header, lines } = csvCells(columns, rows);
  return CSV_MARK + toCsv(header, lines);
}

/** `hosts-2026-08-04.csv`, by the date where the reader is. */
export function csvFileName(name: string, now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${name}-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.csv`;
}

/** Hands the text to the browser as a file. */
export function saveFile(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
