import { describe, expect, it } from 'vitest';
import { addView, readSavedViews, removeView, renameView } from './saved-views';

const MINE = { name: 'Mine', query: 'view=locked' };
const EDGE = { name: 'Edge', query: 'label=edge' };

describe('saved views', () => {
  it.each([
    ['nothing', null, []],
    ['no JSON', '{', []],
    ['no list', '{"name":"a"}', []],
    [
      'what is no view among views',
      JSON.stringify([MINE, 7, null, { name: 'x' }, { name: '', query: '' }]),
      [MINE],
    ],
  ])('reads %s', (_, text, is) => {
    expect(readSavedViews(text)).toEqual(is);
  });

  it('adds one, with a tidy name of at most 40 characters', () => {
    expect(addView([MINE], '  Rack   4 ', 'q=4')).toEqual([MINE, { name: 'Rack 4', query: 'q=4' }]);
    expect(addView([], 'x'.repeat(50), '')[0]?.name).toHaveLength(40);
    expect(addView([MINE], '  ', 'q=4')).toEqual([MINE]);
  });

  it('gives a name that is taken the new query', () => {
    expect(addView([MINE, EDGE], 'Mine', 'q=4')).toEqual([EDGE, { name: 'Mine', query: 'q=4' }]);
  });

  it('renames in place, but never onto another view', () => {
    expect(renameView([MINE, EDGE], 'Mine', 'Night')).toEqual([{ ...MINE, name: 'Night' }, EDGE]);
    expect(renameView([MINE, EDGE], 'Mine', 'Edge')).toEqual([MINE, EDGE]);
    expect(renameView([MINE], 'Mine', ' ')).toEqual([MINE]);
  });

  it('removes one', () => {
    expect(removeView([MINE, EDGE], 'Mine')).toEqual([EDGE]);
  });
});
