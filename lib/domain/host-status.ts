/**
 * The one line that says what a host is busy with. Order as the platform's own GUI derives it: an installation
 * while the host is away, then maintenance's task, then its configuration, then what VIM is doing.
 */
import { type Host, isInstalling } from './host';
import type { Rank } from './host-trouble';
import { taskMood } from './task';

export type HostStatus = {
  /** Words for a person; platform words unchanged. */
  text: string;
  /** Work is going on, as opposed to a condition that stays until somebody acts. */
  moving: boolean;
  /** Real progress, where the platform counts: 14 of 20 packages. */
  progress: { done: number; total: number } | null;
};

/** sysinv common/constants.py INSTALL_STATE_*. */
const INSTALL_WORDS: Record<string, string> = {
  preinstall: 'Pre-install',
  installing: 'Installing packages',
  postinstall: 'Post-install',
  installed: 'Installed',
  booting: 'Booting',
  failed: 'Install failed',
};

/** VIM words that say nothing is going on. */
const SETTLED: readonly string[] = ['services-enabled', 'services-disabled'];

/** What a host is busy with, or null when there is nothing to say. */
export function hostStatus(host: Host): HostStatus | null {
  const { state, done, total } = host.install;
  if (isInstalling(host) && state !== null) {
    const progress = done !== null && total !== null && total > 0 ? { done, total } : null;
    return { text: INSTALL_WORDS[state] ?? state, moving: true, progress };
  }
  if (state === 'failed' && host.availability === 'offline') {
    return { text: 'Install failed', moving: false, progress: null };
  }
  // "… threshold reached, Lock/Unlock to retry" stays until somebody acts.
  if (host.task) return { text: host.task, moving: taskMood(host.task) !== 'failed', progress: null };
  if (host.configStatus) return { text: host.configStatus, moving: false, progress: null };
  if (host.vimProgress && !SETTLED.includes(host.vimProgress)) {
    return { text: host.vimProgress, moving: false, progress: null };
  }
  return null;
}

/**
 * How bad a host's condition is for the order of attention (higher first); purpose sorts after trouble.
 * @param clock rank of what is wrong with its clock
 */
export function hostUrgency(
  host: Host,
  worstSeverity: 'critical' | 'major' | 'minor' | 'warning' | null,
  clock?: Rank,
): number {
  const bySeverity = { critical: 90, major: 60, minor: 40, warning: 20 };
  const byClock: Partial<Record<Rank, number>> = {
    freerun: 85,
    unknown: 80,
    holdover: 50,
    'out-of-tolerance': 30,
  };
  const alarm = Math.max(
    worstSeverity === null ? 0 : bySeverity[worstSeverity],
    (clock && byClock[clock]) ?? 0,
  );
  if (host.availability === 'failed') return 100;
  // Locked or off on purpose is not trouble by itself; an unlocked host that is away is.
  if (host.administrative !== 'locked') {
    if (host.availability === 'offline' || host.availability === 'power-off') return Math.max(95, alarm);
    if (host.availability === 'degraded') return Math.max(70, alarm);
    if (host.availability === null) return Math.max(80, alarm);
    if (host.availability === 'intest') return Math.max(10, alarm);
    return alarm;
  }
  return Math.max(15, alarm);
}
