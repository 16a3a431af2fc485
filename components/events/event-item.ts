import { entityHost } from '@/lib/domain/alarm';
import { eventKey } from '@/lib/domain/event';
import { lastingOf, type StandingNow } from '@/lib/domain/event-lasting';
import type { EventRow } from '@/lib/domain/event-log';
import type { LogRecord } from '@/lib/domain/log-record';

/** A row of the list. Plain values only, so that a poll that changes nothing draws nothing. */
export type EventItem = LogRecord & {
  key: string;
  host: string | null;
  lasted: 'stood' | 'over' | 'stands' | 'gone' | 'unknown' | null;
  /** Milliseconds that it stood, or the instant since when it stands. */
  lastedMs: number | null;
};

export function eventItem(row: EventRow, active: StandingNow | null): EventItem {
  const { standing: _, ...event } = row;
  const lasting = lastingOf(row, active);
  return {
    ...event,
    key: eventKey(row),
    host: entityHost(row.entity) ?? null,
    lasted: lasting?.kind ?? null,
    lastedMs: lasting && 'ms' in lasting ? lasting.ms : lasting?.kind === 'stands' ? lasting.since : null,
  };
}
