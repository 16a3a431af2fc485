/**
 * check_unlock of sysinv api/controllers/v1/host.py, in its order and with its words. `forced` skips what only a host in
 * good order passes.
 */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { hasWorker } from '../../seed/context';
import { checkUnlockController } from './controller';
import { checkUnlockInterfaces } from './interfaces';
import { checkUnlockStorageHost } from './storage';
import { checkApplications, checkCgtsVg, checkPartitions, checkRootca } from './system';
import { checkObjection, checkUnseen } from './unseen';
import { checkUnlockWorker } from './worker';

export function checkUnlock(world: World, host: Host, forced: boolean): void {
  checkStates(host, forced);
  if (!forced) checkApplications(world, host);
  if (!forced) checkRootca(world, host);
  checkCgtsVg(world, host);
  if (host.row.personality === 'controller') checkUnlockController(world, host, forced);
  if (hasWorker(host)) checkUnlockWorker(world, host, forced);
  else if (host.row.personality === 'storage') checkUnlockStorageHost(world, host);
  checkUnlockInterfaces(world, host);
  checkPartitions(world, host);
  if (forced) return;
  checkUnseen(world, host);
  // Applications are asked when the platform itself has nothing against it.
  checkObjection(world, host);
}

/** What the row of the host says. */
function checkStates(host: Host, forced: boolean): void {
  const { row } = host;
  const name = nameOf(host);
  if (row.install_state === 'failed') refuse(400, `Cannot unlock host ${name} due to installation failure`);
  if (row.administrative === 'unlocked') {
    const action = row.ihost_action ?? '';
    if (/^(force-(unsafe-)?)?lock/.test(action)) {
      const words = action.replace(/^-+|-+$/g, '');
      refuse(400, `Unable to complete the action because host ${name} is undergoing action ${words}.`);
    }
    refuse(400, `Avoiding 'unlock' action on already 'unlocked' host ${name}`);
  }
  if (row.availability === 'power-off') {
    refuse(
      400,
      `Can not 'Unlock a Powered-Off' host ${name}; Power-on, wait for 'online' status and then 'unlock'`,
    );
  }
  if (row.availability !== 'online' && !forced) {
    refuse(400, `Host ${name} is not online. Wait for 'online' availability status and then 'unlock'`);
  }
  if (!row.mgmt_mac || !row.hostname || !row.personality || !row.subfunctions) {
    refuse(
      400,
      `Can not unlock an unprovisioned host ${name}. Please perform 'Edit Host' to provision host.`,
    );
  }
  // The platform keeps it in a column of its own as well, `action_state`, which force does not mind.
  if (row.inv_state === 'reinstalling' && !forced) {
    refuse(
      400,
      `Can not unlock host ${name} undergoing reinstall. Please ensure host has completed reinstall prior to unlock.`,
    );
  }
  if (row.inv_state !== 'inventoried') {
    refuse(
      400,
      `Can not unlock host ${name} that has not yet been inventoried. Please wait for host to complete initial inventory prior to unlock.`,
    );
  }
}
