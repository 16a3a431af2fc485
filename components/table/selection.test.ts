import { describe, expect, it } from 'vitest';
import { headState, NOTHING, type Selection, toggleAll, toggleRange, toggleRow } from './selection';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const of = (keys: string, anchor: string | null = null): Selection => ({ keys: new Set(keys), anchor });
const keys = (selection: Selection) => [...selection.keys].sort().join('');

describe('selecting rows', () => {
  it('turns a row on and off and remembers where the range starts', () => {
    const on = toggleRow(NOTHING, 'b');
    expect(keys(on)).toBe('b');
    expect(on.anchor).toBe('b');
    expect(keys(toggleRow(on, 'b'))).toBe('');
  });

  it.each([
    { name: 'downwards', start: of('b', 'b'), to: 'd', is: 'bcd' },
    { name: 'upwards', start: of('d', 'd'), to: 'b', is: 'bcd' },
    { name: 'takes off what the anchor took off', start: of('acde', 'b'), to: 'd', is: 'ae' },
    { name: 'keeps rows outside the range', start: of('ae', 'a'), to: 'b', is: 'abe' },
    { name: 'is a plain toggle without an anchor', start: of('a'), to: 'c', is: 'ac' },
    { name: 'is a plain toggle when the anchor is not on screen', start: of('z', 'z'), to: 'c', is: 'cz' },
  ])('range $name', ({ start, to, is }) => {
    expect(keys(toggleRange(start, ORDER, to))).toBe(is);
  });

  it('takes the range in the order on screen, not in the order of the data', () => {
    expect(keys(toggleRange(of('e', 'e'), ['e', 'a', 'd', 'b', 'c'], 'd'))).toBe('ade');
  });
});

describe('the box in the head', () => {
  it.each([
    { selected: '', is: 'none' },
    { selected: 'z', is: 'none' },
    { selected: 'bz', is: 'some' },
    { selected: 'abcde', is: 'all' },
  ])('shows $is for "$selected"', ({ selected, is }) => {
    expect(headState(of(selected), ORDER)).toBe(is);
  });

  it('selects what is shown, then takes off what is shown, and leaves hidden rows alone', () => {
    const all = toggleAll(of('bz'), ORDER);
    expect(keys(all)).toBe('abcdez');
    expect(keys(toggleAll(all, ORDER))).toBe('z');
  });
});
