/** Unlock and force unlock: what /v1/ihosts already tells. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isWorker } from '../host';

const general = checksOf('unlock', 'sysinv host.py check_unlock');
const worker = checksOf('unlock', 'sysinv host.py check_unlock_worker');

/** `ihost_action` keeps the last action; on an unlocked host a lock there means it is under way (exception HostLocking). */
const lockUnderWay = (host: Host): boolean =>
  /^(lock|force-lock|force-unsafe-lock)/.test(host.lastAction ?? '');

function installed(host: Host): Check {
  if (host.install.state !== 'failed')
    return general.pass('installed', { title: 'The installation did not fail' });
  return general.block('installed', {
    title: `The installation of ${hostName(host)} failed`,
    detail: 'Reinstall it first.',
    wayOut: { kind: 'action', action: 'reinstall', hostId: host.id, label: `Reinstall ${hostName(host)}` },
  });
}

function locked(host: Host): Check {
  const name = hostName(host);
  if (host.administrative === 'locked') return general.pass('locked', { title: `${name} is locked` });
  if (host.administrative !== 'unlocked') {
    return general.unknown(
      'locked',
      cannotTell('administrative state', 'The platform did not give it.', 'sysinv'),
    );
  }
  if (lockUnderWay(host) && host.task) {
    return general.block('locked', {
      title: `${name} is being locked`,
      detail: 'Unlock it when the lock is done.',
      wayOut: { kind: 'wait', label: 'Wait for the lock' },
    });
  }
  return general.block('locked', { title: `${name} is already unlocked` });
}

/** Power-off is refused always, any other state than online only without force. */
function online(host: Host, forced: boolean): Check {
  const name = hostName(host);
  if (host.availability === 'online') return general.pass('online', { title: `${name} is online` });
  if (host.availability === 'power-off') {
    return general.block('online', {
      title: `${name} is powered off`,
      detail: 'Power it on and wait until it is online.',
      wayOut: { kind: 'action', action: 'power-on', hostId: host.id, label: `Power on ${name}` },
    });
  }
  const title = host.availability
    ? `${name} is ${host.availability}, not online`
    : `Availability of ${name} is unknown`;
  if (forced) return general.warn('online', { title, detail: 'Force unlock skips this check.' });
  if (host.availability === null) {
    return general.unknown('online', cannotTell('availability', 'The platform did not give it.', 'sysinv'));
  }
  return general.block('online', {
    title,
    detail: 'Wait until it is online.',
    wayOut: { kind: 'wait', label: 'Wait for online' },
  });
}

function provisioned(host: Host): Check {
  const missing = [
    host.hostname ? '' : 'hostname',
    host.personality ? '' : 'personality',
    host.subfunctions.length > 0 ? '' : 'subfunctions',
    host.mgmtMac ? '' : 'management MAC',
  ].filter((word) => word !== '');
  if (missing.length === 0) {
    return general.pass('provisioned', { title: 'Hostname, personality and management MAC are set' });
  }
  return general.block('provisioned', {
    title: `${hostName(host)} is not provisioned`,
    detail: `Not set: ${missing.join(', ')}.`,
    wayOut: { kind: 'action', action: 'edit', hostId: host.id, label: 'Edit host' },
  });
}

/** `inv_state` must be inventoried; force does not skip it. */
function inventoried(host: Host): Check {
  if (host.inventoryState === 'inventoried')
    return general.pass('inventoried', { title: 'The inventory is complete' });
  const reinstalling = host.inventoryState === 'reinstalling';
  return general.block('inventoried', {
    title: reinstalling
      ? `${hostName(host)} is being reinstalled`
      : `${hostName(host)} has not been inventoried yet`,
    detail: 'Wait until it has booted and reported its hardware.',
    wayOut: { kind: 'wait', label: 'Wait for the inventory' },
  });
}

function configured(host: Host): Check[] {
  if (!isWorker(host)) return [];
  if (host.provisionState !== null) return [worker.pass('configured', { title: 'The host is configured' })];
  return [
    worker.block('configured', {
      title: `${hostName(host)} is not configured yet`,
      detail: 'Configure it and wait until it is online.',
      wayOut: { kind: 'action', action: 'edit', hostId: host.id, label: 'Edit host' },
    }),
  ];
}

/** In the order of the platform; `forced` for force unlock. */
export function unlockChecks(host: Host, forced: boolean): Check[] {
  return [
    installed(host),
    locked(host),
    online(host, forced),
    provisioned(host),
    inventoried(host),
    ...configured(host),
  ];
}
