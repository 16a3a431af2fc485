'use client';
/** A clock over time. Worse is taller and more solid, and unknown is hatched: it reads without colour. */
import { useId } from 'react';
import { useZone } from '@/components/ui/clock';
import type { ClockState } from '@/lib/domain/clock/clock-state';
import { STATE_WORDS } from '@/lib/domain/clock/clock-words';
import type { StateBand } from '@/lib/domain/clock/state-band';
import { formatAge, formatTyped } from '@/lib/format/time';

/** Height of a state in pixels, and its ink. */
export const BAND_LOOK: Record<ClockState, { height: number; ink: string }> = {
  locked: { height: 4, ink: 'text-ok-fill' },
  'no-fault': { height: 3, ink: 'text-series-2' },
  ntp: { height: 3, ink: 'text-series-2' },
  'not-configured': { height: 0, ink: 'text-series-2' },
  degraded: { height: 9, ink: 'text-minor-fill' },
  'out-of-tolerance': { height: 9, ink: 'text-minor-fill' },
  holdover: { height: 14, ink: 'text-major-fill' },
  freerun: { height: 20, ink: 'text-crit-fill' },
  unknown: { height: 20, ink: 'text-unk-line' },
};
const HEIGHT = 20;

export function Band({ band, host }: { band: StateBand; host: string }) {
  const hatch = useId();
  const span = Math.max(1, band.to - band.from);
  const at = (time: number) => (100 * (time - band.from)) / span;
  return (
    <svg role="img" aria-label={bandSentence(band, host)} width="100%" height={HEIGHT} className="block">
      <Hatch id={hatch} />
      {band.segments.map(({ from, to, state }) => {
        const { height, ink } = BAND_LOOK[state];
        return (
          <rect
            key={from}
            x={`${at(from)}%`}
            y={HEIGHT - height}
            // Something short was something: a hundredth of the width at the least, unless it is the calm line.
            width={`${Math.max(height > 4 ? 0.7 : 0, at(to) - at(from))}%`}
            height={height}
            className={ink}
            fill={state === 'unknown' ? `url(#${hatch})` : 'currentColor'}
          />
        );
      })}
    </svg>
  );
}

export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.5" height="5" className="fill-unk-line" />
      </pattern>
    </defs>
  );
}

/** What a band says: how long each state lasted, worst first in words. */
export function bandSentence(band: StateBand, host: string): string {
  const sums = new Map<ClockState, number>();
  for (const { state, from, to } of band.segments) sums.set(state, (sums.get(state) ?? 0) + to - from);
  const parts = [...sums].map(([state, ms]) => `${STATE_WORDS[state].toLowerCase()} ${formatAge(ms)}`);
  return `${host} over the last ${formatAge(band.to - band.from)}: ${parts.join(', ')}`;
}

/** Hours under the heads of the bands: about six of them, on whole steps of the reader's zone. */
export function BandAxis({ from, to }: { from: number; to: number }) {
  const zone = useZone();
  const hour = 3_600_000;
  const step = to - from > 48 * hour ? 24 * hour : 3 * hour;
  const first = Math.ceil(from / hour) * hour;
  const marks: number[] = [];
  for (let mark = first; mark < to; mark += hour) {
    const text = formatTyped(mark, zone);
    if (step === 24 * hour ? text.slice(11, 16) === '00:00' : Number(text.slice(11, 13)) % 3 === 0)
      marks.push(mark);
  }
  return (
    <svg aria-hidden width="100%" height="16" className="block">
      {marks.map((mark) => {
        const text = formatTyped(mark, zone);
        const x = (100 * (mark - from)) / (to - from);
        return (
          x < 96 && (
            <text key={mark} x={`${x}%`} y="12" className="fill-ink-3 text-micro tabular-nums">
              {step === 24 * hour ? text.slice(8, 10) : text.slice(11, 13)}
            </text>
          )
        );
      })}
    </svg>
  );
}

const LEGEND: readonly ClockState[] = [
  'locked',
  'no-fault',
  'out-of-tolerance',
  'holdover',
  'freerun',
  'unknown',
];

/** States that the bands of this page can show. A lock is in no log. */
export function BandLegend() {
  const hatch = useId();
  return (
    <ul
      className="flex flex-wrap items-end gap-x-3.5 gap-y-1 text-small text-ink-3"
      aria-label="States in the bands"
    >
      {LEGEND.filter((state) => state !== 'locked').map((state) => {
        const { height, ink } = BAND_LOOK[state];
        return (
          <li key={state} className="flex items-center gap-1.5">
            <svg aria-hidden width="10" height="14" className={ink}>
              {state === 'unknown' && <Hatch id={hatch} />}
              <rect
                y={14 - Math.min(14, height)}
                width="10"
                height={Math.min(14, height)}
                fill={state === 'unknown' ? `url(#${hatch})` : 'currentColor'}
              />
            </svg>
            {state === 'out-of-tolerance' ? 'Out of tolerance, degraded' : STATE_WORDS[state]}
          </li>
        );
      })}
    </ul>
  );
}
