/** Writes of PTP parameters by themselves: a row is shared, and a change of it is one for every owner (api/controllers/v1/ptp_parameter.py). */
import type { Call, Reply } from '../../kernel/http';
import type { Caller } from '../../kernel/world';
import {
  changeParameter,
  createParameter,
  ownersOf,
  parametersOf,
  removeParameter,
} from '../cloud/parameters';
import { refuse } from '../faults';
import { cloudKind } from '../state';
import { notFound, type RouteOn } from './collections';
import { patchOperations } from './json-patch';
import { bodyFor, textIn } from './ptp-body';
import { ok, wireRow } from './wire';

const KIND = cloudKind('ptp_parameters') ?? { segment: 'ptp_parameters' };
const ATTRIBUTES = ['created_at', 'updated_at', 'id', 'uuid', 'section', 'name', 'value', 'owners'];
const WRITABLE = ['section', 'name', 'value'];

export function ptpParameterRoutes(on: RouteOn): void {
  on('POST', '/v1/ptp_parameters', post);
  on('PATCH', '/v1/ptp_parameters/:id', patch);
  on('DELETE', '/v1/ptp_parameters/:id', remove);
}

/** Nothing keeps two rows from being alike: see {@link parametersOf}. */
function post(call: Call, { world }: Caller): Reply {
  const body = bodyFor(call, 'ptp_parameter', ATTRIBUTES);
  const name = textIn(body, 'name');
  if (name === null) {
    refuse(
      500,
      '(psycopg2.errors.NotNullViolation) null value in column "name" of relation "ptp_parameters" violates not-null constraint',
    );
  }
  const key = { section: textIn(body, 'section') ?? 'global', name, value: textIn(body, 'value') ?? '' };
  return ok(wireRow(KIND, createParameter(world, key), call.origin, 'item'));
}

function patch(call: Call, { world }: Caller): Reply {
  const operations = patchOperations(call);
  const uuid = call.params.id ?? '';
  const row = parametersOf(world).find((parameter) => parameter.uuid === uuid) ?? notFound(KIND, uuid);
  const columns: { [column: string]: string } = {};
  for (const { op, path, value } of operations) {
    const column = path.slice(1);
    // Own words, both.
    if (!WRITABLE.includes(column)) refuse(400, `Patching Error: ${path} is not a field to write`);
    if (op !== 'replace') refuse(400, `Patching Error: can not ${op} ${path}`);
    columns[column] = String(value);
  }
  changeParameter(world, row, columns);
  return ok(wireRow(KIND, row, call.origin, 'item'));
}

function remove(call: Call, { world }: Caller): Reply {
  const uuid = call.params.id ?? '';
  const row = parametersOf(world).find((parameter) => parameter.uuid === uuid) ?? notFound(KIND, uuid);
  // Own words.
  if (ownersOf(row).length > 0) refuse(400, `PTP parameter ${uuid} has owners still`);
  removeParameter(world, row);
  return { status: 204 };
}
