/** Swact and force swact: what /v1/ihosts and /v1/isystems already tell. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isController, isWorker } from '../host';
import {
  isBeingLocked,
  isUpdatingDeviceImage,
  otherController,
  type RuleContext,
  simplexMode,
} from './context';

const swact = checksOf('swact', 'sysinv host.py check_swact');
const images = checksOf('swact', 'sysinv host.py _check_swact_device_image_update');
const force = checksOf('swact', 'sysinv host.py check_force_swact');

/** States of the host that gives its services away. */
function from(host: Host, context: RuleContext): Check[] {
  const name = hostName(host);
  if (!isController(host)) {
    return [
      swact.block('controller', { title: `${name} is not a controller`, detail: 'Only controllers swact.' }),
    ];
  }
  const checks: Check[] = [];
  if (host.administrative === 'locked') {
    checks.push(
      swact.block('unlocked', { title: `${name} is locked`, detail: 'It runs no services to hand over.' }),
    );
  } else if (host.administrative === null) {
    checks.push(
      swact.unknown(
        'unlocked',
        cannotTell('administrative state', 'The platform did not give it.', 'sysinv'),
      ),
    );
  } else checks.push(swact.pass('unlocked', { title: `${name} is an unlocked controller` }));
  const simplex = simplexMode(context);
  if (simplex === true) {
    checks.push(
      swact.block('duplex', { title: 'This is a simplex', detail: 'There is no other controller.' }),
    );
  } else if (simplex === null) {
    const why = 'The system could not be read.';
    checks.push(swact.unknown('duplex', cannotTell('whether this is a simplex', why, 'sysinv')));
  }
  // The API lets a standby controller swact; maintenance then finds nothing to move.
  if (host.activity === 'standby') {
    checks.push(
      swact.warn('active', {
        title: `${name} is the standby controller`,
        detail: 'It has nothing to hand over.',
      }),
    );
  }
  return checks;
}

function enabled(other: Host): Check {
  const name = hostName(other);
  if (other.operational === 'enabled') return swact.pass('peer-enabled', { title: `${name} is enabled` });
  if (other.operational === null) {
    return swact.unknown(
      'peer-enabled',
      cannotTell(`whether ${name} is enabled`, 'The platform did not say.', 'sysinv'),
    );
  }
  return swact.block('peer-enabled', {
    title: `${name} is ${other.operational}`,
    detail: 'The standby controller must be enabled.',
    wayOut:
      other.administrative === 'locked'
        ? { kind: 'action', action: 'unlock', hostId: other.id, label: `Unlock ${name}` }
        : { kind: 'wait', label: `Wait until ${name} is enabled` },
  });
}

function workerEnabled(other: Host): Check[] {
  if (!isWorker(other)) return [];
  const name = hostName(other);
  const state = other.subfunctionOperational;
  if (state === 'enabled')
    return [swact.pass('peer-worker', { title: `The worker function of ${name} is enabled` })];
  if (state === null) {
    const why = 'The platform did not say.';
    return [
      swact.unknown(
        'peer-worker',
        cannotTell(`whether the worker function of ${name} is enabled`, why, 'sysinv'),
      ),
    ];
  }
  return [
    swact.block('peer-worker', {
      title: `The worker function of ${name} is ${state}`,
      detail: 'All functions of the standby controller must be enabled.',
      wayOut: { kind: 'wait', label: `Wait until ${name} is enabled` },
    }),
  ];
}

function configApplied(other: Host): Check {
  const name = hostName(other);
  const outdated = other.configTarget !== null && other.configTarget !== other.configApplied;
  // Only a move away from the active controller is refused: towards the active one nothing has to be applied.
  if (!outdated || other.activity === 'active') {
    return swact.pass('peer-config', { title: `The configuration of ${name} is applied` });
  }
  return swact.block('peer-config', {
    title: `The configuration of ${name} is out of date`,
    detail: 'Lock and unlock it to apply the configuration.',
    wayOut: { kind: 'action', action: 'lock', hostId: other.id, label: `Lock ${name}` },
  });
}

/** States of the host that takes over. Degraded counts only with alarms (see preflight), so it does not block here. */
function to(host: Host, other: Host): Check[] {
  const name = hostName(other);
  const checks = [enabled(other), ...workerEnabled(other)];
  if (isBeingLocked(other)) {
    const wayOut = { kind: 'wait', label: 'Wait for the lock' } as const;
    checks.push(swact.block('peer-locking', { title: `${name} is being locked`, wayOut }));
  } else checks.push(swact.pass('peer-locking', { title: `${name} is not being locked` }));
  const busy = [host, other].find(isUpdatingDeviceImage);
  if (busy) {
    const wayOut = { kind: 'wait', label: 'Wait for the device image update' } as const;
    checks.push(
      images.block('device-image', { title: `${hostName(busy)} is updating a device image`, wayOut }),
    );
  } else checks.push(images.pass('device-image', { title: 'No device image update is in progress' }));
  return [...checks, configApplied(other)];
}

/** In the order of the platform. */
export function swactChecks(host: Host, context: RuleContext): Check[] {
  const first = from(host, context);
  const other = otherController(host, context);
  if (first.some((check) => check.outcome === 'block')) return first;
  if (other) return [...first, ...to(host, other)];
  const detail = 'Without a standby there is nowhere for the services to go.';
  return [...first, swact.warn('peer', { title: 'No other controller is in the host list', detail })];
}

/** The platform checks nothing at all here (check_force_swact returns True), so these only warn. */
export function forceSwactChecks(host: Host, context: RuleContext): Check[] {
  const ordinary = swactChecks(host, context).filter((check) => check.outcome === 'block');
  const nothing = force.pass('none', { title: 'The platform checks nothing before a force swact' });
  return [
    nothing,
    ...ordinary.map((check) =>
      force.warn(check.id.replace('swact.', ''), { title: check.title, detail: check.detail }),
    ),
  ];
}
