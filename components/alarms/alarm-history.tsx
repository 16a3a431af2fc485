'use client';
/** This alarm on this entity over thirty days: when it stood, how long, how restless. */
import { useNow, useZone } from '@/components/ui/clock';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { Alarm } from '@/lib/domain/alarm';
import { type AlarmPast, alarmPast } from '@/lib/domain/alarm-past';
import { formatCounted } from '@/lib/format/number';
import { formatAge, formatMoment } from '@/lib/format/time';
import { useView } from '@/lib/queries/view';
import { Part } from './drawer-part';

const DAYS = 30;
const HOURS = DAYS * 24;
const INKS = {
  critical: 'text-crit-fill',
  major: 'text-major-fill',
  minor: 'text-minor-fill',
  warning: 'text-warn-fill',
};

type Props = { alarm: Alarm | null; alarmId: string; entity: string };

export function AlarmHistory({ alarm, alarmId, entity }: Props) {
  const seen = useView('events', { hours: HOURS, entity, eventId: alarmId });
  const now = useNow(60_000);
  const from = now - HOURS * 3_600_000;
  const past = seen?.data && alarmPast(seen.data.events, { alarmId, entity }, alarm, from, now);
  return (
    <Part
      title={`This alarm here, ${DAYS} days`}
      meta={past && <span className="text-ink-2">{summary(past)}</span>}
    >
      {past ? (
        <>
          <Bars past={past} from={from} now={now} />
          {seen.data?.truncated && (
            <p className="mt-1 text-small text-unk-fg">Older events were not read: there are too many.</p>
          )}
          {seen.error && <p className="mt-1 text-small text-unk-fg">As last read: {seen.error.message}</p>}
        </>
      ) : seen?.error ? (
        <p className="text-unk-fg">
          The event log could not be read. <span className="mono text-small">{seen.error.message}</span>
        </p>
      ) : (
        <SkeletonBlock className="h-11" />
      )}
    </Part>
  );
}

/** "5 times, median 22 m, 2 flaps". */
function summary({ times, medianMs, flaps }: AlarmPast): string {
  return [
    formatCounted(times, 'time'),
    ...(medianMs === null ? [] : [`median ${formatAge(medianMs)}`]),
    ...(flaps > 0 ? [`came back within 15 m ${formatCounted(flaps, 'time')}`] : []),
  ].join(', ');
}

function Bars({ past, from, now }: { past: AlarmPast; from: number; now: number }) {
  const zone = useZone();
  const at = (time: number) => `${Math.min(100, Math.max(0, (100 * (time - from)) / (now - from)))}%`;
  return (
    <figure className="m-0" aria-label={`Over ${DAYS} days: ${summary(past)}`}>
      <svg aria-hidden width="100%" height="22" className="border-b border-line">
        {past.spans.map((span) => (
          <g
            key={`${span.severity} ${span.from}`}
            className={INKS[span.severity]}
            opacity={span.to === null ? 1 : 0.45}
          >
            {/* Three pixels at the least: a fault of a second was a fault. */}
            <line
              x1={at(span.from)}
              x2={at(span.from)}
              y1={span.to === null ? 2 : 6}
              y2="22"
              strokeWidth="3"
              stroke="currentColor"
            />
            <line
              x1={at(span.from)}
              x2={at(span.to ?? now)}
              y1={span.to === null ? 12 : 14}
              y2={span.to === null ? 12 : 14}
              strokeWidth={span.to === null ? 20 : 16}
              stroke="currentColor"
            />
          </g>
        ))}
      </svg>
      <figcaption className="mt-1 flex justify-between text-micro text-ink-3">
        <span>{formatMoment(from, now, zone)}</span>
        <span>now</span>
      </figcaption>
      <details className="mt-1 text-small">
        <summary className="w-fit cursor-pointer text-ink-3 hover:text-ink">Show as table</summary>
        <table className="mt-1 w-full">
          <thead className="text-left text-ink-3">
            <tr>
              <th className="font-medium">Raised</th>
              <th className="font-medium">Severity</th>
              <th className="text-right font-medium">Stood</th>
            </tr>
          </thead>
          <tbody>
            {[...past.spans].reverse().map((span) => (
              <tr key={`${span.severity} ${span.from}`}>
                <td className="tabular-nums">
                  {span.from <= from
                    ? `before ${formatMoment(from, now, zone)}`
                    : formatMoment(span.from, now, zone)}
                </td>
                <td>{span.severity}</td>
                <td className="text-right tabular-nums">
                  {span.to === null ? 'still stands' : formatAge(span.to - span.from)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
