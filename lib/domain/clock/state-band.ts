/**
 * The state of a clock over time, as far as events tell: no fault where the log says that no alarm stood, unknown where the
 * log does not reach or the host was away, never good for want of a record. A lock is in no log, so it is in no band.
 */
import type { Alarm } from '../alarm';
import { type AlarmSpan, alarmSpans, withStanding } from '../event';
import { byAttention, type ClockState } from './clock-state';
import { besideOthers } from './fault-weight';
import { append } from './host-ptp';
import { outageOf, type TimingEvents } from './timing-events';
import { isTimingId, type TimingFault, timingFault } from './timing-fault';

export type BandSegment = {
  /** Epoch milliseconds. */
  from: number;
  to: number;
  state: ClockState;
  /** In words: `Not locked`, `Host failed`, `Before the log begins`; null for no-fault. */
  what: string | null;
};

export type StateBand = {
  from: number;
  to: number;
  /** In order, without gaps or overlaps, from `from` to `to`. */
  segments: readonly BandSegment[];
};

/** A stretch in which something was so. Outages go before faults: nothing is watched on a host that is away. */
type Stretch = {
  from: number;
  to: number;
  state: ClockState;
  what: string;
  outage: boolean;
  /** null: an outage. */
  fault: Pick<TimingFault, 'form' | 'state'> | null;
};

const UNREACHED = 'Before the log begins';

/**
 * Bands of the given hosts. Linear in events, save for sorting.
 * @param alarms active ones, with which raises outside the log are squared; null when they could not be read
 * @param now epoch milliseconds, end of the bands
 */
export function stateBands(
  hosts: readonly string[],
  log: TimingEvents,
  alarms: readonly Alarm[] | null,
  now: number,
): Map<string, StateBand> {
  const byHost = new Map<string, Stretch[]>();
  const reach = Math.min(Math.max(log.reachesBackTo, log.from), now);
  for (const span of spansOf(log, alarms, reach, now)) {
    const fault = timingFault(span);
    if (!fault?.host || fault.frequencyOnly) continue;
    append(byHost, fault.host, {
      ...{ from: span.from, to: span.to ?? now, state: fault.state, what: fault.label, outage: false },
      fault: { form: fault.form, state: fault.state },
    });
  }
  for (const [host, stretch] of outages(log, alarms, reach, now)) append(byHost, host, stretch);
  return new Map(
    hosts.map((host) => [
      host,
      { from: log.from, to: now, segments: segmentsOf(byHost.get(host) ?? [], log.from, reach, now) },
    ]),
  );
}

function spansOf(
  log: TimingEvents,
  alarms: readonly Alarm[] | null,
  reach: number,
  now: number,
): AlarmSpan[] {
  // A clear without its raise began before what was read: how long before, nobody says.
  const spans = alarmSpans(log.events, reach);
  const standing = alarms?.filter(({ alarmId }) => isTimingId(alarmId));
  return standing ? withStanding(spans, standing, log.from, now) : spans;
}

function outages(
  log: TimingEvents,
  alarms: readonly Alarm[] | null,
  reach: number,
  now: number,
): [host: string, stretch: Stretch][] {
  const found: [string, Stretch][] = [];
  const add = (host: string, from: number, to: number, what: string) =>
    found.push([host, { from, to, state: 'unknown', what, outage: true, fault: null }]);

  const events = log.outages.flatMap((event) => {
    const outage = outageOf(event);
    return outage ? [{ event, outage }] : [];
  });
  const raised = events.flatMap(({ event, outage }) => (outage.kind === 'alarm' ? [event] : []));
  const standing = (alarms ?? []).filter(
    (alarm) =>
      outageOf({ ...alarm, eventLogId: alarm.alarmId, state: 'set', at: alarm.raisedAt })?.kind === 'alarm',
  );
  const spans = alarmSpans(raised, reach);
  for (const span of alarms ? withStanding(spans, standing, log.from, now) : spans) {
    const asEvent = { ...span, id: '', eventLogId: span.alarmId, state: 'set', at: span.from } as const;
    const outage = outageOf({ ...asEvent, type: null, suppressed: false });
    if (outage) add(outage.host, span.from, span.to ?? now, outage.what);
  }

  const down = new Map<string, { from: number; what: string }>();
  const seen = new Set<string>();
  for (const { event, outage } of events.toSorted((a, b) => a.event.at - b.event.at)) {
    if (outage.kind === 'alarm') continue;
    const { host } = outage;
    const since = down.get(host);
    if (outage.kind === 'down' && !since) down.set(host, { from: event.at, what: outage.what });
    if (outage.kind === 'up') {
      // The first that is heard of it is that it came back: it was away from before.
      if (since || !seen.has(host)) add(host, since?.from ?? reach, event.at, since?.what ?? 'Host disabled');
      down.delete(host);
    }
    seen.add(host);
  }
  for (const [host, { from, what }] of down) add(host, from, now, what);
  return found;
}

/** What stands at one time, each beside the others: as the page says it of now. */
function weighed(active: readonly Stretch[]): readonly Stretch[] {
  if (active.length < 2) return active;
  const faults = active.flatMap(({ fault }) => (fault ? [fault] : []));
  return active.map((one) => (one.fault ? { ...one, state: besideOthers(one.fault, faults) } : one));
}

/** Sweeps over the ends of the stretches; what is active between two of them is the segment. */
function segmentsOf(stretches: readonly Stretch[], from: number, reach: number, to: number): BandSegment[] {
  const own = stretches.filter((one) => one.to > from && one.from < to);
  const edges = [...new Set([from, reach, to, ...own.flatMap((one) => [one.from, one.to])])]
    .filter((edge) => edge >= from && edge <= to)
    .sort((a, b) => a - b);
  const starts = own.toSorted((a, b) => a.from - b.from);
  const segments: BandSegment[] = [];
  let active: Stretch[] = [];
  let next = 0;
  for (const [index, edge] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    for (let one = starts[next]; one && one.from <= edge; one = starts[next]) {
      active.push(one);
      next += 1;
    }
    active = active.filter((one) => one.to > edge);
    const [worst] = weighed(active).toSorted(
      (a, b) => Number(b.outage) - Number(a.outage) || byAttention(a.state, b.state),
    );
    const quiet =
      edge < reach
        ? ({ state: 'unknown', what: UNREACHED } as const)
        : ({ state: 'no-fault', what: null } as const);
    const { state, what } = worst ?? quiet;
    const last = segments.at(-1);
    if (last && last.state === state && last.what === what) last.to = end;
    else segments.push({ from: edge, to: end, state, what });
  }
  return segments;
}
