'use client';

import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { NO_FILTER } from '@/lib/domain/event-filter';
import type { EventUrl } from '@/lib/url/event-url';
import type { EventItem } from './event-item';

/** Where one goes from an event: all of its type, all of its entity, a link to this instant. */
export function EventWays({ event, url }: { event: EventItem; url: EventUrl }) {
  const link = () => `${window.location.origin}/events?at=${new Date(event.at).toISOString()}`;
  return (
    <>
      <Button onClick={() => url.setFilter({ ...NO_FILTER, ids: [event.eventLogId] })}>Only this type</Button>
      <Button onClick={() => url.setFilter({ ...NO_FILTER, entity: event.entity.slice(0, 255) })}>
        Only this entity
      </Button>
      <CopyButton text={link()} label="Copy a link to this instant" />
    </>
  );
}
