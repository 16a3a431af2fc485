/** Writes of PTP instances (sysinv api/controllers/v1/ptp_instance.py). */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { uuidFrom } from '../../worlds/uuid';
import { applyPtp } from '../actions/config';
import { checkInstanceParameter, checkNotOwned, divided, keypairOf } from '../checks/ptp-parameters';
import {
  addOwner,
  changeParameter,
  createParameter,
  nextId,
  ownedBy,
  ownersOf,
  parametersLike,
  parametersOf,
  removeOwner,
} from '../cloud/parameters';
import { refuse } from '../faults';
import { type Row, stamp, UUID } from '../rows';
import { cloudKind } from '../state';
import { notFound, type RouteOn } from './collections';
import { type PatchOperation, patchOperations } from './json-patch';
import { bodyFor, textIn } from './ptp-body';
import { dropInterface } from './ptp-interfaces';
import { ok } from './wire';

/** In the order in which the platform lists them (err-229). */
const SERVICES = ['gnss-monitor', 'ts2phc', 'ptp4l', 'clock', 'synce4l', 'dpll-mgr', 'phc2sys'];

const ATTRIBUTES = [
  'created_at',
  'updated_at',
  'id',
  'uuid',
  'type',
  'capabilities',
  'name',
  'service',
  'hostnames',
  'parameters',
];

export function ptpInstanceRoutes(on: RouteOn): void {
  on('POST', '/v1/ptp_instances', post);
  on('POST', '/v1/ptp_instances/apply', (_call, { world }) => {
    applyPtp(world);
    return { status: 204 };
  });
  on('PATCH', '/v1/ptp_instances/:id', patch);
  on('DELETE', '/v1/ptp_instances/:id', remove);
}

/** An instance by its uuid, or the 404 that says there is none. */
export function instanceOf(world: World, uuid: string): Row {
  const row = world.sysinv.cloud('ptp_instances').find((instance) => instance.uuid === uuid);
  return row ?? notFound(cloudKind('ptp_instances') ?? { segment: 'ptp_instances' }, uuid);
}

/** A name of any characters will do, and so will no service (err-120, err-230): only a second row of the name will not. */
function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'ptp_instance', ATTRIBUTES);
  const name = textIn(body, 'name');
  const service = textIn(body, 'service');
  if (service !== null && !SERVICES.includes(service)) {
    refuse(
      400,
      `Invalid input for field/attribute service. Value: '${service}'. Value should be one of: ${SERVICES.join(', ')}`,
    );
  }
  if (name === null) {
    refuse(
      500,
      '(psycopg2.errors.NotNullViolation) null value in column "name" of relation "ptp_instances" violates not-null constraint',
    );
  }
  const rows = world.sysinv.cloud('ptp_instances');
  if (rows.some((row) => row.name === name)) {
    refuse(409, `A PTP instance with name '${name}' already exists.`);
  }
  const row: Row = {
    uuid: uuidFrom(world.random),
    created_at: stamp(world.clock.now()),
    updated_at: null,
    id: nextId(rows, world.sysinv.cloud('ptp_interfaces')),
    type: 'ptp-instance',
    capabilities: {},
    name,
    service,
    hostnames: [],
    parameters: {},
  };
  rows.push(row);
  return ok({ ...row });
}

/** One operation after the other: what was done before a refused one stays done. */
function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call).map((operation) => ({
    ...operation,
    pair: keypairOf(operation.value, operation.op === 'add'),
  }));
  const instance = instanceOf(world, call.params.id ?? '');
  for (const operation of operations) {
    if (operation.op === 'add') add(world, instance, operation);
    else take(world, instance, operation);
  }
  return ok({ ...instance });
}

type Operation = PatchOperation & { pair: string };

function add(world: World, instance: Row, { pair, section = 'global' }: Operation): void {
  const key = divided(pair, section);
  checkInstanceParameter(world, instance, key);
  if (instance.service === 'dpll-mgr' && key.name === 'config_json') {
    const present = ownedBy(world, instance).find((row) => row.name === key.name && row.section === section);
    if (present) {
      changeParameter(world, present, { value: key.value });
      return;
    }
  }
  const [known, second] = parametersLike(world, key);
  if (second) refuse(500, 'Multiple rows were found when exactly one was required');
  if (known) checkNotOwned(known, instance);
  addOwner(known ?? createParameter(world, key), instance);
}

/** By `name=value`, or by the uuid of the parameter. A `replace` of anything is taken for this too (err-226). */
function take(world: World, instance: Row, { pair, section = 'global' }: Operation): void {
  if (UUID.test(pair)) {
    const row = parametersOf(world).find(({ uuid }) => uuid === pair);
    removeOwned(world, row, instance, pair);
    return;
  }
  const [row] = parametersLike(world, divided(pair, section));
  if (!row) refuse(400, `No PTP parameter object found for ${section}'s ${pair}`);
  removeOwned(world, row, instance, `${section}'s ${pair}`);
}

function removeOwned(world: World, parameter: Row | undefined, instance: Row, label: string): void {
  // Own words.
  if (!parameter || !ownersOf(parameter).includes(instance.uuid)) {
    refuse(400, `The instance does not have the PTP parameter ${label}`);
  }
  removeOwner(world, parameter, instance);
}

/** Only an instance that no host has goes, and takes its parameters and interfaces with it. */
function remove(call: Call, { world }: Caller): Reply {
  const uuid = call.params.id ?? '';
  const rows = world.sysinv.cloud('ptp_instances');
  const instance = rows.find((row) => row.uuid === uuid);
  // Own words: an unknown id is a 400 here.
  if (!instance) refuse(400, `There is no PTP instance ${uuid}`);
  if (Array.isArray(instance.hostnames) && instance.hostnames.length > 0) {
    refuse(400, `PTP instance ${uuid} is still associated with host(s)`);
  }
  for (const parameter of ownedBy(world, instance)) removeOwner(world, parameter, instance);
  const below = world.sysinv.cloud('ptp_interfaces').filter((row) => row.ptp_instance_uuid === uuid);
  for (const row of below) dropInterface(world, row);
  rows.splice(rows.indexOf(instance), 1);
  return { status: 204 };
}
