import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatClock,
  formatCountdown,
  formatDuration,
  formatFull,
  formatMoment,
  formatStamp,
  formatTyped,
  formatUtc,
  parseInstant,
  zoneName,
} from './time';
import { parseInZone } from './typed-time';

const at = (iso: string) => Date.parse(iso);

describe('parseInstant', () => {
  const noon = at('2026-11-12T12:00:00Z');
  it.each([
    ['2026-11-12T12:00:00Z', noon],
    ['2026-11-12T12:00:00.000000', noon],
    ['2026-11-12 12:00:00.000000', noon],
    ['2026-11-12T12:00:00+00:00', noon],
    ['2026-11-12T13:00:00.123456+0100', noon + 123],
    ['2026-11-12T12:00', noon],
    ['2026-11-12', at('2026-11-12T00:00:00Z')],
    [noon, noon],
    [new Date(noon), noon],
  ])('reads %s', (given, expected) => {
    expect(parseInstant(given)).toBe(expected);
  });
  it.each([null, undefined, '', 'None', 'yesterday', '2026-13-40T00:00:00Z', Number.NaN, new Date('x')])(
    'says null for %s, never a made-up time',
    (given) => {
      expect(parseInstant(given)).toBeNull();
    },
  );
});

describe('formatMoment', () => {
  const now = at('2026-11-19T14:32:08Z');
  it.each([
    ['2026-11-19T14:30:01Z', 'UTC', '14:30:01'],
    ['2026-11-19T00:00:00Z', 'UTC', '00:00:00'],
    ['2026-11-18T23:59:59Z', 'UTC', 'Wed 23:59'],
    ['2026-11-18T23:59:59Z', 'Europe/Oslo', '00:59:59'],
    ['2026-11-13T21:15:00Z', 'UTC', 'Fri 21:15'],
    ['2026-11-12T21:15:00Z', 'UTC', '12 Nov'],
    ['2026-09-03T21:15:00Z', 'UTC', '03 Sep'],
    ['2025-08-03T21:15:00Z', 'UTC', '03 Aug 2025'],
    ['2026-11-20T01:00:00Z', 'UTC', '20 Nov'],
    ['2026-11-19T14:32:08Z', 'Asia/Kolkata', '20:02:08'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(formatMoment(at(instant), now, zone)).toBe(expected);
  });
  it('counts calendar days over a change of the clocks', () => {
    // Oslo put its clocks back on 25 October 2026: that day had 25 hours.
    expect(formatMoment(at('2026-10-24T22:30:00Z'), at('2026-10-25T22:30:00Z'), 'Europe/Oslo')).toBe(
      '00:30:00',
    );
    expect(formatMoment(at('2026-10-18T23:30:00Z'), at('2026-10-25T22:30:00Z'), 'Europe/Oslo')).toBe(
      'Mon 01:30',
    );
  });
});

describe('exact forms', () => {
  it('names day, year and offset', () => {
    expect(formatFull(at('2026-11-12T20:15:07Z'), 'Europe/Oslo')).toBe('Thu 12 Nov 2026, 21:15:07 UTC+01:00');
    expect(formatFull(at('2026-07-12T20:15:07Z'), 'America/St_Johns')).toBe(
      'Sun 12 Jul 2026, 17:45:07 UTC-02:30',
    );
    expect(formatFull(at('1969-12-31T23:00:00Z'), 'UTC')).toBe('Wed 31 Dec 1969, 23:00:00 UTC');
    expect(formatUtc(at('2026-11-12T20:15:07.900Z'))).toBe('2026-11-12 20:15:07 UTC');
    expect(formatClock(at('2026-11-12T00:00:00Z'), 'UTC')).toBe('00:00:00');
  });
});

describe('spans', () => {
  const [s, m, h, d] = [1_000, 60_000, 3_600_000, 86_400_000];
  it.each([
    [-5 * s, '0 s'],
    [Number.NaN, '0 s'],
    [999, '0 s'],
    [8 * s, '8 s'],
    [59_999, '59 s'],
    [12 * m + 59 * s, '12 m'],
    [3 * h + 29 * m + 59 * s, '3 h 29 m'],
    [3 * h, '3 h'],
    [2 * d + 6 * h + 59 * m, '2 d 6 h'],
    [9 * d + 23 * h, '9 d 23 h'],
    [41 * d + 5 * h, '41 d'],
  ])('an age of %d ms is %s', (span, expected) => {
    expect(formatAge(span)).toBe(expected);
  });
  it('keeps seconds of a duration below an hour', () => {
    expect(formatDuration(9 * m + 12 * s)).toBe('9 m 12 s');
    expect(formatDuration(40 * s)).toBe('40 s');
    expect(formatDuration(3 * h + 29 * m)).toBe('3 h 29 m');
  });
  it.each([
    [102 * s, '1:42'],
    [1, '0:01'],
    [0, '0:00'],
    [-s, '0:00'],
    [2 * h + 14 * m + 22 * s, '2:14:22'],
  ])('%d ms left is %s', (span, expected) => {
    expect(formatCountdown(span)).toBe(expected);
  });
});

describe('times of a log, typed and shown', () => {
  const oslo = 'Europe/Oslo';
  it.each<[string, string, string, string | null]>([
    ['on the clocks of the zone', '2026-08-03 14:05', oslo, '2026-08-03T12:05:00.000Z'],
    ['with seconds and a T', '2026-08-03T14:05:07', oslo, '2026-08-03T12:05:07.000Z'],
    ['a day alone begins at its midnight', '2026-01-03', oslo, '2026-01-02T23:00:00.000Z'],
    ['with a Z it is what it says', '2026-08-03T14:05Z', oslo, '2026-08-03T14:05:00.000Z'],
    ['with an offset too', '2026-08-03 14:05+05:00', oslo, '2026-08-03T09:05:00.000Z'],
    ['an hour shown twice: the first', '2026-10-25 02:30', oslo, '2026-10-25T00:30:00.000Z'],
    ['an hour left out: as if not jumped', '2026-03-29 02:30', oslo, '2026-03-29T01:30:00.000Z'],
    ['no such day', '2026-02-30 10:00', oslo, null],
    ['no such hour', '2026-02-20 25:00', oslo, null],
    ['words', 'yesterday', oslo, null],
    ['nothing', '', oslo, null],
  ])('%s', (_name, typed, zone, expected) => {
    const read = parseInZone(typed, zone);
    expect(read === null ? null : new Date(read).toISOString()).toBe(expected);
  });

  it('writes what it reads', () => {
    const at = Date.parse('2026-08-03T12:05:07Z');
    expect(formatTyped(at, oslo)).toBe('2026-08-03 14:05:07');
    expect(parseInZone(formatTyped(at, oslo), oslo)).toBe(at);
  });

  it('leaves the day out today only', () => {
    const now = Date.parse('2026-08-03T12:00:00Z');
    expect(formatStamp(Date.parse('2026-08-02T22:30:01Z'), now, oslo)).toBe('00:30:01');
    expect(formatStamp(Date.parse('2026-08-02T21:30:01Z'), now, oslo)).toBe('02 Aug 23:30:01');
    expect(formatStamp(Date.parse('2025-08-02T21:30:01Z'), now, oslo)).toBe('02 Aug 2025 23:30:01');
  });

  it.each([
    ['UTC', 'UTC'],
    [oslo, 'UTC+02:00'],
    ['America/St_Johns', 'UTC-02:30'],
  ])('names the zone %s', (zone, name) => {
    expect(zoneName(Date.parse('2026-08-03T12:00:00Z'), zone)).toBe(name);
  });
});
