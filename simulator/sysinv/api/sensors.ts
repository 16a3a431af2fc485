/**
 * Writes of sensors, their groups and the sensor model (sysinv api/controllers/v1/sensorgroup.py, sensor.py; write-120 to 123).
 * What the hardware monitor refuses comes through sysinv in a sentence of its own (mtce hwmonHttp.cpp).
 */
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { refuse } from '../faults';
import type { Host } from '../host';
import { perHost } from '../network/rows';
import { type Row, stamp } from '../rows';
import { judgeSensor } from '../sensors/judge';
import { propagate, relearn } from '../sensors/model';
import { integerFrom } from './body';
import { notFound, type RouteOn } from './collections';
import { jsonBody, type PatchOperation, patchOperations, python } from './json-patch';
import { ok, wireRow } from './wire';

export function sensorRoutes(on: RouteOn): void {
  on('POST', '/v1/isensorgroups/relearn', postRelearn);
  on('PATCH', '/v1/isensorgroups/:id', patchGroup);
  on('PATCH', '/v1/isensors/:id', patchSensor);
}

const NEVER = ['/uuid', '/id', '/host_id', '/datatype', '/sensortype'];
const LIMITS = ['minor', 'major', 'critical'].flatMap((of) => [`/t_${of}_lower`, `/t_${of}_upper`]);
const UNITS = ['/unit_base', '/unit_modifier', '/unit_rate'];
const CHOICES = ['critical', 'major', 'minor'].map((of) => `/actions_${of}_choices`);
const group = (paths: string[]) => paths.map((path) => `${path}_group`);
const MONITOR_OF_GROUPS = [
  ...['/sensorgroupname', '/path', '/state', '/possible_states'],
  ...[...CHOICES, ...group(UNITS), ...group(LIMITS)],
];
const MONITOR_OF_SENSORS = [
  ...['/sensorname', '/path', '/status', '/state', '/possible_states', '/algorithm'],
  ...[...CHOICES, ...UNITS, ...LIMITS],
];
const OF_GROUP_ONLY = ['/actions_critical', '/actions_major', '/actions_minor'];

const INTERVAL = 'audit_interval_group';
/** hwmon.h HWMON_MIN_AUDIT_INTERVAL, in seconds. */
const LEAST_INTERVAL = 10;
const ACTIONS = ['ignore', 'log', 'alarm'];

/** In the order in which the monitor looks at them. */
const ACTION_COLUMNS: readonly { column: string; known: readonly string[] }[] = [
  { column: 'actions_critical_group', known: [...ACTIONS, 'reset', 'powercycle'] },
  { column: 'actions_major_group', known: ACTIONS },
  { column: 'actions_minor_group', known: ACTIONS },
];

function patchGroup(call: Call, { world }: Caller): Reply {
  const { row, host } = found(world, 'isensorgroups', call.params.id ?? '');
  const changed = changesOf(row, patchOperations(call), INTERVAL, MONITOR_OF_GROUPS);
  monitorJudges(changed);
  const reply = { ...row, ...changed };
  const columns = Object.keys(changed);
  Object.assign(row, changed);
  const spread = columns.filter(
    (column) => column === 'suppress' || /^(actions|audit)_.*_group$/.test(column),
  );
  if (spread.length > 0) {
    for (const sensor of propagate(world, host, row, spread)) {
      sensor.updated_at = stamp(world.clock.now());
      judgeSensor(world, host, sensor);
    }
  }
  if (INTERVAL in changed) everyGroup(world, host, changed[INTERVAL] ?? null);
  return answered('isensorgroups', world, call, row, reply);
}

/** The monitor reads all sensors of a host at once: the interval of one group is that of all (hwmonClass.cpp modify_audit_interval). */
function everyGroup(world: World, host: Host, seconds: Json): void {
  world.clock.after(5_000, () => {
    for (const row of world.sysinv.rows(perHost('isensorgroups'), host)) {
      row[INTERVAL] = seconds;
      propagate(world, host, row, [INTERVAL]);
    }
  });
}

