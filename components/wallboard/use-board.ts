'use client';
/** Everything that a board shows, from the readings that every page shares. */
import { useMemo, useState } from 'react';
import { useHostClocks } from '@/components/timing/use-host-clocks';
import type { Alarm } from '@/lib/domain/alarm';
import { alarmTrend, type Standing } from '@/lib/domain/alarm-trend';
import { type Arrivals, arrivals } from '@/lib/domain/alarm-watch';
import { type Finding, findings } from '@/lib/domain/attention';
import { type AlarmSums, useActiveAlarms } from '@/lib/queries/active-alarms';
import { type Age, ageOf } from '@/lib/queries/dead-man';
import { useView } from '@/lib/queries/view';
import { LOG_HOURS } from './log-hours';
import { useOpenedAt, useWallNow } from './wall-clock';

const HOUR_MS = 3_600_000;

/** How old the two readings are that a board stands on. */
export function useAges(): { alarms: Age; hosts: Age } {
  const { seen } = useActiveAlarms();
  const hosts = useView('hosts', {});
  const now = useWallNow();
  const openedAt = useOpenedAt();
  return { alarms: ageOf(seen, openedAt, now), hosts: ageOf(hosts, openedAt, now) };
}

/** What asks for a person, worst first: the same list as on the overview. */
export function useFindings(): Finding[] {
  const standing = useActiveAlarms().sums?.standing ?? null;
  const hosts = useView('hosts', {})?.data ?? null;
  const clocks = useHostClocks().clocks?.attention;
  return useMemo(() => findings({ hosts, alarms: standing, clocks }), [hosts, standing, clocks]);
}

/** More or fewer alarms than an hour ago, by severity; null when it cannot be known. */
export function useTrend(): Standing | null {
  const { seen, sums } = useActiveAlarms();
  const log = useView('events', { hours: LOG_HOURS });
  const now = useWallNow(60_000);
  const data = log?.error ? null : (log?.data ?? null);
  return useMemo(() => {
    // What had no room in the list now was not counted: then nobody knows what changed.
    if (!seen?.data || seen.data.capped || !sums || seen.asOf === undefined) return null;
    const counted = new Set(sums.standing.alarms);
    const hidden = seen.data.alarms.filter((alarm) => !counted.has(alarm));
    return alarmTrend(now - HOUR_MS, seen.asOf, data, sums.standing.alarms, hidden);
  }, [seen, sums, data, now]);
}

/** Since when each alarm is on this board. */
export function useArrivals(): Arrivals {
  const alarms = useActiveAlarms().sums?.standing.alarms;
  const now = useWallNow();
  const [known, setKnown] = useState<{ alarms: readonly Alarm[] | undefined; since: Arrivals | null }>({
    alarms: undefined,
    since: null,
  });
  if (alarms === undefined || alarms === known.alarms) return known.since ?? NONE;
  // What a reading brings is new compared with the reading before: kept while rendering, as React has it.
  const since = arrivals(known.since, alarms, now);
  setKnown({ alarms, since });
  return since;
}

const NONE: Arrivals = new Map();

/** What people said of an alarm; undefined when that could not be read: then nobody knows what was seen. */
export function useMarks(): AlarmSums['markOf'] | undefined {
  const { sums, marks } = useActiveAlarms();
  return marks?.data && !marks.error ? sums?.markOf : undefined;
}
