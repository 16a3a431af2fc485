/**
 * What this console says of a host's clock, and why. Made by derive.ts of what the platform and a live source say;
 * nothing here is inferred from silence.
 */
import type { Alarm, Severity } from '../alarm';
import type { Host, Unknown } from '../host';
import type { ClockRole } from './clock-role';
import type { ClockState } from './clock-state';
import type { LiveClocks } from './live-reading';
import type { NtpServers, PtpConfig, PtpPort } from './ptp-config';
import type { ClockLimits } from './thresholds';

/** Where the time of a host comes from and goes to, in that order. */
export const CHAIN_KINDS = [
  /** Satellite receiver. */
  'gnss',
  /** A clock elsewhere, reached over the network. */
  'grandmaster',
  /** ts2phc: pulses to the clock of the network card. */
  'ts2phc',
  /** dpll-mgr: the card's PLL. */
  'dpll',
  /** A port of a ptp4l instance. */
  'ptp4l',
  /** From the card's clock to the system's. */
  'phc2sys',
  /** CLOCK_REALTIME. */
  'system-clock',
] as const;
export type ChainKind = (typeof CHAIN_KINDS)[number];

/** Why a state is unknown. */
export type UnknownCause =
  | 'locked' // the host is locked: nothing there is watched
  | 'offline' // off, offline, off duty
  | 'failed'
  | 'in-test' // in test, or booted and not enabled yet
  | 'host-unread' // the inventory does not say how it is
  | 'alarms-unread' // fault management does not answer
  | 'config-unread' // sysinv does not give the PTP configuration
  | 'virtual' // the plugin that raises the alarms does nothing on a virtual host
  | 'live-lost'; // a live source answers for it, and has said nothing for too long

export type Evidence = {
  source: 'alarm' | 'live' | 'inventory' | 'configuration';
  /** Fault management, sysinv, or what the configuration calls a live source. */
  sourceName: string;
  /** In words: `Not locked`, `ptp-lock LOCKED`, `Host is locked`. */
  what: string;
  /** Epoch milliseconds: raised, read, or changed; null when nobody dates it. */
  at: Unknown<number>;
  /** What it says of the clock; null when it says nothing by itself, e.g. a stale reading. */
  state: Unknown<ClockState>;
  /** Too old to count, or of a host that is not watched. */
  stale: boolean;
  /** Hidden by suppression, which changes nothing about the clock: it counts. */
  suppressed: boolean;
  refers: {
    /** uuid of the alarm. */
    alarm: Unknown<string>;
    alarmId: Unknown<string>;
    severity: Unknown<Severity>;
    instance: Unknown<string>;
    /** Linux's name. */
    interface: Unknown<string>;
  };
};

export type ChainLink = {
  kind: ChainKind;
  /** PTP instance of the link; null for receivers, grandmasters and the system clock. */
  instance: Unknown<string>;
  /** PTP instance's uuid. */
  instanceId: Unknown<string>;
  /** Linux's name of the port, or the receiver's device. */
  interface: Unknown<string>;
  state: ClockState;
  since: Unknown<number>;
  /** What decides, in words; null when nothing does. */
  what: Unknown<string>;
  /** The first link of its chain that does not carry time as it should. Links after it suffer from it. */
  firstBroken: boolean;
};

export type InstanceClock = {
  id: string;
  name: string;
  service: Unknown<string>;
  state: ClockState;
  since: Unknown<number>;
  limits: ClockLimits;
};

export type HostClock = {
  hostId: string;
  /** Hostname, or what stands for it. */
  host: string;
  /** Worst of what is known. SyncE is never part of it. */
  state: ClockState;
  /** Epoch milliseconds since when; null when nobody says. */
  since: Unknown<number>;
  /** In words, a short sentence without a full stop: `Host failed`, `Not locked`; null when there is nothing to add. */
  note: Unknown<string>;
  /** Why `state` is unknown; null for all other states. */
  unknown: Unknown<UnknownCause>;
  /** ptp: PTP instances are assigned; ntp: it follows NTP; none: neither. */
  follows: 'ptp' | 'ntp' | 'none';
  instances: readonly InstanceClock[];
  chain: readonly ChainLink[];
  /** CLOCK_REALTIME. */
  systemClock: { state: ClockState; since: Unknown<number> };
  /** Frequency, kept apart; null without SyncE. `quality`: SSM code of the source. */
  synce: Unknown<{
    state: ClockState;
    since: Unknown<number>;
    /** What an alarm says of it, in words: `SyncE source lost: holdover`; null when none stands. */
    what: Unknown<string>;
    quality: Unknown<number>;
  }>;
  /** Milliseconds. `totalMs` and `leftMs` are null when nobody says how long it may last, or since when. */
  holdover: Unknown<{ since: Unknown<number>; totalMs: Unknown<number>; leftMs: Unknown<number> }>;
  clockClass: Unknown<{ value: number; at: Unknown<number>; source: 'live' | 'alarm' }>;
  /**
   * Nanoseconds. Of a live source: signed. Of an alarm's text: how far out, without a sign; `atLeast` when the text
   * says "more than".
   */
  offset: Unknown<{
    ns: number;
    signed: boolean;
    atLeast: boolean;
    at: Unknown<number>;
    source: 'live' | 'alarm';
    instance: Unknown<string>;
  }>;
  /** System clock against its source, live only. Nanoseconds, signed. */
  systemOffset: Unknown<{ ns: number; at: number }>;
  role: Unknown<ClockRole>;
  /** Worst first, then newest. */
  evidence: readonly Evidence[];
};

/** Everything a clock is derived from. null: it could not be read, which is never the same as empty. */
export type ClockInputs = {
  hosts: readonly Host[];
  config: Unknown<PtpConfig>;
  ntp: Unknown<NtpServers>;
  /** Ports of PTP interfaces: what Linux calls them, and which driver they have. */
  ports: Unknown<readonly PtpPort[]>;
  /** Every active alarm, suppressed ones included: they count. Shelved ones too. */
  alarms: Unknown<readonly Alarm[]>;
  /** Why fault management does not answer now, in its words; null while it does. `alarms` may be an older reading. */
  fmTrouble: Unknown<string>;
  live: Unknown<LiveClocks>;
  /** Epoch milliseconds. */
  now: number;
  /** A live reading older than this, in milliseconds, is no evidence. Default `LIVE_STALE_MS`. */
  staleAfterMs?: number;
};

/** Three readings missed of a source that is asked every half minute. */
export const LIVE_STALE_MS = 90_000;

/** One clock per host, in the order of the hosts; see derive.ts. */
export type DeriveClocks = (inputs: ClockInputs) => HostClock[];
