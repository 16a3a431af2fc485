/**
 * What the claims about a host come to, and why nothing can be said where nothing can. The order of the reasons is the
 * order of what a person should look at first: the host, the live source, fault management, the configuration.
 */
import type { Alarm } from '../alarm';
import { type Host, isProvisioned, type Unknown } from '../host';
import { lowered } from '../words';
import { sinceOf } from './chain';
import type { Claim } from './claim';
import { type ClockState, worstState } from './clock-state';
import {
  CHAIN_KINDS,
  type ClockInputs,
  type Evidence,
  type HostClock,
  type UnknownCause,
} from './host-clock';
import { type HostPtp, looksVirtual } from './host-ptp';
import { isLockedLive } from './live-lock';
import type { LiveReading, LiveSource } from './live-reading';
import { hasFailedOver } from './phc2sys-ha';
import { causeSince, UNKNOWN_WORDS } from './unknown-cause';

export type Verdict = {
  state: ClockState;
  since: Unknown<number>;
  note: Unknown<string>;
  unknown: Unknown<UnknownCause>;
  /** Beside what claims and readings say. */
  evidence: Evidence[];
};

export const isState = ({ quantity }: LiveReading): boolean =>
  quantity !== 'delay' && quantity !== 'frequency' && quantity !== 'offset';

/** SyncE alone is no source of time. */
const carriesTime = ({ service }: { service: Unknown<string> }): boolean => service !== 'synce4l';

/** Not read, or a row that may be an instance of any host cannot be read: that nothing is assigned is then not known. */
const mayHaveMore = (config: ClockInputs['config']): boolean =>
  config === null || config.unreadable.some(({ kind }) => kind === 'instance');

/** What the host takes its time by, as configured; what alarms and readings say is not argued away. */
export function followed(
  host: Host,
  ptp: HostPtp,
  claims: readonly Claim[],
  { config, ntp }: ClockInputs,
): HostClock['follows'] {
  if (!isProvisioned(host)) return 'none';
  const byPtp = ptp.instances.some(carriesTime);
  const said = claims.some(({ kind, frequencyOnly }) => !frequencyOnly && kind !== 'system-clock');
  if (byPtp || (host.clockSynchronization === 'ptp' && mayHaveMore(config))) return 'ptp';
  // Alarms about PTP stand although nothing is assigned: they are not argued away.
  if (said && host.clockSynchronization !== 'ntp') return 'ptp';
  if (host.clockSynchronization !== 'ntp') return 'none';
  return ntp !== null && ntp.servers.length === 0 && claims.length === 0 ? 'none' : 'ntp';
}

/** The host itself is not watched: whatever is said of its clock is of before. */
export function verdictOfHost(cause: UnknownCause, alarms: readonly Alarm[] | undefined): Verdict {
  const alarm = causeSince(cause, alarms);
  const evidence: Evidence = {
    source: 'inventory',
    sourceName: 'System inventory',
    what: UNKNOWN_WORDS[cause],
    at: alarm?.raisedAt ?? null,
    state: 'unknown',
    stale: false,
    suppressed: alarm?.suppressed ?? false,
    refers: {
      alarm: alarm?.id ?? null,
      alarmId: alarm?.alarmId ?? null,
      severity: alarm?.severity ?? null,
      ...{ instance: null, interface: null },
    },
  };
  return {
    state: 'unknown',
    since: alarm?.raisedAt ?? null,
    note: UNKNOWN_WORDS[cause],
    unknown: cause,
    evidence: [evidence],
  };
}

