'use client';

import { useMemo, useState } from 'react';
import { EventCard } from '@/components/fault/event-card';
import { DataTable } from '@/components/table/data-table';
import { oddRows } from '@/components/table/odd-rows';
import { Button } from '@/components/ui/button';
import { laterPart } from '@/components/ui/later-part';
import type { EventRecord } from '@/lib/domain/event';
import { standingNow } from '@/lib/domain/event-lasting';
import type { EventCounts } from '@/lib/domain/event-log';
import { formatCount } from '@/lib/format/number';
import type { EventLog } from '@/lib/queries/event-log';
import { useView } from '@/lib/queries/view';
import type { EventUrl } from '@/lib/url/event-url';
import { useOpenRow } from '@/lib/url/open-row';
import { EVENT_COLUMNS } from './event-columns';
import { EventFilters } from './event-filters';
import { type EventItem, eventItem } from './event-item';
import { EventLasted } from './event-lasted';

const EventDrawer = laterPart(async () => (await import('@/components/fault/event-drawer')).EventDrawer);
const ReadFailed = laterPart(async () => (await import('@/components/shell/states/read-failed')).ReadFailed);
const DeedDrawer = laterPart(async () => (await import('./deed-drawer')).DeedDrawer);
const DeedsNote = laterPart(async () => (await import('./deeds-note')).DeedsNote);
const NoEvents = laterPart(async () => (await import('./no-events')).NoEvents);
const EventWays = laterPart(async () => (await import('./event-ways')).EventWays);

const keyOf = ({ key }: EventItem) => key;

type Props = {
  url: EventUrl;
  log: EventLog;
  counts: EventCounts | undefined;
  /** Newer ones wait until somebody resumes. */
  paused: boolean;
  onResume: () => void;
};

/** The rows. Whoever reads is not disturbed: while hand or keyboard is in the rows, or they are scrolled, what is new waits above. */
export function EventList({ url, log, counts, paused, onResume }: Props) {
  const active = useView('alarms', {})?.data;
  const standing = useMemo(() => standingNow(active ?? null), [active]);
  const all = useMemo(() => log.rows?.map((row) => eventItem(row, standing)), [log.rows, standing]);
  const [busy, setBusy] = useState({ held: false, scrolled: false });
  const [heldAt, setHeldAt] = useState<number | null>(null);
  const resting = paused || busy.held || busy.scrolled;
  const newest = all?.[0]?.at ?? 0;
  // The first moment of rest fixes what is shown; the end of it lets everything in.
  if (resting && heldAt === null && all) setHeldAt(newest);
  if (!resting && heldAt !== null) setHeldAt(null);
  const rows = useMemo(() => (heldAt === null ? all : all?.filter(({ at }) => at <= heldAt)), [all, heldAt]);
  const waiting = (all?.length ?? 0) - (rows?.length ?? 0);

  const [openKey, setOpen] = useOpenRow();
  const open = openKey === null ? undefined : all?.find(({ key }) => key === openKey);
  const mark = useMemo(() => nearest(all, url.at, log.more), [all, url.at, log.more]);
  const showNewest = () => {
    onResume();
    setBusy({ held: false, scrolled: false });
    document.querySelector(`section[aria-label="List of events"]`)?.scrollTo({ top: 0 });
  };

  return (
    <>
      {log.deeds?.kind === 'failed' && <DeedsNote why={log.deeds.why} />}
      <DataTable
        id="event-log"
        noun={{ one: 'event', many: 'events' }}
        columns={EVENT_COLUMNS}
        rows={rows}
        rowKey={keyOf}
        rowLabel={({ eventLogId, reason }) => `${eventLogId} ${reason}`}
        {...oddRows(log.unreadable)}
        tools={<EventFilters url={url} counts={counts} deeds={counts?.deeds ?? log.deeds} />}
        searchPlaceholder={null}
        csv={false}
        detail
        mark={mark}
        card={(item) => <EventCard event={item} />}
        onHeld={(held) => setBusy((was) => ({ ...was, held }))}
        onScroll={({ top, end }) => {
          setBusy((was) => (was.scrolled === !top ? was : { ...was, scrolled: !top }));
          if (end) log.loadOlder();
        }}
        stale={log.stale}
        failed={log.error ? <ReadFailed what="Events" error={log.error} /> : undefined}
        foot={
          <>
            {waiting > 0 && (
              <Button className="h-7" onClick={showNewest}>
                {formatCount(waiting)} newer
              </Button>
            )}
            {log.more && (
              <Button className="h-7 max-md:h-11" variant="ghost" busy={log.loading} onClick={log.loadOlder}>
                Older
              </Button>
            )}
            {log.truncated && <span className="text-unk-fg">Cut at its old end: there are too many</span>}
          </>
        }
        empty={<NoEvents url={url} counts={counts} deeds={log.deeds} />}
      />
      {open?.deed && <DeedDrawer item={open} deed={open.deed} onClose={() => setOpen(null)} />}
      {open && isEvent(open) && (
        <EventDrawer
          event={open}
          lasted={open.lasted ? <EventLasted item={open} /> : undefined}
          actions={<EventWays event={open} url={url} />}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** The row nearest to an instant, once everything around it has come. */
function nearest(rows: readonly EventItem[] | undefined, at: number | null, more: boolean): string | null {
  if (!rows || at === null || (more && (rows.at(-1)?.at ?? 0) > at)) return null;
  let best: EventItem | undefined;
  for (const row of rows) {
    if (!best || Math.abs(row.at - at) < Math.abs(best.at - at)) best = row;
  }
  return best?.key ?? null;
}

const isEvent = (item: EventItem): item is EventItem & EventRecord => item.state !== 'operator';
