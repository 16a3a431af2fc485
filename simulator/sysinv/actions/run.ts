/** Every action of `replace /action`: its checks, then its life. */
import type { World } from '../../kernel/world';
import * as checks from '../checks/actions';
import { checkUnlock } from '../checks/unlock';
import { refuse } from '../faults';
import type { Host } from '../host';
import * as life from './life';

type Action = { check: (world: World, host: Host) => void; run: (world: World, host: Host) => void };

const ACTIONS: Record<string, Action> = {
  lock: {
    check: (world, host) => checks.checkLock(world, host, 'lock'),
    run: (world, host) => life.lock(world, host, 'lock'),
  },
  'force-lock': {
    check: (world, host) => checks.checkLock(world, host, 'force-lock'),
    run: (world, host) => life.lock(world, host, 'force-lock'),
  },
  'force-unsafe-lock': {
    check: (world, host) => checks.checkLock(world, host, 'force-unsafe-lock'),
    run: (world, host) => life.lock(world, host, 'force-unsafe-lock'),
  },
  unlock: {
    check: (world, host) => checkUnlock(world, host, false),
    run: (world, host) => life.unlock(world, host, 'unlock'),
  },
  'force-unlock': {
    check: (world, host) => checkUnlock(world, host, true),
    run: (world, host) => life.unlock(world, host, 'force-unlock'),
  },
  swact: { check: checks.checkSwact, run: life.swact },
  'force-swact': { check: (_world, host) => checks.checkIsController(host), run: life.swact },
  reboot: {
    check: (world, host) => checks.checkLocked(world, host, 'Reboot'),
    run: (world, host) => life.reboot(world, host, 'reboot'),
  },
  reset: {
    check: (world, host) => checks.checkLocked(world, host, 'Reset'),
    run: (world, host) => life.reboot(world, host, 'reset'),
  },
  'power-off': { check: (world, host) => checks.checkLocked(world, host, 'Power-Off'), run: life.powerOff },
  'power-on': { check: checks.checkPowerOn, run: life.powerOn },
  reinstall: { check: checks.checkReinstall, run: life.reinstall },
};

/** The action by its name; 400 when there is none. `none` does nothing. */
export function actionNamed(name: unknown): Action | undefined {
  if (name === 'none' || name === '' || name === null) return undefined;
  return ACTIONS[String(name)] ?? refuse(400, `'${String(name)}' is not a supported maintenance action`);
}

/** Names of all actions, for tests. */
export const ACTION_NAMES = Object.keys(ACTIONS);