function patchSensor(call: Call, { world }: Caller): Reply {
  const { row, host } = found(world, 'isensors', call.params.id ?? '');
  const operations = patchOperations(call);
  const changed = changesOf(row, operations, 'audit_interval', MONITOR_OF_SENSORS, OF_GROUP_ONLY);
  const reply = { ...row, ...changed };
  Object.assign(row, changed);
  judgeSensor(world, host, row);
  return answered('isensors', world, call, row, reply);
}

/** The answer shows the time of the change before. */
function answered(segment: string, world: World, call: Call, row: Row, reply: Row): Reply {
  row.updated_at = stamp(world.clock.now());
  return ok(wireRow(perHost(segment), reply, call.origin, 'item'));
}

function found(world: World, segment: string, id: string): { row: Row; host: Host } {
  const kind = perHost(segment);
  const row = world.sysinv.row(kind, id);
  const host = row && world.sysinv.hosts.find(({ row: { uuid } }) => uuid === row.host_uuid);
  return row && host ? { row, host } : notFound(kind, id);
}

/** What a patch changes, judged as sysinv does before it asks the monitor. */
function changesOf(
  row: Row,
  operations: readonly PatchOperation[],
  integer: string,
  monitors: readonly string[],
  groups: readonly string[] = [],
): { [column: string]: Json } {
  const changed: { [column: string]: Json } = {};
  for (const { op, path, value } of operations) {
    const column = path.slice(1);
    if (!(column in row)) refuse(400, `Patching Error: can't ${op} a non-existent object '${column}'`);
    const next = column === 'suppress' ? flagOf(value) : column === integer ? wholeOf(value, column) : value;
    if (next !== undefined && next !== row[column]) changed[column] = next;
  }
  const paths = operations.map(({ path }) => path);
  const among = (list: readonly string[]) => paths.some((path) => list.includes(path));
  if (among(NEVER)) refuse(400, `The following fields can not be modified: ${python([...NEVER])} `);
  if (among(groups)) {
    refuse(400, `The following fields can only be modified at the sensorgroup level: ${python([...groups])}`);
  }
  if (among(monitors)) {
    refuse(400, `The following fields are not remote-modifiable: ${python([...monitors])}`);
  }
  return changed;
}

const wholeOf = (value: Json | undefined, column: string): Json => integerFrom(value ?? null, column);

/** The CLI sends "True" and "False". */
function flagOf(value: Json | undefined): boolean {
  const word = String(value).toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  refuse(
    400,
    `Invalid input for field/attribute suppress. Value: ${python(value ?? null)}. unable to convert to bool.`,
  );
}

/** hwmonHttp.cpp _group_modify_handler, group_modify. */
function monitorJudges(changed: { [column: string]: Json }): void {
  const interval = changed[INTERVAL];
  if (typeof interval === 'number' && interval < LEAST_INTERVAL) {
    monitorRefuses(
      'Requested sensor audit interval is too frequent',
      `Please use value larger than ${LEAST_INTERVAL} secs.`,
    );
  }
  for (const { column, known } of ACTION_COLUMNS) {
    const action = changed[column];
    if (action === undefined || known.includes(String(action).toLowerCase())) continue;
    monitorRefuses(
      'Invalid sensor action',
      "Please select one of the following supported actions: 'ignore','log' or 'alarm'.",
    );
  }
}

function monitorRefuses(reason: string, action: string): never {
  refuse(400, `HWMON has returned with a status of fail, reason: ${reason}, recommended action: ${action}`);
}

/** Taken without a look at the board management: a host that has none learns nothing. */
function postRelearn(call: Call, { world }: Caller): Reply {
  const body = jsonBody(call);
  const uuid =
    body !== null && typeof body === 'object' && !Array.isArray(body) ? body?.host_uuid : undefined;
  const host = typeof uuid === 'string' && uuid !== '' ? world.sysinv.find(uuid) : undefined;
  if (!host) refuse(400, '_get_host_uuid lookup failed');
  relearn(world, host);
  return { status: 204 };
}
