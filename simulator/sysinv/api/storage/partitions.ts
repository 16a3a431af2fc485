/** Writes of partitions (sysinv api/controllers/v1/partition.py). */
import type { Call, Reply } from '../../../kernel/http';
import type { Caller, World } from '../../../kernel/world';
import {
  checkCreate,
  checkGrow,
  checkNewSize,
  checkPlace,
  checkRemove,
} from '../../checks/storage/partitions';
import { refuse } from '../../faults';
import type { Host } from '../../host';
import { newOnHost, perHost, rowsOn } from '../../network/rows';
import type { Row } from '../../rows';
import { LVM_PARTITION } from '../../seed/storage/disks';
import { partitionNode, SYSTEM_PARTITIONS } from '../../seed/storage/layout';
import { inService } from '../../storage/jobs';
import { dropPartition, makePartition } from '../../storage/partitions';
import { recount } from '../../storage/recount';
import {
  hostNamed,
  isProvisioned,
  isRootDisk,
  onHost,
  PARTITION,
  partitionNumber,
  partitionsOn,
  stampRow,
} from '../../storage/rows';
import { integerIn } from '../body';
import { notFound, type RouteOn } from '../collections';
import { patchOperations } from '../json-patch';
import { bodyFor, textIn } from '../ptp-body';
import { ok, wireRow } from '../wire';

const ATTRIBUTES = [
  'uuid',
  'ihost_uuid',
  'forihostid',
  'idisk_uuid',
  'idisk_id',
  'size_mib',
  'start_mib',
  'end_mib',
  'type_guid',
  'type_name',
  'device_node',
  'device_path',
  'status',
  'ipv_uuid',
  'foripvid',
  'capabilities',
  'created_at',
  'updated_at',
];
/** How long an agent needs for a partition, in seconds. */
const WORK = 25;

export function partitionRoutes(on: RouteOn): void {
  on('POST', '/v1/partitions', post);
  on('PATCH', '/v1/partitions/:id', patch);
  on('DELETE', '/v1/partitions/:id', remove);
}

const answer = (call: Call, row: Row): Reply => ok(wireRow(perHost('partitions'), row, call.origin, 'item'));

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'partition', ATTRIBUTES);
  const size = integerIn(body, 'size_mib');
  const guid = textIn(body, 'type_guid');
  const host = hostNamed(world, body.ihost_uuid);
  const disk = onHost(world, 'idisks', textIn(body, 'idisk_uuid') ?? '')?.row;
  if (!host || !disk || size === null) return refuse(400, 'Invalid data');
  checkPlace(host, disk, guid);
  checkCreate(world, host, disk, size);
  const number = nextNumber(world, host, disk);
  const now = isProvisioned(host);
  const row: Row = {
    ...newOnHost(world, 'partitions', host),
    start_mib: null,
    end_mib: null,
    size_mib: size,
    device_node: partitionNode(String(disk.device_node), number),
    device_path: `${disk.device_path}-part${number}`,
    type_guid: guid ?? LVM_PARTITION,
    type_name: null,
    idisk_uuid: disk.uuid,
    status: now ? PARTITION.creating : PARTITION.creatingOnUnlock,
    ihost_uuid: host.row.uuid,
    ipv_uuid: null,
    capabilities: {},
  };
  rowsOn(world, 'partitions', host).push(row);
  if (!now) recount(world, host);
  const reply = answer(call, row);
  inService(world, host, WORK, (worked) => {
    if (row.status !== PARTITION.creating) return;
    if (worked()) makePartition(world, host, row);
    else stampRow(world, row, { status: PARTITION.error });
  });
  return reply;
}

function nextNumber(world: World, host: Host, disk: Row): number {
  const last = partitionsOn(world, host, disk).at(-1);
  return Math.max(last ? partitionNumber(last) : 0, isRootDisk(disk) ? SYSTEM_PARTITIONS : 0) + 1;
}

function find(world: World, call: Call): { row: Row; host: Host; disk: Row } {
  const id = call.params.id ?? '';
  const found = onHost(world, 'partitions', id) ?? notFound(perHost('partitions'), id);
  const disk = onHost(world, 'idisks', String(found.row.idisk_uuid))?.row;
  // Own words.
  if (!disk) return refuse(400, `The disk of partition ${found.row.device_node} is gone`);
  return { ...found, disk };
}

function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const { row, host, disk } = find(world, call);
  let size: number | undefined;
  for (const { path, value } of operations) {
    // Own words: nobody asks for anything else.
    if (path !== '/size_mib') refuse(400, `Of a partition the size is changed, not ${path.slice(1)}`);
    size = checkNewSize(row, value);
  }
  if (size === undefined) return answer(call, row);
  checkPlace(host, disk, row.type_guid);
  checkGrow(world, host, disk, row, size);
  stampRow(world, row, { size_mib: size, status: PARTITION.modifying });
  const reply = answer(call, row);
  inService(world, host, WORK, (worked) => {
    if (row.status !== PARTITION.modifying) return;
    if (worked()) makePartition(world, host, row);
    else stampRow(world, row, { status: PARTITION.error });
  });
  return reply;
}

function remove(call: Call, { world }: Caller): Reply {
  const { row, host, disk } = find(world, call);
  checkPlace(host, disk, row.type_guid);
  checkRemove(world, host, disk, row);
  const { status } = row;
  if (status === PARTITION.creatingOnUnlock || status === PARTITION.errorGpt) dropPartition(world, host, row);
  else {
    stampRow(world, row, { status: PARTITION.deleting });
    inService(world, host, WORK, (worked) => {
      if (row.status !== PARTITION.deleting) return;
      if (worked()) dropPartition(world, host, row);
      else stampRow(world, row, { status: PARTITION.error });
    });
  }
  return { status: 204 };
}
