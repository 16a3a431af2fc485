import { describe, expect, it } from 'vitest';
import type { StorageColumn, StorageNode } from '@/lib/domain/storage/layout';
import { BOX, drawingHeight, leftOf, linkPath, PITCH, widthOf } from './storage-geometry';

const node = (column: StorageColumn, row: number): StorageNode => ({
  ...{
    key: `${column} ${row}`,
    kind: 'disk',
    column,
    row,
    thing: '',
    id: null,
    about: null,
    name: '',
    tag: '',
  },
  ...{ words: '', sizeBytes: null, capacity: null, state: null, quiet: false, find: '' },
});

describe('lines of the drawing of storage', () => {
  it('lead straight on between boxes of one height', () => {
    expect(linkPath(node(0, 1), node(1, 1))).toBe('M230 71H286');
  });
  it('bend between neighbours', () => {
    expect(linkPath(node(2, 0), node(3, 1))).toBe('M730 21H730C758.5 21 758.5 71 787 71');
  });
  it('pass a column at their own height, and bend behind it', () => {
    expect(linkPath(node(0, 0), node(2, 1))).toBe('M230 21H472C500.5 21 500.5 71 529 71');
  });
  it('boxes of a column do not touch, nor do columns', () => {
    expect(PITCH).toBeGreaterThan(BOX);
    for (const column of [0, 1, 2] as const) {
      const next = column === 0 ? 1 : column === 1 ? 2 : 3;
      expect(leftOf(column) + widthOf(column)).toBeLessThan(leftOf(next));
    }
    expect(drawingHeight(3)).toBe(142);
  });
});
