/**
 * What the console says about an action before it is done: one sentence of effect, the warning of the force
 * variants, and what follows. Durations are the platform's own limits (metal mtce/src/scripts/mtc.conf) or the
 * "5 to 10 minutes" of the StarlingX installation guides; they are usual, never promised.
 */
import { type Host, hostName, isController, isStorage } from './host';
import type { HostAction } from './host-actions';
import { isSimplex, type System } from './system';

type Where = Pick<System, 'mode'> | null;
export type Step = {
  title: string;
  /** Usual duration in words; null when it depends on a person or cannot be said. */
  usual: string | null;
};

const BOOT = '5 to 10 min';
const onSimplex = (system: Where): boolean => system !== null && isSimplex(system);

/** What the host gives up when it is locked, by its role. */
function losses(host: Host, system: Where): string {
  if (onSimplex(system)) return 'All containers of this cloud stop; the platform and this console stay up.';
  if (isStorage(host)) return 'Its disks leave the storage cluster, which runs with less redundancy.';
  if (isController(host)) return 'The other controller runs alone, without a standby.';
  return 'Pods leave and services stop.';
}

/** One or two sentences: what the action does to this host. */
export function actionEffect(action: HostAction, host: Host, system: Where): string {
  const name = hostName(host);
  switch (action) {
    case 'edit':
      return `Changes the stored attributes of ${name}. Only what you change is sent.`;
    case 'lock':
      return `Takes the host out of service. ${losses(host, system)} It stays powered and reachable. Unlock brings it back with a reboot.`;
    case 'force-lock':
      return `Takes the host out of service at once, without waiting for services to leave. ${losses(host, system)}`;
    case 'force-unsafe-lock':
      return `Takes the host out of service at once, even if too few storage monitors remain. ${losses(host, system)}`;
    case 'unlock':
      return onSimplex(system)
        ? `Reboots the host and puts it into service. This console goes away while ${name} reboots. The page waits.`
        : 'Reboots the host, applies its configuration and puts it into service.';
    case 'force-unlock':
      return 'Reboots the host and puts it into service without the checks that protect it.';
    case 'swact':
      return `Moves the active services from ${name} to the other controller. Connections to the platform, this console included, drop for a moment.`;
    case 'force-swact':
      return `Moves the active services away from ${name} without asking whether the other controller is fit to take them.`;
    case 'reboot':
      return 'Restarts the operating system. The host stays locked.';
    case 'reset':
      return 'Restarts the hardware through board management, without shutting down first. The host stays locked.';
    case 'power-on':
      return 'Switches the host on through board management. The host stays locked.';
    case 'power-off':
      return 'Switches the host off through board management. It can be reached again only after power on.';
    case 'reinstall':
      return 'Erases the root disk and installs the platform again over the network. The host stays locked.';
    case 'delete':
      return `Removes ${name} and its configuration from the inventory. To bring it back it has to be added and installed again.`;
  }
}

/** What a force lock costs, by what the host carries. The platform logs it and nothing can take it back. */
function forceLockCost(host: Host, system: Where): string {
  const name = hostName(host);
  if (isStorage(host))
    return `Storage services on ${name} are lost at once, without moving data out of the way.`;
  if (isController(host) && !onSimplex(system))
    return `Services on ${name} switch over without control, with possible outages.`;
  return `Every application that runs on ${name} has an outage, and the host is reset if it does not stop by itself.`;
}

const LAST_RESORT: Partial<Record<HostAction, string>> = {
  'force-lock': 'Use it only when an ordinary lock did not work and the host must be locked.',
  'force-unsafe-lock':
    'Use it only when force lock is refused and losing the storage cluster is acceptable: data can be lost or stay unreachable.',
  'force-unlock': 'Use it only when an ordinary unlock is refused and the host must be unlocked.',
  'force-swact': 'Use it only when an ordinary swact is refused and the services must move.',
};

