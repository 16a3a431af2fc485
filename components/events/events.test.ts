import { describe, expect, it } from 'vitest';
import { placeOf } from '@/lib/url/event-params';
import { rowCounter } from './export-file';
import { moved } from './histogram-brush';

describe('the edges of a selection, by key', () => {
  const edges = Array.from({ length: 21 }, (_, n) => n * 10);
  const span = { from: 50, to: 80 };
  it.each<[string, 'from' | 'to', string, { from: number; to: number } | null]>([
    ['a bar to the left', 'from', 'ArrowLeft', { from: 40, to: 80 }],
    ['a bar to the right', 'to', 'ArrowRight', { from: 50, to: 90 }],
    ['six bars', 'to', 'PageUp', { from: 50, to: 140 }],
    ['never past the other edge', 'from', 'PageUp', { from: 70, to: 80 }],
    ['nor the other way', 'to', 'Home', { from: 50, to: 60 }],
    ['to the very start', 'from', 'Home', { from: 0, to: 80 }],
    ['to the very end', 'to', 'End', { from: 50, to: 200 }],
    ['other keys do nothing', 'to', 'x', null],
  ])('%s', (_name, edge, key, expected) => expect(moved(edges, span, edge, key)).toEqual(expected));
});

it('counts rows of a file as they come, line ends within quotes left out', () => {
  const count = rowCounter();
  expect(count('head\r\na,"one\r\n')).toBe(1);
  expect(count('two ""x"" "\r\nb')).toBe(2);
  expect(count(',c\r\n')).toBe(3);
});

describe('what an address means', () => {
  const nothing = { last: null, from: null, to: null, sel: null, at: null, entity: '', text: '' };
  const empty = { ...nothing, what: [], severity: [], host: [], id: [] };
  it.each<[string, Partial<Parameters<typeof placeOf>[0]>, object]>([
    ['nothing: the last day', {}, { range: { last: '24h' } }],
    ['a preset', { last: '7d' }, { range: { last: '7d' } }],
    ['two instants', { from: 1, to: 9 }, { range: { from: 1, to: 9 } }],
    ['two instants the wrong way round', { from: 9, to: 1 }, { range: { last: '24h' } }],
    [
      'an instant: the hour around it',
      { at: 1_800_001 },
      { range: { from: 1, to: 3_600_001 }, at: 1_800_001 },
    ],
    ['an instant within a range', { at: 5, last: '3h' }, { range: { last: '3h' }, at: 5 }],
    ['states in words', { what: ['raised', 'log'] }, { filter: { states: ['set', 'log'] } }],
  ])('%s', (_name, state, expected) => expect(placeOf({ ...empty, ...state })).toMatchObject(expected));
});
