/** A small line of offsets: a gap stays a gap, and the limit is always in sight. */

/** Nanoseconds from the middle to an edge: the limit or the line, whichever is further. */
export const sparkScale = (line: readonly (number | null)[], limit: number): number =>
  line.reduce<number>((far, value) => (value === null ? far : Math.max(far, Math.abs(value))), limit) * 1.1;

/** SVG path; a point between two gaps is a dot (a line of no length with a round cap). */
export function sparkPath(
  line: readonly (number | null)[],
  box: { width: number; height: number },
  scale: number,
): string {
  const step = box.width / Math.max(1, line.length - 1);
  let path = '';
  for (const [index, value] of line.entries()) {
    if (value === null) continue;
    const at = `${round(index * step)} ${round(box.height / 2 - (value / scale) * (box.height / 2))}`;
    const isFirst = (line[index - 1] ?? null) === null;
    path += isFirst ? `M${at}` : `L${at}`;
    if (isFirst && (line[index + 1] ?? null) === null) path += 'h0';
  }
  return path;
}

const round = (value: number): number => Math.round(value * 100) / 100;
