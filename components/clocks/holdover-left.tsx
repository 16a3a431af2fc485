'use client';
/** Time left of a holdover, second by second. Nothing else on the page is drawn again for it, and no reader speaks of it. */
import { useServerTime } from '@/components/timing/server-time';
import { formatCountdown } from '@/lib/format/time';

export function HoldoverLeft({ until }: { until: number }) {
  const left = until - useServerTime(1_000);
  return (
    <span role="timer" aria-live="off" className="tabular-nums">
      {left > 0 ? formatCountdown(left) : 'Time is up'}
    </span>
  );
}

/** The same as a line that empties. */
export function HoldoverBar({ until, totalMs }: { until: number; totalMs: number }) {
  const left = until - useServerTime(10_000);
  const share = Math.min(1, Math.max(0, left / totalMs));
  return (
    <svg aria-hidden width="100%" height="6" className="min-w-0 flex-1 rounded-1 bg-track">
      <rect width={`${share * 100}%`} height="6" className="fill-major-fill" />
    </svg>
  );
}
