/**
 * What sysinv refuses before it acts (sysinv api/controllers/v1/host.py check_*), as far as a simulated cloud can
 * tell. Messages that were recorded or are quoted in public notes are the platform's; the others, marked, are this
 * simulator's own words for the same check.
 */
import type { World } from '../../kernel/world';
import { isUnfitToTakeOver } from '../actions/alarms';
import { refuse } from '../faults';
import { type Host, isActiveController, nameOf } from '../host';
import { checkNoRootcaPhase } from './kube/hosts';
import { checkDeleteStorage, checkLockStorage } from './storage/host-actions';

type Check = (world: World, host: Host) => void;

const label = nameOf;

/** check_lock. `unsafe` leaves out the storage monitors. */
export function checkLock(world: World, host: Host, mode: 'lock' | 'force-lock' | 'force-unsafe-lock'): void {
  if (host.row.administrative === 'locked') {
    refuse(400, `Avoiding 'lock' action on already 'locked' host ${label(host)}`);
  }
  if (host.row.personality === 'controller' && isActiveController(host) && !world.sysinv.isSimplex()) {
    refuse(400, `${label(host)} : Rejected: Can not lock an active controller.`);
  }
  if (mode === 'lock' && host.row.personality === 'worker' && isUpdatingImage(host)) {
    refuse(400, `Rejected: Cannot lock ${label(host)} while device image update is in progress.`);
  }
  if (mode !== 'force-unsafe-lock' && host.row.personality !== 'worker') checkMonitors(world, host);
  checkLockStorage(world, host, mode !== 'lock');
}

/** An FPGA that is being written must not lose its host. */
const isUpdatingImage = (host: Host): boolean => host.row.device_image_update === 'in-progress';

/** The storage cluster needs two of three monitors. Clouds with fewer have no quorum to lose. */
function checkMonitors(world: World, host: Host): void {
  const { monitors } = world.sysinv.context;
  if (monitors.length < 3 || !monitors.includes(host.row.hostname ?? '')) return;
  const lost = world.storage.lostMonitors(world);
  const left = monitors.filter(
    (name) =>
      name !== host.row.hostname &&
      !lost.includes(name) &&
      world.sysinv.byName(name)?.row.operational === 'enabled',
  );
  if (left.length < 2) {
    // Own words.
    refuse(400, `${label(host)} : Rejected: ${left.length} storage monitor would be left, 2 are needed.`);
  }
}

/** check_swact. force-swact has no checks at all. */
export const checkSwact: Check = (world, host) => {
  checkIsController(host);
  if (host.row.administrative === 'locked') refuse(400, 'Controller is Locked ; No services to Swact');
  // Own words from here on, but for the configuration.
  if (world.sysinv.isSimplex()) refuse(400, 'Swact is not allowed on a simplex system.');
  const peer = world.sysinv.peerOf(host);
  if (!peer) refuse(400, 'Swact is not possible: there is no other controller.');
  const name = label(peer);
  if (peer.row.ihost_action === 'lock' && peer.row.task === 'Locking') {
    refuse(400, `${name} is being locked and can not take over.`);
  }
  if (peer.row.operational !== 'enabled') refuse(400, `${name} is not enabled and can not take over.`);
  if (isUnfitToTakeOver(world, peer)) refuse(400, `${name} is degraded and can not take over.`);
  if (peer.row.subfunction_oper !== 'enabled') {
    refuse(400, `The worker function of ${name} is not enabled; it can not take over.`);
  }
  if (peer.row.config_target !== peer.row.config_applied) {
    refuse(400, `${name} target Config ${peer.row.config_target} not yet applied.`);
  }
  const busy = [host, peer].find(isUpdatingImage);
  if (busy) {
    refuse(400, `Rejected: Cannot swact ${label(host)} while ${label(busy)} is updating device images.`);
  }
  checkNoRootcaPhase(world, host, 'swact');
  if (world.sysinv.cloud('apps').some(({ status }) => status === 'applying')) {
    refuse(400, 'Swact is not possible while an application is being applied.');
  }
};

export function checkIsController(host: Host): void {
  if (host.row.personality !== 'controller') {
    refuse(400, `Swact action not allowed for non controller host ${label(host)}.`);
  }
}

const SIMPLEX_VERB: Record<string, string> = {
  Reboot: 'Rebooting',
  Reset: 'Resetting',
  'Power-Off': 'Powering off',
  'Power-On': 'Powering on',
  Reinstall: 'Reinstalling',
};

/** check_reboot, check_reset, check_poweroff: only a locked host, and never the only one. */
export function checkLocked(
  world: World,
  host: Host,
  what: 'Reboot' | 'Reset' | 'Power-Off' | 'Reinstall',
): void {
  checkNotSimplex(world, what);
  if (host.row.administrative !== 'locked') {
    refuse(400, `Can not '${what}' an 'unlocked' host ${label(host)}; Please 'Lock' first`);
  }
}

function checkNotSimplex(world: World, what: string): void {
  if (world.sysinv.isSimplex()) refuse(400, `${SIMPLEX_VERB[what]} a simplex system is not allowed.`);
}

export const checkPowerOn: Check = (world, host) => {
  checkNotSimplex(world, 'Power-On');
  if (host.row.administrative !== 'locked') {
    // Own words.
    refuse(400, `Can not 'Power-On' an already Powered-on and 'unlocked' host ${label(host)}`);
  }
};

/** check_reinstall. "none" passes as board management: the platform asks only whether there is a value. */
export const checkReinstall: Check = (world, host) => {
  checkLocked(world, host, 'Reinstall');
  if (host.row.availability !== 'online' && host.row.bm_type === null) {
    refuse(
      400,
      `Can not 'Reinstall' ${label(host)} while it is 'offline' and a board management controller is not provisioned. Wait for the host to be 'online' and try again.`,
    );
  }
};

/** check_delete: what is unlocked answers 500, with the reason in it. */
export const checkDelete: Check = (world, host) => {
  if (world.sysinv.isSimplex()) refuse(400, 'Deleting controller-0 on a simplex system is not allowed.');
  if (host.row.administrative !== 'locked') {
    refuse(
      500,
      `Unable to complete the action delete because Host ${label(host)} is in administrative state = unlocked.`,
    );
  }
  checkDeleteStorage(world, host);
};
