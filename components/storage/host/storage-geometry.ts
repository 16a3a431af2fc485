/** Where boxes and lines are: across in thousandths of the drawing, down in pixels. */
import type { StorageColumn, StorageNode } from '@/lib/domain/storage/layout';

/** From row to row, and of a box. */
export const PITCH = 50;
export const BOX = 42;

/** Left and right edge of each column. */
const COLUMNS: Record<StorageColumn, readonly [number, number]> = {
  0: [0, 230],
  1: [286, 472],
  2: [529, 730],
  3: [787, 1000],
};

export const drawingHeight = (rows: number): number => Math.max(1, rows) * PITCH - (PITCH - BOX);
export const leftOf = (column: StorageColumn): number => COLUMNS[column][0];
export const widthOf = (column: StorageColumn): number => COLUMNS[column][1] - COLUMNS[column][0];

const middle = (row: number): number => row * PITCH + BOX / 2;

/** The path of a line: an S from edge to edge. What leads past a column goes straight through it at its own height. */
export function linkPath(from: StorageNode, to: StorageNode): string {
  const [y, next] = [middle(from.row), middle(to.row)];
  const [start, end] = [COLUMNS[from.column][1], COLUMNS[to.column][0]];
  if (y === next) return `M${start} ${y}H${end}`;
  const before = to.column - 1;
  const bend = before > from.column && (before === 1 || before === 2) ? COLUMNS[before][1] : start;
  const half = (bend + end) / 2;
  return `M${start} ${y}H${bend}C${half} ${y} ${half} ${next} ${end} ${next}`;
}
