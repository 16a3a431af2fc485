/** Reinstall. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hasBoardManagement, hostName } from '../host';
import { type RuleContext, simplexMode } from './context';

const check = checksOf('reinstall', 'sysinv host.py check_reinstall');

function duplex(context: RuleContext): Check {
  const simplex = simplexMode(context);
  if (simplex === true)
    return check.block('simplex', { title: 'A simplex cannot be reinstalled from the platform' });
  if (simplex === false) return check.pass('simplex', { title: 'The system is not a simplex' });
  return check.unknown(
    'simplex',
    cannotTell('whether this is a simplex', 'The system could not be read.', 'sysinv'),
  );
}

function locked(host: Host): Check {
  const name = hostName(host);
  if (host.administrative === 'locked') return check.pass('locked', { title: `${name} is locked` });
  if (host.administrative !== 'unlocked') {
    return check.unknown(
      'locked',
      cannotTell('administrative state', 'The platform did not give it.', 'sysinv'),
    );
  }
  return check.block('locked', {
    title: `${name} is unlocked`,
    detail: 'Lock it first.',
    wayOut: { kind: 'action', action: 'lock', hostId: host.id, label: `Lock ${name}` },
  });
}

/**
 * The platform refuses a host that is neither online nor under board management, but it takes the word "none" for
 * board management (it tests `bm_type is None`), so that case is accepted and then waits or fails.
 */
function reachable(host: Host): Check[] {
  if (host.administrative !== 'locked') return [];
  const name = hostName(host);
  if (host.availability === 'online') return [check.pass('reachable', { title: `${name} is online` })];
  if (hasBoardManagement(host)) {
    return [check.pass('reachable', { title: `${name} can be reached through board management` })];
  }
  const title = `${name} is ${host.availability ?? 'not online'} and has no board management`;
  const wayOut = { kind: 'action', action: 'edit', hostId: host.id, label: 'Edit board management' } as const;
  if (host.boardManagement.type === null) {
    return [
      check.block('reachable', {
        title,
        detail: 'Set up board management or wait until it is online.',
        wayOut,
      }),
    ];
  }
  return [
    check.warn('reachable', {
      title,
      detail: 'The platform accepts the request and cannot carry it out.',
      wayOut,
    }),
  ];
}

export function reinstallChecks(host: Host, context: RuleContext): Check[] {
  return [duplex(context), locked(host), ...reachable(host)];
}
