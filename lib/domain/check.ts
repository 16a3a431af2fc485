/** One line of a preflight: something the platform will look at, and what can be said about it beforehand. */
import type { HostAction } from './host-actions';
import { allowed, denied, type Failure, type Verdict } from './result';

/**
 * pass: read, and in order. block: the platform surely refuses. warn: the platform accepts, a person should know.
 * unknown: the platform looks at it, this console cannot.
 */
export type CheckOutcome = 'pass' | 'block' | 'unknown' | 'warn';

/** Who said so. `none`: no source reports it. */
export type CheckSource = 'sysinv' | 'fm' | 'usm' | 'kubernetes' | 'none';

/** What to do about a blocker: another action, or a place to look. */
export type WayOut =
  | { kind: 'action'; action: HostAction; hostId: string; label: string }
  | {
      kind: 'page';
      page:
        | 'applications'
        | 'software'
        | 'storage'
        | 'cloud-storage'
        | 'network'
        | 'cloud-network'
        | 'clock'
        | 'kubernetes'
        | 'processor'
        | 'memory'
        | 'devices'
        | 'alarms'
        | 'edit';
      label: string;
    }
  | { kind: 'wait'; label: string }
  /** What could not be read is asked for again. */
  | { kind: 'read'; label: string };

export type Check = {
  /** Stable within one preflight, e.g. `lock.active-controller`. */
  id: string;
  outcome: CheckOutcome;
  /** A short statement without a full stop: "controller-0 is the active controller". */
  title: string;
  /** A sentence or two: why it matters, what to do. */
  detail?: string;
  source: CheckSource;
  /** The platform's check: file and function. */
  cite: string;
  wayOut?: WayOut;
  /** The platform's own words, when it refused for this. */
  refusal?: Failure;
};

type Words = { title: string; detail?: string; wayOut?: WayOut; source?: CheckSource };

/** Builds the checks of one platform function, so that each names its source once. */
export function checksOf(prefix: string, cite: string) {
  const make =
    (outcome: CheckOutcome) =>
    (id: string, words: Words): Check => {
      const { source = 'sysinv', ...rest } = words;
      return { id: `${prefix}.${id}`, outcome, source, cite, ...rest };
    };
  return { pass: make('pass'), block: make('block'), warn: make('warn'), unknown: make('unknown') };
}

/** "Cannot tell: …" in the one wording used everywhere. */
export const cannotTell = (what: string, why: string, source: CheckSource = 'none'): Words => ({
  title: `Cannot tell: ${what}`,
  detail: `${/[.!?]$/.test(why) ? why : `${why}.`} The platform decides.`,
  source,
});

/** The first blocker as a verdict; without one, allowed. */
export function verdictOf(checks: readonly Check[]): Verdict {
  const blocker = checks.find((check) => check.outcome === 'block');
  if (!blocker) return allowed;
  return denied(blocker.detail ? `${blocker.title}. ${blocker.detail}` : `${blocker.title}.`, blocker.cite);
}

const ORDER: readonly CheckOutcome[] = ['block', 'warn', 'pass', 'unknown'];

/** Blockers first, then warnings, passes, and what cannot be told; within each as the platform checks. */
export function orderChecks(checks: readonly Check[]): Check[] {
  return ORDER.flatMap((outcome) => checks.filter((check) => check.outcome === outcome));
}
