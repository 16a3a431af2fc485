/** What a file or a pasted text holds: the platform's XML, or a table of cells. */
import Papa from 'papaparse';
import { type Cells, guessColumns, type PastedTable } from '@/lib/domain/provision/bulk-paste';
import { MOST_ROWS } from '@/lib/domain/provision/bulk-row';
import { type ReadRows, rowsOfXml, type XmlHost } from '@/lib/domain/provision/bulk-xml';

export type ReadText =
  | { kind: 'rows'; rows: ReadRows }
  | { kind: 'table'; table: PastedTable }
  | { kind: 'fault'; why: string };

const fault = (why: string): ReadText => ({ kind: 'fault', why });
const TOO_MANY = `More than ${MOST_ROWS} hosts. Add them in several goes`;

/** A text of hosts is never longer. */
export const MOST_BYTES = 2_000_000;

export function readText(text: string, id: () => string): ReadText {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return fault('There is nothing in it');
  return trimmed.startsWith('<') ? readXml(trimmed, id) : readTable(trimmed);
}

function readTable(text: string): ReadText {
  const cells = cellsOf(text);
  if (cells.length > MOST_ROWS + 1) return fault(TOO_MANY);
  const table = guessColumns(cells);
  // One that is a name because nothing else is known tells nothing.
  return table.columns.some((field) => field !== null && (table.header || field !== 'hostname'))
    ? { kind: 'table', table }
    : fault('No column is known: at least a MAC address or a name has to be in it');
}

/** Cells of what a spreadsheet copies (tabs between them), or of a CSV file (commas or semicolons). */
export const cellsOf = (text: string): Cells =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    delimiter: text.includes('\t') ? '\t' : '',
    delimitersToGuess: [',', ';', '|'],
  }).data;

function readXml(text: string, id: () => string): ReadText {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  const wrong = parsed.querySelector('parsererror');
  if (wrong) return fault(`No XML document: ${firstLine(wrong.textContent)}`);
  const hosts = [...(parsed.documentElement?.children ?? [])].filter(({ tagName }) => tagName === 'host');
  if (hosts.length === 0) return fault('The file has no hosts: <hosts><host>… is what the platform reads');
  if (hosts.length > MOST_ROWS) return fault(TOO_MANY);
  return { kind: 'rows', rows: rowsOfXml(hosts.map(elementsOf), id) };
}

/** The first of each name counts, as the platform's own reader has it. */
function elementsOf(host: Element): XmlHost {
  const found = new Map<string, string>();
  for (const { tagName, textContent } of host.children)
    if (!found.has(tagName)) found.set(tagName, (textContent ?? '').trim());
  return found;
}

/** What browsers put before it is about their own page. */
const firstLine = (words: string | null): string =>
  (words ?? '').replace(/^This page contains the following errors:\s*/, '').split('\n', 1)[0] ?? '';
