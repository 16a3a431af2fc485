/**
 * Figures in the reason text of an alarm about time. Only the text carries them: no field of fault management does.
 * Wordings: collectd plugins ptp.py, synce.py and ptp_gnss_monitor.py (starlingx/monitoring). What a text does not say is null.
 */
import type { Unknown } from '../host';

export type TimingFigures = {
  /** How far out of tolerance, without a sign: the text leaves it out above 1 µs. `atLeast` for "more than 1 second". */
  outBy: Unknown<{ ns: number; atLeast: boolean }>;
  /** Nanoseconds: the limits that were in force. */
  limits: Unknown<{ minorNs: number; majorNs: number }>;
  /** DPLL in holdover: 0 to 3, a warning to a critical alarm. */
  dpllTier: Unknown<number>;
  /** Minutes since the reference was lost, when the text was written. */
  lostMinutes: Unknown<number>;
  clockClass: Unknown<number>;
  /** The word after "state:", in lower case: holdover, holdover-expired, holdover-unstable(freerun), unlocked, invalid, no fix. */
  condition: Unknown<string>;
  /** systemd unit that does not run. */
  unit: Unknown<string>;
  satellites: Unknown<{ seen: number; threshold: Unknown<number> }>;
  /** dB-Hz. */
  signal: Unknown<{ minDb: number; averageDb: Unknown<number>; thresholdDb: Unknown<number> }>;
  /** Interface that only the text names. */
  interface: Unknown<string>;
};

const UNITS: Readonly<Record<string, number>> = { nsec: 1, microsecs: 1e3, millisecs: 1e6, second: 1e9 };

const numberIn = (text: string, form: RegExp): Unknown<number> => {
  const found = form.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

function outBy(text: string): TimingFigures['outBy'] {
  const found = /by (?<more>more than )?(?<value>-?[\d.]+) (?<unit>nsec|microsecs|millisecs|second)s?\b/.exec(
    text,
  )?.groups;
  const factor = UNITS[found?.unit ?? ''];
  const value = Number(found?.value);
  if (factor === undefined || !Number.isFinite(value)) return null;
  return { ns: Math.round(Math.abs(value) * factor), atLeast: found?.more !== undefined };
}

function limits(text: string): TimingFigures['limits'] {
  const minorNs = numberIn(text, /\bminor:\s*(\d+) nsec/);
  const majorNs = numberIn(text, /\bmajor:\s*(\d+) nsec/);
  return minorNs === null || majorNs === null ? null : { minorNs, majorNs };
}

/** "state: holdover" of a lost signal, "DPLL in freerun/unlocked" of SyncE. */
function condition(text: string): TimingFigures['condition'] {
  const found =
    /signal loss\b.*?state:\s*([^\s,;][^,;]*)/i.exec(text) ?? /\bDPLL (?:is )?in (\w+)/i.exec(text);
  return found?.[1]?.trim().replace(/\.$/, '').toLowerCase() ?? null;
}

/** "3 (threshold 8)". */
function satellites(text: string): TimingFigures['satellites'] {
  const seen = numberIn(text, /satellite count below threshold state:\s*(\d+)/i);
  return seen === null ? null : { seen, threshold: numberIn(text, /\(threshold (\d+)\)/) };
}

/** "min 21.0 avg 27.4 (threshold 30)". */
function signal(text: string): TimingFigures['signal'] {
  const minDb = numberIn(text, /quality db below threshold state:.*?\bmin (-?[\d.]+)/i);
  if (minDb === null) return null;
  return {
    minDb,
    averageDb: numberIn(text, /\bavg (-?[\d.]+)/),
    thresholdDb: numberIn(text, /\(threshold (-?[\d.]+)\)/),
  };
}

/** What a reason text says in figures. Of any text: what it does not say is null. */
export function timingFigures(text: string): TimingFigures {
  return {
    outBy: outBy(text),
    limits: limits(text),
    dpllTier: numberIn(text, /holdover tier (\d+)/i),
    lostMinutes: numberIn(text, /reference lost for (\d+) min/i),
    clockClass: numberIn(text, /clockClass:?\s*(\d+)/i),
    condition: condition(text),
    unit: /(\S+\.service)\b/.exec(text)?.[1] ?? null,
    satellites: satellites(text),
    signal: signal(text),
    interface: /clock source\. interface: (\S+)/.exec(text)?.[1] ?? null,
  };
}
