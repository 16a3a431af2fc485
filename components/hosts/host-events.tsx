'use client';
/** Events tab of a host: everything fault management logged about it, newest first. */
import { History } from 'lucide-react';
import { useMemo, useState } from 'react';
import { EventCard } from '@/components/fault/event-card';
import { EVENT_STATES, EventGlyph } from '@/components/fault/event-words';
import type { Column } from '@/components/table/column';
import { DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { laterPart } from '@/components/ui/later-part';
import { Segmented } from '@/components/ui/segmented';
import { Time } from '@/components/ui/time';
import { SEVERITIES } from '@/lib/domain/alarm';
import { type EventRecord, eventKey, eventsOfHost } from '@/lib/domain/event';
import { raiseFirst } from '@/lib/format/words';
import { serverNow } from '@/lib/queries/clock';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useOpenRow } from '@/lib/url/open-row';
import { useHost } from './use-host';

const COLUMNS: readonly Column<EventRecord>[] = [
  {
    id: 'at',
    label: 'Time',
    value: ({ at }) => new Date(at).toISOString(),
    sortKey: ({ at }) => at,
    render: ({ at }) => <Time at={at} form="stamp" className="mono text-ink-2" />,
    width: { min: 132 },
    canHide: false,
  },
  {
    id: 'state',
    label: 'State',
    value: ({ state }) => EVENT_STATES[state],
    facet: { order: Object.values(EVENT_STATES) },
    className: 'text-ink-2',
    width: { min: 84 },
  },
  {
    id: 'severity',
    label: 'Severity',
    value: ({ severity }) => severity,
    sortKey: ({ severity }) => (severity === null ? null : SEVERITIES.indexOf(severity)),
    render: (event) =>
      event.severity && (
        <span className="flex items-center gap-1.5">
          <EventGlyph event={event} size={14} />
          {raiseFirst(event.severity)}
        </span>
      ),
    facet: { order: SEVERITIES, text: raiseFirst },
    width: { min: 104 },
  },
  {
    id: 'id',
    label: 'Id',
    value: ({ eventLogId }) => eventLogId,
    facet: { label: 'Id' },
    className: 'mono text-ink-2',
    width: { min: 84 },
    hideBelow: 'lg',
  },
  { id: 'reason', label: 'Reason', value: ({ reason }) => reason, width: { min: 280, grow: true } },
  {
    id: 'entity',
    label: 'Entity',
    value: ({ entity }) => entity,
    className: 'mono text-ink-3',
    width: { min: 220, grow: true },
    hideBelow: 'xl',
  },
];

const HostsFailed = laterPart(async () => (await import('./hosts-failed')).HostsFailed);
const EventDrawer = laterPart(async () => (await import('@/components/fault/event-drawer')).EventDrawer);

const keyOf = (event: EventRecord) => eventKey(event);

const RANGES = [
  { value: '24', label: '24 h' },
  { value: '168', label: '7 d' },
  { value: '720', label: '30 d' },
];

export function HostEvents({ hostRef }: { hostRef: string }) {
  const seen = useHost(hostRef);
  if (seen.state !== 'here') return null;
  const { hostname } = seen.host;
  if (hostname === null) {
    return (
      <EmptyState icon={<History aria-hidden />} title="No events yet">
        Fault management names hosts by their hostname, and this one has none yet.
      </EmptyState>
    );
  }
  return <EventTable hostname={hostname} />;
}

function EventTable({ hostname }: { hostname: string }) {
  const [range, setRange] = useState('168');
  const seen = useView('events', { hours: Number(range), entity: `host=${hostname}` });
  const rows = useMemo(
    () => (seen?.data ? eventsOfHost(seen.data.events, hostname) : undefined),
    [seen?.data, hostname],
  );
  const [openKey, setOpen] = useOpenRow();
  const open = openKey === null ? undefined : rows?.find((event) => eventKey(event) === openKey);
  return (
    <>
      <DataTable
        id={`events-${hostname}`}
        noun={{ one: 'event', many: 'events' }}
        columns={COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={({ eventLogId, reason }) => `${eventLogId} ${reason}`}
        defaultSort={{ id: 'at', desc: true }}
        detail
        card={(event) => <EventCard event={event} />}
        searchPlaceholder="Id, reason, entity"
        actions={<Segmented label="Range" value={range} onValueChange={setRange} options={RANGES} />}
        stale={isStale(seen, serverNow())}
        failed={seen?.error ? <HostsFailed error={seen.error} what="Events" /> : undefined}
        foot={seen?.data?.truncated ? 'Only the newest events of this time were read' : undefined}
        empty={
          <EmptyState icon={<History aria-hidden />} title="No events in this time">
            Fault management logged nothing about {hostname}.
          </EmptyState>
        }
      />
      {open && <EventDrawer event={open} onClose={() => setOpen(null)} />}
    </>
  );
}
