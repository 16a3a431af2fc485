'use client';
/** The bars themselves. This file brings the chart library and is fetched after the first paint. */
import { Bar, BarChart, ResponsiveContainer, XAxis } from 'recharts';
import type { EventCounts } from '@/lib/domain/event-log';
import { formatCounted } from '@/lib/format/number';
import { formatFull, zoneOffset } from '@/lib/format/time';
import { type Slot, totalOf } from './histogram-slots';
import { ticksOf, tickWords } from './histogram-ticks';

/** Room for the words of the axis, below the bars, in pixels. */
export const AXIS_HEIGHT = 18;

export function HistogramBars({
  slots,
  counts,
  zone,
}: {
  slots: readonly Slot[];
  counts: EventCounts;
  zone: string;
}) {
  const { edges } = counts;
  const ticks = ticksOf(edges, (at) => zoneOffset(at, zone));
  const span = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
  return (
    <div
      className="absolute inset-0 group-data-stale:grayscale"
      role="img"
      aria-label={summary(slots, counts, zone)}
    >
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...slots]}
          margin={{ top: 2, right: 0, bottom: 0, left: 0 }}
          barCategoryGap={1}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="from"
            height={AXIS_HEIGHT}
            ticks={ticks}
            interval="preserveStartEnd"
            tickFormatter={(at: number) => tickWords(at, span, zone)}
            tickLine={false}
            axisLine={{ stroke: 'var(--line)' }}
            tick={{ fill: 'var(--ink-3)', fontSize: 11 }}
          />
          <Bar dataKey="logs" stackId="all" fill="var(--series-3)" isAnimationActive={false} />
          <Bar dataKey="operators" stackId="all" fill="var(--series-4)" isAnimationActive={false} />
          <Bar dataKey="changes" stackId="all" fill="var(--series-1)" isAnimationActive={false} />
          <Bar dataKey="critical" stackId="all" fill="var(--crit-fill)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

function summary(slots: readonly Slot[], counts: EventCounts, zone: string): string {
  const most = [...slots].sort((a, b) => totalOf(b) - totalOf(a))[0];
  const all = `${formatCounted(counts.total, 'event')} in this time`;
  return most && totalOf(most) > 0
    ? `${all}, most of them, ${totalOf(most)}, from ${formatFull(most.from, zone)}.`
    : `${all}.`;
}
