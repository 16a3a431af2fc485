/** The alarms and log entries that maintenance writes as hosts change. Texts are the simulator's own. */
import { specOf } from '../../fm/catalogue';
import type { World } from '../../kernel/world';
import type { Host } from '../host';

/** Alarms that do not keep a peer from taking over (sysinv api/controllers/v1/host.py check_swact). */
const HARMLESS_TO_SWACT = ['400.001', '400.002', '400.003', '400.005'];

/** A node that nobody named yet is known by its MAC address. */
function entityOf(host: Host): string {
  return `host=${host.row.hostname ?? host.row.mgmt_mac}`;
}

export function raiseLocked(world: World, host: Host): void {
  world.fm.raise(
    specOf({
      alarm_id: '200.001',
      entity_instance_id: entityOf(host),
      severity: 'warning',
      reason_text: `${host.row.hostname} was administratively locked and is out of service.`,
      proposed_repair_action: 'Unlock the host to bring it back into service.',
    }),
  );
}

export function clearLocked(world: World, host: Host): void {
  world.fm.clear('200.001', entityOf(host));
}

/** A host that went away without being asked to: it is recovered by reboot. */
export function raiseCrashed(world: World, host: Host): void {
  const entity_instance_id = entityOf(host);
  world.fm.raise(
    specOf({
      alarm_id: '200.004',
      entity_instance_id,
      severity: 'critical',
      reason_text: `${host.row.hostname} failed while in service and is being recovered by reboot.`,
      proposed_repair_action: 'If the host does not recover, lock it and replace what failed.',
    }),
  );
  for (const [alarm_id, network] of [
    ['200.005', 'management'],
    ['200.009', 'cluster-host'],
  ] as const) {
    world.fm.raise(
      specOf({
        alarm_id,
        entity_instance_id,
        severity: 'critical',
        reason_text: `${host.row.hostname} does not answer on the ${network} network.`,
        proposed_repair_action:
          'Check the cabling and the switch; if the host stays away, lock and unlock it.',
      }),
    );
  }
}

/** 200.011: a host came up and could not be configured. */
export function raiseUnconfigured(world: World, host: Host): void {
  world.fm.raise(
    specOf({
      alarm_id: '200.011',
      entity_instance_id: entityOf(host),
      severity: 'critical',
      reason_text: `${host.row.hostname} could not be configured and is out of service.`,
      proposed_repair_action: 'Lock and unlock the host. If it fails again, look for the cause in its log.',
    }),
  );
}

/** A host that is out of service by will is no longer failed. */
export function clearFailure(world: World, host: Host): void {
  for (const id of ['200.004', '200.005', '200.009', '200.011']) world.fm.clear(id, entityOf(host));
}

/** An enabled host has recovered, runs its target configuration and has every process up. */
export function clearOnEnable(world: World, host: Host): void {
  clearFailure(world, host);
  world.fm.clear('250.001', entityOf(host));
  const processes = world.fm.alarms.filter(
    ({ alarm_id, entity_instance_id }) =>
      alarm_id === '200.006' && entity_instance_id.startsWith(`${entityOf(host)}.process=`),
  );
  for (const alarm of processes) world.fm.clear(alarm.alarm_id, alarm.entity_instance_id);
}

/** 250.001 while the target configuration is not the applied one. */
export function raiseOutOfDate(world: World, host: Host): void {
  world.fm.raise(
    specOf({
      alarm_id: '250.001',
      entity_instance_id: entityOf(host),
      severity: 'major',
      reason_text: `The configuration of ${host.row.hostname} is out of date.`,
      proposed_repair_action: 'Lock and unlock the host to apply its configuration.',
    }),
  );
}

export function clearOutOfDate(world: World, host: Host): void {
  world.fm.clear('250.001', entityOf(host));
}

/** Whether an alarm holds the host in `degraded`. */
export function isDegradedByAlarm(world: World, host: Host, ignore: readonly string[] = []): boolean {
  const entity = entityOf(host);
  return world.fm.alarms.some(
    (alarm) =>
      alarm.degrade_affecting &&
      !ignore.includes(alarm.alarm_id) &&
      (alarm.entity_instance_id === entity || alarm.entity_instance_id.startsWith(`${entity}.`)),
  );
}

export function isUnfitToTakeOver(world: World, host: Host): boolean {
  return host.row.availability === 'degraded' && isDegradedByAlarm(world, host, HARMLESS_TO_SWACT);
}

export type Command =
  | 'unlock'
  | 'reboot'
  | 'reset'
  | 'power-off'
  | 'power-on'
  | 'reinstall'
  | 'force-lock'
  | 'delete'
  | 'swact';

/** Log 200.021: somebody asked for something. */
export function logCommand(world: World, host: Host, command: Command): void {
  world.fm.log(
    specOf({
      alarm_id: '200.021',
      entity_instance_id: `${entityOf(host)}.command=${command}`,
      reason_text: `${host.row.hostname}: ${command} requested`,
    }),
  );
}

export type Change =
  | 'disabled'
  | 'enabled'
  | 'online'
  | 'offline'
  | 'failed'
  | 'reinstall-complete'
  | 'reinstall-failed';

/** Log 200.022: the host became something. */
export function logState(world: World, host: Host, change: Change): void {
  const kind = change === 'disabled' || change === 'enabled' ? 'state' : 'status';
  world.fm.log(
    specOf({
      alarm_id: '200.022',
      entity_instance_id: `${entityOf(host)}.${kind}=${change}`,
      reason_text: `${host.row.hostname} is now ${change}`,
    }),
  );
}

/** Log 200.020: a host came to the system. */
export function logEvent(world: World, host: Host, event: 'discovered' | 'add'): void {
  world.fm.log(
    specOf({
      alarm_id: '200.020',
      entity_instance_id: `${entityOf(host)}.event=${event}`,
      reason_text: `${host.row.hostname ?? host.row.mgmt_mac} was ${event === 'add' ? 'added' : 'discovered'}`,
    }),
  );
}

/** Everything that was active on a host that is no more. */
export function clearAll(world: World, host: Host): void {
  world.fm.clearEntityPrefix(entityOf(host));
}
