/** The body of PUT …/update_many: a list of patches, one for each filesystem, that say its name and what changes. */
import type { Call } from '../../../kernel/http';
import { type Json, parseJson, valueAt } from '../../../kernel/json';
import { refuse } from '../../faults';
import { jsonBody } from '../json-patch';

export type Change = { name: string; size?: Json; functions?: string[] };

export function changesIn(call: Call): Change[] {
  const body = jsonBody(call);
  if (body === undefined) refuse(400, 'Missing argument: "patch"');
  // Own words.
  if (!Array.isArray(body)) return refuse(400, 'patch is a list of lists');
  return body.flatMap((operations) => {
    if (!Array.isArray(operations)) return refuse(400, 'patch is a list of lists');
    // A word of old that the CLI still sends: it changes nothing.
    if (operations.some((operation) => valueAt(operation, 'path') === '/action')) return [];
    const of = (path: string) => operations.find((operation) => valueAt(operation, 'path') === path);
    const size = valueAt(of('/size'), 'value');
    const functions = of('/capabilities');
    return [
      {
        name: String(valueAt(of('/name'), 'value') ?? 'None'),
        ...(size !== undefined && { size }),
        ...(functions !== undefined && { functions: functionsIn(valueAt(functions, 'value')) }),
      },
    ];
  });
}

/** Capabilities come as the text of a JSON object. */
function functionsIn(value: Json | undefined): string[] {
  const parsed = typeof value === 'string' ? parseJson(Buffer.from(value)) : value;
  const functions = valueAt(parsed, 'functions');
  // Own words.
  if (!Array.isArray(functions)) return refuse(500, 'capabilities has no functions');
  return functions.map(String);
}