/** @param readings all of the host, stale ones included: they show that a source once answered for it */
export function verdictOfClaims(
  host: Host,
  follows: HostClock['follows'],
  claims: readonly Claim[],
  fresh: readonly LiveReading[],
  readings: readonly LiveReading[],
  ptp: HostPtp,
  { inputs, sources }: { inputs: ClockInputs; sources: ReadonlyMap<string, LiveSource[]> },
): Verdict {
  const ofTime = claims.filter(({ frequencyOnly }) => !frequencyOnly);
  const bad = ofTime.flatMap((claim) => {
    const state = weighed(claim, ofTime, ptp);
    if (state === 'locked') return [];
    const isSpared = hasFailedOver(claim, ofTime, ptp);
    const what = isSpared ? `On another source: ${claim.instance} ${lowered(claim.what)}` : claim.what;
    return [{ ...claim, state, what, place: isSpared ? -1 : placeOf(claim) }];
  });
  const worst = worstState(bad.map(({ state }) => state));
  if (worst) {
    // What is nearest to the source of time is the cause, the rest suffers from it.
    const [decides] = bad.filter(({ state }) => state === worst).sort((a, b) => a.place - b.place);
    return plain(worst, sinceOf(bad, worst), decides?.what ?? null);
  }
  if (follows === 'none') return notConfigured(host);
  if (isLockedLive(fresh, ptp, follows)) return plain('locked', null, null);
  const lost = silentSource(host.hostname ?? '', fresh, readings, sources);
  if (lost) {
    const why = `No reading from ${lost.sourceName}`;
    const what = lost.trouble ? `${why}: ${lost.trouble}` : why;
    return without('live-lost', why, silence('live', lost.sourceName, what, lost.answeredAt));
  }
  if (inputs.alarms === null || inputs.fmTrouble !== null) {
    // Never read, and nothing against fault management: it may not have been asked.
    const why = inputs.fmTrouble === null ? 'Alarms were not read yet' : UNKNOWN_WORDS['alarms-unread'];
    const what = inputs.fmTrouble ?? why;
    return without('alarms-unread', why, silence('alarm', 'Fault management', what, null));
  }
  if (follows === 'ntp') return plain('ntp', null, null);
  const driver = looksVirtual(ptp);
  if (driver) {
    const what = `Network driver ${driver}`;
    return without('virtual', UNKNOWN_WORDS.virtual, silence('inventory', 'System inventory', what, null));
  }
  if (inputs.config === null) {
    const words = UNKNOWN_WORDS['config-unread'];
    return without('config-unread', words, silence('configuration', 'System inventory', words, null));
  }
  if (!ptp.instances.some(carriesTime) && mayHaveMore(inputs.config)) {
    const words = 'A PTP instance that cannot be read may be its';
    return without('config-unread', words, silence('configuration', 'System inventory', words, null));
  }
  return plain('no-fault', null, null);
}

const placeOf = ({ kind }: Claim): number => (kind === null ? CHAIN_KINDS.length : CHAIN_KINDS.indexOf(kind));

const plain = (state: ClockState, since: Unknown<number>, note: Unknown<string>): Verdict => ({
  ...{ state, since, note },
  unknown: null,
  evidence: [],
});

const without = (cause: UnknownCause, note: string, evidence: Evidence): Verdict => ({
  state: 'unknown',
  since: null,
  note,
  unknown: cause,
  evidence: [evidence],
});

function silence(
  source: Evidence['source'],
  sourceName: string,
  what: string,
  at: Unknown<number>,
): Evidence {
  return {
    ...{ source, sourceName, what, at },
    state: 'unknown',
    stale: false,
    suppressed: false,
    refers: { alarm: null, alarmId: null, severity: null, instance: null, interface: null },
  };
}

function notConfigured(host: Host): Verdict {
  if (!isProvisioned(host)) return plain('not-configured', null, 'Host is not provisioned');
  if (host.clockSynchronization === 'ptp')
    return plain('not-configured', null, 'Set to PTP, and no instance is assigned');
  if (host.clockSynchronization === 'ntp')
    return plain('not-configured', null, 'Set to NTP, and no server is configured');
  const words = 'The platform does not say what the host follows';
  return without('host-unread', words, silence('inventory', 'System inventory', words, null));
}

/**
 * What a claim comes to for the host. A receiver that has lost its satellites says nothing of what carries the time, if
 * the node's own word or its PLL's is there: then a source is lost, which degrades. So does a ptp4l that lost its
 * grandmaster where phc2sys follows another.
 */
function weighed(claim: Claim, all: readonly Claim[], ptp: HostPtp): ClockState {
  if (hasFailedOver(claim, all, ptp)) return 'degraded';
  const ofReceiver = claim.kind === 'gnss' && claim.evidence.source === 'live' && claim.state === 'freerun';
  if (!ofReceiver) return claim.state;
  return all.some(({ kind, evidence, state }) =>
    kind !== 'gnss' ? evidence.source === 'live' : state === 'holdover',
  )
    ? 'degraded'
    : claim.state;
}

/** A source that answers for the host, or did, and has said nothing of it for too long. */
function silentSource(
  name: string,
  fresh: readonly LiveReading[],
  readings: readonly LiveReading[],
  sources: ReadonlyMap<string, LiveSource[]>,
): Pick<LiveSource, 'sourceName' | 'trouble' | 'answeredAt'> | undefined {
  if (fresh.some(isState)) return undefined;
  const [named] = sources.get(name) ?? [];
  if (named) return named;
  const last = readings.filter(isState).sort((a, b) => b.at - a.at)[0];
  return last && { sourceName: last.sourceName, trouble: null, answeredAt: last.at };
}
