'use client';
/**
 * Stretches of time in rows, oldest left, "now" at the right edge. Drawn as SVG whose widths are attributes; a
 * sentence and a table tell the same to who cannot see it.
 */
import { clsx } from 'clsx';
import { useId } from 'react';
import { useZone } from './clock';
import { SeverityGlyph } from './glyphs/severity-glyph';
import { rowLook, type TimelineRow } from './timeline-row';
import { TimelineTable } from './timeline-table';

type Props = {
  /** What the picture says, in a sentence. */
  summary: string;
  from: number;
  now: number;
  rows: readonly TimelineRow[];
};

const HOUR = 3_600_000;
/** Steps between marks, so that there are about six to nine of them. */
const STEPS = [1, 3, 6, 24, 48, 120].map((hours) => hours * HOUR);

export function Timeline({ summary, from, now, rows }: Props) {
  const zone = useZone();
  const captionId = useId();
  const span = Math.max(1, now - from);
  const at = (time: number) => `${Math.min(100, Math.max(0, (100 * (time - from)) / span))}%`;
  const step = STEPS.find((size) => span / size <= 9) ?? 240 * HOUR;
  const marks = marksBetween(from, now, step, zone);

  return (
    <figure aria-labelledby={captionId} className="m-0">
      <figcaption id={captionId} className="sr-only">
        {summary}
      </figcaption>
      <div aria-hidden className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-3">
        {rows.map((row) => (
          <Row key={row.id} row={row} marks={marks.map(at)} at={at} now={now} />
        ))}
        <span />
        <svg aria-hidden width="100%" height="16" className="overflow-visible">
          {marks.map((mark, index) => (
            <text
              key={mark}
              x={at(mark)}
              y="12"
              textAnchor="middle"
              // A phone has room for every third word; the lines stay.
              className={clsx('fill-ink-3 text-micro tabular-nums', index % 3 !== 1 && 'max-md:hidden')}
            >
              {markLabel(mark, step, zone)}
            </text>
          ))}
        </svg>
      </div>
      <TimelineTable rows={rows} zone={zone} />
    </figure>
  );
}

type RowProps = { row: TimelineRow; marks: string[]; at: (time: number) => string; now: number };

function Row({ row, marks, at, now }: RowProps) {
  const look = rowLook(row);
  const isLog = row.severity === null;
  return (
    <>
      <span className="flex items-center gap-2 truncate text-ink-2 text-small">
        {row.severity && <SeverityGlyph severity={row.severity} size={14} />}
        {look.label}
      </span>
      <svg aria-hidden width="100%" height="24">
        {marks.map((mark) => (
          <line key={mark} x1={mark} x2={mark} y1="0" y2="24" className="stroke-hair" />
        ))}
        {row.spans.map((span) => (
          <g key={span.key} className={look.ink} opacity={span.to === null || isLog ? 1 : 0.45}>
            <title>{span.title}</title>
            {isLog ? (
              <line
                x1={at(span.from)}
                x2={at(span.from)}
                y1="6"
                y2="18"
                strokeWidth="2"
                stroke="currentColor"
              />
            ) : (
              <>
                {/* Two pixels at the least: a fault of a second was a fault. */}
                <line
                  x1={at(span.from)}
                  x2={at(span.from)}
                  y1="9"
                  y2="16"
                  strokeWidth="2"
                  stroke="currentColor"
                />
                <line
                  x1={at(span.from)}
                  x2={at(span.to ?? now)}
                  y1="12.5"
                  y2="12.5"
                  strokeWidth="7"
                  stroke="currentColor"
                />
              </>
            )}
          </g>
        ))}
      </svg>
    </>
  );
}

/** Whole hours or days of the reader's zone within the range. */
function marksBetween(from: number, now: number, step: number, zone: string): number[] {
  const offset = zoneOffset(from, zone);
  const marks: number[] = [];
  for (let mark = Math.ceil((from + offset) / step) * step - offset; mark <= now; mark += step)
    marks.push(mark);
  return marks;
}

/** Milliseconds that a zone is ahead of UTC at an instant. */
function zoneOffset(instant: number, zone: string): number {
  const local = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
  return Math.round((Date.parse(`${local.replace(' ', 'T')}Z`) - instant) / 60_000) * 60_000;
}

function markLabel(mark: number, step: number, zone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: '2-digit', month: 'short' });
  if (step >= 24 * HOUR) return day.format(mark);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(mark);
  return clock === '00:00' ? day.format(mark) : clock;
}
