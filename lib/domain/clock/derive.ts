/**
 * The clock of every host, of evidence alone. Locked is said by a live source and by nobody else; no alarm means that
 * no alarm stands; alarms that are suppressed or shelved count; of several the worst wins, and where a live source and
 * an alarm disagree both are shown. SyncE carries frequency: it never touches the state of time.
 */
import type { Alarm } from '../alarm';
import { type Host, hostName } from '../host';
import { chainOf, sinceOf, systemClockOf } from './chain';
import { type Claim, type FaultAlarm, faultClaims, liveClaims, liveEvidence } from './claim';
import { clockRole } from './clock-role';
import { byAttention, type ClockState, worstState } from './clock-state';
import { clockFigures } from './figures';
import { holdoverOf } from './holdover';
import {
  type ChainLink,
  type ClockInputs,
  type DeriveClocks,
  type Evidence,
  type HostClock,
  type InstanceClock,
  LIVE_STALE_MS,
} from './host-clock';
import { append, type HostPtp, NO_PTP, ptpByHost } from './host-ptp';
import { followed, isState, verdictOfClaims, verdictOfHost } from './host-verdict';
import type { LiveReading, LiveSource } from './live-reading';
import { limitsOf } from './thresholds';
import { timingFault } from './timing-fault';
import { hostCause, outageAlarms } from './unknown-cause';

type Shared = {
  inputs: ClockInputs;
  ptp: ReadonlyMap<string, HostPtp>;
  faults: ReadonlyMap<string, FaultAlarm[]>;
  outages: ReadonlyMap<string, Alarm[]>;
  readings: ReadonlyMap<string, LiveReading[]>;
  /** Sources that say which hosts they answer for, by hostname. */
  sources: ReadonlyMap<string, LiveSource[]>;
};

/** One clock per host, in the order of the hosts. Linear in hosts, alarms and readings together. */
export const deriveClocks: DeriveClocks = (inputs) => {
  const faults = new Map<string, FaultAlarm[]>();
  for (const alarm of inputs.alarms ?? []) {
    const fault = timingFault(alarm);
    if (fault?.host) append(faults, fault.host, { fault, alarm });
  }
  const readings = new Map<string, LiveReading[]>();
  for (const reading of inputs.live?.readings ?? []) append(readings, reading.host, reading);
  const sources = new Map<string, LiveSource[]>();
  for (const source of inputs.live?.sources ?? []) {
    for (const host of source.hosts ?? []) append(sources, host, source);
  }
  const shared: Shared = {
    ...{ inputs, faults, readings, sources },
    ptp: inputs.config ? ptpByHost(inputs.config, inputs.ports ?? [], inputs.hosts) : new Map(),
    outages: outageAlarms(inputs.alarms ?? []),
  };
  return inputs.hosts.map((host) => clockOf(host, shared));
};

