'use client';
/** Rows of active alarms, and of those that cleared a moment ago. */
import { useMemo, useState } from 'react';
import { useNow } from '@/components/ui/clock';
import type { AlarmList } from '@/lib/domain/alarm';
import { addGone, type ClearedAlarm, clearedAlarms, type GoneAlarm } from '@/lib/domain/cleared-alarm';
import { useActiveAlarms } from '@/lib/queries/active-alarms';
import { useAlarmLook } from '@/lib/queries/alarm-look';
import { useView } from '@/lib/queries/view';
import { alarmRows, clearedRow } from './alarm-row';

export const CLEARED_HOURS = 3;
const NONE: readonly never[] = [];

/** What left the list of active alarms while this page was open: the event log is read less often than they are. */
function useGone(list: AlarmList | undefined, asOf: number): readonly GoneAlarm[] {
  const [held, setHeld] = useState<{ list: AlarmList | undefined; gone: readonly GoneAlarm[] }>({
    list,
    gone: NONE,
  });
  if (list === held.list || !list) return held.gone;
  // A row that could not be read this time, or had no room, has not gone.
  const whole = held.list && list.unreadable.length === 0 && !list.capped;
  const from = asOf - CLEARED_HOURS * 3_600_000;
  const gone = whole && held.list ? addGone(held.gone, held.list.alarms, list.alarms, asOf, from) : held.gone;
  setHeld({ list, gone });
  return gone;
}

export function useAlarmRows() {
  const { seen, marks, sums, stale } = useActiveAlarms();
  const look = useAlarmLook();
  const now = useNow(60_000);
  const list = seen?.data;
  const events = useView('events', { hours: CLEARED_HOURS });
  const gone = useGone(list, seen?.asOf ?? now);

  const rows = useMemo(
    () => (list && sums ? alarmRows(list.alarms, sums, look, now) : undefined),
    [list, sums, look, now],
  );
  const log = events?.data?.events ?? null;
  const cleared = useMemo(
    (): readonly ClearedAlarm[] =>
      list ? clearedAlarms(log, gone, list.alarms, now - CLEARED_HOURS * 3_600_000) : NONE,
    [log, gone, list, now],
  );
  const trailing = useMemo(() => cleared.map(clearedRow), [cleared]);
  const unreadable = useMemo(
    () =>
      list?.unreadable.map((row, index) => ({
        key: row.id ?? `row-${index}`,
        ...(row.name ? { label: row.name } : {}),
        why: row.why,
      })),
    [list],
  );
  return { seen, marks, sums, stale, look, rows, trailing, cleared, unreadable };
}
