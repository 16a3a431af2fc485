import { describe, expect, it } from 'vitest';
import { keepUnchanged } from './stable-rows';

type Row = { id: string; state: string; labels?: readonly string[] };
const keyOf = (row: Row) => row.id;

describe('rows of a new reading', () => {
  it('are the old objects wherever nothing changed', () => {
    const labels = ['edge'];
    const before: Row[] = [
      { id: 'a', state: 'enabled', labels },
      { id: 'b', state: 'enabled' },
    ];
    const now: Row[] = [
      { id: 'a', state: 'enabled', labels },
      { id: 'b', state: 'disabled' },
    ];
    const kept = keepUnchanged(before, now, keyOf);
    expect(kept[0]).toBe(before[0]);
    expect(kept[1]).toBe(now[1]);
  });

  it('are the old array when nothing changed at all', () => {
    const before: Row[] = [{ id: 'a', state: 'enabled' }];
    expect(keepUnchanged(before, [{ id: 'a', state: 'enabled' }], keyOf)).toBe(before);
  });

  it.each([
    {
      name: 'another order',
      now: [
        { id: 'b', state: 'x' },
        { id: 'a', state: 'x' },
      ],
    },
    { name: 'a row less', now: [{ id: 'a', state: 'x' }] },
    {
      name: 'a field more',
      now: [
        { id: 'a', state: 'x', labels: [] },
        { id: 'b', state: 'x' },
      ],
    },
  ])('are a new array for $name', ({ now }) => {
    const before: Row[] = [
      { id: 'a', state: 'x' },
      { id: 'b', state: 'x' },
    ];
    const kept = keepUnchanged(before, now, keyOf);
    expect(kept).not.toBe(before);
    expect(kept).toEqual(now);
  });
});
