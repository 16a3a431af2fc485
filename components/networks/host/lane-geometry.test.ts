import { expect, it } from 'vitest';
import type { LaneNode } from '@/lib/domain/network/lanes';
import { drawingHeight, leftOf, linkPath, widthOf } from './lane-geometry';

const node = (column: LaneNode['column'], row: number, indent = false): LaneNode => ({
  ...{ key: `${column} ${row}`, kind: 'port', column, row, indent, id: null, name: '', thing: '' },
  ...{ tag: '', about: '', quiet: false, find: '' },
});
const link = (via: number | null = null) => ({ from: '', to: '', via, quiet: false });

it.each<[string, string, string]>([
  ['level, to the next column', linkPath(link(), node(0, 0), node(1, 0)), 'M149 21H207'],
  ['down to the next column', linkPath(link(), node(1, 1), node(2, 1.5)), 'M366 71C394.5 71 394.5 96 423 96'],
  [
    'past the column between, in the row kept free for it',
    linkPath(link(0), node(2, 1), node(4, 0)),
    'M582 71C611 71 611 21 640 21H789H846',
  ],
  [
    'past two columns without such a row, at the height of its end',
    linkPath(link(), node(1, 1), node(3, 2)),
    'M366 71C394.5 71 394.5 121 423 121H582H640',
  ],
  [
    'to what stands on it in the same column',
    linkPath(link(), node(3, 0), node(3, 1, true)),
    'M648 42V71H656',
  ],
])('%s', (_, path, expected) => {
  expect(path).toBe(expected);
});

it('what is moved to the right ends where its column does', () => {
  expect(leftOf({ column: 3, indent: true }) + widthOf({ column: 3, indent: true })).toBe(789);
});

it('is as high as its rows, and never nothing', () => {
  expect([0, 1, 7].map(drawingHeight)).toEqual([42, 42, 342]);
});
