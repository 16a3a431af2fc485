/** PATCH and DELETE of hosts. POST is in hosts-add.ts. */
import type { Call, Reply } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import type { Caller, World } from '../../kernel/world';
import { clearAll, logCommand } from '../actions/alarms';
import { changeByReboot } from '../actions/config';
import { claim } from '../actions/provision';
import { actionNamed } from '../actions/run';
import { set } from '../actions/steps';
import { checkDelete } from '../checks/actions';
import { checkFields, type Fields } from '../checks/fields';
import { refuse } from '../faults';
import type { Host } from '../host';
import { boardChanged } from '../sensors/model';
import { leaveCluster } from '../storage/ceph';
import type { RouteOn } from './collections';
import { hostOf } from './hosts-read';
import { type PatchOperation, patchOperations, python } from './json-patch';
import { assignPtpInstance } from './ptp-assign';
import { ok, wireHost } from './wire';

export function hostWriteRoutes(on: RouteOn): void {
  on('PATCH', '/v1/ihosts/:id', patchHost);
  on('DELETE', '/v1/ihosts/:id', deleteHost);
}

/** Columns that a PATCH may name although no answer shows them. */
const WRITE_ONLY = ['bm_password', 'power_on', 'mtce_action'];

async function patchHost(call: Call, { world }: Caller): Promise<Reply> {
  const operations = patchOperations(call);
  const host = hostOf(call, world);
  const fields: Fields = {};
  for (const operation of operations) {
    if (operation.path.startsWith('/ptp_instances/')) assignPtpInstance(world, host, operation);
    else applyTo(fields, host, operation);
  }
  const { action, ...columns } = fields;
  if ('uuid' in columns) refuse(400, "Change ['uuid'] contains restricted {'uuid'}.");
  const wanted = actionNamed(action ?? 'none');
  wanted?.check(world, host);
  const changed = changedOf(host, columns);
  checkFields(world, host, changed, columns);
  write(world, host, changed);
  wanted?.run(world, host);
  const reply = () => ok(wireHost(host, world.clock, call.origin, 'item'));
  const slow = action === 'unlock' || action === 'force-unlock' ? world.sysinv.unlockAnswerSeconds : 0;
  const answer = reply();
  if (slow > 0) await new Promise<void>((resolve) => void world.clock.after(slow * 1000, resolve));
  return answer;
}

/** One operation onto the columns to write: `/location`, `/location/locn`. The host's own id is ignored, as sysinv does. */
function applyTo(fields: Fields, host: Host, { op, path, value }: PatchOperation): void {
  const [column = '', ...rest] = path.slice(1).split('/');
  const known = new Map<string, Json>(Object.entries(host.row));
  if (!known.has(column) && !WRITE_ONLY.includes(column)) {
    if (op === 'add') refuse(400, `Adding an additional attribute (${path}) to the resource is not allowed`);
    refuse(400, `Patching Error: can't ${op} a non-existent object '${column}'`);
  }
  if (column === 'id') return;
  const inner = rest[0];
  if (inner === undefined) {
    fields[column] = op === 'remove' ? null : (value ?? null);
    return;
  }
  const before = fields[column] ?? known.get(column) ?? null;
  if (before === null || typeof before !== 'object' || Array.isArray(before)) {
    refuse(400, `Patching Error: can't ${op} a non-existent object '${inner}'`);
  }
  const { [inner]: _old, ...others } = before;
  fields[column] = op === 'remove' ? others : { ...others, [inner]: value ?? null };
}

/** Columns whose value is another than the host's. The CLI sends flags as text. */
function changedOf(host: Host, columns: Fields): Fields {
  const known = new Map<string, Json>(Object.entries(host.row));
  const changed: Fields = {};
  for (const [column, given] of Object.entries(columns)) {
    const before = known.get(column);
    const value =
      typeof before === 'boolean' && typeof given === 'string' ? given.toLowerCase() === 'true' : given;
    if (typeof before === 'boolean' && typeof value !== 'boolean') {
      refuse(
        400,
        `Invalid input for field/attribute ${column}. Value: ${python(value)}. unable to convert to bool.`,
      );
    }
    if (JSON.stringify(before) !== JSON.stringify(value)) changed[column] = value;
  }
  return changed;
}

/** What makes the hardware monitor learn the sensors anew; another user does not (mtce hwmonClass.cpp). */
const BOARD = ['bm_type', 'bm_ip'];

/** Columns that only the platform itself writes: a PATCH that names them is answered, and changes nothing. */
const PLATFORM_ONLY = [
  'administrative',
  'operational',
  'availability',
  'task',
  'ihost_action',
  'uptime',
  'created_at',
  'updated_at',
  'forisystemid',
  'isystem_uuid',
];

function write(world: World, host: Host, changed: Fields): void {
  const entries = Object.entries(changed).filter(
    ([column]) => !WRITE_ONLY.includes(column) && !PLATFORM_ONLY.includes(column),
  );
  if (entries.length === 0) return;
  set(world, host, Object.fromEntries(entries));
  if (changed.bm_type === 'none') set(world, host, { bm_ip: null, bm_username: null });
  if (BOARD.some((column) => column in changed)) boardChanged(world, host);
  if ('clock_synchronization' in changed) changeByReboot(world, [host]);
  if ('personality' in changed || 'hostname' in changed) claim(world, host, changed);
}

function deleteHost(call: Call, { world }: Caller): Reply {
  const host = hostOf(call, world);
  checkDelete(world, host);
  logCommand(world, host, 'delete');
  clearAll(world, host);
  world.sysinv.remove(host);
  leaveCluster(world, host);
  return { status: 204 };
}
