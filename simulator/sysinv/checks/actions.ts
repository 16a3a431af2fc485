/**
 * What sysinv refuses before it acts (sysinv api/controllers/v1/host.py check_*), as far as a simulated cloud can
 * tell. Messages that were recorded or are quoted in public notes are the platform's; the others, marked, are this
 * simulator's own words for the same check.
 */
import type { World } from '../../kernel/world';
import { isUnfitToTakeOver } from '../actions/alarms';
import { refuse } from '../faults';
import { type Host, isActiveController, nameOf } from '../host';
import { hasWorker } from '../seed/context';
import { hostKind } from '../state';
import { checkDeleteStorage, checkLockStorage, checkUnlockStorage } from './storage/host-actions';

type Check = (world: World, host: Host) => void;

const label = nameOf;

/** check_unlock, then by personality. `forced` skips what only a host in good order passes. */
export function checkUnlock(world: World, host: Host, forced: boolean): void {
  const { row } = host;
  // Own words.
  if (row.install_state === 'failed')
    refuse(400, `Can not unlock host ${label(host)}: its installation failed.`);
  if (row.administrative === 'unlocked') {
    refuse(400, `Avoiding 'unlock' action on already 'unlocked' host ${label(host)}`);
  }
  // Own words.
  if (row.availability === 'power-off')
    refuse(400, `Can not unlock host ${label(host)} while it is powered off.`);
  if (row.availability !== 'online' && !forced) {
    refuse(400, `Host ${label(host)} is not online. Wait for 'online' availability status and then 'unlock'`);
  }
  if (!row.mgmt_mac || !row.hostname || !row.personality || !row.subfunctions) {
    refuse(
      400,
      `Can not unlock an unprovisioned host ${label(host)}. Please perform 'Edit Host' to provision host.`,
    );
  }
  if (row.inv_state === 'reinstalling' && !forced) {
    // Own words.
    refuse(400, `Can not unlock host ${label(host)} while it is being reinstalled.`);
  }
  if (row.inv_state !== 'inventoried' && row.inv_state !== 'reinstalling') {
    // Own words.
    refuse(400, `Can not unlock host ${label(host)}: its inventory is not complete.`);
  }
  if (!forced) checkNoAppBusy(world, host);
  if (row.personality === 'controller') checkOamInterface(world, host);
  if (hasWorker(host)) checkPlatformMemory(world, host);
  checkPtpInstance(world, host);
  checkUnlockStorage(world, host, forced);
}

/** Own words: a host that is to keep time by PTP needs something that does. */
function checkPtpInstance(world: World, host: Host): void {
  if (host.row.clock_synchronization !== 'ptp') return;
  const assigned = world.sysinv
    .cloud('ptp_instances')
    .some(({ hostnames }) => Array.isArray(hostnames) && hostnames.includes(host.row.hostname));
  if (!assigned) {
    refuse(400, `Can not unlock host ${label(host)}: it keeps time by PTP and has no PTP instance.`);
  }
}

const BUSY = ['applying', 'updating', 'recovering', 'removing'];

function checkNoAppBusy(world: World, host: Host): void {
  const states = world.sysinv.isSimplex() ? [...BUSY, 'uploading'] : BUSY;
  const app = world.sysinv.cloud('apps').find(({ status }) => states.includes(String(status)));
  if (app) {
    refuse(
      400,
      `Rejected: Can not unlock host ${label(host)} while an application is being ${nounOf(app.status)}.`,
    );
  }
}

function nounOf(status: unknown): string {
  return (
    { applying: 'applied', updating: 'updated', recovering: 'recovered', removing: 'removed' }[
      String(status)
    ] ?? 'uploaded'
  );
}

function rowsOf(world: World, host: Host, segment: string) {
  const kind = hostKind(segment);
  return kind ? world.sysinv.rows(kind, host) : [];
}

function checkOamInterface(world: World, host: Host): void {
  if (!rowsOf(world, host, 'interface_networks').some((row) => row.network_type === 'oam')) {
    refuse(
      400,
      'Can not unlock a controller host without an oam interface. Add an oam interface before re-attempting this command.',
    );
  }
}

function checkPlatformMemory(world: World, host: Host): void {
  const memory = rowsOf(world, host, 'imemorys');
  const sum = (column: string) => memory.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const required = sum('minimum_platform_reserved_mib');
  if (sum('platform_reserved_mib') < required) {
    refuse(
      400,
      `Insufficient memory reserved for platform on ${label(host)}. Platform memory must be at least ${required} MiB`,
    );
  }
}

/** check_lock. `unsafe` leaves out the storage monitors. */
export function checkLock(world: World, host: Host, mode: 'lock' | 'force-lock' | 'force-unsafe-lock'): void {
  if (host.row.administrative === 'locked') {
    refuse(400, `Avoiding 'lock' action on already 'locked' host ${label(host)}`);
  }
  if (host.row.personality === 'controller' && isActiveController(host) && !world.sysinv.isSimplex()) {
    refuse(400, `${label(host)} : Rejected: Can not lock an active controller.`);
  }
  if (mode === 'lock' && host.row.personality === 'worker') checkNoDeviceImage(host, 'lock');
  if (mode !== 'force-unsafe-lock' && host.row.personality !== 'worker') checkMonitors(world, host);
  checkLockStorage(world, host, mode !== 'lock');
}

/** Own words: an FPGA that is being written must not lose its host. */
function checkNoDeviceImage(host: Host, action: string): void {
  if (host.row.device_image_update === 'in-progress') {
    refuse(400, `Can not ${action} ${label(host)} while its device image is being updated.`);
  }
}

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
  for (const controller of [host, peer]) checkNoDeviceImage(controller, 'swact');
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
