/** The last hour of many clocks' offsets, coarse enough for a cell of a table. */
import type { Unknown } from '../host';

/** Points of a line, and seconds from one to the next. */
export const SPARK_POINTS = 30;
export const SPARK_STEP_S = 120;

/** Hosts of one reading. Blocks are the same for everybody who sees the same hosts, so their readings are shared. */
export const SPARK_BLOCK = 40;

export type ClockSparks = {
  /** Epoch milliseconds of the first and of the last point. */
  from: number;
  to: number;
  /**
   * By hostname: nanoseconds, signed, of each step the sample furthest from zero, and never a mean. null where there was
   * no sample. A host without any sample has no entry.
   */
  lines: Readonly<Record<string, readonly Unknown<number>[]>>;
};

/** The blocks that hold the hosts in sight, at most `most`. @param hosts all that there may be readings of */
export function sparkBlocks(
  hosts: readonly string[],
  inSight: ReadonlySet<string>,
  most = 4,
): readonly (readonly string[])[] {
  const sorted = [...hosts].sort();
  const blocks: string[][] = [];
  for (let at = 0; at < sorted.length && blocks.length < most; at += SPARK_BLOCK) {
    const block = sorted.slice(at, at + SPARK_BLOCK);
    if (block.some((host) => inSight.has(host))) blocks.push(block);
  }
  return blocks;
}

/** Of two samples of a step the one that matters. */
export function furthestOf(a: Unknown<number>, b: Unknown<number>): Unknown<number> {
  if (a === null || b === null) return a ?? b;
  return Math.abs(b) > Math.abs(a) ? b : a;
}
