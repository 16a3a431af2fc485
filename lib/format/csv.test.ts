import { describe, expect, it } from 'vitest';
import { csvCell, toCsv } from './csv';

describe('csvCell', () => {
  it.each([
    ['worker-0', 'worker-0'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [-12.5, '-12.5'],
    [0, '0'],
    [false, 'false'],
  ])('%j becomes %j', (cell, expected) => {
    expect(csvCell(cell)).toBe(expected);
  });
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\uFEFF=1', '=HYPERLINK("http://x","y")'])(
    'takes the formula out of %j',
    (cell) => {
      const written = csvCell(cell);
      expect(written.startsWith(`"'`)).toBe(true);
      expect(written.slice(2, -1).replaceAll('""', '"')).toBe(cell);
    },
  );
});

it('writes CRLF after every record, the last one too', () => {
  expect(
    toCsv(
      ['host', 'alarms'],
      [
        ['worker-0', 2],
        ['worker-1', null],
      ],
    ),
  ).toBe('host,alarms\r\nworker-0,2\r\nworker-1,\r\n');
});
