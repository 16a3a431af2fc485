/**
 * The JSON patch of a PATCH, judged as sysinv's `types.JsonPatchType` and `jsonpatch` judge it: the media type is
 * application/json (the standard one for patches is refused), the body is a list, and only what exists is replaced.
 */
import type { Call } from '../../kernel/http';
import { type Json, parseJson, valueAt } from '../../kernel/json';
import { header } from '../../kernel/service';
import { refuse } from '../faults';

export type PatchOperation = {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: Json;
  /** Where PTP parameters go; the platform takes `global` when none is given. */
  section?: string;
};

/** The JSON body of a write, by the media type rules. undefined when there is none. */
export function jsonBody(call: Call): Json | undefined {
  const mediaType = (header(call, 'content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (call.body.length === 0) return undefined;
  if (mediaType !== 'application/json') refuse(415, `Unknown mimetype: ${mediaType}`);
  const body = parseJson(call.body);
  if (body === undefined) refuse(400, 'Request is not in valid JSON format');
  return body;
}

export function patchOperations(call: Call): PatchOperation[] {
  const body = jsonBody(call);
  if (body === undefined) refuse(400, 'Missing argument: "patch"');
  if (!Array.isArray(body)) {
    const text = python(body);
    refuse(400, `Invalid input for field/attribute patch. Value: '${text}'. Value not a valid list: ${text}`);
  }
  return body.map(operationOf);
}

function operationOf(item: Json): PatchOperation {
  const op = valueAt(item, 'op');
  const path = valueAt(item, 'path');
  const value = valueAt(item, 'value');
  if (typeof path !== 'string') refuse(400, "Patching Error: The operation does not contain a 'path' member");
  if (!/^(\/[\w-]+)+$/.test(path)) refuse(400, `Invalid path: ${path}`);
  if (op !== 'add' && op !== 'replace' && op !== 'remove') {
    refuse(400, `Patching Error: Unknown operation '${String(op)}'`);
  }
  if (op !== 'remove' && value === undefined) {
    refuse(400, "Patching Error: The operation does not contain a 'value' member");
  }
  const section = valueAt(item, 'section');
  return { op, path, value, ...(typeof section === 'string' ? { section } : {}) };
}

/** A value as Python prints it, which is how sysinv quotes it back. */
export function python(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `'${key}': ${python(item)}`)
      .join(', ')}}`;
  }
  return String(value);
}
