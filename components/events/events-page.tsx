'use client';
/** The event log of the cloud: counts over a range of time, and its rows. Every state of it is in the address. */
import { Pause, Play } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { PageHeader } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { useZone } from '@/components/ui/clock';
import { laterPart } from '@/components/ui/later-part';
import type { EventRange } from '@/lib/domain/event-range';
import { formatClock } from '@/lib/format/time';
import { serverNow } from '@/lib/queries/clock';
import { useEventLog } from '@/lib/queries/event-log';
import { isStale } from '@/lib/queries/seen';
import { useView } from '@/lib/queries/view';
import { useEventUrl } from '@/lib/url/event-url';
import { EventList } from './event-list';
import { EventViews } from './event-views';
import { Histogram } from './histogram';
import { RangeBar } from './range-bar';

const ExportButton = laterPart(async () => (await import('./export-button')).ExportButton);

type Props = {
  /** Server time of the first paint, epoch milliseconds. */
  openedAt: number;
  /** Links to the neighbours of this list. */
  places: ReactNode;
};

export function EventsPage({ openedAt, places }: Props) {
  const url = useEventUrl();
  const zone = useZone();
  const { range, selection, filter } = url;
  // The end of a selection is the beginning of the next bar.
  const listed = useMemo<EventRange>(
    () => (selection ? { from: selection.from, to: selection.to - 1 } : range),
    [selection, range],
  );
  const log = useEventLog(listed, filter, openedAt, url.at);
  const seen = useView('eventCounts', { range, filter, zone });
  // Until the counts of another range, filter or zone have come, the bars stay as they were.
  const [last, setLast] = useState(seen?.data);
  if (seen?.data && seen.data !== last) setLast(seen.data);
  const counts = seen?.data ?? last;
  const [pausedAt, setPausedAt] = useState<number | null>(null);
  const shownAt = pausedAt ?? log.asOf;
  const time = shownAt === undefined ? '' : ` at ${formatClock(shownAt, zone)}`;

  return (
    <>
      <PageHeader
        title="Events"
        plainName
        lead={
          log.deeds?.kind === 'withheld'
            ? 'Alarm changes and logs in one line of time'
            : 'Alarm changes, logs and operator actions in one line of time'
        }
        actions={
          <>
            <ExportButton range={listed} filter={filter} total={selection ? undefined : seen?.data?.total} />
            {pausedAt === null ? (
              <Button
                icon={<Pause size={14} strokeWidth={1.75} aria-hidden />}
                onClick={() => setPausedAt(log.asOf ?? serverNow())}
              >
                <span className="tabular-nums">Pause{time}</span>
              </Button>
            ) : (
              <Button
                icon={<Play size={14} strokeWidth={1.75} aria-hidden />}
                onClick={() => setPausedAt(null)}
              >
                <span className="tabular-nums">Paused{time}. Resume</span>
              </Button>
            )}
          </>
        }
      />
      <EventViews places={places} />
      <RangeBar range={range} setRange={url.setRange} />
      <Histogram
        url={url}
        counts={counts}
        stale={isStale(seen, serverNow())}
        trouble={seen?.error && !seen.data ? 'Counts could not be read' : null}
      />
      <EventList
        url={url}
        log={log}
        counts={counts}
        paused={pausedAt !== null}
        onResume={() => setPausedAt(null)}
      />
    </>
  );
}
