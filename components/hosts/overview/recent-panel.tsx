'use client';
import Link from 'next/link';
import { eventsOfHost } from '@/lib/domain/event';
import { useView } from '@/lib/queries/view';
import { EventLine } from '../event-line';
import { PartPanel } from './part-panel';

/** The last few events of this host. */
export function RecentPanel({ hostname, href }: { hostname: string; href: string }) {
  const seen = useView('events', { hours: 24, entity: `host=${hostname}` });
  return (
    <PartPanel
      title="Recent"
      seen={seen}
      actions={
        <Link className="link" href={href}>
          Events
        </Link>
      }
    >
      {({ events }) => {
        const own = eventsOfHost(events, hostname).slice(0, 5);
        if (own.length === 0) return <p className="text-ink-3">Nothing in the last 24 hours.</p>;
        return (
          <ul>
            {own.map((event) => (
              <EventLine key={event.id} event={event} />
            ))}
          </ul>
        );
      }}
    </PartPanel>
  );
}
