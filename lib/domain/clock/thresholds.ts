/**
 * Limits of a clock: the platform's own, per PTP instance, and the telecom lines that a site's budget is held against.
 * The platform's: section `monitoring` of an instance (collectd ptp.py; StarlingX "PTP instance monitoring parameters").
 */
import { type PtpInstance, parameterOf } from './ptp-config';

export type ClockLimits = {
  /** Nanoseconds: over this an out-of-tolerance alarm is minor. */
  minorNs: number;
  /** Nanoseconds: over this it is major. */
  majorNs: number;
  /** How long holdover is in specification, in seconds. */
  holdoverSeconds: number;
  /** A lock shorter than this, in seconds, gives no holdover when it is lost. */
  lockedToHoldoverSeconds: number;
  /** Names of those that the instance sets itself. */
  own: readonly LimitName[];
};

export const LIMIT_PARAMETERS = {
  minorNs: 'offset_threshold_minor_nsec',
  majorNs: 'offset_threshold_major_nsec',
  holdoverSeconds: 'holdover_seconds',
  lockedToHoldoverSeconds: 'locked_to_holdover_threshold_seconds',
} as const;
export type LimitName = keyof typeof LIMIT_PARAMETERS;
const LIMIT_NAMES = ['minorNs', 'majorNs', 'holdoverSeconds', 'lockedToHoldoverSeconds'] as const;

/** What the platform takes when an instance says nothing. */
export const DEFAULT_LIMITS: ClockLimits = {
  minorNs: 1_000,
  majorNs: 1_000_000,
  holdoverSeconds: 14_400,
  lockedToHoldoverSeconds: 300,
  own: [],
};

/** The section of an instance that the platform's monitoring reads. */
export const MONITORING = 'monitoring';

/** The limits of an instance. A value that is no whole number counts as left out, as the plugin has it (ptp.py read_instance_monitoring_config). */
export function limitsOf(instance: Pick<PtpInstance, 'sections'>): ClockLimits {
  const limits = { ...DEFAULT_LIMITS };
  const own: LimitName[] = [];
  for (const name of LIMIT_NAMES) {
    const text = parameterOf(instance, LIMIT_PARAMETERS[name], MONITORING);
    if (text === undefined || !/^\d+$/.test(text.trim())) continue;
    limits[name] = Number(text);
    own.push(name);
  }
  return { ...limits, own };
}

export type ReferenceLine = { name: string; ns: number; standard: string; what: string };

/** Telecom limits of time error, as bounds on either side of zero. */
export const REFERENCE_LINES: readonly ReferenceLine[] = [
  {
    name: 'G.8271 class 4',
    ns: 1_500,
    standard: 'ITU-T G.8271',
    what: 'End to end, LTE and NR time division duplex',
  },
  {
    name: 'G.8271.1 network limit',
    ns: 1_100,
    standard: 'ITU-T G.8271.1',
    what: 'At the input of the base station',
  },
  { name: 'PRTC-A', ns: 100, standard: 'ITU-T G.8272', what: 'A primary reference time clock, class A' },
];

/** Services whose offset the platform's monitoring holds against limits (collectd ptp.py). */
const MEASURED: readonly (string | null)[] = ['ptp4l', 'ts2phc'];

export const isMeasured = ({ service }: Pick<PtpInstance, 'service'>): boolean => MEASURED.includes(service);

/**
 * What the platform says of an offset that is over a telecom line: nothing, while its own limit is wider than the line.
 * `silent`: it is, so there are offsets over the line without an alarm. `minor`: the alarm is there before the line is.
 */
export const alarmAtLine = (
  { minorNs }: Pick<ClockLimits, 'minorNs'>,
  line: Pick<ReferenceLine, 'ns'>,
): 'minor' | 'silent' => (minorNs > line.ns ? 'silent' : 'minor');

export type OffsetVerdict = {
  /** Which of the platform's limits an offset is over. */
  platform: 'inside' | 'minor' | 'major';
  insideReference: boolean;
};

/** Where an offset stands against both. @param ns nanoseconds, signed or not */
export function judgeOffset(
  ns: number,
  limits: Pick<ClockLimits, 'minorNs' | 'majorNs'>,
  line: Pick<ReferenceLine, 'ns'>,
): OffsetVerdict {
  const size = Math.abs(ns);
  const platform = size > limits.majorNs ? 'major' : size > limits.minorNs ? 'minor' : 'inside';
  return { platform, insideReference: size <= line.ns };
}