/** The warning of a force variant; null for everything else. */
export function actionWarning(action: HostAction, host: Host, system: Where): string | null {
  const lastResort = LAST_RESORT[action];
  if (!lastResort) return null;
  const name = hostName(host);
  const cost =
    action === 'force-unlock'
      ? `${name} can end in a bad state that only a reinstall or a disk wipe mends.`
      : action === 'force-swact'
        ? 'The other controller may be degraded, outdated or locked: services can stay down on both.'
        : forceLockCost(host, system);
  return `${cost} ${lastResort} It is logged and cannot be undone.`;
}

const LOCKED: Step = { title: 'Locked, online', usual: 'as long as you need' };
const BACK: Step = { title: 'Unlock, reboot', usual: BOOT };
const AVAILABLE: Step = { title: 'Available', usual: null };

/** What happens next, in order, in the words of the task column. */
export function actionSteps(action: HostAction, host: Host, system: Where): Step[] {
  const drain = isStorage(host) ? 'up to a few minutes' : 'up to 3 min';
  switch (action) {
    case 'edit':
    case 'delete':
      return [];
    case 'lock':
      return [{ title: 'Disabling Services', usual: drain }, LOCKED, BACK, AVAILABLE];
    case 'force-lock':
    case 'force-unsafe-lock':
      return [
        { title: 'Force Locking', usual: 'under a minute' },
        { title: 'Reset, if it does not stop', usual: BOOT },
        LOCKED,
        BACK,
      ];
    case 'unlock':
    case 'force-unlock':
      return [
        { title: onSimplex(system) ? 'This console goes away' : 'Unlocking', usual: 'under a minute' },
        { title: 'Booting', usual: BOOT },
        { title: 'Enabling', usual: 'up to a few minutes' },
        AVAILABLE,
      ];
    case 'swact':
    case 'force-swact':
      return [
        { title: 'Swact: Request', usual: 'a few seconds' },
        { title: 'Swact: In-Progress', usual: 'up to 2 min' },
        { title: 'Standby', usual: null },
      ];
    case 'reboot':
    case 'reset':
      return [
        { title: action === 'reboot' ? 'Rebooting' : 'Resetting', usual: 'under a minute' },
        { title: 'Offline while it boots', usual: BOOT },
        { title: 'Locked, online', usual: null },
      ];
    case 'power-on':
      return [
        { title: 'Powering-on', usual: 'under a minute' },
        { title: 'Booting', usual: BOOT },
        { title: 'Locked, online', usual: null },
      ];
    case 'power-off':
      return [
        { title: 'Powering-off', usual: 'under a minute' },
        { title: 'Locked, power-off', usual: null },
      ];
    case 'reinstall':
      return [
        { title: 'Reinstalling', usual: 'up to 40 min' },
        { title: 'Locked, online', usual: null },
        { title: 'Unlock, reboot', usual: BOOT },
      ];
  }
}

/** Task texts the host goes through (sysinv HostUpdate.ACTIONS_TO_TASK_DISPLAY_CHOICES, then maintenance's own). */
export const ACTION_TASKS: Record<Exclude<HostAction, 'edit' | 'delete'>, readonly string[]> = {
  lock: ['Locking', 'Requesting Disable', 'Migrating Instances', 'Disabling Services'],
  'force-lock': ['Force Locking', 'Force Lock Reset in Progress'],
  'force-unsafe-lock': ['Unsafely Force Locking', 'Force Lock Reset in Progress'],
  unlock: ['Unlocking', 'Booting', 'Testing', 'Initializing', 'Enabling', 'Enabling Worker Service'],
  'force-unlock': ['Unlocking', 'Booting', 'Testing', 'Initializing', 'Enabling', 'Enabling Worker Service'],
  swact: ['Swacting', 'Swact: Request', 'Swact: In-Progress', 'Swact: Complete'],
  'force-swact': ['Force-Swacting', 'Swact: Request', 'Swact: In-Progress', 'Swact: Complete'],
  reboot: ['Rebooting', 'Reboot Request'],
  reset: ['Resetting', 'Reset Request', 'Reset Completed'],
  'power-on': ['Powering-on', 'Power-On Completed'],
  'power-off': ['Powering-off', 'Power-Off Completed'],
  reinstall: ['Reinstalling', 'Reinstall Succeeded'],
};
