import { expect, it } from 'vitest';
import { placeTip, type TipSide } from './place-tip';

const view = { width: 400, height: 300 };
const tip = { width: 80, height: 20 };
const anchor = (left: number, top: number) => ({ left, top, width: 40, height: 30 });

it.each<[string, TipSide, { left: number; top: number }, { left: number; top: number }]>([
  ['above, centred', 'top', { left: 180, top: 100 }, { left: 160, top: 74 }],
  ['below, where above has no room', 'top', { left: 180, top: 4 }, { left: 160, top: 40 }],
  ['at the right', 'right', { left: 100, top: 100 }, { left: 146, top: 105 }],
  ['at the left, where the right has no room', 'right', { left: 350, top: 100 }, { left: 264, top: 105 }],
  ['pushed in from the left edge', 'top', { left: 0, top: 100 }, { left: 8, top: 74 }],
  ['pushed in from the right edge', 'bottom', { left: 360, top: 100 }, { left: 312, top: 136 }],
])('%s', (_, side, { left, top }, place) => {
  expect(placeTip(anchor(left, top), tip, side, view)).toEqual(place);
});

it('stays in a window that has no room on either side', () => {
  const { left, top } = placeTip(anchor(180, 4), { width: 600, height: 400 }, 'top', view);
  expect({ left, top }).toEqual({ left: 8, top: 8 });
});
