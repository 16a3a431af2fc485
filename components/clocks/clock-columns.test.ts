/** The file of clocks, and which address means the list. */
import { expect, it } from 'vitest';
import { csvCells, csvText } from '@/components/table/csv';
import { clockRows } from '@/lib/domain/clock/clock-row';
import { clockOf, testFault } from '@/lib/domain/clock/test-clocks';
import { REFERENCE_LINES } from '@/lib/domain/clock/thresholds';
import { CLOCK_COLUMNS } from './clock-columns';
import { showsList } from './clock-params';
import { offsetLook, offsetNs, offsetWords } from './offset-words';

const TREE = { roots: [], unplaced: [], ntp: [], none: [] };
const rowsOf = (...clocks: Parameters<typeof clockRows>[0]) => clockRows(clocks, TREE);

it('holds every fact of a row, unknown as an empty cell, states as words', () => {
  const bad = clockOf({
    alarms: [
      testFault(
        'instance=ptp4l.ptp=out-of-tolerance',
        'worker-0 Precision Time Protocol clocking is out of tolerance by more than 1.384 microsecs',
        { suppressed: true },
      ),
    ],
  });
  const { header, lines } = csvCells(CLOCK_COLUMNS, rowsOf(bad));
  const record = Object.fromEntries(header.map((name, index) => [name, lines[0]?.[index]]));
  expect(record).toMatchObject({
    ...{ Host: 'worker-0', 'PTP state': 'Out of tolerance', Role: 'T-TSC', Source: null, Class: null },
    ...{ 'Offset, ns': 1384, 'Alarm suppressed': 'yes' },
  });
  expect(header).not.toContain('History');
});

it('is safe in a spreadsheet, whatever a host is called', () => {
  const evil = { ...clockOf(), host: '=HYPERLINK("http://x","y")', hostId: 'x' };
  expect(csvText(CLOCK_COLUMNS, rowsOf(evil))).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
});

it('filters lead to the list; the length of the bands and an open clock do not', () => {
  expect(showsList('open=worker-1&last=7d&tab=history', 'tree')).toBe(false);
  expect(showsList('', 'list')).toBe(true);
  for (const query of ['q=a', 'state=freerun', 'role=T-BC', 'source=x', 'view=attention', 'sort=host']) {
    expect(showsList(query, 'tree')).toBe(true);
  }
});

const offset = {
  ns: -1_180,
  signed: true,
  atLeast: false,
  at: null,
  source: 'live',
  instance: null,
} as const;

it('writes offsets with their sign where there is one, and as a bound where that is all', () => {
  expect(offsetNs(offset)).toBe('-1\u2009180');
  expect(offsetNs({ ...offset, ns: 21 })).toBe('+21');
  expect(offsetNs({ ...offset, ns: 1_000, signed: false, atLeast: true })).toBe('> 1\u2009000');
  expect(offsetWords({ ...offset, ns: 1_384, signed: false })).toBe('1.38 µs');
  expect(offsetWords(offset)).toBe('-1.18 µs');
});

it('judges an offset by the platform in colour, by the chosen line in words', () => {
  const clock = clockOf();
  const line = (ns: number) => REFERENCE_LINES.find((one) => one.ns === ns) ?? REFERENCE_LINES[0];
  const look = (ns: number, against: number) => {
    const chosen = line(against);
    if (!chosen) throw new Error('no line');
    return offsetLook(clock, { ...offset, ns }, chosen);
  };
  expect(look(50, 100)).toEqual({ ink: 'text-ink-2', words: null });
  expect(look(-500, 100).words).toBe('inside the platform’s limit, over the line of 100 ns');
  expect(look(1_050, 1_100)).toEqual({ ink: 'text-minor-fg', words: 'over the platform’s minor limit' });
  expect(look(1_200, 1_100).words).toContain('over the line of 1.1 µs');
  expect(look(2_000_000, 1_100).ink).toBe('text-major-fg');
});
