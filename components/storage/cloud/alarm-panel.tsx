'use client';
/** Every active alarm of storage, worst first. */
import { Panel } from '@/components/ui/panel';
import type { AlarmList } from '@/lib/domain/alarm';
import { storageAlarms } from '@/lib/domain/storage/cloud/storage-alarms';
import { formatCount } from '@/lib/format/number';
import { AlarmLine } from './alarm-line';
import { Capped } from './capped';

const SHOWN = 6;

export function AlarmPanel({ alarms }: { alarms: AlarmList | null }) {
  const rows = alarms && storageAlarms(alarms.alarms);
  return (
    <Panel
      title="Storage alarms"
      meta={rows && rows.length > 0 ? `${formatCount(rows.length)}${alarms?.capped ? '+' : ''}` : undefined}
      padded
    >
      {rows === null ? (
        <p className="text-unk-fg">Alarms could not be read.</p>
      ) : rows.length === 0 ? (
        <p className={alarms?.capped ? 'text-unk-fg' : 'text-ink-3'}>
          {alarms?.capped ? 'Unknown: fault management gave only a part of its alarms.' : 'None is active.'}
        </p>
      ) : (
        <Capped label="Storage alarms" rows={rows} most={SHOWN} rowKey={({ id }) => id}>
          {(alarm) => <AlarmLine alarm={alarm} />}
        </Capped>
      )}
    </Panel>
  );
}
