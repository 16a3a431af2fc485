/** When an action on a host is over, and how. */
import type { Host } from './host';
import type { HostAction } from './host-actions';
import { inService } from './in-service';
import { taskMood } from './task';

export type Outcome =
  | { state: 'under-way'; retrying: boolean }
  | { state: 'done' }
  | { state: 'failed'; why: string };

const FINISHED_TASK = /complete$|completed$|succeeded$|gracefully recovered$/i;
/** Maintenance leaves "Swact: Complete", "Reset Completed" standing for half a minute after the deed. */
const isQuiet = (host: Host): boolean =>
  taskMood(host.task) === 'none' ||
  (taskMood(host.task) === 'working' && FINISHED_TASK.test(host.task ?? ''));

const REACHED: Record<Exclude<HostAction, 'delete' | 'edit'>, (host: Host) => boolean> = {
  lock: (host) => host.administrative === 'locked',
  'force-lock': (host) => host.administrative === 'locked',
  'force-unsafe-lock': (host) => host.administrative === 'locked',
  unlock: inService,
  'force-unlock': inService,
  swact: (host) => host.activity === 'standby',
  'force-swact': (host) => host.activity === 'standby',
  reboot: (host) => host.availability === 'online',
  reset: (host) => host.availability === 'online',
  'power-on': (host) => host.availability === 'online',
  'power-off': (host) => host.availability === 'power-off',
  reinstall: (host) => host.availability === 'online' && host.inventoryState === 'inventoried',
};

/** Quiet states that prove the action ended without reaching its aim. The request itself sets a task, so quiet means over. */
function missed(action: HostAction, host: Host): string | null {
  if (action.endsWith('lock') && !action.endsWith('unlock') && host.administrative === 'unlocked') {
    return host.vimProgress === 'services-disable-failed'
      ? 'The platform could not disable the services of the host.'
      : 'The lock ended and the host is still unlocked.';
  }
  if (action.endsWith('unlock')) {
    if (host.administrative === 'locked') return 'The unlock ended and the host is still locked.';
    if (host.availability === 'failed') return 'The host was unlocked and failed to come into service.';
  }
  if (action.endsWith('swact') && host.activity === 'active')
    return 'The swact ended and the host is still active.';
  if (action === 'reinstall' && host.install.state === 'failed') return 'The installation failed.';
  return null;
}

/**
 * How an accepted action stands.
 * @param host the host as read after the platform accepted the request; null when the list no longer has it
 * @param lastTask the last task text seen before: a failure text that has gone since still counts
 */
export function actionOutcome(
  action: HostAction,
  host: Host | null,
  lastTask: string | null = null,
): Outcome {
  if (action === 'edit') return { state: 'done' };
  if (action === 'delete') return host === null ? { state: 'done' } : { state: 'under-way', retrying: false };
  if (host === null) return { state: 'failed', why: 'The host is no longer in the list.' };
  const mood = taskMood(host.task);
  if (mood === 'failed') return { state: 'failed', why: `${host.task}.` };
  if (!isQuiet(host)) return { state: 'under-way', retrying: mood === 'retrying' };
  if (taskMood(lastTask) === 'failed' && host.task !== lastTask)
    return { state: 'failed', why: `${lastTask}.` };
  if (REACHED[action](host)) return { state: 'done' };
  const why = missed(action, host);
  return why ? { state: 'failed', why } : { state: 'under-way', retrying: false };
}
