/** Reboot, reset, power on and power off. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hasBoardManagement, hostName } from '../host';
import { type RuleContext, simplexMode } from './context';

export type PowerAction = 'reboot' | 'reset' | 'power-on' | 'power-off';

const CITE: Record<PowerAction, string> = {
  reboot: 'sysinv host.py check_reboot',
  reset: 'sysinv host.py check_reset',
  'power-on': 'sysinv host.py check_poweron',
  'power-off': 'sysinv host.py check_poweroff',
};

const SIMPLEX: Record<PowerAction, string> = {
  reboot: 'A simplex cannot be rebooted from the platform',
  reset: 'A simplex cannot be reset from the platform',
  'power-on': 'A simplex is powered on while it answers',
  'power-off': 'A simplex cannot be powered off from the platform',
};

function locked(action: PowerAction, host: Host): Check {
  const check = checksOf(action, CITE[action]);
  const name = hostName(host);
  if (host.administrative === 'locked') return check.pass('locked', { title: `${name} is locked` });
  if (host.administrative !== 'unlocked') {
    return check.unknown(
      'locked',
      cannotTell('administrative state', 'The platform did not give it.', 'sysinv'),
    );
  }
  if (action === 'power-on') {
    return check.block('locked', {
      title: `${name} is unlocked`,
      detail: 'An unlocked host is powered on already.',
    });
  }
  return check.block('locked', {
    title: `${name} is unlocked`,
    detail: 'Lock it first.',
    wayOut: { kind: 'action', action: 'lock', hostId: host.id, label: `Lock ${name}` },
  });
}

function duplex(action: PowerAction, context: RuleContext): Check {
  const check = checksOf(action, CITE[action]);
  const simplex = simplexMode(context);
  if (simplex === true) return check.block('simplex', { title: SIMPLEX[action] });
  if (simplex === false) return check.pass('simplex', { title: 'The system is not a simplex' });
  return check.unknown(
    'simplex',
    cannotTell('whether this is a simplex', 'The system could not be read.', 'sysinv'),
  );
}

/**
 * sysinv does not look at bm_type here (check_reset, check_poweron, check_poweroff): the request is accepted, and
 * maintenance fails it at once ("BMC is not provisioned", metal mtcNodeHdlrs.cpp reset_handler, power_handler).
 * A refusal by the platform it is not, so this warns and does not block.
 */
function boardManagement(action: PowerAction, host: Host): Check[] {
  if (action === 'reboot') return [];
  const check = checksOf(action, 'metal mtcNodeHdlrs.cpp reset_handler, power_handler');
  if (hasBoardManagement(host)) {
    return [
      check.pass('board-management', { title: `Board management is set up (${host.boardManagement.type})` }),
    ];
  }
  return [
    check.warn('board-management', {
      title: `Cannot work: ${hostName(host)} has no board management`,
      detail: 'The platform accepts the request, then maintenance fails it.',
      wayOut: { kind: 'action', action: 'edit', hostId: host.id, label: 'Edit board management' },
    }),
  ];
}

export function powerChecks(action: PowerAction, host: Host, context: RuleContext): Check[] {
  const state = locked(action, host);
  const mode = duplex(action, context);
  // Order of the platform: the system mode first for reset and power off, the host's state first for the others.
  const first = action === 'reset' || action === 'power-off' ? [mode, state] : [state, mode];
  return [...first, ...boardManagement(action, host)];
}
