'use client';
/** What is filling up, as far as anybody knows. */
import { Panel } from '@/components/ui/panel';
import type { AlarmList } from '@/lib/domain/alarm';
import { FILL_LIMITS, fillsOf } from '@/lib/domain/storage/cloud/fill';
import { Capped } from './capped';
import { FillRow } from './fill-row';

const SHOWN = 6;

export function FillPanel({ alarms }: { alarms: AlarmList | null }) {
  const fills = alarms && fillsOf(alarms.alarms);
  return (
    <Panel
      title="Filling up"
      meta={fills && fills.length > 0 ? `${fills.length}, worst first` : undefined}
      padded
    >
      {fills === null ? (
        <p className="text-unk-fg">Unknown: alarms could not be read, and nothing else tells.</p>
      ) : fills.length === 0 ? (
        <p className={alarms?.capped ? 'text-unk-fg' : 'text-ink-3'}>
          {alarms?.capped
            ? 'Unknown: fault management gave only a part of its alarms.'
            : 'No filesystem or volume group is over its limit.'}
        </p>
      ) : (
        <Capped label="Over the limit" rows={fills} most={SHOWN} rowKey={({ alarm }) => alarm.id}>
          {(fill) => <FillRow fill={fill} />}
        </Capped>
      )}
      <p className="mt-3 text-small text-ink-3">
        The platform tells how full something is only by alarm 100.104, from {FILL_LIMITS.major} % on. What
        grows fastest is not known: nobody keeps its history.
      </p>
    </Panel>
  );
}
