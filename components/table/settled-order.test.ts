import { describe, expect, it } from 'vitest';
import { settle } from './settled-order';

const list = (text: string) => text.split('').filter(Boolean);

describe('the order on screen', () => {
  it.each([
    {
      name: 'takes the wanted order when nobody is in the table',
      shown: 'abc',
      wanted: 'cab',
      held: false,
      is: 'cab',
    },
    { name: 'stays while somebody is', shown: 'abc', wanted: 'cab', held: true, is: 'abc' },
    { name: 'lets gone rows go', shown: 'abc', wanted: 'ca', held: true, is: 'ac' },
    {
      name: 'puts new rows at the end, in their own order',
      shown: 'abc',
      wanted: 'xcyba',
      held: true,
      is: 'abcxy',
    },
    { name: 'does both at once', shown: 'abc', wanted: 'xca', held: true, is: 'acx' },
    { name: 'starts from nothing', shown: '', wanted: 'cab', held: true, is: 'cab' },
    { name: 'empties', shown: 'abc', wanted: '', held: true, is: '' },
  ])('$name', ({ shown, wanted, held, is }) => {
    expect(settle(list(shown), list(wanted), held)).toEqual(list(is));
  });

  it('is the same array when nothing changed, so that nothing is drawn again', () => {
    const shown = list('abc');
    expect(settle(shown, list('abc'), false)).toBe(shown);
    expect(settle(shown, list('cba'), true)).toBe(shown);
  });
});
