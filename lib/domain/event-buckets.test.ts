import { describe, expect, it } from 'vitest';
import type { EventRecord } from './event';
import { addToBucket, bucketEdges, bucketSize, bucketTotal, emptyBuckets } from './event-buckets';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Milliseconds that a zone is ahead of UTC, by the runtime's own tables. */
const offsetIn = (zone: string) => (instant: number) => {
  const local = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
  return Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - instant) / 60_000) * 60_000;
};
const clock = (zone: string) => (instant: number) =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).slice(5, 16);

describe('the width of a bucket', () => {
  it.each([
    [HOUR, 60_000],
    [3 * HOUR, 2 * 60_000],
    [24 * HOUR, 15 * 60_000],
    [7 * DAY, 2 * HOUR],
    [30 * DAY, 8 * HOUR],
    [31 * DAY, 8 * HOUR],
    [60_000, 1_000],
    [400 * DAY, DAY],
  ])('of %i ms is %i ms', (span, size) => expect(bucketSize(0, span)).toBe(size));
});

describe('where buckets begin', () => {
  const now = Date.UTC(2026, 10, 23, 14, 32, 8);

  it('covers the range without a gap', () => {
    for (const span of [HOUR, 24 * HOUR, 7 * DAY, 30 * DAY]) {
      const from = now - span;
      const edges = bucketEdges(from, now, bucketSize(from, now), offsetIn('Asia/Kathmandu'));
      expect(edges[0]).toBeLessThanOrEqual(from);
      expect(edges[1]).toBeGreaterThan(from);
      expect(edges.at(-1)).toBeGreaterThanOrEqual(now);
      expect(edges.at(-2)).toBeLessThan(now);
      expect(edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? 0))).toBe(true);
      expect(edges.length).toBeLessThanOrEqual(104);
    }
  });

  it.each(['UTC', 'Europe/Oslo', 'America/St_Johns', 'Asia/Kathmandu'])(
    'is whole local hours of %s over seven days',
    (zone) => {
      const edges = bucketEdges(now - 7 * DAY, now, 2 * HOUR, offsetIn(zone));
      const hours = edges.map((edge) => clock(zone)(edge).slice(6));
      expect(hours.every((hour) => /^(00|02|04|06|08|10|12|14|16|18|20|22):00$/.test(hour))).toBe(true);
    },
  );

  it.each<[string, string, number, number, string[]]>([
    // The last Sunday of March has no 02:00, that of October has it twice.
    ['spring', 'Europe/Oslo', Date.UTC(2026, 2, 28, 23), 23, ['03-29 00:00', '03-29 09:00', '03-29 17:00']],
    ['autumn', 'Europe/Oslo', Date.UTC(2026, 9, 24, 22), 25, ['10-25 00:00', '10-25 07:00', '10-25 15:00']],
  ])('begins each day anew where clocks change in %s', (_name, zone, midnight, hours, starts) => {
    const edges = bucketEdges(midnight, midnight + 3 * DAY, 8 * HOUR, offsetIn(zone));
    const next = midnight + hours * HOUR;
    expect(edges).toContain(next);
    expect(clock(zone)(next).slice(6)).toBe('00:00');
    expect(edges.filter((edge) => edge < next).map(clock(zone))).toEqual(
      hours === 25 ? [...starts, '10-25 23:00'] : starts,
    );
    expect(edges.map((edge) => edge - midnight)).toContain(next - midnight + 8 * HOUR);
  });

  it('ends a zone without midnight where its clocks jump there', () => {
    // Beirut springs from 00:00 to 01:00.
    const zone = 'Asia/Beirut';
    const from = Date.UTC(2026, 2, 27, 12);
    const edges = bucketEdges(from, from + 3 * DAY, DAY, offsetIn(zone));
    expect(edges.map(clock(zone))).toContain('03-29 01:00');
    expect(edges.map(clock(zone))).toContain('03-30 00:00');
  });
});

describe('counting', () => {
  const event = (
    at: number,
    state: EventRecord['state'],
    severity: EventRecord['severity'],
  ): EventRecord => ({
    ...{ id: '1', eventLogId: '1', entity: '', reason: '', type: null, suppressed: false },
    ...{ at, state, severity },
  });

  it('puts each event into its bucket, by kind and severity', () => {
    const buckets = emptyBuckets([0, 10, 20]);
    const events = [
      event(0, 'set', 'critical'),
      event(9, 'clear', 'critical'),
      event(10, 'log', 'major'),
      event(19, 'msg', null),
      event(19, 'set', null),
      event(20, 'set', 'major'),
      event(-1, 'set', 'major'),
    ];
    for (const one of events) addToBucket(buckets, one);
    expect(buckets).toMatchObject([
      { cleared: 1, raised: { critical: 1, major: 0 }, logs: 0 },
      { cleared: 0, logs: 2, raisedOther: 1, raised: { major: 0 } },
    ]);
    expect(buckets.map(bucketTotal)).toEqual([2, 3]);
  });
});
