'use client';
/** The last hour of a host's offset, where a metrics store has it: the sample furthest from zero of each step, gaps left open. */
import { createContext, useContext } from 'react';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import { DEFAULT_LIMITS } from '@/lib/domain/clock/thresholds';
import { formatOffset } from '@/lib/format/number';
import { sparkPath, sparkScale } from './spark-line';

export type SparkLines = ReadonlyMap<string, readonly (number | null)[]>;

/** Lines by host, for cells that depend on nothing but their row. */
export const Sparks = createContext<SparkLines | undefined>(undefined);

const BOX = { width: 96, height: 22 };

export function Spark({ row }: { row: ClockRow }) {
  const line = useContext(Sparks)?.get(row.host);
  const values = line?.filter((value) => value !== null) ?? [];
  if (!line || values.length === 0) return <span className="text-unk-fg">No reading</span>;
  const { minorNs } =
    row.clock.instances.find(({ service }) => service === 'ptp4l')?.limits ?? DEFAULT_LIMITS;
  const scale = sparkScale(line, minorNs);
  const limit = (BOX.height / 2) * (minorNs / scale);
  const isOver = values.some((value) => Math.abs(value) > minorNs);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return (
    <svg
      role="img"
      aria-label={`Offset over the last hour: from ${formatOffset(least)} to ${formatOffset(most)}`}
      width={BOX.width}
      height={BOX.height}
      className="block"
    >
      <title>{`${formatOffset(least)} to ${formatOffset(most)}. Dotted: the platform’s limit, ±${formatOffset(minorNs).replace('+', '')}`}</title>
      {[limit, -limit].map((at) => (
        <line
          key={at}
          x2={BOX.width}
          y1={BOX.height / 2 + at}
          y2={BOX.height / 2 + at}
          className="stroke-series-2"
          strokeDasharray="1 3"
        />
      ))}
      <path
        d={sparkPath(line, BOX, scale)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinecap="round"
        className={isOver ? 'text-minor-edge' : 'text-ink-2'}
      />
    </svg>
  );
}
