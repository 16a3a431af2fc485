/** Offsets of an hour as a line: what was least and greatest in each step, gaps as gaps, zero and the limits in sight. */
import type { ClockLine, ClockSeries } from '@/lib/domain/clock/clock-series';

/** The line that speaks for a host: ptp4l's, of several the one furthest out; one without a process where no other is. */
export function lineOf(series: ClockSeries): ClockLine | null {
  const of = (process: string | null) => series.lines.filter((line) => line.process === process);
  const [own] = [of('ptp4l'), of(null), of('ts2phc')].filter((lines) => lines.length > 0);
  return (own ?? []).toSorted((a, b) => furthest(b) - furthest(a))[0] ?? null;
}

/** The greatest distance from zero; 0 of a line without samples. */
export const furthest = ({ min, max }: Pick<ClockLine, 'min' | 'max'>): number =>
  [...min, ...max].reduce<number>((far, value) => (value === null ? far : Math.max(far, Math.abs(value))), 0);

/** Half the height of the picture in nanoseconds: whatever is further, the data or the least that has to be in sight. */
export const scaleOf = (line: Pick<ClockLine, 'min' | 'max'>, least: number): number =>
  Math.max(furthest(line), least) * 1.1;

/**
 * The line as an SVG path: a run of points forwards by their greatest and back by their least value, so that one sample
 * that matters is not smoothed away. Runs end at gaps; a lone point is as wide as a step.
 * @param scale nanoseconds from the middle to an edge
 */
export function offsetPath(
  { min, max }: Pick<ClockLine, 'min' | 'max'>,
  box: { width: number; height: number },
  scale: number,
): string {
  const points = Math.max(1, Math.max(min.length, max.length) - 1);
  const x = (index: number) => round((index * box.width) / points);
  const y = (ns: number) => round(box.height / 2 - (ns / scale) * (box.height / 2));
  return runsOf(max, min)
    .map((run) => {
      const end =
        run.length === 1
          ? [{ ...(run[0] ?? { index: 0, high: 0, low: 0 }), index: (run[0]?.index ?? 0) + 0.5 }]
          : [];
      const all = [...run, ...end];
      const there = all.map(({ index, high }) => `${x(index)} ${y(high)}`);
      const back = all.toReversed().map(({ index, low }) => `${x(index)} ${y(low)}`);
      return `M${[...there, ...back].join('L')}Z`;
    })
    .join('');
}

type Point = { index: number; high: number; low: number };

/** Stretches without a gap. */
function runsOf(max: readonly (number | null)[], min: readonly (number | null)[]): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const [index, greatest] of max.entries()) {
    const least = min[index] ?? greatest;
    const high = greatest ?? least;
    if (high === null || least === null) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push({ index, high, low: least });
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const round = (value: number): number => Math.round(value * 100) / 100;
