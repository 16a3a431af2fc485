/** What can befall a clock, and for how long: the faults that scenarios, pasts and alarms put upon hosts. */

export const FAULT_KINDS = [
  /** The receiver finds no satellites: the card holds over, then runs free. */
  'gnss-loss',
  /** No pulse reaches the card. */
  '1pps-loss',
  /** Fewer satellites than the monitor wants. */
  'satellite-count',
  /** Weaker signals than the monitor wants. */
  'signal-quality',
  /** Nobody announces time to this host: every ptp4l instance loses its port. */
  'grandmaster-loss',
  /** The better of two sources loses its grandmaster; phc2sys HA takes the other. */
  'grandmaster-failover',
  /** The offset grows over the minor and then the major limit. */
  'out-of-tolerance',
  /** The ptp4l process is gone. */
  'ptp4l-crash',
  /** The port cannot stamp packets as configured. */
  'unsupported-timestamping',
  /** phc2sys HA was told which source to take. */
  'forced-source',
  /** The card's TSPLL is set otherwise than configured. */
  'tspll-mismatch',
  /** The frequency source is lost. */
  'synce-source-loss',
  /** The synce4l process is gone. */
  'synce4l-crash',
  /** One NTP server does not answer, then none does. */
  'ntp-loss',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type Timestamping = 'hardware' | 'software' | 'legacy';

export type Fault = {
  id: number;
  kind: FaultKind;
  host: string;
  /** Epoch milliseconds; `until` is the end of the cause, recovery follows. */
  since: number;
  until: number;
  /** PTP instance that it is about; every one, if left out. */
  instance?: string | undefined;
  /** Where an offset ends up, nanoseconds. */
  peakNs?: number | undefined;
  timestamping?: Timestamping | undefined;
  /** For NTP: the number of the server that is lost first, and whether the others follow. */
  server?: number | undefined;
  all?: boolean | undefined;
};

const MINUTE = 60_000;

/** How long the cause lasts when nobody says: long enough to see the whole course. Minutes. */
export const USUAL_MINUTES: Record<FaultKind, number> = {
  'gnss-loss': 300,
  '1pps-loss': 30,
  'satellite-count': 45,
  'signal-quality': 45,
  'grandmaster-loss': 300,
  'grandmaster-failover': 60,
  'out-of-tolerance': 30,
  'ptp4l-crash': 15,
  'unsupported-timestamping': 60,
  'forced-source': 60,
  'tspll-mismatch': 60,
  'synce-source-loss': 30,
  'synce4l-crash': 15,
  'ntp-loss': 60,
};

/** A receiver that sees the sky again needs about this long for a fix; a servo that has a source, less. */
export const ACQUIRE_MS = 60_000;
export const SERVO_MS = 16_000;
/** What is left of an offset falls to a third in this time. */
const DECAY_MS = 20_000;
/** All NTP servers follow the first after this long. */
export const ALL_SERVERS_MS = 10 * MINUTE;

/** An offset that grows: to just over the platform's minor limit in a minute, then on to its peak by ten. */
const FIRST_NS = 1180;
const PEAK_NS = 1_400_000;
const FIRST_MS = MINUTE;
const PEAK_MS = 10 * MINUTE;

export const isOn = ({ since, until }: Fault, at: number): boolean => since <= at && at < until;

/** Nanoseconds that an out-of-tolerance fault adds at a time, its recovery included. */
export function driftOf(fault: Fault, at: number): number {
  if (at < fault.since) return 0;
  const peak = fault.peakNs ?? PEAK_NS;
  const first = Math.min(FIRST_NS, Math.abs(peak)) * Math.sign(peak);
  const age = Math.min(at, fault.until) - fault.since;
  const grown =
    age < FIRST_MS
      ? (first * age) / FIRST_MS
      : first * (peak / first) ** (Math.min(age - FIRST_MS, PEAK_MS - FIRST_MS) / (PEAK_MS - FIRST_MS));
  return at <= fault.until ? grown : grown * Math.exp(-(at - fault.until) / DECAY_MS);
}

/** What is left, `ms` after a source came back, of an offset that was `ns` then. */
export const settled = (ns: number, ms: number): number => ns * Math.exp(-ms / DECAY_MS);

/** Whether the offset still moves: audits have to look again. */
export function isMoving(fault: Fault, at: number): boolean {
  const settle = fault.kind === 'ntp-loss' ? 11 * MINUTE : 3 * MINUTE;
  const near = (moment: number) => at >= moment && at < moment + settle;
  if (near(fault.since) || near(fault.until)) return true;
  if (fault.kind === 'ntp-loss') return near(fault.since + ALL_SERVERS_MS);
  return fault.kind === 'out-of-tolerance' && isOn(fault, at) && at < fault.since + PEAK_MS + MINUTE;
}
