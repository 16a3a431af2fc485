/**
 * What each action does to a host, and when. The order of states and the task texts are those of the recorded
 * flows (flow-*.json); the times are a real host's, and the world's clock may run them faster.
 */
import type { World } from '../../kernel/world';
import { takeUpMemory } from '../capacity/unlock';
import { type Host, isActiveController } from '../host';
import { hasWorker } from '../seed/context';
import { takeUpStorage } from '../storage/unlock';
import * as alarms from './alarms';
import { install, inventoried, isToBeInstalled } from './install';
import { comeOnline, fallOffline } from './line';
import { comeUp, goDown, type Step, schedule, set, setState } from './steps';

const MINUTE = 60;

/** Services move away, then the host is taken out. `forced` does not wait for them. */
export function lock(world: World, host: Host, action: 'lock' | 'force-lock' | 'force-unsafe-lock'): void {
  const forced = action !== 'lock';
  set(world, host, { ihost_action: action, task: forced ? 'Force Locking' : 'Locking' });
  if (forced) alarms.logCommand(world, host, 'force-lock');
  // A host that was down when it was locked is rebooted by maintenance, and comes online by itself.
  const running = host.bootedAt !== null;
  const recovery: Step[] = running ? [] : [[4 * MINUTE, () => comeOnline(world, host)]];
  schedule(world, host, [
    [forced ? 2 : 6, () => set(world, host, { task: 'Locking', vim_progress_status: 'services-disabled' })],
    [
      forced ? 8 : 30,
      () => {
        setState(world, host, {
          administrative: 'locked',
          operational: 'disabled',
          availability: running ? 'online' : 'offline',
        });
        alarms.clearFailure(world, host);
        alarms.raiseLocked(world, host);
        alarms.logState(world, host, 'disabled');
      },
    ],
    [4, () => set(world, host, { task: '', mtce_info: null })],
    ...recovery,
  ]);
}

/** The host reboots into its target configuration and is enabled, tested, and given back its services. */
export function unlock(world: World, host: Host, action: 'unlock' | 'force-unlock'): void {
  set(world, host, { ihost_action: action, task: 'Unlocking' });
  alarms.logCommand(world, host, 'unlock');
  schedule(world, host, [
    [
      6,
      () => {
        goDown(world, host);
        setState(world, host, {
          administrative: 'unlocked',
          operational: 'disabled',
          availability: 'offline',
          vim_progress_status: 'services-disabled',
          invprovision: host.row.invprovision === 'provisioned' ? 'provisioned' : 'provisioning',
        });
        alarms.clearLocked(world, host);
        alarms.logState(world, host, 'offline');
      },
    ],
    [20, () => set(world, host, { task: 'Booting' })],
    ...enabling(world, host),
  ]);
}

/** From power to service: a worker needs some eight minutes, a controller ten. */
function enabling(world: World, host: Host): Step[] {
  const controller = host.row.personality === 'controller';
  const worker = hasWorker(host);
  const steps: Step[] = [
    [(controller ? 6 : 5) * MINUTE, () => comeUp(world, host)],
    [
      30,
      () => {
        setState(world, host, { operational: 'disabled', availability: 'intest', task: 'Enabling' });
        alarms.logState(world, host, 'online');
      },
    ],
  ];
  if (worker) {
    // On an all-in-one the controller function is enabled first, the worker function follows.
    const first = controller ? { operational: 'enabled', availability: 'available' } : {};
    steps.push([MINUTE, () => set(world, host, { ...first, task: 'Enabling Worker Service' })]);
  }
  if (world.sysinv.installFaults.take(host.row, 'enable')) {
    return [...steps, [MINUTE, () => failToEnable(world, host)]];
  }
  steps.push(
    [controller ? 2 * MINUTE : MINUTE, () => enable(world, host)],
    [4, () => set(world, host, { task: '' })],
    [15, () => set(world, host, { vim_progress_status: 'services-enabled' })],
  );
  return steps;
}

function enable(world: World, host: Host): void {
  takeUpStorage(world, host);
  takeUpMemory(world, host);
  alarms.clearOnEnable(world, host);
  setState(world, host, {
    operational: 'enabled',
    availability: alarms.isDegradedByAlarm(world, host) ? 'degraded' : 'available',
    config_applied: host.row.config_target,
    config_status: null,
    reboot_needed: false,
    mtce_info: null,
    invprovision: 'provisioned',
  });
  alarms.logState(world, host, 'enabled');
}

/** Its configuration cannot be applied: it stays out of service until it is locked and unlocked again. */
function failToEnable(world: World, host: Host): void {
  setState(world, host, {
    operational: 'disabled',
    availability: 'failed',
    task: 'Configuration failure, threshold reached, Lock/Unlock to retry',
  });
  alarms.raiseUnconfigured(world, host);
  alarms.logState(world, host, 'failed');
}

