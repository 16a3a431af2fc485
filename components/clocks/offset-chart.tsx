'use client';
/** The last hour of a clock's offset, with zero, the platform's limit and the chosen line. Nothing is averaged or joined. */
import { useZone } from '@/components/ui/clock';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { ClockRow } from '@/lib/domain/clock/clock-row';
import type { ClockSeries } from '@/lib/domain/clock/clock-series';
import { DEFAULT_LIMITS } from '@/lib/domain/clock/thresholds';
import { formatOffset } from '@/lib/format/number';
import { formatClock } from '@/lib/format/time';
import { useView } from '@/lib/queries/view';
import { lineOf, offsetPath, scaleOf } from './offset-line';
import { useReferenceLine } from './reference-line';

const BOX = { width: 400, height: 96 };
const plain = (ns: number) => formatOffset(ns).replace('+', '');

export function OffsetChart({ row }: { row: ClockRow }) {
  const seen = useView('clockSeries', { hostId: row.clock.hostId, quantity: 'offset', window: '1h' });
  if (!seen) return <SkeletonBlock className="h-24" />;
  if (seen.data === undefined) {
    return (
      <p className="text-unk-fg">
        No reading. <span className="mono text-small">{seen.error?.message}</span>
      </p>
    );
  }
  if (seen.data === null) return <p className="text-unk-fg">No reading: no metrics source is configured.</p>;
  return <Chart row={row} series={seen.data} />;
}

function Chart({ row, series }: { row: ClockRow; series: ClockSeries }) {
  const zone = useZone();
  const reference = useReferenceLine();
  const line = lineOf(series);
  if (!line) return <p className="text-unk-fg">No reading: the metrics source has no sample of this host.</p>;
  const { minorNs } =
    row.clock.instances.find(({ service }) => service === 'ptp4l')?.limits ?? DEFAULT_LIMITS;
  const limits = [
    { name: 'platform minor', ns: minorNs, ink: 'text-minor-edge' },
    { name: reference.name, ns: reference.ns, ink: 'text-ink-3' },
  ];
  // The nearer of the two stays in sight, so that the distance to it can be seen.
  const scale = scaleOf(line, Math.min(minorNs, reference.ns));
  const y = (ns: number) => BOX.height / 2 - (ns / scale) * (BOX.height / 2);
  const shown = limits.filter(({ ns }) => ns <= scale);
  const values = [...line.min, ...line.max].filter((value) => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const sentence = `Offset of ${row.host} over the last hour: from ${formatOffset(least)} to ${formatOffset(most)}`;
  return (
    <figure className="m-0">
      <svg
        role="img"
        aria-label={sentence}
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        width="100%"
        height={BOX.height}
        preserveAspectRatio="none"
      >
        <line
          x1="0"
          x2={BOX.width}
          y1={y(0)}
          y2={y(0)}
          className="stroke-line"
          vectorEffect="non-scaling-stroke"
        />
        {shown.flatMap(({ name, ns, ink }) =>
          [ns, -ns].map((at) => (
            <line
              key={`${name} ${at}`}
              x1="0"
              x2={BOX.width}
              y1={y(at)}
              y2={y(at)}
              stroke="currentColor"
              strokeDasharray="3 3"
              className={ink}
              vectorEffect="non-scaling-stroke"
            />
          )),
        )}
        <path
          d={offsetPath(line, BOX, scale)}
          className="text-ink-2"
          fill="currentColor"
          stroke="currentColor"
          strokeWidth="1.25"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="mt-1 flex justify-between gap-2 text-micro text-ink-3">
        <span>{formatClock(series.from, zone).slice(0, 5)}</span>
        <span>
          ±{plain(scale / 1.1)} at the edges; dashed:{' '}
          {limits.map(({ name, ns }) => `${name} ${plain(ns)}`).join(', ')}
        </span>
        <span>{formatClock(series.to, zone).slice(0, 5)}</span>
      </figcaption>
      <details className="mt-1 text-small">
        <summary className="w-fit cursor-pointer text-ink-3 hover:text-ink">Show as table</summary>
        <table className="mt-1 w-full tabular-nums">
          <thead className="text-left text-ink-3">
            <tr>
              <th className="font-medium">Until</th>
              <th className="text-right font-medium">Least, ns</th>
              <th className="text-right font-medium">Greatest, ns</th>
            </tr>
          </thead>
          <tbody>
            {line.max.map((value, index) => {
              const at = series.from + index * series.stepMs;
              return (
                <tr key={at}>
                  <td>{formatClock(at, zone)}</td>
                  <td className="text-right">{line.min[index] ?? 'None'}</td>
                  <td className="text-right">{value ?? 'None'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
