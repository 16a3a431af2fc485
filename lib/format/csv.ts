export type CsvCell = string | number | boolean | null | undefined;

/**
 * A table as RFC 4180 text: CRLF after every record, quotes doubled, cells quoted when they hold a quote, a comma or a
 * line break. Text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a carriage return, as a
 * host name or an alarm's reason text may) gets a leading apostrophe and is quoted. Numbers stay numbers, also below zero.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  let text = csvLine(header);
  for (const row of rows) text += csvLine(row);
  return text;
}

/** Excel reads a file as UTF-8 only when it starts with this mark. */
export const CSV_MARK = '\uFEFF';

/** One record with its line end, for a file that is written as it goes. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  // A space or a byte order mark before the sign does not stop every spreadsheet.
  if (/^[\s\uFEFF]*[=+\-@\t\r]/.test(cell)) return quote(`'${cell}`);
  return /[",\r\n]/.test(cell) ? quote(cell) : cell;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
