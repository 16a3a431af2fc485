/** Writes of storage backends, in the general form and in that of each type (sysinv api/controllers/v1/storage_*.py). */
import type { Call, Reply } from '../../../kernel/http';
import { type Json, parseJson } from '../../../kernel/json';
import { fault } from '../../../kernel/service';
import type { Caller, World } from '../../../kernel/world';
import {
  checkAppGone,
  checkCephReplication,
  checkCommon,
  checkReplication,
  checkRookModel,
  checkRookMove,
  checkServices,
  checkServicesKept,
  checkType,
  leastReplication,
  servicesIn,
} from '../../checks/storage/backends';
import { checkQuotas, POOLS } from '../../checks/storage/pools';
import { refuse } from '../../faults';
import { ofCloud } from '../../network/rows';
import type { Row } from '../../rows';
import { dropBackend, setBackend, TYPED, WITH_APP } from '../../storage/backends';
import { capabilitiesOf } from '../../storage/rows';
import { notFound, type RouteOn } from '../collections';
import { type PatchOperation, patchOperations } from '../json-patch';
import { bodyFor, textIn } from '../ptp-body';
import { ok, wireRow } from '../wire';
import { createBackend } from './backend-create';

const ATTRIBUTES = [
  'uuid',
  'backend',
  'name',
  'state',
  'task',
  'services',
  'capabilities',
  'confirmed',
  'network',
  'isystem_uuid',
  'forisystemid',
  'tier_uuid',
  'tier_id',
  'tier_name',
  'deployment',
  'failure_domain',
  'object_gateway',
  ...POOLS,
];

export function backendRoutes(on: RouteOn): void {
  on('POST', '/v1/storage_backend', (call, caller) => post(call, caller, undefined));
  on('PATCH', '/v1/storage_backend/:id', (call, caller) => patch(call, caller, 'storage_backend'));
  // The platform's general form has no delete that does anything.
  on('DELETE', '/v1/storage_backend/:id', () => fault(400, 'delete not implemented.'));
  for (const [type, segment] of Object.entries(TYPED)) {
    on('POST', `/v1/${segment}`, (call, caller) => post(call, caller, type));
    on('PATCH', `/v1/${segment}/:id`, (call, caller) => patch(call, caller, segment));
    on('DELETE', `/v1/${segment}/:id`, (call, caller) => remove(call, caller, segment));
  }
}

/** @param type the backend of the typed form; the general one says it in the body */
function post(call: Call, { world }: Caller, type: string | undefined): Reply {
  const segment = type ? (TYPED[type] ?? '') : 'storage_backend';
  const body = bodyFor(call, segment, ATTRIBUTES);
  const wanted = textIn(body, 'backend') ?? type ?? null;
  const name = checkType(world, wanted, textIn(body, 'name'));
  const made = createBackend(world, String(wanted), name, body);
  const row = world.sysinv.cloud(segment).find(({ uuid }) => uuid === made.uuid) ?? made;
  return answer(call, segment, row);
}

const answer = (call: Call, segment: string, row: Row): Reply =>
  ok(wireRow(ofCloud(segment), row, call.origin, 'item'));

function find(world: World, segment: string, call: Call): Row {
  const id = call.params.id ?? '';
  return world.sysinv.cloud(segment).find(({ uuid }) => uuid === id) ?? notFound(ofCloud(segment), id);
}

type Changes = { [column: string]: Json };

/** Columns to write. Capabilities come as the text of a JSON object, and add to what is there. */
function changesOf(row: Row, operations: readonly PatchOperation[]): Changes {
  const changes: Changes = {};
  for (const { path, value } of operations) {
    const column = path.slice(1);
    // Own words.
    if (!ATTRIBUTES.includes(column)) refuse(400, `A backend has no ${column}`);
    if (column !== 'capabilities') {
      changes[column] = value ?? null;
      continue;
    }
    const parsed = typeof value === 'string' ? parseJson(Buffer.from(value)) : value;
    if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
      return refuse(500, 'The capabilities are not JSON');
    }
    changes.capabilities = { ...capabilitiesOf(row), ...parsed };
  }
  return changes;
}

function patch(call: Call, { world }: Caller, segment: string): Reply {
  const operations = patchOperations(call);
  const general = find(world, segment, call);
  const type = String(general.backend);
  const row = world.sysinv.cloud(TYPED[type] ?? '').find(({ uuid }) => uuid === general.uuid) ?? general;
  const changes = changesOf(row, operations);
  const services = servicesIn(changes.services ?? row.services);
  checkServicesKept(servicesIn(row.services), services);
  judge(world, type, row, changes);
  const changed = Object.keys(changes).filter(
    (column) => JSON.stringify(row[column]) !== JSON.stringify(changes[column]),
  );
  // Own words, all three.
  if (changed.length === 0) refuse(400, 'Nothing of the backend changes');
  const open = ['services', 'capabilities', 'task', ...(type === 'ceph' ? POOLS : [])];
  const closed = changed.find((column) => !open.includes(column));
  if (closed !== undefined) refuse(400, `${closed} of a backend is not changed`);
  checkCommon(world, type, type === 'external' ? services : []);
  if (type === 'lvm') refuse(400, 'Backend lvm is not changed');
  checkServices(type, services, type === 'ceph' && row.name !== 'ceph-store');
  write(world, row, changes);
  if (type === 'ceph-rook') setBackend(world, row, { state: WITH_APP });
  return answer(call, segment, segment === 'storage_backend' ? general : row);
}

/** What changes in a way that only the type knows. */
function judge(world: World, type: string, row: Row, changes: Changes): void {
  const wanted = capabilitiesOf({ ...row, ...changes, uuid: row.uuid });
  if (type === 'ceph-rook' && changes.capabilities) {
    const before = capabilitiesOf(row);
    const copies = wanted.replication !== before.replication;
    if (copies && wanted.min_replication === before.min_replication) {
      wanted.min_replication = String(leastReplication(Number(wanted.replication)));
      changes.capabilities = wanted;
    }
    if (wanted.deployment_model !== before.deployment_model) {
      checkRookMove(world, String(wanted.deployment_model));
    }
    checkRookModel(world, wanted);
  }
  if (type !== 'ceph') return;
  if (changes.capabilities) {
    checkReplication(world, wanted, 'ceph');
    checkCephReplication(world, row, wanted);
  }
  if (POOLS.some((pool) => pool in changes)) {
    checkQuotas(
      world,
      row,
      Object.fromEntries(POOLS.map((pool) => [pool, changes[pool] ?? row[pool] ?? null])),
    );
  }
}

function write(world: World, row: Row, changes: Changes): void {
  const shared: Changes = {};
  for (const [column, value] of Object.entries(changes)) {
    if (POOLS.includes(column)) row[column] = value === null ? null : Number(value);
    else shared[column] = value;
  }
  setBackend(world, row, shared);
}

function remove(call: Call, { world }: Caller, segment: string): Reply {
  const row = find(world, segment, call);
  const type = String(row.backend);
  // Own words.
  if (type === 'ceph') refuse(400, 'Backend ceph stays once it is made');
  checkCommon(world, type, []);
  if (type === 'ceph-rook') {
    checkAppGone(world, row);
    world.sysinv.cloud('clusters').splice(0);
    world.sysinv.cloud('storage_tiers').splice(0);
  }
  dropBackend(world, row);
  return { status: 204 };
}
