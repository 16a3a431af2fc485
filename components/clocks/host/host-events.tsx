'use client';
/** Raises and clears of alarms about this host's time, and when the host was away, newest first. */
import Link from 'next/link';
import { EVENT_STATES, EventGlyph } from '@/components/fault/event-words';
import { Panel } from '@/components/ui/panel';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { eventKey, eventsOfHost } from '@/lib/domain/event';
import { useView } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { CLOCK_PARAMS } from '../clock-params';

/** The tab of events has all. */
const SHOWN = 20;

export function HostEventsOfTime({ host }: { host: string }) {
  const [{ last }] = useParams(CLOCK_PARAMS);
  const log = useView('timingEvents', { last });
  const events =
    log?.data && eventsOfHost([...log.data.events, ...log.data.outages], host).sort((a, b) => b.at - a.at);
  return (
    <Panel
      title="Timing events"
      meta={events && `${events.length.toLocaleString('en-GB')} in ${last === '7d' ? '7 d' : '24 h'}`}
      actions={
        <Link className="link" href={`/hosts/${encodeURIComponent(host)}/events`}>
          All events
        </Link>
      }
      padded
    >
      {!events ? (
        log?.error ? (
          <p className="text-unk-fg">
            The event log could not be read. <span className="mono">{log.error.message}</span>
          </p>
        ) : (
          <SkeletonBlock className="h-16" />
        )
      ) : events.length === 0 ? (
        <p className="text-ink-3">The log has nothing about time on this host. A lock is in no log.</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {events.slice(0, SHOWN).map((event) => (
            <li key={eventKey(event)} className="flex items-start gap-2">
              <span className="flex-none pt-px">
                <EventGlyph event={event} size={14} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="[overflow-wrap:anywhere]">{event.reason}</span>
                <span className="block text-small text-ink-3">
                  {EVENT_STATES[event.state]} <span className="mono">{event.eventLogId}</span>,{' '}
                  <Time at={event.at} form="stamp" />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {events && events.length > SHOWN && (
        <p className="mt-2 text-small text-ink-3">{events.length - SHOWN} older ones are among all events.</p>
      )}
    </Panel>
  );
}
