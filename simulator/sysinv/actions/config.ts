/**
 * The configuration that a host should have and the one it has (sysinv conductor/manager.py _config_update_hosts,
 * _update_host_config_target, _update_host_config_applied). While the two differ, alarm 250.001 is up.
 */
import type { World } from '../../kernel/world';
import { uuidFrom } from '../../worlds/uuid';
import { type Host, nameOf } from '../host';
import { pick } from '../rows';
import { clearOutOfDate, raiseOutOfDate } from './alarms';
import { set } from './steps';

/** The word of `config_status` while a host is out of date. */
const OUT_OF_DATE = 'Config out-of-date';

/** Shortest and longest time that a host needs to take up a change at run time, in seconds. */
const SHORTEST = 15;
const LONGEST = 45;

/** Whether a configuration takes a reboot is its highest bit. */
function needsReboot(config: string): boolean {
  return Number.parseInt(config.slice(0, 1), 16) >= 8;
}

function newConfig(world: World, reboot: boolean): string {
  const uuid = uuidFrom(world.random);
  const digit = (Number.parseInt(uuid.slice(0, 1), 16) & 7) | (reboot ? 8 : 0);
  return digit.toString(16) + uuid.slice(1);
}

function isOutOfDate({ row }: Host): boolean {
  return row.config_target !== row.config_applied;
}

/** Gives a host another configuration to have. One that waits for a reboot is not overtaken by one that does not. */
function retarget(world: World, host: Host, config: string): void {
  const { config_target: before } = host.row;
  const waits = isOutOfDate(host) && before !== null && needsReboot(before);
  const target = waits
    ? (Number.parseInt(config.slice(0, 1), 16) | 8).toString(16) + config.slice(1)
    : config;
  const told = isOutOfDate(host) && host.row.config_status === OUT_OF_DATE;
  set(world, host, { config_target: target, config_status: OUT_OF_DATE });
  if (!told) raiseOutOfDate(world, host);
}

/** A host says what it has taken up. If that is what it should have, it is up to date. */
function applied(world: World, host: Host, config: string): void {
  set(world, host, { config_applied: config });
  if (isOutOfDate(host)) return;
  set(world, host, { config_status: null });
  clearOutOfDate(world, host);
}

/** These hosts get a configuration that they take up when they are locked and unlocked, not before. */
export function changeByReboot(world: World, hosts: readonly Host[]): void {
  const config = newConfig(world, true);
  for (const host of hosts) if (host.row.hostname !== null) retarget(world, host, config);
}

/**
 * These hosts get a configuration that they take up while they run, each after so many simulated seconds.
 * @param what makes the waits of one sort of change differ from those of another
 * @param done what the host has done with it by then
 */
export function changeAtRuntime(
  world: World,
  hosts: readonly Host[],
  what: string,
  done?: (host: Host) => void,
): void {
  const config = newConfig(world, false);
  for (const host of hosts) {
    retarget(world, host, config);
    const seconds = SHORTEST + pick(`${what}/${nameOf(host)}`) * (LONGEST - SHORTEST);
    world.clock.after(seconds * 1000, () => {
      // A host that went down meanwhile takes it up with its next unlock; a later change has its own turn.
      if (!world.sysinv.hosts.includes(host) || host.bootedAt === null) return;
      const locked = host.row.operational !== 'enabled';
      if (locked && !done) return;
      done?.(host);
      const overtaken = host.row.config_target?.slice(1) !== config.slice(1);
      if (!overtaken) applied(world, host, config);
    });
  }
}

/**
 * POST /v1/ptp_instances/apply: hosts that keep time by PTP and are in service are out of date at once. The others
 * have it when they are unlocked.
 */
export function applyPtp(world: World): void {
  const running = world.sysinv.hosts.filter(
    ({ row }) =>
      row.clock_synchronization === 'ptp' &&
      row.administrative === 'unlocked' &&
      row.operational === 'enabled',
  );
  changeAtRuntime(world, running, 'apply');
}
