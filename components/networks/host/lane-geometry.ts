/** Where boxes and lines are: across in thousandths of the drawing, down in pixels. */
import type { LaneLink, LaneNode } from '@/lib/domain/network/lanes';

/** From row to row, and of a box. */
export const PITCH = 50;
export const BOX = 42;
/** What stands on its neighbour above is moved to the right by so much. */
const INDENT = 16;

/** Left and right edge of each column. */
const COLUMNS = [
  [0, 149],
  [207, 366],
  [423, 582],
  [640, 789],
  [846, 1000],
] as const;

export const drawingHeight = (rows: number): number => Math.max(1, rows) * PITCH - (PITCH - BOX);
export const leftOf = ({ column, indent }: Pick<LaneNode, 'column' | 'indent'>): number =>
  COLUMNS[column][0] + (indent ? INDENT : 0);
export const widthOf = (node: Pick<LaneNode, 'column' | 'indent'>): number =>
  COLUMNS[node.column][1] - leftOf(node);
export const columnLeft = (column: number): number => COLUMNS[column]?.[0] ?? 0;

const middle = (row: number): number => row * PITCH + BOX / 2;

/** From one height to another between two edges, as an S; straight when there is nothing to climb. */
const curve = (from: number, to: number, y: number, next: number): string =>
  y === next ? `H${to}` : `C${(from + to) / 2} ${y} ${(from + to) / 2} ${next} ${to} ${next}`;

/** The path of a line, in thousandths and pixels. */
export function linkPath(link: LaneLink, from: LaneNode, to: LaneNode): string {
  const [y, next] = [middle(from.row), middle(to.row)];
  if (from.column === to.column) {
    const x = leftOf(from) + INDENT / 2;
    return `M${x} ${from.row * PITCH + BOX}V${next}H${leftOf(to)}`;
  }
  const right = leftOf(from) + widthOf(from);
  if (to.column === from.column + 1) return `M${right} ${y}${curve(right, leftOf(to), y, next)}`;
  // Across the columns between at one height, so that it passes beside what is there.
  const via = link.via === null ? next : middle(link.via);
  const [enter, leave] = [COLUMNS[from.column + 1]?.[0] ?? right, COLUMNS[to.column - 1]?.[1] ?? right];
  return `M${right} ${y}${curve(right, enter, y, via)}H${leave}${curve(leave, leftOf(to), via, next)}`;
}
