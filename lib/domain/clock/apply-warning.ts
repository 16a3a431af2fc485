/**
 * What an apply does to the clocks that run, said before it is done. On each host that follows PTP the platform writes the files of
 * every instance anew and restarts their services, and collectd, which raises the alarms (sysinv ptp_instance.py apply, puppet class
 * platform::ptpinstance::runtime): a service that starts has no lock yet, and what a clock was held by is gone.
 */

import type { Host } from '../host';
import { counted, isOrAre } from '../words';
import { byAttention, type ClockState } from './clock-state';
import { applyHosts, startApply } from './ptp-apply';
import type { ClockState as Configured } from './ptp-call-effect';

/** Hostnames of those whose services restart at once: in service, following PTP, with an instance to run. */
export function restartedHosts(
  { config, follows }: Pick<Configured, 'config' | 'follows'>,
  hosts: readonly Host[],
): string[] {
  const running = new Set(config.instances.flatMap(({ hosts: on }) => on));
  const asWanted = hosts.map((host) => ({
    ...host,
    clockSynchronization: follows[host.hostname ?? ''] ?? host.clockSynchronization,
  }));
  return applyHosts(startApply('', 0, asWanted), asWanted).flatMap(({ name, state }) =>
    state !== 'at-unlock' && running.has(name) ? [name] : [],
  );
}

export type ApplyWarning = {
  title: string;
  /** Full sentences: what it does to clocks, then how those are now, with what is wrong already by name. */
  text: string;
};

/** What several have in common, and what one is; `of` counts: "4 of 6 are verified locked". */
const CALM: Partial<Record<ClockState, string>> = {
  locked: 'verified locked',
  'no-fault': 'without a timing alarm',
};
const WRONG: Partial<Record<ClockState, string>> = {
  freerun: 'in free-run already',
  holdover: 'on holdover already: a restart may end that in free-run',
  degraded: 'degraded already',
  'out-of-tolerance': 'out of tolerance already',
  ntp: 'following NTP so far',
  'not-configured': 'without a clock so far',
};

/**
 * @param restarted hostnames, as of `restartedHosts`
 * @param stateOf how the clock of a host is; undefined while that has not been read
 */
export function applyWarning(
  restarted: readonly string[],
  stateOf: (host: string) => ClockState | undefined,
): ApplyWarning {
  if (restarted.length === 0)
    return {
      title: 'No PTP service restarts.',
      text: 'No host in service follows PTP and has an instance. Others take it up when they are unlocked.',
    };
  const title = `Applying restarts the PTP services of ${counted(restarted.length, 'host')}.`;
  const [does, where] =
    restarted.length === 1
      ? ['Its clock may go through holdover until it has locked again', ` (${restarted[0]})`]
      : ['Their clocks may go through holdover until they have locked again', ''];
  return { title, text: [`${does}${where}.`, ...present(restarted, stateOf)].join(' ') };
}

function present(restarted: readonly string[], stateOf: (host: string) => ClockState | undefined): string[] {
  const byState = new Map<ClockState, string[]>();
  for (const host of restarted) {
    const state = stateOf(host);
    // What was never read is not the same as unknown, and is not claimed to be.
    if (state === undefined) return ['How they are now is being read.'];
    byState.set(state, [...(byState.get(state) ?? []), host]);
  }
  const states = [...byState.keys()].sort(byAttention);
  const all = restarted.length;
  const calm = states.toReversed().flatMap((state) => {
    const count = byState.get(state)?.length ?? 0;
    return CALM[state]
      ? [`${all === 1 ? 'It is' : `${count} of ${all} ${isOrAre(count)}`} ${CALM[state]}`]
      : [];
  });
  const wrong = states.flatMap((state) => {
    const hosts = byState.get(state) ?? [];
    return WRONG[state] ? [`${named(hosts)} ${isOrAre(hosts.length)} ${WRONG[state]}`] : [];
  });
  const unknown = byState.get('unknown') ?? [];
  const silent =
    unknown.length > 0 ? [`How ${named(unknown)} ${isOrAre(unknown.length)} now is not known`] : [];
  return [...calm, ...wrong, ...silent].map((sentence) => `${sentence}.`);
}

const MOST_NAMES = 4;

/** "a", "a and b", "a, b, c, d and 3 more". */
function named(hosts: readonly string[]): string {
  const more = hosts.length - MOST_NAMES;
  const parts = more > 0 ? [...hosts.slice(0, MOST_NAMES), `${more} more`] : hosts;
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
