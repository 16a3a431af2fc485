import { describe, expect, it } from 'vitest';
import { type EventRecord, eventKey } from './event';
import { standings } from './event-pairs';

const event = (at: number, state: EventRecord['state'], changes: Partial<EventRecord> = {}): EventRecord => ({
  id: `${state}${at}`,
  eventLogId: '200.001',
  state,
  severity: 'warning',
  entity: 'host=worker-0',
  reason: 'locked',
  at,
  type: null,
  suppressed: false,
  ...changes,
});
const newestFirst = (...events: EventRecord[]) => [...events].reverse();
const found = (events: EventRecord[], from = 0) => {
  const map = standings(events, from);
  return events.map((one) => {
    const standing = map.get(eventKey(one));
    return standing ? [standing.from, standing.to, standing.fromKnown] : null;
  });
};

describe('how long an alarm stood', () => {
  it.each<[string, EventRecord[], ([number, number | null, boolean] | null)[]]>([
    [
      'raise and clear say the same',
      newestFirst(event(10, 'set'), event(20, 'clear')),
      [
        [10, 20, true],
        [10, 20, true],
      ],
    ],
    ['without a clear it has no end', [event(10, 'set')], [[10, null, true]]],
    ['a clear alone stood longer than what was read', [event(20, 'clear')], [[0, 20, false]]],
    [
      'through a change of severity it is one standing',
      newestFirst(event(10, 'set'), event(15, 'set', { severity: 'major' }), event(20, 'clear')),
      [
        [10, 20, true],
        [10, 20, true],
        [10, 20, true],
      ],
    ],
    [
      'raised again as it was: the same standing',
      newestFirst(event(10, 'set'), event(15, 'set'), event(20, 'clear')),
      [
        [10, 20, true],
        [10, 20, true],
        [10, 20, true],
      ],
    ],
    [
      'cleared and raised anew within one instant: two',
      newestFirst(
        event(10, 'set'),
        event(20, 'clear'),
        event(20, 'set', { severity: 'major' }),
        event(30, 'clear', { severity: 'major' }),
      ),
      [
        [20, 30, true],
        [20, 30, true],
        [10, 20, true],
        [10, 20, true],
      ],
    ],
    ['plain logs have none', [event(10, 'log'), event(9, 'msg')], [null, null]],
  ])('%s', (_name, events, expected) => expect(found(events)).toEqual(expected));

  it('keeps hosts and types apart', () => {
    const other = { entity: 'host=worker-1' };
    const events = newestFirst(event(10, 'set'), event(11, 'set', other), event(12, 'clear', other));
    expect(found(events)).toEqual([
      [11, 12, true],
      [11, 12, true],
      [10, null, true],
    ]);
  });

  it('pairs an alarm that flaps ten thousand times in a moment', () => {
    const events = Array.from({ length: 20_000 }, (_, n) =>
      event(n, n % 2 === 0 ? 'set' : 'clear'),
    ).reverse();
    const started = performance.now();
    const map = standings(events, 0);
    expect(map.size).toBe(20_000);
    expect(map.get('clear19999.clear.19999')).toMatchObject({ from: 19_998, to: 19_999 });
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
