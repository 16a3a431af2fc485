/**
 * The sensor model of a host: learnt from its board management, forgotten when that is taken away, and learnt anew when
 * somebody asks for it or sets the board management up anew (mtce hwmonHdlr.cpp, hwmonClass.cpp bm_handler).
 */
import type { World } from '../../kernel/world';
import type { Host } from '../host';
import { newOnHost, perHost, rowsOn } from '../network/rows';
import type { Row } from '../rows';
import { clearSensorAlarms } from './judge';

/** Simulated seconds until a model is there again. */
export const LEARN_SECONDS = 120;

/** Set by people, and kept by group name over a relearn (hwmonGroup.cpp restore_group_actions). */
const KEPT = ['audit_interval_group', 'actions_minor_group', 'actions_major_group', 'actions_critical_group'];
const TO_SENSORS: Record<string, string> = {
  audit_interval_group: 'audit_interval',
  actions_minor_group: 'actions_minor',
  actions_major_group: 'actions_major',
  actions_critical_group: 'actions_critical',
};

export function hasBoard({ row: { bm_type } }: Host): boolean {
  return bm_type !== null && bm_type !== 'none';
}

/** The model goes, its alarms are cleared, and after a while there is a new one. A second asking changes nothing. */
export function relearn(world: World, host: Host): void {
  if (!hasBoard(host) || world.sysinv.learning.has(host)) return;
  const kept = new Map(
    rowsOn(world, 'isensorgroups', host).map((group) => [
      group.sensorgroupname,
      Object.fromEntries(KEPT.map((key) => [key, group[key] ?? null])),
    ]),
  );
  forget(world, host);
  const cancel = world.clock.after(LEARN_SECONDS * 1000, () => {
    world.sysinv.learning.delete(host);
    if (!world.sysinv.hosts.includes(host) || !hasBoard(host)) return;
    learn(world, host);
    for (const group of rowsOn(world, 'isensorgroups', host)) {
      Object.assign(group, kept.get(group.sensorgroupname) ?? {});
      propagate(world, host, group, KEPT);
    }
  });
  world.sysinv.learning.set(host, cancel);
}

/** The board management of a host was set up, changed or taken away. */
export function boardChanged(world: World, host: Host): void {
  world.sysinv.learning.get(host)?.();
  world.sysinv.learning.delete(host);
  if (hasBoard(host)) relearn(world, host);
  else forget(world, host);
}

/** Gives sensors what their group has. @param columns of the group */
export function propagate(world: World, host: Host, group: Row, columns: readonly string[]): Row[] {
  const members = rowsOn(world, 'isensors', host).filter(
    ({ sensorgroup_uuid }) => sensorgroup_uuid === group.uuid,
  );
  for (const sensor of members)
    for (const column of columns) sensor[TO_SENSORS[column] ?? column] = group[column] ?? null;
  return members;
}

function forget(world: World, host: Host): void {
  for (const segment of ['isensorgroups', 'isensors']) rowsOn(world, segment, host).splice(0);
  clearSensorAlarms(world, host);
}

/** New rows have new ids: nothing of the old model is theirs. */
function learn(world: World, host: Host): void {
  const seeds = (segment: string) => perHost(segment).seed(host, world.sysinv.context);
  const ids = new Map<string, string>();
  const fresh = (segment: string, row: Row): Row => ({ ...row, ...newOnHost(world, segment, host) });
  for (const row of seeds('isensorgroups')) {
    const group = fresh('isensorgroups', row);
    ids.set(row.uuid, group.uuid);
    rowsOn(world, 'isensorgroups', host).push(group);
  }
  for (const row of seeds('isensors')) {
    const sensorgroup_uuid = ids.get(String(row.sensorgroup_uuid)) ?? null;
    rowsOn(world, 'isensors', host).push({ ...fresh('isensors', row), status: 'ok', sensorgroup_uuid });
  }
}
