'use client';
/** One event in full, beside the list that it is in. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Drawer } from '@/components/ui/drawer';
import { Kv, KvRow } from '@/components/ui/kv';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { alarmPlace } from '@/lib/domain/alarm-place';
import type { EventFacts, EventRecord } from '@/lib/domain/event';
import type { Unknown } from '@/lib/domain/host';
import { sensorPlace } from '@/lib/domain/sensor/sensor-place';
import { formatUtc } from '@/lib/format/time';
import { raiseFirst } from '@/lib/format/words';
import { useView } from '@/lib/queries/view';
import { EntityText } from './entity-text';
import { EVENT_STATES, EventGlyph } from './event-words';

type Props = {
  event: EventRecord;
  /** How long the alarm stood, where the list knows. */
  lasted?: ReactNode;
  /** Ways on from here. */
  actions?: ReactNode;
  onClose: () => void;
};

export function EventDrawer({ event, lasted, actions, onClose }: Props) {
  const place = alarmPlace(event.eventLogId, event.entity) ?? sensorPlace(event.eventLogId, event.entity);
  return (
    <Drawer
      title={
        <>
          <EventGlyph event={event} size={16} />
          <span className="mono">{event.eventLogId}</span>
          <span className="font-normal text-ink-2">{EVENT_STATES[event.state]}</span>
        </>
      }
      onClose={onClose}
    >
      <p className="mb-3 text-prose [overflow-wrap:anywhere]">{event.reason}</p>
      <Kv>
        <KvRow term="Time">
          <Time at={event.at} form="full" />
          <span className="block text-ink-3 text-small">{formatUtc(event.at)}</span>
        </KvRow>
        {lasted && <KvRow term="Stood">{lasted}</KvRow>}
        <KvRow term="Severity">{event.severity === null ? 'None' : raiseFirst(event.severity)}</KvRow>
        <KvRow term="Entity">
          <EntityText entity={event.entity} />
          {place !== null && (
            <Link className="link block w-fit max-md:py-3" href={place.href} prefetch={false}>
              {place.label}
            </Link>
          )}
        </KvRow>
        <Facts event={event} />
        <KvRow term="Suppressed type">{event.suppressed ? 'Yes, hidden from alarm lists' : 'No'}</KvRow>
        <KvRow term="Record">
          <span className="mono [overflow-wrap:anywhere]">{event.id}</span>
        </KvRow>
      </Kv>
      {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
    </Drawer>
  );
}

const TERMS: readonly (readonly [string, (facts: EventFacts) => Unknown<string>])[] = [
  ['Proposed repair', ({ repair }) => repair],
  ['Probable cause', ({ probableCause }) => probableCause],
  ['Type', ({ type }) => type],
  ['Entity type', ({ entityType }) => entityType],
  ['Service affecting', ({ serviceAffecting: yes }) => (yes === null ? null : yes ? 'Yes' : 'No')],
];

function Facts({ event: { id, state, at } }: { event: EventRecord }) {
  const seen = useView('eventFacts', { id, state, at });
  return TERMS.map(([term, of]) => {
    const value = seen?.data && of(seen.data);
    return (
      <KvRow key={term} term={term}>
        {value ??
          (seen === undefined ? (
            <SkeletonBlock className="h-3.5 w-32" />
          ) : (
            <span className="text-unk-fg">
              {seen.error ? `Unknown. ${seen.error.message}` : 'Not stated'}
            </span>
          ))}
      </KvRow>
    );
  });
}
