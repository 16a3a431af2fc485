import { expect, it } from 'vitest';
import { type Lasting, lastingOf, type StandingNow, standingNow } from './event-lasting';
import type { EventRow } from './event-log';

const row = (changes: Partial<EventRow>): EventRow => ({
  ...{ id: 'a', eventLogId: '100.101', state: 'set', severity: 'major', entity: 'host=a', reason: '' },
  ...{ at: 10, type: null, suppressed: false, standing: null },
  ...changes,
});
const active = standingNow({ alarms: [{ alarmId: '100.101', entity: 'host=a' }], capped: false });
const none = standingNow({ alarms: [], capped: false });
const some = standingNow({ alarms: [], capped: true });

it.each<[string, Partial<EventRow>, StandingNow | null, Lasting | null]>([
  ['cleared', { standing: { from: 10, fromKnown: true, to: 30 } }, none, { kind: 'stood', ms: 20 }],
  [
    'cleared, raised before what was read',
    { state: 'clear', at: 30, standing: { from: 10, fromKnown: false, to: 30 } },
    none,
    { kind: 'over', ms: 20 },
  ],
  ['stands', { standing: { from: 10, fromKnown: true, to: null } }, active, { kind: 'stands', since: 10 }],
  ['gone without a clear', { standing: { from: 10, fromKnown: true, to: null } }, none, { kind: 'gone' }],
  ['alarms unread', { standing: { from: 10, fromKnown: true, to: null } }, null, { kind: 'unknown' }],
  [
    'missing from a list that may have had no room for it',
    { standing: { from: 10, fromKnown: true, to: null } },
    some,
    { kind: 'unknown' },
  ],
  // Raised, cleared and raised again: what stands now is not this one.
  [
    'cleared, though the like of it stands',
    { standing: { from: 10, fromKnown: true, to: 30 } },
    active,
    { kind: 'stood', ms: 20 },
  ],
  ['a log', { state: 'log' }, active, null],
])('%s', (_name, changes, standing, expected) => expect(lastingOf(row(changes), standing)).toEqual(expected));
