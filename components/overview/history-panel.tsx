'use client';
/** The last hours of the whole cloud: when alarms stood, and what was logged. */
import { useState } from 'react';
import { useNow } from '@/components/ui/clock';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { Timeline } from '@/components/ui/timeline';
import { alarmCount, historyRows } from '@/lib/domain/alarm-history';
import { formatCounted } from '@/lib/format/number';
import { useView } from '@/lib/queries/view';

const RANGES = [
  { value: '6', label: '6 h' },
  { value: '24', label: '24 h' },
  { value: '168', label: '7 d' },
];
const WORDS: Record<string, string> = { 6: 'Last 6 hours', 24: 'Last 24 hours', 168: 'Last 7 days' };

export function CloudHistoryPanel() {
  const [range, setRange] = useState('24');
  const hours = Number(range);
  const seen = useView('events', { hours });
  const now = useNow(60_000);
  const from = now - hours * 3_600_000;
  const alarms = useView('alarms', {});
  const standing = alarms?.data && alarms.asOf !== undefined ? { ...alarms.data, at: alarms.asOf } : null;
  const data = seen?.data;
  const rows = data ? historyRows(data.events, from, standing) : [];
  return (
    <Panel
      title={WORDS[range] ?? 'History'}
      meta="Raised to cleared; still active reaches the right edge"
      actions={<Segmented label="Range" value={range} onValueChange={setRange} options={RANGES} />}
      padded
    >
      {data ? (
        <>
          <Timeline
            summary={`${formatCounted(alarmCount(rows), 'alarm')} stood in this time.`}
            from={from}
            now={now}
            rows={rows}
          />
          {data.truncated && (
            <p className="mt-2 text-small text-unk-fg">
              Older events of this time were not read: there are too many.
            </p>
          )}
        </>
      ) : seen?.error ? (
        <p className="text-unk-fg">
          The event log could not be read. <span className="mono">{seen.error.message}</span>
        </p>
      ) : (
        <SkeletonBlock className="h-32" />
      )}
    </Panel>
  );
}
