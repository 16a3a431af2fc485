/** What can be read of a host's clocks at one moment. Offsets and delays are nanoseconds, frequencies parts per billion. */
import type { HaSource } from './config';
import type { LockState, Outage } from './outages';
import type { Role, Upstream } from './topology';

/** IEEE 1588 clockClass with the values of ITU-T G.8275.1 that occur here. */
export const CLASS = {
  locked: 6,
  grandmasterHoldover: 7,
  boundaryHoldover: 135,
  grandmasterExpired: 140,
  boundaryExpired: 165,
  freeRun: 248,
} as const;

export type PtpReading = {
  instance: string;
  role: Role;
  /** The port that listens; the first one of a grandmaster. */
  interface: string;
  upstream: Upstream | undefined;
  state: LockState;
  /** Where it is in an outage; undefined while it is locked. */
  outage: Outage | undefined;
  /** When it came into this state, epoch milliseconds. */
  since: number;
  /** The ptp4l process is there. */
  running: boolean;
  /** The port hears a grandmaster; true for a grandmaster itself. */
  heard: boolean;
  /** IEEE 1588 port state, by the numbers of linuxptp exporters: 1 slave, 2 master, 3 faulty, 5 listening. */
  portRole: 1 | 2 | 3 | 5;
  clockClass: number;
  offsetNs: number;
  delayNs: number;
  frequencyPpb: number;
};

/** The card that a receiver disciplines: ts2phc and the DPLL. */
export type CardReading = {
  instance: string;
  interface: string;
  state: LockState;
  outage: Outage | undefined;
  since: number;
  /** What is missing. */
  cause: 'gnss' | '1pps' | undefined;
  offsetNs: number;
  frequencyPpb: number;
};

export type ReceiverReading = {
  /** O-RAN O-Cloud notification: GNSS sync state. */
  status: 'SYNCHRONIZED' | 'HOLDOVER' | 'ACQUIRING-SYNC' | 'FAILURE-NOFIX' | 'FAILURE-PLL';
  satellites: number;
  /** C/N0 in dB-Hz; undefined without a satellite. */
  signal: { min: number; average: number } | undefined;
};

export type SystemClockReading = {
  instance: string;
  state: LockState;
  since: number;
  /** The source it follows now; undefined when none can be followed. */
  source: HaSource | undefined;
  offsetNs: number;
  delayNs: number;
  frequencyPpb: number;
};

export type SynceReading = {
  instance: string;
  interface: string;
  state: LockState;
  since: number;
  running: boolean;
  /** ITU-T G.781 option I SSM code: 2 QL-PRC, 15 QL-DNU. */
  quality: number;
};

export type HostReading = {
  host: string;
  /** Epoch milliseconds. */
  at: number;
  ptp: PtpReading[];
  card: CardReading | undefined;
  receiver: ReceiverReading | undefined;
  system: SystemClockReading | undefined;
  synce: SynceReading | undefined;
  /** NTP servers that do not answer; undefined on a host that does not keep time by NTP. */
  ntpLost: string[] | undefined;
  /** The host as a whole: the system clock, and what disciplines it. SyncE is left out. */
  sync: LockState;
};

const ORDER: readonly LockState[] = ['LOCKED', 'HOLDOVER', 'FREERUN'];

export const worst = (...states: readonly LockState[]): LockState =>
  ORDER[Math.max(0, ...states.map((state) => ORDER.indexOf(state)))] ?? 'FREERUN';
