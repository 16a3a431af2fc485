'use client';
import { useState } from 'react';
import { useNow } from '@/components/ui/clock';
import { Segmented } from '@/components/ui/segmented';
import { Timeline } from '@/components/ui/timeline';
import type { Alarm } from '@/lib/domain/alarm';
import { alarmCount, historyRows } from '@/lib/domain/alarm-history';
import { eventsOfHost } from '@/lib/domain/event';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';
import { PartPanel } from './part-panel';

const RANGES = [
  { value: '24', label: '24 h' },
  { value: '168', label: '7 d' },
  { value: '720', label: '30 d' },
];

/** When alarms stood on this host, from the event log. */
export function HistoryPanel({ hostname, alarms }: { hostname: string; alarms: readonly Alarm[] | null }) {
  const [range, setRange] = useState('24');
  const hours = Number(range);
  const seen = useView('events', { hours, entity: `host=${hostname}` });
  const read = useView('alarms', {});
  const standing =
    alarms && read?.asOf !== undefined ? { alarms, at: read.asOf, capped: read.data?.capped ?? false } : null;
  const now = useNow(60_000);
  const from = now - hours * 3_600_000;
  const title = `Last ${RANGES.find(({ value }) => value === range)?.label ?? ''} here`;
  return (
    <PartPanel
      title={title}
      seen={seen}
      meta="Alarms raised to cleared, from the event log"
      actions={<Segmented label="Range" value={range} onValueChange={setRange} options={RANGES} />}
    >
      {({ events, truncated }) => {
        const own = eventsOfHost(events, hostname);
        const rows = historyRows(own, from, standing);
        return (
          <>
            <Timeline
              summary={`${formatCounted(alarmCount(rows), 'alarm')} on ${hostname} in this time.`}
              from={from}
              now={now}
              rows={rows}
            />
            {truncated && (
              <p className="mt-2 text-small text-unk-fg">
                Older events of this time were not read: there are too many.
              </p>
            )}
          </>
        );
      }}
    </PartPanel>
  );
}
