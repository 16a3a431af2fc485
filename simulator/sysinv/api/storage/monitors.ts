/** Writes of Ceph monitors (sysinv api/controllers/v1/ceph_mon.py). */
import type { Call, Reply } from '../../../kernel/http';
import type { Caller } from '../../../kernel/world';
import {
  checkCephBackend,
  checkMonitorRemoval,
  checkMonitorSize,
  checkNewMonitor,
  checkRoom,
} from '../../checks/storage/monitors';
import { refuse } from '../../faults';
import { newOnHost, perHost, removeRow, rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { setBackend } from '../../storage/backends';
import { monitors } from '../../storage/ceph';
import { byConfiguration, inService } from '../../storage/jobs';
import { recount } from '../../storage/recount';
import { backendOf, hostNamed, isEnabled, onHost, stampRow } from '../../storage/rows';
import { everywhere, listReply, notFound, type RouteOn } from '../collections';
import { patchOperations } from '../json-patch';
import { bodyFor } from '../ptp-body';
import { ok, wireRow } from '../wire';

const ATTRIBUTES = [
  'uuid',
  'ihost_uuid',
  'ceph_mon_gib',
  'ceph_mon_dev',
  'device_path',
  'hostname',
  'state',
  'task',
];
const USUAL_GIB = 20;

export function monitorRoutes(on: RouteOn): void {
  on('POST', '/v1/ceph_mon', post);
  on('PATCH', '/v1/ceph_mon/:id', patch);
  on('DELETE', '/v1/ceph_mon/:id', remove);
}

function post(call: Call, { world }: Caller): Reply {
  checkCephBackend(world);
  const body = bodyFor(call, 'cephmon', ATTRIBUTES);
  const host = hostNamed(world, body.ihost_uuid);
  // Own words.
  if (!host) return refuse(400, `There is no host ${String(body.ihost_uuid ?? 'None')}`);
  checkNewMonitor(world, host);
  const kind = perHost('ceph_mon');
  // All monitors are of one size.
  const [other] = everywhere(world, kind);
  const gib = checkMonitorSize(world, host, other?.ceph_mon_gib ?? body.ceph_mon_gib ?? USUAL_GIB);
  const worker = host.row.personality === 'worker';
  const state = !worker ? 'configured' : isEnabled(host) ? 'configuring' : 'configuring-on-unlock';
  const row: Row = {
    ...newOnHost(world, 'ceph_mon', host),
    device_path: host.row.rootfs_device,
    ihost_uuid: host.row.uuid,
    hostname: host.row.hostname,
    ceph_mon_gib: gib,
    state,
    task: worker ? `{'${host.row.hostname}': '${state}'}` : null,
  };
  rowsOn(world, 'ceph_mon', host).push(row);
  recount(world, host);
  const reply = listReply(call, kind, kind.segment, [row]);
  inService(world, host, 90, (worked) => {
    if (row.state !== 'configuring') return;
    stampRow(world, row, { state: worked() ? 'configured' : 'configuration-failed', task: null });
  });
  return reply;
}

/** A new size is that of every monitor; the hosts are out of date until they have it. */
function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  // Own words, all three.
  if (backendOf(world, 'ceph')?.state !== 'configured') refuse(400, 'Backend ceph is not configured');
  const id = call.params.id ?? '';
  const { row, host } = onHost(world, 'ceph_mon', id) ?? notFound(perHost('ceph_mon'), id);
  const wanted = operations.find(({ path }) => path === '/ceph_mon_gib')?.value;
  if (wanted === undefined || wanted === row.ceph_mon_gib) refuse(400, 'Nothing of the monitor changes');
  const closed = operations.find(({ path }) => path !== '/ceph_mon_gib' && !path.includes('/controller'));
  if (closed) refuse(400, `${closed.path.slice(1)} of a monitor is not changed`);
  const before = Number(row.ceph_mon_gib);
  const gib = checkMonitorSize(world, host, wanted, before);
  const { hosts } = monitors(world);
  for (const other of hosts) checkRoom(world, other, gib - before);
  for (const other of hosts) {
    for (const monitor of rowsOn(world, 'ceph_mon', other)) stampRow(world, monitor, { ceph_mon_gib: gib });
  }
  const backend = backendOf(world, 'ceph');
  if (backend) setBackend(world, backend, { task: 'resize-ceph-mon-lv' });
  let left = hosts.length;
  byConfiguration(world, hosts, 'ceph_mon', (done) => {
    recount(world, done);
    left -= 1;
    if (left === 0 && backend) setBackend(world, backend, { task: null });
  });
  return ok(wireRow(perHost('ceph_mon'), row, call.origin, 'item'));
}

/** Named by its host. */
function remove(call: Call, { world }: Caller): Reply {
  const ref = call.params.id ?? '';
  const host = hostNamed(world, ref);
  const rows = host ? rowsOn(world, 'ceph_mon', host) : [];
  const row = checkMonitorRemoval(rows[0], ref);
  removeRow(rows, row);
  if (host) recount(world, host);
  return { status: 204 };
}
