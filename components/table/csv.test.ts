import { describe, expect, it } from 'vitest';
import { CSV_MARK } from '@/lib/format/csv';
import type { Column } from './column';
import { csvCells, csvFileName, csvText } from './csv';

type Row = { name: string; up: number | null; locked: boolean; labels: readonly string[] };
const width = { min: 80 };
const columns: readonly Column<Row>[] = [
  { id: 'host', label: 'Host', value: (row) => row.name, render: () => 'never in a file', width },
  { id: 'up', label: 'Uptime', value: (row) => row.up, width, defaultHidden: true },
  { id: 'locked', label: 'Locked', value: (row) => row.locked, width },
  { id: 'labels', label: 'Labels', value: () => null, csvValue: (row) => row.labels.join(' '), width },
  { id: 'task', label: 'Task', value: () => 'left out', csv: false, width },
];
const rows: readonly Row[] = [
  { name: 'controller-0', up: 3600, locked: false, labels: ['a', 'b'] },
  { name: '=cmd|calc', up: null, locked: true, labels: [] },
];

describe('the table as a file', () => {
  it('has the plain values of all columns, hidden ones too, in the order given', () => {
    expect(csvCells(columns, rows)).toEqual({
      header: ['Host', 'Uptime', 'Locked', 'Labels'],
      lines: [
        ['controller-0', 3600, 'no', 'a b'],
        ['=cmd|calc', null, 'yes', ''],
      ],
    });
  });

  it('is safe to open: a name that is a formula is text, unknown is empty', () => {
    const text = csvText(columns, rows);
    expect(text.startsWith(CSV_MARK)).toBe(true);
    expect(text).toContain(`"'=cmd|calc",,yes,`);
  });

  it('is named after the list and the day', () => {
    expect(csvFileName('hosts', new Date(2026, 7, 4, 23, 59))).toBe('hosts-2026-08-04.csv');
  });
});
