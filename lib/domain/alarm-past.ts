/** How one alarm (an id on an entity) behaved over a stretch of time: raises, clears, how long, how restless. */
import type { Alarm } from './alarm';
import { type AlarmSpan, alarmSpans, type EventRecord, withStanding } from './event';

export type AlarmPast = {
  /** Oldest first, clipped at the start of the stretch; `to` is null while it stands. */
  spans: AlarmSpan[];
  /** How often it stood in this time, now included. */
  times: number;
  /** Milliseconds, of the ended ones that are seen whole; null when there is none. */
  medianMs: number | null;
  /** Times it came back within QUICKLY_MS of its clear. */
  flaps: number;
};

/** An alarm that is back within this time was never really gone: 15 minutes, as a shift would say. */
export const QUICKLY_MS = 15 * 60_000;

type Standing = Pick<Alarm, 'alarmId' | 'entity' | 'severity' | 'reason' | 'raisedAt'>;

/**
 * @param events of the event log; others than this alarm's are passed over (FM filters by substring)
 * @param standing the alarm itself while it is active
 * @param from start of the stretch, `now` its end, both epoch milliseconds
 */
export function alarmPast(
  events: readonly EventRecord[],
  alarm: { alarmId: string; entity: string },
  standing: Standing | null,
  from: number,
  now: number,
): AlarmPast {
  const own = events.filter(
    ({ eventLogId, entity }) => eventLogId === alarm.alarmId && entity === alarm.entity,
  );
  const spans = withStanding(alarmSpans(own, from), standing ? [standing] : [], from, now).sort(
    (a, b) => a.from - b.from,
  );
  const stretches = joined(spans);
  const whole = stretches.flatMap((span) =>
    span.to !== null && span.from > from ? [span.to - span.from] : [],
  );
  const flaps = stretches.filter((span, index) => {
    const before = stretches[index - 1]?.to;
    return before !== undefined && before !== null && span.from - before <= QUICKLY_MS;
  }).length;
  return { spans, times: stretches.length, medianMs: median(whole), flaps };
}

/** A change of severity ends one span and begins another, but the alarm stood all the time. */
function joined(spans: readonly AlarmSpan[]): { from: number; to: number | null }[] {
  const stretches: { from: number; to: number | null }[] = [];
  for (const { from, to } of spans) {
    const last = stretches.at(-1);
    if (last && last.to === from) last.to = to;
    else stretches.push({ from, to });
  }
  return stretches;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
