'use client';

import {
  formatAge,
  formatClock,
  formatFull,
  formatMoment,
  formatStamp,
  formatUtc,
  parseInstant,
} from '@/lib/format/time';
import { useNow, useZone } from './clock';

export interface TimeProps {
  /** ISO 8601 as the platform writes it (without a zone it means UTC), milliseconds since the epoch, or a Date. */
  at: string | number | Date | null | undefined;
  /** moment: `14:32:08`, `Thu 21:15`, `03 Aug`; clock: always `14:32:08`; stamp: `03 Aug 14:32:08`; age: `3 h 29 m`; full: day, time and zone. */
  form?: 'moment' | 'clock' | 'stamp' | 'age' | 'full';
  className?: string;
}

/** An instant in the reader's zone, with the exact UTC time in its title. What is no time reads "Unknown". */
export function Time({ at, form = 'moment', className }: TimeProps) {
  const zone = useZone();
  const now = useNow(form === 'age' ? 10_000 : 60_000);
  const instant = parseInstant(at);
  if (instant === null) return <span className="text-unk-fg">Unknown</span>;
  const text =
    form === 'age'
      ? formatAge(now - instant)
      : form === 'clock'
        ? formatClock(instant, zone)
        : form === 'stamp'
          ? formatStamp(instant, now, zone)
          : form === 'full'
            ? formatFull(instant, zone)
            : formatMoment(instant, now, zone);
  return (
    <time dateTime={new Date(instant).toISOString()} title={formatUtc(instant)} className={className}>
      {text}
    </time>
  );
}
