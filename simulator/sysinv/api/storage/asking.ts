/** How the tests of storage ask a world. */
import type { World } from '../../../kernel/world';
import type { Host } from '../../host';
import { rowsOn } from '../../network/rows';
import type { Row } from '../../rows';

export function hostIn(world: World, name: string): Host {
  const host = world.sysinv.byName(name);
  if (!host) throw new Error(`no ${name}`);
  return host;
}

/** A row of a kind on a host by the value of one column. */
export function rowIn(world: World, segment: string, host: string, column: string, value: unknown): Row {
  const row = rowsOn(world, segment, hostIn(world, host)).find((candidate) => candidate[column] === value);
  if (!row) throw new Error(`no ${segment} with ${column} ${String(value)} on ${host}`);
  return row;
}

export const seconds = (world: World, count: number): void => world.clock.advance(count * 1000);

export function lock(world: World, name: string): void {
  Object.assign(hostIn(world, name).row, {
    administrative: 'locked',
    operational: 'disabled',
    availability: 'online',
    ihost_action: 'lock',
  });
}

/** The alarms of storage that are up, as `id entity severity`. */
export const alarmsOf = (world: World, ids: RegExp = /^(100\.104|200\.006|800|250\.001)/): string[] =>
  world.fm.alarms
    .filter(({ alarm_id }) => ids.test(alarm_id))
    .map(({ alarm_id, entity_instance_id, severity }) => `${alarm_id} ${entity_instance_id} ${severity}`)
    .sort();
