import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Time } from '@/components/ui/time';
import type { EventRecord } from '@/lib/domain/event';

const STATES: Record<EventRecord['state'], string> = {
  set: 'raised',
  clear: 'cleared',
  log: 'log',
  msg: 'message',
};

/** One event in a list: when, how bad, what. */
export function EventLine({ event }: { event: EventRecord }) {
  return (
    <li className="flex min-h-7 items-start gap-2.5 py-1">
      <Time at={event.at} className="mono w-[4.75rem] shrink-0 text-ink-3" />
      <span className="grid h-[1lh] shrink-0 place-items-center">
        <SeverityGlyph
          severity={event.state === 'clear' || event.severity === null ? 'cleared' : event.severity}
          size={14}
        />
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {event.reason} <span className="text-ink-3">{STATES[event.state]}</span>
      </span>
    </li>
  );
}
