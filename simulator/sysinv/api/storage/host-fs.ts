/** Writes of the filesystems of hosts (sysinv api/controllers/v1/host_fs.py). */
import type { Call, Reply } from '../../../kernel/http';
import { fault } from '../../../kernel/service';
import type { Caller, World } from '../../../kernel/world';
import {
  checkHostFunctions,
  checkHostRemoval,
  checkHostRoom,
  checkHostSize,
  checkMonitorCount,
  checkNoFloating,
  checkOptional,
} from '../../checks/storage/filesystems';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { newOnHost, perHost, removeRow, rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { HOST_VOLUMES } from '../../seed/storage/filesystems';
import { dropHostFs, settleHostFs } from '../../storage/filesystems';
import { byConfiguration } from '../../storage/jobs';
import {
  backendOf,
  capabilitiesOf,
  functionsOf,
  hostNamed,
  isLockedOnline,
  isProvisioned,
  onHost,
  stampRow,
} from '../../storage/rows';
import { integerIn } from '../body';
import { notFound, type RouteOn } from '../collections';
import { hostOf } from '../hosts-read';
import { bodyFor, textIn } from '../ptp-body';
import { ok, wireRow } from '../wire';
import { changesIn } from './update-many';

const ATTRIBUTES = [
  'uuid',
  'name',
  'size',
  'logical_volume',
  'state',
  'capabilities',
  'ihost_uuid',
  'forihostid',
];
/** What Rook keeps of an OSD or a monitor, in GiB. */
const CEPH_GIB = 20;

export function hostFsRoutes(on: RouteOn): void {
  on('POST', '/v1/host_fs', post);
  on('PATCH', '/v1/host_fs/:id', () => fault(403, 'Operation not permitted.'));
  on('DELETE', '/v1/host_fs/:id', remove);
  on('PUT', '/v1/ihosts/:id/host_fs/update_many', updateMany);
}

function updateMany(call: Call, { world }: Caller): Reply {
  const changes = changesIn(call);
  const host = hostOf(call, world);
  const rows = rowsOn(world, 'host_fs', host);
  const named = (name: string) => rows.find((row) => row.name === name);
  const sized: [Row, number][] = [];
  for (const change of changes) {
    const fs = named(change.name);
    if (change.functions) checkHostFunctions(world, fs, change.name, change.functions);
    if (!fs) return refuse(400, `HostFs update failed: invalid filesystem '${change.name}'.`);
    if (change.size !== undefined) sized.push([fs, checkHostSize(world, host, fs, change.size)]);
  }
  // Own words.
  if (changes.length === 0) refuse(400, 'HostFs update failed: nothing to change');
  const growth = sized.reduce((sum, [fs, size]) => sum + size - Number(fs.size), 0);
  if (sized.length > 0) checkHostRoom(world, host, growth);
  const withApp = changes.some(({ functions }) => functions !== undefined);
  for (const { name, functions } of changes) {
    const fs = named(name);
    if (fs && functions) fs.capabilities = { ...capabilitiesOf(fs), functions };
    if (fs && withApp) stampRow(world, fs, { state: 'Reconfigure with App' });
  }
  for (const [fs, size] of sized) {
    stampRow(world, fs, { size, state: withApp ? 'Reconfigure with App' : 'Modifying' });
  }
  if (sized.length > 0 && isProvisioned(host)) {
    byConfiguration(world, [host], 'host_fs', (_host, worked) => {
      for (const [fs] of sized) if (fs.state === 'Modifying') settleHostFs(world, host, fs, worked());
    });
  }
  return { status: 204 };
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'host_fs', ATTRIBUTES);
  const name = textIn(body, 'name') ?? 'None';
  const size = integerIn(body, 'size') ?? 0;
  const host = hostNamed(world, body.ihost_uuid);
  // Own words.
  if (!host) return refuse(400, 'Invalid data: a filesystem needs its host');
  const row = create(world, host, name, size, name === 'ceph' ? 'monitor' : null);
  return ok(wireRow(perHost('host_fs'), row, call.origin, 'item'));
}

function create(world: World, host: Host, name: string, size: number, role: string | null): Row {
  checkOptional(world, host, name);
  const rows = rowsOn(world, 'host_fs', host);
  // Own words, both.
  if (rows.some((row) => row.name === name)) refuse(400, `There is a filesystem ${name} already`);
  checkHostRoom(world, host, size, '');
  if (size < 1) refuse(400, 'HostFs update failed: a filesystem has at least 1 GiB');
  if (role === 'monitor') {
    checkMonitorCount(world);
    if (isProvisioned(host)) checkNoFloating(world);
  }
  const staged = name === 'instances' || isLockedOnline(host);
  const row: Row = {
    ...newOnHost(world, 'host_fs', host),
    name,
    size,
    logical_volume: HOST_VOLUMES[name] ?? null,
    state: staged ? 'Creating (on unlock)' : 'Creating',
    capabilities: { functions: role === null ? [] : [role] },
    ihost_uuid: host.row.uuid,
  };
  rows.push(row);
  if (!staged) {
    byConfiguration(world, [host], 'host_fs', (_host, worked) => {
      if (row.state === 'Creating') settleHostFs(world, host, row, worked());
    });
  }
  return row;
}

/** The first OSD of Rook on a host brings the filesystem with it. */
export function giveCephFs(world: World, host: Host): void {
  const known = rowsOn(world, 'host_fs', host).find(({ name }) => name === 'ceph');
  if (!known) create(world, host, 'ceph', CEPH_GIB, 'osd');
  else if (!functionsOf(known).includes('osd')) {
    known.capabilities = { ...capabilitiesOf(known), functions: [...functionsOf(known), 'osd'] };
  }
}

function remove(call: Call, { world }: Caller): Reply {
  const id = call.params.id ?? '';
  const { row, host } = onHost(world, 'host_fs', id) ?? notFound(perHost('host_fs'), id);
  const force = /^(1|true|yes)$/i.test(call.query.get('force') ?? '');
  if (row.name === 'ceph' && force && backendOf(world, 'ceph-rook')) {
    markForRemoval(world, host, row);
    return { status: 204 };
  }
  checkOptional(world, host, String(row.name));
  checkHostRemoval(world, row);
  if (row.name === 'instances' || isLockedOnline(host)) {
    if (host.row.invprovision === 'provisioning') removeRow(rowsOn(world, 'host_fs', host), row);
    else stampRow(world, row, { state: 'Deleting (on unlock)' });
  } else {
    stampRow(world, row, { state: 'Deleting' });
    byConfiguration(world, [host], 'host_fs', (_host, worked) => {
      if (row.state !== 'Deleting') return;
      if (worked()) dropHostFs(world, host, row);
      else stampRow(world, row, { state: 'Error' });
    });
  }
  return { status: 204 };
}

/** By force the application takes the filesystem and its OSDs away when it is applied next. */
function markForRemoval(world: World, host: Host, row: Row): void {
  if (functionsOf(row).includes('osd')) {
    for (const stor of rowsOn(world, 'istors', host)) {
      stampRow(world, stor, { state: 'force-deleting-with-app' });
    }
  }
  const functions = functionsOf(row).filter((name) => name !== 'monitor');
  stampRow(world, row, { capabilities: { functions, marked_for_removal: true } });
}