function clockOf(host: Host, shared: Shared): HostClock {
  const { inputs } = shared;
  const name = host.hostname ?? '';
  const ptp = shared.ptp.get(name) ?? NO_PTP;
  const staleAfter = inputs.staleAfterMs ?? LIVE_STALE_MS;
  const readings = shared.readings.get(name) ?? [];
  const fresh = readings.filter(({ at }) => inputs.now - at <= staleAfter);
  const faults = faultClaims(shared.faults.get(name) ?? [], ptp, host.clockSynchronization, fresh);
  const live = liveClaims(fresh);
  const overLimit = fresh.flatMap((reading) => offsetClaim(reading, ptp));
  const follows = followed(host, ptp, [...faults, ...live], inputs);

  const cause = follows === 'none' ? null : hostCause(host);
  const claims = cause ? [] : [...faults, ...live, ...overLimit];
  const verdict = cause
    ? verdictOfHost(cause, shared.outages.get(name))
    : verdictOfClaims(host, follows, claims, fresh, readings, ptp, shared);
  const quiet = verdict.state === 'unknown' ? 'unknown' : follows === 'ptp' ? 'no-fault' : verdict.state;

  const role = clockRole(ptp);
  const chain = follows === 'none' ? [] : chainOf(ptp, role, claims, quiet);
  const evidence = [
    ...verdict.evidence,
    ...faults.map((claim) => ({ ...claim.evidence, stale: cause !== null })),
    ...readings
      .filter(isState)
      .map((reading) => liveEvidence(reading, cause !== null || !fresh.includes(reading))),
    ...overLimit.map((claim) => claim.evidence),
  ];
  const known = cause
    ? { offset: null, systemOffset: null, clockClass: null }
    : clockFigures(fresh, shared.faults.get(name) ?? []);
  return {
    hostId: host.id,
    host: hostName(host),
    ...{ state: verdict.state, since: verdict.since, note: verdict.note, unknown: verdict.unknown, follows },
    instances: ptp.instances.map((instance) => instanceClock(instance, claims, quiet)),
    chain,
    systemClock: systemClockOf(chain, quiet),
    synce: synceOf(ptp, claims, fresh, quiet),
    holdover: verdict.state === 'holdover' ? holdoverOf(claims, ptp, inputs.now) : null,
    ...known,
    role,
    evidence: evidence.sort(worstThenNewest),
  };
}

/** A live offset over the platform's limit for its instance; limits that nobody sets are the platform's defaults. */
function offsetClaim(reading: LiveReading, ptp: HostPtp): Claim[] {
  if (reading.quantity !== 'offset' || (reading.process !== null && reading.process !== 'ptp4l')) return [];
  const instance = ptp.instances.find(({ name }) => name === reading.instance);
  const { minorNs } = limitsOf(instance ?? { sections: [] });
  if (Math.abs(reading.value) <= minorNs) return [];
  const evidence: Evidence = { ...liveEvidence(reading, false), state: 'out-of-tolerance' };
  return [
    {
      ...{ kind: 'ptp4l', instance: reading.instance, interface: reading.interface, at: null },
      state: 'out-of-tolerance',
      what: 'Offset over the limit',
      evidence,
      frequencyOnly: false,
    },
  ];
}

function instanceClock(
  instance: HostPtp['instances'][number],
  claims: readonly Claim[],
  quiet: ClockState,
): InstanceClock {
  const own = claims.filter((claim) => claim.instance === instance.name);
  const state = worstState(own.map((claim) => claim.state)) ?? quiet;
  return {
    ...{ id: instance.id, name: instance.name, service: instance.service, state },
    since: sinceOf(own, state),
    limits: limitsOf(instance),
  };
}

function synceOf(
  ptp: HostPtp,
  claims: readonly Claim[],
  fresh: readonly LiveReading[],
  quiet: ClockState,
): HostClock['synce'] {
  const own = claims.filter(({ frequencyOnly }) => frequencyOnly);
  const quality = fresh.find((reading) => reading.quantity === 'synce-quality');
  if (own.length === 0 && !quality && !ptp.instances.some(({ service }) => service === 'synce4l'))
    return null;
  const state = worstState(own.map((claim) => claim.state)) ?? (quiet === 'unknown' ? 'unknown' : 'no-fault');
  return {
    state,
    since: sinceOf(own, state),
    what: own.find((claim) => claim.state === state && claim.evidence.source === 'alarm')?.what ?? null,
    quality: quality?.quantity === 'synce-quality' ? quality.value : null,
  };
}

function worstThenNewest(a: Evidence, b: Evidence): number {
  const rank = (one: Evidence): ClockState =>
    one.stale || one.state === null ? 'not-configured' : one.state;
  return byAttention(rank(a), rank(b)) || (b.at ?? 0) - (a.at ?? 0);
}

/** The first link of a chain that does not carry time as it should. */
export const firstBrokenLink = (chain: readonly ChainLink[]): ChainLink | undefined =>
  chain.find(({ firstBroken }) => firstBroken);
