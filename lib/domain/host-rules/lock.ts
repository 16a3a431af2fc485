/** Lock, force lock and force unsafe lock: what /v1/ihosts and /v1/isystems already tell. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isController, isWorker } from '../host';
import { isUpdatingDeviceImage, otherController, type RuleContext, simplexMode } from './context';

export type LockVariant = 'lock' | 'force-lock' | 'force-unsafe-lock';

const general = checksOf('lock', 'sysinv host.py check_lock');
const controller = checksOf('lock', 'sysinv host.py check_lock_controller');
const worker = checksOf('lock', 'sysinv host.py check_lock_worker');

/** check_force_lock and check_force_unsafe_lock do not look at the present state: a second force lock is accepted. */
function state(variant: LockVariant, host: Host): Check {
  const name = hostName(host);
  if (host.administrative === 'unlocked') return general.pass('unlocked', { title: `${name} is unlocked` });
  if (host.administrative !== 'locked') {
    return general.unknown(
      'unlocked',
      cannotTell('administrative state', 'The platform did not give it.', 'sysinv'),
    );
  }
  const title = `${name} is already locked`;
  if (variant === 'lock') return general.block('unlocked', { title });
  return general.warn('unlocked', { title, detail: 'The platform accepts a force lock again, to no use.' });
}

/** The platform does not look at the task on a lock; a person should. */
function task(host: Host): Check {
  return host.task
    ? general.warn('task', {
        title: `A task is running: ${host.task}`,
        detail: 'The platform does not wait for it.',
      })
    : general.pass('task', { title: 'No task is running' });
}

/** The active controller of a duplex cannot be locked, not even by force. A simplex may lock itself. */
function active(host: Host, context: RuleContext): Check[] {
  if (!isController(host)) return [];
  const name = hostName(host);
  const simplex = simplexMode(context);
  if (simplex === true) {
    return [controller.pass('active-controller', { title: 'Simplex: the active controller may be locked' })];
  }
  if (host.activity !== 'active') {
    return host.activity === 'standby'
      ? [controller.pass('active-controller', { title: `${name} is the standby controller` })]
      : [
          controller.unknown(
            'active-controller',
            cannotTell('which controller is active', 'The platform did not say.', 'sysinv'),
          ),
        ];
  }
  if (simplex === null) {
    const why = 'The active controller may be locked on a simplex only, and the system could not be read.';
    return [controller.unknown('active-controller', cannotTell('whether this is a simplex', why, 'sysinv'))];
  }
  const other = otherController(host, context);
  return [
    controller.block('active-controller', {
      title: `${name} is the active controller`,
      detail: other ? `Swact to ${hostName(other)} first.` : 'Only a standby controller can be locked.',
      wayOut: { kind: 'action', action: 'swact', hostId: host.id, label: `Swact ${name}` },
    }),
  ];
}

function deviceImage(variant: LockVariant, host: Host): Check[] {
  if (variant !== 'lock' || !isWorker(host)) return [];
  if (!isUpdatingDeviceImage(host)) {
    return [worker.pass('device-image', { title: 'No device image update is in progress' })];
  }
  return [
    worker.block('device-image', {
      title: `${hostName(host)} is updating a device image`,
      detail: 'Wait until it has finished.',
      wayOut: { kind: 'wait', label: 'Wait for the device image update' },
    }),
  ];
}

/** In the order of the platform. */
export function lockChecks(variant: LockVariant, host: Host, context: RuleContext): Check[] {
  return [state(variant, host), ...active(host, context), ...deviceImage(variant, host), task(host)];
}
