'use client';
import { useZone } from '@/components/ui/clock';
import { formatClock, formatMoment } from '@/lib/format/time';
import { useWallNow } from './wall-clock';

const DAY_MS = 24 * 3_600_000;

/** An instant as a board writes it. `minutes`: `14:32` within a day of now, before midnight and after it. */
export function Moment({ at, minutes = false }: { at: number; minutes?: boolean }) {
  const zone = useZone();
  const now = useWallNow(60_000);
  const near = minutes && Math.abs(at - now) < DAY_MS;
  const text = near ? formatClock(at, zone).slice(0, 5) : formatMoment(at, now, zone);
  return <time dateTime={new Date(at).toISOString()}>{text}</time>;
}
