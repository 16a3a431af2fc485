/** What is wrong with one host, worst first: from its own states and the alarms that stand on it. */
import { type Alarm, byUrgency, type Severity } from './alarm';
import type { ClockState } from './clock/clock-state';
import {
  type Host,
  type HostCondition,
  hostCondition,
  hostName,
  isChanging,
  isController,
  isWorker,
} from './host';
import { taskMood } from './task';

/**
 * The order of attention (DESIGN section 5). `down`: unlocked and not in service, without anything going on.
 * From `minor` on it is no longer something that needs a person now.
 */
export const RANKS = [
  'failed',
  'down',
  'critical',
  'freerun',
  'unknown',
  'degraded',
  'major',
  // A holdover that is about to end.
  'holdover',
  'minor',
  'out-of-tolerance',
  'warning',
  'on-purpose',
] as const;
export type Rank = (typeof RANKS)[number];

export const rankOrder = (rank: Rank): number => RANKS.indexOf(rank);
/** Does a finding of this rank need somebody to look? */
export const needsLook = (rank: Rank): boolean => rankOrder(rank) <= rankOrder('holdover');
/** Is service affected: a host out of service that should be in it, or a critical alarm? */
export const affectsService = (rank: Rank): boolean => rankOrder(rank) <= rankOrder('critical');

/** Families of glyphs are never mixed: a host has no severity, an alarm no availability, a clock neither. */
export type Glyph =
  | { family: 'host'; condition: HostCondition }
  | { family: 'severity'; severity: Severity }
  /** `remaining`: share of a holdover that is left, null when nobody says. */
  | { family: 'clock'; state: ClockState; remaining: number | null };

export type Trouble = { rank: Rank; glyph: Glyph; headline: string };

/** What is wrong with a host's clock (clock/clock-trouble.ts). */
export type ClockTrouble = Trouble & {
  /** uuids of alarms that say so. */
  alarms: readonly string[];
  /** An alarm that says so is hidden by suppression, which changes nothing about the clock. */
  hidden: boolean;
};

/** Raised by the lock itself: no news beside "locked". */
const LOCK_ALARM = '200.001';
/** Raised by the same fact as the host's configuration status. */
const CONFIG_ALARM = '250.001';

const withoutStop = (text: string): string => text.trim().replace(/\.$/, '');

/** The platform's reason, with the host's name in front where it does not name it. */
function reasonOn(name: string, alarm: Alarm): string {
  const reason = withoutStop(alarm.reason);
  return reason.includes(name) ? reason : `${name}: ${reason}`;
}

/** An alarm that stands with a state belongs to its headline, unless it only repeats the name and state. */
const because = (alarms: readonly Alarm[]): string => {
  const worst = alarms.find((alarm) => alarm.alarmId !== LOCK_ALARM);
  return worst ? `. ${withoutStop(worst.reason)}` : '';
};

function stateTrouble(host: Host, alarms: readonly Alarm[]): Trouble | null {
  const name = hostName(host);
  const glyph: Glyph = { family: 'host', condition: hostCondition(host) };
  const unlocked = host.administrative === 'unlocked';
  const task = host.task ? `. ${withoutStop(host.task)}` : '';
  if (host.availability === 'failed')
    return { rank: 'failed', glyph, headline: `${name} failed${task || because(alarms)}` };
  if (host.install.state === 'failed' && host.availability === 'offline') {
    return { rank: 'failed', glyph, headline: `The installation of ${name} failed` };
  }
  if (unlocked && host.operational === 'disabled' && !isChanging(host)) {
    const state = host.availability ?? 'out of service';
    return { rank: 'down', glyph, headline: `${name} is unlocked and ${state}${because(alarms)}` };
  }
  if (host.availability === null || host.administrative === null) {
    return {
      rank: 'unknown',
      glyph: { family: 'host', condition: 'unknown' },
      headline: `The state of ${name} is unknown`,
    };
  }
  if (host.availability === 'degraded')
    return { rank: 'degraded', glyph, headline: `${name} is degraded${because(alarms)}` };
  if (
    unlocked &&
    isController(host) &&
    isWorker(host) &&
    host.subfunctionOperational === 'disabled' &&
    !isChanging(host)
  ) {
    return { rank: 'degraded', glyph, headline: `The worker function of ${name} is disabled` };
  }
  if (taskMood(host.task) === 'failed')
    return { rank: 'major', glyph, headline: `${name}: ${withoutStop(host.task ?? '')}` };
  return null;
}

function configTrouble(host: Host): Trouble | null {
  if (!/out-of-date/i.test(host.configStatus ?? '')) return null;
  const how = host.administrative === 'locked' ? 'Unlock' : 'Lock and unlock';
  return {
    rank: 'major',
    glyph: { family: 'severity', severity: 'major' },
    headline: `${hostName(host)} has an out-of-date configuration. ${how} to apply it`,
  };
}

function alarmTrouble(host: Host, alarms: readonly Alarm[], clock: ClockTrouble | null): Trouble | null {
  const worst = alarms.find((alarm) => alarm.alarmId !== LOCK_ALARM);
  if (!worst) return null;
  // The same thing said twice: as urgent as the alarm, in the words of the clock.
  if (clock?.alarms.includes(worst.id)) return { ...clock, rank: worst.severity };
  const glyph: Glyph = { family: 'severity', severity: worst.severity };
  return { rank: worst.severity, glyph, headline: reasonOn(hostName(host), worst) };
}

function purpose(host: Host): Trouble | null {
  if (host.administrative !== 'locked' || isChanging(host)) return null;
  const state =
    host.availability === 'online' || host.availability === null ? '' : ` and ${host.availability}`;
  return {
    rank: 'on-purpose',
    glyph: { family: 'host', condition: hostCondition(host) },
    headline: `${hostName(host)} is locked${state}`,
  };
}

/**
 * The worst thing about a host, or null when there is none.
 * @param alarms those that stand on it, suppressed ones left out; null when alarms could not be read
 * @param clock what is wrong with its clock
 */
export function hostTrouble(
  host: Host,
  alarms: readonly Alarm[] | null,
  clock: ClockTrouble | null = null,
): Trouble | null {
  const standing = [...(alarms ?? [])].sort(byUrgency);
  const worst = standing[0];
  const config = configTrouble(host);
  const alarm = config && worst?.alarmId === CONFIG_ALARM ? null : alarmTrouble(host, standing, clock);
  const found = [stateTrouble(host, standing), alarm, clock, config, purpose(host)].filter(
    (trouble) => trouble !== null,
  );
  return found.reduce<Trouble | null>(
    (worse, next) => (worse === null || rankOrder(next.rank) < rankOrder(worse.rank) ? next : worse),
    null,
  );
}

/** For the saved view "Needs attention": the same answer as the list on the overview. */
export function needsAttention(
  host: Host,
  alarms: readonly Alarm[] | null,
  clock: ClockTrouble | null = null,
): boolean {
  const trouble = hostTrouble(host, alarms, clock);
  return trouble !== null && needsLook(trouble.rank);
}
