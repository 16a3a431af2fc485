/** /v1/event_suppression (fm-rest-api controllers/v1/event_suppression.py). */
import type { Call, Reply } from '../kernel/http';
import { parseJson, textAt } from '../kernel/json';
import { header } from '../kernel/service';
import { checkArguments, filtersOf, matchesAll, refuse, UUID } from './query';
import type { FmState, Suppression } from './state';
import { suppressionBody } from './wire';

const FIELDS = ['uuid', 'alarm_id', 'description', 'suppression_status'];

export function listSuppressions(fm: FmState, call: Call): Reply {
  checkArguments(call, ['limit', 'marker', 'sort_key', 'sort_dir']);
  // The argument is declared as text and then compared with a number.
  if (call.query.has('limit')) refuse(500, "'<' not supported between instances of 'str' and 'int'");
  const filters = filtersOf(call, FIELDS);
  const event_suppression = fm.suppressions
    .filter((row) => matchesAll((field) => textOf(row, field), filters, FIELDS))
    .map((row) => suppressionBody(row, call.origin, true));
  return { status: 200, body: { event_suppression } };
}

export function getSuppression(fm: FmState, call: Call): Reply {
  return { status: 200, body: suppressionBody(find(fm, call), call.origin, false) };
}

/** A JSON patch sent as application/json; only /suppression_status can change. */
export function patchSuppression(fm: FmState, call: Call): Reply {
  const type = header(call, 'content-type')?.split(';')[0]?.trim() ?? '';
  if (type !== 'application/json') refuse(415, `Unknown mimetype: ${type}`);
  const patches = parseJson(call.body);
  if (!Array.isArray(patches)) refuse(400, 'Request is not in valid JSON format');
  for (const patch of patches) {
    const path = textAt(patch, 'path') ?? '';
    if (path === '/uuid' || path === '/id')
      refuse(400, `'${path}' is an internal attribute and can not be updated`);
  }
  const row = find(fm, call);
  let suppressed = row.suppressed;
  for (const patch of patches) {
    const name = (textAt(patch, 'path') ?? '').replace(/^\//, '');
    if (name !== 'suppression_status') {
      refuse(400, `event_suppression parameter ${name} is not allowed to be updated.`);
    }
    const value = textAt(patch, 'value');
    if (value !== 'suppressed' && value !== 'unsuppressed') {
      refuse(
        400,
        'Invalid event_suppression parameter suppression_status values. Valid values are: suppressed, unsuppressed',
      );
    }
    suppressed = value === 'suppressed';
  }
  row.suppressed = suppressed;
  return { status: 200, body: suppressionBody(row, call.origin, false) };
}

function find(fm: FmState, call: Call): Suppression {
  const uuid = call.params.id ?? '';
  if (!UUID.test(uuid)) {
    refuse(
      400,
      `Invalid input for field/attribute uuid. Value: '${uuid}'. unable to convert to uuid. Error: [HTTP 400] Unacceptable parameters.`,
    );
  }
  const row = fm.suppressions.find((candidate) => candidate.uuid === uuid);
  return row ?? refuse(400, `[HTTP 400] No event suppression entry found for ${uuid}`);
}

function textOf(row: Suppression, field: string): string {
  if (field === 'uuid' || field === 'alarm_id' || field === 'description') return row[field];
  return row.suppressed ? 'suppressed' : 'unsuppressed';
}
