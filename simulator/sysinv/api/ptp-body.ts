/** The body of a POST, judged as wsme judges a complex type: an object, known attributes, each of its type. */
import type { Call } from '../../kernel/http';
import type { Json } from '../../kernel/json';
import { refuse } from '../faults';
import { UUID } from '../rows';
import { jsonBody } from './json-patch';

type Body = { [attribute: string]: Json };

/** @param argument the controller's name for it, which messages use */
export function bodyFor(call: Call, argument: string, attributes: readonly string[]): Body {
  const body = jsonBody(call);
  if (body === undefined) refuse(400, `Missing argument: "${argument}"`);
  if (body === null || typeof body !== 'object') refuse(400, 'Request must be a JSON dict');
  if (Array.isArray(body)) refuse(500, "'list' object has no attribute 'keys'");
  const unknown = Object.keys(body).filter((name) => !attributes.includes(name));
  if (unknown.length > 0) refuse(400, `Unknown attribute for argument ${argument}: ${unknown.join(', ')}`);
  return body;
}

/** A text, or null where nothing was given. */
export function textIn(body: Body, attribute: string): string | null {
  const value = body[attribute] ?? null;
  if (value === null || typeof value === 'string') return value;
  refuse(
    400,
    `Invalid input for field/attribute ${attribute}. Value: '${String(value)}'. Wrong type. Expected '<class 'str'>', got '<class '${pythonType(value)}'>'`,
  );
}

/** The uuid of something else, or null where nothing was given. */
export function uuidIn(body: Body, attribute: string): string | null {
  const value = body[attribute] ?? null;
  if (value === null || (typeof value === 'string' && UUID.test(value))) return value;
  const cause = `unable to convert to uuid. Error: Expected a uuid but received ${String(value)}.`;
  refuse(400, `Invalid input for field/attribute ${attribute}. Value: '${String(value)}'. ${cause}`);
}

function pythonType(value: Exclude<Json, null>): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return typeof value === 'string' ? 'str' : 'dict';
}
