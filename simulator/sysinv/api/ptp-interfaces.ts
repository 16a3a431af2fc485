/** Writes of PTP interfaces, and which of them a host's interface has (sysinv api/controllers/v1/ptp_interface.py, interface.py). */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { uuidFrom } from '../../worlds/uuid';
import { checkNotOwned, divided, keypairOf } from '../checks/ptp-parameters';
import {
  addOwner,
  createParameter,
  nextId,
  ownedBy,
  ownersOf,
  parametersLike,
  removeOwner,
} from '../cloud/parameters';
import { hostsOfPlaces } from '../cloud/timing';
import { refuse } from '../faults';
import { type Row, stamp } from '../rows';
import { cloudKind } from '../state';
import { notFound, type RouteOn } from './collections';
import { type PatchOperation, patchOperations } from './json-patch';
import { bodyFor, textIn, uuidIn } from './ptp-body';
import { ok } from './wire';

const ATTRIBUTES = [
  'created_at',
  'updated_at',
  'id',
  'uuid',
  'type',
  'capabilities',
  'name',
  'ptp_instance_id',
  'ptp_instance_uuid',
  'ptp_instance_name',
  'hostnames',
  'interface_names',
  'parameters',
];

export function ptpInterfaceRoutes(on: RouteOn): void {
  on('POST', '/v1/ptp_interfaces', post);
  on('PATCH', '/v1/ptp_interfaces/:id', patch);
  on('DELETE', '/v1/ptp_interfaces/:id', remove);
}

function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'ptp_interface', ATTRIBUTES);
  const name = textIn(body, 'name');
  const uuid = uuidIn(body, 'ptp_instance_uuid');
  // Own words, here and for dpll-mgr.
  if (name === null) refuse(400, 'A PTP interface needs a name');
  const instance = world.sysinv.cloud('ptp_instances').find((row) => row.uuid === uuid);
  if (!instance) {
    return notFound(cloudKind('ptp_instances') ?? { segment: 'ptp_instances' }, uuid ?? 'None');
  }
  if (instance.service === 'dpll-mgr') refuse(400, 'An instance of dpll-mgr has no PTP interfaces');
  const rows = world.sysinv.cloud('ptp_interfaces');
  if (rows.some((row) => row.name === name)) {
    refuse(409, `A PTP interface with name '${name}' already exists.`);
  }
  const row: Row = {
    uuid: uuidFrom(world.random),
    created_at: stamp(world.clock.now()),
    updated_at: null,
    id: nextId(rows, world.sysinv.cloud('ptp_instances')),
    type: 'ptp-interface',
    capabilities: {},
    name,
    ptp_instance_id: instance.id ?? null,
    ptp_instance_uuid: instance.uuid,
    ptp_instance_name: instance.name ?? null,
    hostnames: [],
    interface_names: [],
    parameters: [],
  };
  rows.push(row);
  return ok({ ...row });
}

/** One operation after the other, all in the section `global`; nothing is judged but the equals sign (err-242, 243). */
function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call).map(({ op, value }) => ({
    adding: op === 'add',
    pair: keypairOf(value, op === 'add'),
  }));
  const uuid = call.params.id ?? '';
  const row = world.sysinv.cloud('ptp_interfaces').find((face) => face.uuid === uuid);
  if (!row) return notFound(cloudKind('ptp_interfaces') ?? { segment: 'ptp_interfaces' }, uuid);
  for (const { adding, pair } of operations) {
    const key = divided(pair, 'global');
    const [known, second] = parametersLike(world, key);
    if (second) refuse(500, 'Multiple rows were found when exactly one was required');
    if (adding) {
      if (known) checkNotOwned(known, row);
      addOwner(known ?? createParameter(world, key), row);
      continue;
    }
    // Own words, both.
    if (!known) refuse(400, `There is no PTP parameter ${pair}`);
    if (!ownersOf(known).includes(uuid)) {
      refuse(400, `The interface does not have the PTP parameter ${pair}`);
    }
    removeOwner(world, known, row);
  }
  return ok({ ...row });
}

/** Takes its parameters and its places with it, whoever has them (err-232). */
export function dropInterface(world: World, row: Row): void {
  for (const parameter of ownedBy(world, row)) removeOwner(world, parameter, row);
  const rows = world.sysinv.cloud('ptp_interfaces');
  rows.splice(rows.indexOf(row), 1);
}

function remove(call: Call, { world }: Caller): Reply {
  const uuid = call.params.id ?? '';
  const row = world.sysinv.cloud('ptp_interfaces').find((face) => face.uuid === uuid);
  // Own words: an unknown id is a 400 here.
  if (!row) refuse(400, `There is no PTP interface ${uuid}`);
  dropInterface(world, row);
  return { status: 204 };
}

const PLACES = '/ptp_interfaces/-';

/** A PATCH with `/ptp_interfaces/-` does that and nothing else, whatever else it says. False when it has none of it. */
export function placePtpInterfaces(world: World, row: Row, operations: readonly PatchOperation[]): boolean {
  const places = operations.filter(({ path }) => path === PLACES);
  for (const operation of places) place(world, row, operation);
  return places.length > 0;
}

function place(world: World, row: Row, { op, value }: PatchOperation): void {
  const faces = world.sysinv.cloud('ptp_interfaces');
  const face = faces.find(({ id, uuid }) => String(id) === String(value) || uuid === value);
  if (!face) refuse(400, `No PTP interface object with id ${value === undefined ? 'None' : String(value)}`);
  if (face.uuid === value) {
    refuse(
      500,
      `(psycopg2.errors.InvalidTextRepresentation) invalid input syntax for type integer: "${value}"`,
    );
  }
  const owner = world.sysinv.hosts.find(({ row: host }) => host.uuid === row.ihost_uuid);
  const here = `${owner?.row.hostname}/${row.ifname}`;
  const before = Array.isArray(face.interface_names) ? face.interface_names.map(String) : [];
  if (op === 'add' && before.includes(here)) {
    // As the platform says it of an instance and a host (err-239).
    refuse(409, `PTP interface is already associated to interface ${row.uuid}.`);
  }
  const after = op === 'add' ? [...before, here] : before.filter((name) => name !== here);
  face.interface_names = after;
  face.hostnames = hostsOfPlaces(after);
}
