/** Writes of the filesystems of the controllers (sysinv api/controllers/v1/controller_fs.py). */
import type { Call, Reply } from '../../../kernel/http';
import { fault } from '../../../kernel/service';
import type { Caller, World } from '../../../kernel/world';
import {
  checkBackup,
  checkControllerRoom,
  checkControllerSize,
  checkControllersFit,
  checkFixedMonitors,
  checkFloating,
  checkStandbyLocked,
} from '../../checks/storage/filesystems';
import { ofSystem } from '../../cloud/context';
import { fsState, statusIn } from '../../cloud/storage/filesystems';
import { refuse } from '../../faults';
import { cloudRowOf, newInCloud, ofCloud } from '../../network/rows';
import type { Row } from '../../rows';
import { dropControllerFs, settleControllerFs } from '../../storage/filesystems';
import { byConfiguration } from '../../storage/jobs';
import { backendOf, controllers, freeGib, functionsOf, stampRow } from '../../storage/rows';
import { integerIn } from '../body';
import type { RouteOn } from '../collections';
import { bodyFor, textIn } from '../ptp-body';
import { ok, wireRow } from '../wire';
import { type Change, changesIn } from './update-many';

const ATTRIBUTES = [
  'uuid',
  'name',
  'size',
  'logical_volume',
  'replicated',
  'state',
  'capabilities',
  'isystem_uuid',
];
const RESIZING = fsState('drbd_fs_resizing_in_progress');
/** Least size of the filesystem of a floating monitor, in GiB. */
const LEAST_FLOAT = 20;

export function controllerFsRoutes(on: RouteOn): void {
  on('PUT', '/v1/isystems/:id/controller_fs/update_many', updateMany);
  on('POST', '/v1/controller_fs', post);
  on('PATCH', '/v1/controller_fs/:id', () => fault(403, 'Operation not permitted.'));
  on('DELETE', '/v1/controller_fs/:id', remove);
}

function updateMany(call: Call, { world }: Caller): Reply {
  const changes = changesIn(call);
  const sizes = new Map(
    world.sysinv.cloud('controller_fs').map(({ name, size }) => [String(name), Number(size)]),
  );
  let growth = 0;
  const seen = new Set<string>();
  for (const { name, size, functions } of changes) {
    // Own words.
    if (seen.has(name)) refuse(400, `Filesystem ${name} is named twice`);
    seen.add(name);
    if (functions) checkFloatFunctions(world, name, functions);
    if (size === undefined) continue;
    const wanted = checkControllerSize(world, name, size);
    growth += (wanted - (sizes.get(name) ?? 0)) * (name === 'database' ? 2 : 1);
    sizes.set(name, wanted);
  }
  if (growth > 0) {
    checkControllersFit(world);
    const free = Math.min(...controllers(world).map((host) => freeGib(world, host)));
    checkBackup(world, sizes);
    if (growth > free) checkControllerRoom(world, growth);
  }
  apply(world, changes, sizes);
  return { status: 204 };
}

/** Own words throughout. */
function checkFloatFunctions(world: World, name: string, functions: string[]): void {
  if (name !== 'ceph-float') refuse(400, 'ControllerFs update failed: only ceph-float has functions');
  if (!backendOf(world, 'ceph-rook')) refuse(400, 'Functions need backend ceph-rook');
  const odd = functions.find((word) => word !== 'monitor' && word !== 'osd');
  if (odd !== undefined) refuse(400, `ControllerFs update failed: there is no function ${odd}`);
  if (functions.includes('monitor')) checkFixedMonitors(world);
}

function apply(world: World, changes: readonly Change[], sizes: ReadonlyMap<string, number>): void {
  const rows = world.sysinv.cloud('controller_fs');
  const sized: Row[] = [];
  const withApp = changes.some(({ functions }) => functions !== undefined);
  for (const { name, size, functions } of changes) {
    const fs = rows.find((row) => row.name === name);
    if (!fs) continue;
    if (functions) fs.capabilities = { functions };
    if (withApp) fs.state = fsState('reconfigure-with-app');
    if (size === undefined) continue;
    stampRow(world, fs, { size: sizes.get(name) ?? null, state: withApp ? (fs.state ?? null) : RESIZING });
    sized.push(fs);
  }
  if (sized.length === 0) return;
  let left = controllers(world).length;
  byConfiguration(world, controllers(world), 'controller_fs', (_host, worked) => {
    left -= 1;
    // In step when the last controller has it.
    if (left > 0) return;
    const well = worked();
    for (const fs of sized) if (fs.state === RESIZING) settleControllerFs(world, fs, well);
  });
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'controller_fs', ATTRIBUTES);
  const name = textIn(body, 'name') ?? 'None';
  const size = integerIn(body, 'size') ?? 0;
  checkFloating(world, name);
  checkFixedMonitors(world);
  const rows = world.sysinv.cloud('controller_fs');
  const known = rows.find((row) => row.name === name);
  // Own words, all three.
  if (known && statusIn(known.state) !== 'drbd_fs_update_error')
    refuse(400, `There is a filesystem ${name} already`);
  if (known) dropControllerFs(world, known);
  const free = Math.min(...controllers(world).map((host) => freeGib(world, host)));
  if (size >= free) refuse(400, `There are ${free} GiB left in cgts-vg, ${size} are needed`);
  if (size < LEAST_FLOAT) refuse(400, `Filesystem ${name} has at least ${LEAST_FLOAT} GiB`);
  checkStandbyLocked(world);
  const { id: _id, ...begin } = newInCloud(world, 'controller_fs');
  const row: Row = {
    ...begin,
    uuid: begin.uuid,
    ...ofSystem(world.sysinv.context),
    name,
    size,
    logical_volume: `${name}-lv`,
    replicated: true,
    state: fsState('drbd_fs_creating_in_progress'),
    capabilities: { functions: ['monitor'] },
    action: null,
  };
  rows.push(row);
  whenDone(world, row, 'drbd_fs_creating_in_progress', () => settleControllerFs(world, row));
  return ok(wireRow(ofCloud('controller_fs'), row, call.origin, 'item'));
}

/** Controllers take the change up; what it leads to happens once, if the filesystem still waits for it. */
function whenDone(world: World, row: Row, status: string, done: () => void): void {
  byConfiguration(world, controllers(world), 'controller_fs', (_host, worked) => {
    if (statusIn(row.state) !== status) return;
    if (worked()) done();
    else settleControllerFs(world, row, false);
  });
}

function remove(call: Call, { world }: Caller): Reply {
  const row = cloudRowOf(world, 'controller_fs', call.params.id ?? null);
  checkFloating(world, String(row.name));
  const status = statusIn(row.state);
  // Own words, both.
  if (functionsOf(row).length > 0 && status === 'available') {
    refuse(400, `Filesystem ${row.name} carries a monitor`);
  }
  if (status.endsWith('in_progress')) refuse(400, `Filesystem ${row.name} is ${status}`);
  checkStandbyLocked(world);
  stampRow(world, row, { state: fsState('drbd_fs_deleting_in_progress') });
  whenDone(world, row, 'drbd_fs_deleting_in_progress', () => dropControllerFs(world, row));
  return { status: 204 };
}
