/** The words below the bars. */
import { formatTyped } from '@/lib/format/time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STEPS = [
  ...[5_000, 15_000, 30_000, MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  ...[1, 3, 6, 12, 24, 48, 120].map((hours) => hours * HOUR),
];

/** Beginnings of bars that get a word: whole hours or days where the reader is, about eight of them. */
export function ticksOf(edges: readonly number[], offsetAt: (instant: number) => number): number[] {
  const span = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
  const step = STEPS.find((size) => span / size <= 9) ?? 120 * HOUR;
  return edges.slice(0, -1).filter((edge) => (edge + offsetAt(edge)) % step === 0);
}

/** What a tick says: the hour, the day, or both, as the range needs. */
export function tickWords(at: number, span: number, zone: string): string {
  const text = formatTyped(at, zone);
  const clock = text.slice(11, 16);
  if (span < 10 * 60_000) return text.slice(11);
  if (clock !== '00:00' && span < 3 * 86_400_000) return clock;
  const day = `${text.slice(8, 10)}.${text.slice(5, 7)}.`;
  return span < 3 * 86_400_000 || clock === '00:00' ? day : `${day} ${clock}`;
}