/** The active controller hands over; a standby that is asked has nothing to give and only says so. */
export function swact(world: World, host: Host): void {
  const peer = world.sysinv.peerOf(host);
  set(world, host, { task: 'Swacting' });
  alarms.logCommand(world, host, 'swact');
  if (!peer || !isActiveController(host)) {
    schedule(world, host, [[5, () => set(world, host, { task: '' })]]);
    return;
  }
  schedule(world, host, [
    [2, () => set(world, host, { task: 'Swact: Request' })],
    [
      40,
      () => {
        set(world, host, { capabilities: { ...host.row.capabilities, Personality: 'Controller-Standby' } });
        set(world, peer, { capabilities: { ...peer.row.capabilities, Personality: 'Controller-Active' } });
      },
    ],
    [10, () => set(world, host, { task: '' })],
  ]);
}

/** Reboot (asked of the system) and reset (by the board management controller) differ in who does it. */
export function reboot(world: World, host: Host, command: 'reboot' | 'reset'): void {
  set(world, host, { task: command === 'reboot' ? 'Rebooting' : 'Resetting' });
  alarms.logCommand(world, host, command);
  if (command === 'reset' && !hasBoardManagement(host)) {
    failWithoutBoard(world, host, 'Reset');
    return;
  }
  if (isToBeInstalled(host)) {
    install(world, host, command === 'reboot' ? 12 : 4);
    return;
  }
  schedule(world, host, [
    [command === 'reboot' ? 12 : 4, () => fallOffline(world, host)],
    [4 * MINUTE, () => comeOnline(world, host)],
    [4, () => set(world, host, { task: '' })],
    ...takingStock(world, host),
  ]);
}

/** A host that never said what it has says so when it starts. */
function takingStock(world: World, host: Host): Step[] {
  return host.row.inv_state === null && host.row.install_state === 'completed'
    ? [[16, () => inventoried(world, host)]]
    : [];
}

/** Somebody presses the button of a box that no board management controller reaches. */
export function pressPower(world: World, host: Host): void {
  if (isToBeInstalled(host)) install(world, host, 4);
  else schedule(world, host, [[4 * MINUTE, () => comeOnline(world, host)], ...takingStock(world, host)]);
}

export function powerOff(world: World, host: Host): void {
  set(world, host, { task: 'Powering-off' });
  alarms.logCommand(world, host, 'power-off');
  if (!hasBoardManagement(host)) {
    failWithoutBoard(world, host, 'Power-off');
    return;
  }
  schedule(world, host, [
    [
      15,
      () => {
        goDown(world, host);
        setState(world, host, { operational: 'disabled', availability: 'power-off' });
        alarms.logState(world, host, 'offline');
      },
    ],
    [5, () => set(world, host, { task: '' })],
  ]);
}

export function powerOn(world: World, host: Host): void {
  set(world, host, { task: 'Powering-on' });
  alarms.logCommand(world, host, 'power-on');
  if (!hasBoardManagement(host)) {
    failWithoutBoard(world, host, 'Power-on');
    return;
  }
  if (isToBeInstalled(host)) {
    install(world, host, 20);
    return;
  }
  schedule(world, host, [
    [20, () => setState(world, host, { operational: 'disabled', availability: 'offline' })],
    [4 * MINUTE, () => comeOnline(world, host)],
    [4, () => set(world, host, { task: '' })],
    ...takingStock(world, host),
  ]);
}

/** Wipes the host and installs it anew. */
export function reinstall(world: World, host: Host): void {
  set(world, host, { task: 'Reinstalling', inv_state: 'reinstalling' });
  alarms.logCommand(world, host, 'reinstall');
  install(world, host, 12);
}

/** A host in service goes away without being asked, and maintenance recovers it by reboot. */
export function crash(world: World, host: Host): void {
  goDown(world, host);
  setState(world, host, {
    operational: 'disabled',
    availability: 'failed',
    task: 'Rebooting',
    mtce_info: 'Heartbeat loss',
    vim_progress_status: 'services-disabled',
  });
  alarms.raiseCrashed(world, host);
  alarms.logState(world, host, 'failed');
  schedule(world, host, [
    [20, () => setState(world, host, { operational: 'disabled', availability: 'offline', task: 'Booting' })],
    ...enabling(world, host),
  ]);
}

/** sysinv does not look whether there is a board management controller; maintenance finds out. */
function hasBoardManagement(host: Host): boolean {
  return host.row.bm_type !== null && host.row.bm_type !== 'none';
}

function failWithoutBoard(world: World, host: Host, what: string): void {
  schedule(world, host, [
    [5, () => set(world, host, { task: `${what} Failed` })],
    [MINUTE, () => set(world, host, { task: '' })],
  ]);
}
