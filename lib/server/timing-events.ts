/**
 * The event log as far as it is about time. FM matches a part of an id, so two narrow walks bring both alarms about time
 * and all that maintenance says of hosts; the event memory keeps them in windows of their own, and asks for what is new.
 */
import 'server-only';
import { z } from 'zod';
import { outageOf, type TimingEvents } from '@/lib/domain/clock/timing-events';
import { isTimingId } from '@/lib/domain/clock/timing-fault';
import type { EventRecord } from '@/lib/domain/event';
import { PRESETS } from '@/lib/domain/event-range';
import type { UnreadableRow } from '@/lib/domain/host';
import { ok, type Result } from '@/lib/domain/result';
import type { Connection } from '@/lib/stx/connection';
import { logReachesBackTo } from '@/lib/stx/fm/events';
import { readWindows } from './events';
import type { Session } from './session-types';

export const timingParams = z.strictObject({ last: z.enum(['24h', '7d']) });

/** 100.114 and 100.119, with a few of their neighbours. */
const TIME_IDS = '100.11';
/** Maintenance: 200.001 to 200.022. */
const HOST_IDS = '200.0';
/** A cloud that flaps for a week has more than a page can use. */
const MOST = 20_000;

type Walked = { events: EventRecord[]; unreadable: UnreadableRow[]; cutAt: number | null };

export async function loadTimingEvents(
  connection: Connection,
  { last }: z.infer<typeof timingParams>,
  session: Session,
): Promise<Result<TimingEvents>> {
  const now = Date.now();
  // Whole minutes: what did not change then stays one version.
  const from = Math.floor((now - PRESETS[last]) / 60_000) * 60_000;
  const [times, hosts, reach] = await Promise.all([
    walk(connection, session, from, TIME_IDS, ({ eventLogId }) => isTimingId(eventLogId)),
    walk(connection, session, from, HOST_IDS, (event) => outageOf(event) !== undefined),
    logReachesBackTo(connection, from),
  ]);
  if (!times.ok) return times;
  if (!hosts.ok) return hosts;
  if (!reach.ok) return reach;
  return ok({
    from,
    reachesBackTo: Math.min(
      now,
      Math.max(from, times.data.cutAt ?? from, hosts.data.cutAt ?? from, reach.data),
    ),
    events: times.data.events,
    outages: hosts.data.events,
    unreadable: [...times.data.unreadable, ...hosts.data.unreadable],
  });
}

async function walk(
  connection: Connection,
  session: Session,
  from: number,
  eventId: string,
  isWanted: (event: EventRecord) => boolean,
): Promise<Result<Walked>> {
  const events: EventRecord[] = [];
  const unreadable: UnreadableRow[] = [];
  for await (const window of readWindows(connection, session, { from, to: null }, { eventId })) {
    if (!window.ok) return window;
    unreadable.push(...window.data.unreadable);
    for (const event of window.data.events) {
      if (event.at < from || !isWanted(event)) continue;
      if (events.length === MOST) return ok({ events, unreadable, cutAt: event.at + 1 });
      events.push(event);
    }
  }
  return ok({ events, unreadable, cutAt: null });
}
