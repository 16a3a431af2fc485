/** How long a clock in holdover has been, and how long it may be. */
import type { Unknown } from '../host';
import type { Claim } from './claim';
import type { HostClock } from './host-clock';
import type { HostPtp } from './host-ptp';
import { limitsOf } from './thresholds';

const TIMED: readonly (string | null)[] = ['ptp4l', 'ts2phc', 'clock'];

/**
 * The least of the holdover times of the instances involved counts: a clockClass falls out of specification with the
 * first of ptp4l and its source (collectd ptp.py check_clock_class). A DPLL that dpll-mgr steers has tiers of its own,
 * which no service of the platform tells: no end is shown for it.
 */
function totalMs(deciding: readonly Claim[], ptp: HostPtp): Unknown<number> {
  if (deciding.some(({ kind }) => kind === 'dpll')) return null;
  const timed = ptp.instances.filter(({ service }) => TIMED.includes(service));
  const seconds = (timed.length > 0 ? timed : [{ sections: [] }]).map((one) => limitsOf(one).holdoverSeconds);
  return Math.min(...seconds) * 1000;
}

/** @param now epoch milliseconds */
export function holdoverOf(claims: readonly Claim[], ptp: HostPtp, now: number): HostClock['holdover'] {
  const deciding = claims.filter(({ state, frequencyOnly }) => state === 'holdover' && !frequencyOnly);
  const times = deciding.flatMap(({ at }) => (at === null ? [] : [at]));
  const since = times.length > 0 ? Math.min(...times) : null;
  const total = totalMs(deciding, ptp);
  const leftMs = since === null || total === null ? null : Math.max(0, since + total - now);
  return { since, totalMs: total, leftMs };
}
