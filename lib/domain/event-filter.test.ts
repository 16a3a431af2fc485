import { describe, expect, it } from 'vitest';
import type { EventRecord } from './event';
import { type EventFilter, eventTest, NO_FILTER, sift } from './event-filter';

const event = (id: string, changes: Partial<EventRecord> = {}): EventRecord => ({
  id,
  eventLogId: '100.101',
  state: 'set',
  severity: 'major',
  entity: 'host=worker-1',
  reason: 'Platform CPU threshold exceeded',
  at: 0,
  type: null,
  suppressed: false,
  ...changes,
});
const EVENTS = [
  event('a'),
  event('b', { state: 'clear' }),
  event('c', { entity: 'host=worker-10', severity: 'critical' }),
  event('d', {
    state: 'log',
    eventLogId: '100.10',
    severity: null,
    entity: 'system=x',
    reason: '<b>CPU</b>',
  }),
];
const passing = (filter: Partial<EventFilter>) =>
  EVENTS.filter(eventTest({ ...NO_FILTER, ...filter }))
    .map(({ id }) => id)
    .join('');

describe('the filter of events', () => {
  it.each<[string, Partial<EventFilter>, string]>([
    ['nothing', {}, 'abcd'],
    ['one state', { states: ['clear'] }, 'b'],
    ['two states', { states: ['clear', 'log'] }, 'bd'],
    ['severity', { severities: ['critical'] }, 'c'],
    ['a host, whole: worker-1 is not worker-10', { hosts: ['worker-1'] }, 'ab'],
    ['an id, whole: 100.10 is not 100.101', { ids: ['100.10'] }, 'd'],
    ['a part of the entity', { entity: 'worker-1' }, 'abc'],
    ['words in any place and case', { text: 'cpu WORKER-10' }, 'c'],
    ['text with markup in it', { text: '<b>' }, 'd'],
    ['all together', { states: ['set'], hosts: ['worker-1', 'worker-10'], text: 'cpu' }, 'ac'],
  ])('%s', (_name, filter, expected) => expect(passing(filter)).toBe(expected));

  it('counts what each facet would leave under the others', () => {
    const taken: string[] = [];
    const facets = sift(EVENTS, { ...NO_FILTER, states: ['set'], hosts: ['worker-1'] }, ({ id }) =>
      taken.push(id),
    );
    expect(taken).toEqual(['a']);
    expect(facets.states).toEqual({ set: 1, clear: 1 });
    expect(facets.hosts).toEqual({ 'worker-1': 1, 'worker-10': 1 });
    expect(facets.severities).toEqual({ major: 1 });
    expect(facets.ids).toEqual({ '100.101': 1 });
  });
});
