/**
 * What a source beside the platform's own services says of a clock now: the O-RAN O-Cloud notification API of a node,
 * or a metrics store. Both are optional; without one no clock is ever called locked.
 */
import type { Unknown } from '../host';

/** O-RAN O-Cloud notification API v2, `data.values[].value`; v1 spells them `Locked` and so on. */
export type LockState = 'locked' | 'holdover' | 'freerun';

export type LiveQuantity =
  /** The node as a whole: system clock and the source that disciplines it. `/sync/sync-status/sync-state`. */
  | { quantity: 'sync-state'; value: LockState }
  /** CLOCK_REALTIME. `/sync/sync-status/os-clock-sync-state`. */
  | { quantity: 'os-clock'; value: LockState }
  /** A ptp4l instance. `/sync/ptp-status/lock-state`. */
  | { quantity: 'ptp-lock'; value: LockState }
  /** IEEE 1588 clockClass. `/sync/ptp-status/clock-class`. */
  | { quantity: 'clock-class'; value: number }
  /** The receiver's own word, e.g. `SYNCHRONIZED`, `FAILURE-NOFIX`. `/sync/gnss-status/gnss-sync-status`. */
  | { quantity: 'gnss'; value: string }
  /** Frequency alone: kept apart from the state of time. `/sync/synce-status/lock-state`. */
  | { quantity: 'synce-lock'; value: LockState }
  /** SSM code of the source's quality level. `/sync/synce-status/clock-quality`. */
  | { quantity: 'synce-quality'; value: number }
  /** Nanoseconds, signed: offset from the source; mean path delay. */
  | { quantity: 'offset' | 'delay'; value: number }
  /** Frequency adjustment in parts per billion, signed. */
  | { quantity: 'frequency'; value: number };

export type LiveReading = LiveQuantity & {
  source: 'notification' | 'metrics';
  /** What the configuration calls the source. */
  sourceName: string;
  /** Hostname. */
  host: string;
  /** PTP instance, where the source says which. */
  instance: Unknown<string>;
  interface: Unknown<string>;
  /** Process that the value is of (ptp4l, phc2sys, ts2phc), where the source says which. */
  process: Unknown<string>;
  /** Epoch milliseconds at which this console got it, or the sample's own time in a metrics store. */
  at: number;
  /** The source's own date, as it wrote it: the notification API's is no ISO time. */
  saidAt: Unknown<string>;
};

/** A source that was asked: what it said, or why it said nothing. */
export type LiveSource = {
  source: 'notification' | 'metrics';
  sourceName: string;
  /** Hosts it answers for; null when it does not say. */
  hosts: Unknown<readonly string[]>;
  /** Epoch milliseconds of the last answer; null when there never was one. */
  answeredAt: Unknown<number>;
  /** In words for a person; null while all is well. */
  trouble: Unknown<string>;
};

export type LiveClocks = { readings: readonly LiveReading[]; sources: readonly LiveSource[] };
