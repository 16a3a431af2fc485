'use client';
/**
 * The active alarms and how they count: the one source of the strip, the rail, the title, the icon, the overview,
 * the hosts and every list of alarms, so that their figures agree at every moment.
 */
import { useSyncExternalStore } from 'react';
import { type AlarmCounts, type AlarmList, countAlarms, leftOut, type Shelved } from '@/lib/domain/alarm';
import {
  type AlarmInstance,
  type AlarmMark,
  type AlarmMarks,
  isShelved,
  marksByAlarm,
} from '@/lib/domain/alarm-mark';
import { serverNow } from './clock';
import { isStale, type Seen } from './seen';
import { useView } from './view';

/** What one reading of the alarms amounts to. The same objects as long as nothing changed. */
export type AlarmSums = {
  /** Neither suppressed nor shelved: what asks for a person. With the rows that could not be read. */
  standing: AlarmList;
  counts: AlarmCounts;
  shelved: Shelved;
  /** What people of this console say of an alarm. */
  markOf: (alarm: AlarmInstance) => AlarmMark | undefined;
};

export type ActiveAlarms = {
  /** Everything active, suppressed and shelved ones included; undefined only while nothing was ever read. */
  seen: Seen<AlarmList> | undefined;
  /** What people say of them; an error here takes nothing from the alarms themselves. */
  marks: Seen<AlarmMarks> | undefined;
  /** Undefined when alarms were never read: unknown, not none. */
  sums: AlarmSums | undefined;
  /** Too old for a verdict, or the newest try failed. */
  stale: boolean;
};

const NO_MARKS: AlarmMarks = { marks: [] };
const sumsOf = new WeakMap<AlarmList, { marks: AlarmMarks; shelf: string; sums: AlarmSums }>();

/**
 * Sums of a reading. While marks cannot be read nothing counts as shelved: a shelf that nobody can check hides nothing.
 * @param now epoch milliseconds of the server's clock
 */
export function alarmSums(list: AlarmList, marks: AlarmMarks | undefined, now: number): AlarmSums {
  const known = marks ?? NO_MARKS;
  const shelf = known.marks
    .filter((mark) => isShelved(mark, now))
    .map(({ id, raisedAt }) => `${id} ${raisedAt}`)
    .join();
  const before = sumsOf.get(list);
  if (before?.marks === known && before.shelf === shelf) return before.sums;
  const markOf = marksByAlarm(known.marks);
  const shelved: Shelved = (alarm) => isShelved(markOf(alarm), now);
  const sums: AlarmSums = {
    standing: { ...list, alarms: list.alarms.filter((alarm) => leftOut(alarm, shelved) === null) },
    counts: countAlarms(list.alarms, shelved),
    shelved,
    markOf,
  };
  sumsOf.set(list, { marks: known, shelf, sums });
  return sums;
}

export function useActiveAlarms(): ActiveAlarms {
  const seen = useView('alarms', {});
  const marks = useView('alarmMarks', {});
  useSyncExternalStore(onTick, tickCount, noTick);
  const now = serverNow();
  return {
    seen,
    marks,
    sums: seen?.data && alarmSums(seen.data, marks?.error ? undefined : marks?.data, now),
    stale: isStale(seen, now),
  };
}

/** One beat for all who watch, so that a reading grows old and a shelf ends everywhere at once. */
const TICK_MS = 10_000;
const listeners = new Set<() => void>();
let ticks = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function onTick(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = setInterval(() => {
      ticks += 1;
      for (const each of listeners) each();
    }, TICK_MS);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

const tickCount = () => ticks;
const noTick = () => 0;
