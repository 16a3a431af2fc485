import { Time } from '@/components/ui/time';
import type { LogRecord } from '@/lib/domain/log-record';
import { EVENT_STATES, EventGlyph } from './event-words';

/** An event on a phone. */
export function EventCard({ event }: { event: LogRecord }) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2 text-ink-2 text-small">
        <EventGlyph event={event} size={16} />
        {EVENT_STATES[event.state]} <span className="mono">{event.eventLogId}</span>
        <Time at={event.at} form="stamp" className="mono ml-auto text-ink-3" />
      </div>
      <p className="line-clamp-3 [overflow-wrap:anywhere]">{event.reason}</p>
    </div>
  );
}
