/** Writes of physical volumes (sysinv api/controllers/v1/pv.py). */
import type { Call, Reply } from '../../../kernel/http';
import type { Caller } from '../../../kernel/world';
import {
  CSI,
  checkDevice,
  checkGroupTakes,
  checkVolumeHost,
  checkVolumeRemoval,
} from '../../checks/storage/groups';
import { refuse } from '../../faults';
import { newOnHost, perHost, rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { dropVolume, freeDevice, settleVolume } from '../../storage/groups';
import { inService } from '../../storage/jobs';
import { capabilitiesOf, hostNamed, onHost, stampRow } from '../../storage/rows';
import { notFound, type RouteOn } from '../collections';
import { bodyFor, textIn } from '../ptp-body';
import { ok, wireRow } from '../wire';

const ATTRIBUTES = [
  'uuid',
  'ihost_uuid',
  'forihostid',
  'ilvg_uuid',
  'forilvgid',
  'pv_type',
  'pv_state',
  'disk_or_part_uuid',
  'disk_or_part_device_node',
  'disk_or_part_device_path',
  'lvm_pv_name',
  'lvm_vg_name',
  'capabilities',
];
/** How long an agent needs for a volume, in seconds. */
const WORK = 30;

export function volumeRoutes(on: RouteOn): void {
  on('POST', '/v1/ipvs', post);
  on('DELETE', '/v1/ipvs/:id', remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'pv', ATTRIBUTES);
  const device = textIn(body, 'disk_or_part_uuid');
  const group = onHost(world, 'ilvgs', textIn(body, 'ilvg_uuid') ?? '')?.row;
  const host = hostNamed(world, body.ihost_uuid);
  // Own words, all three.
  if (!host) return refuse(400, 'Invalid data: a physical volume needs its host');
  if (device === null) return refuse(400, 'Invalid data: a physical volume needs a disk or a partition');
  if (!group) return refuse(400, 'Invalid data: a physical volume needs its volume group');
  checkVolumeHost(host, group);
  const disk = onHost(world, 'idisks', device)?.row;
  const place = disk ?? onHost(world, 'partitions', device)?.row;
  // Own words.
  if (!place) return refuse(400, `Invalid data: there is no disk or partition ${device}`);
  const type = disk ? 'disk' : 'partition';
  checkDevice(world, host, group, place, type);
  checkGroupTakes(world, group);
  const csi = capabilitiesOf(group).lvm_function === CSI;
  const going = rowsOn(world, 'ipvs', host).find((one) => one.disk_or_part_uuid === place.uuid);
  if (going) {
    // Whoever changed their mind keeps the one that was to go (pv.py _create).
    stampRow(world, going, { pv_state: 'adding' });
    place.ipv_uuid = going.uuid;
    return ok(wireRow(perHost('ipvs'), going, call.origin, 'item'));
  }
  const row: Row = {
    ...newOnHost(world, 'ipvs', host),
    pv_state: 'adding',
    pv_type: type,
    disk_or_part_uuid: place.uuid,
    disk_or_part_device_node: place.device_node ?? null,
    disk_or_part_device_path: place.device_path ?? null,
    lvm_pv_name: place.device_node ?? null,
    lvm_vg_name: group.lvm_vg_name ?? null,
    lvm_pv_uuid: null,
    lvm_pv_size: 0,
    lvm_pe_total: 0,
    lvm_pe_alloced: 0,
    capabilities: csi ? { lvm_function: CSI } : {},
    ihost_uuid: host.row.uuid,
    forilvgid: host.row.id * 2 + rowsOn(world, 'ilvgs', host).indexOf(group),
    ilvg_uuid: group.uuid,
  };
  rowsOn(world, 'ipvs', host).push(row);
  place.ipv_uuid = row.uuid;
  const reply = ok(wireRow(perHost('ipvs'), row, call.origin, 'item'));
  // Controllers extend the platform's group while they run; groups of containers are made while the host runs.
  const live = csi || (row.lvm_vg_name === 'cgts-vg' && host.row.personality === 'controller');
  if (live) {
    inService(world, host, WORK, (worked) => {
      if (row.pv_state !== 'adding') return;
      if (worked()) settleVolume(world, host, row, group);
      else stampRow(world, row, { pv_state: 'failed' });
    });
  }
  return reply;
}

function remove(call: Call, { world }: Caller): Reply {
  const id = call.params.id ?? '';
  const { row, host } = onHost(world, 'ipvs', id) ?? notFound(perHost('ipvs'), id);
  const group = rowsOn(world, 'ilvgs', host).find(({ uuid }) => uuid === row.ilvg_uuid);
  if (group) checkVolumeHost(host, group);
  checkVolumeRemoval(row, group);
  freeDevice(world, host, row);
  if (row.pv_state === 'adding') dropVolume(world, host, row);
  else stampRow(world, row, { pv_state: 'removing' });
  return { status: 204 };
}
