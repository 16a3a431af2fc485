/** Numbers and addresses of a body, judged as wsme judges them. Texts and uuids are in ptp-body.ts. */
import { isIP } from 'node:net';
import type { Json } from '../../kernel/json';
import { refuse } from '../faults';
import { python } from './json-patch';

type Body = { [attribute: string]: Json };

/** A whole number: digits in a text count as one. null where nothing was given. */
export function integerIn(body: Body, attribute: string): number | null {
  const value = body[attribute] ?? null;
  return value === null ? null : integerFrom(value, attribute);
}

export function integerFrom(value: Json, attribute: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (typeof value === 'string' && /^[+-]?\d+$/.test(value.trim())) return Number.parseInt(value, 10);
  const cause = `unable to convert to int. Error: invalid literal for int() with base 10: ${python(value)}`;
  refuse(
    400,
    `Invalid input for field/attribute ${attribute}. Value: '${typeof value === 'string' ? value : python(value)}'. ${cause}`,
  );
}

/** An IPv4 or IPv6 address (err-202, err-213); null where nothing was given. */
export function addressIn(body: Body, attribute: string): string | null {
  const value = body[attribute] ?? null;
  if (value === null) return null;
  if (typeof value === 'string' && isIP(value) > 0) return value.toLowerCase();
  const said = typeof value === 'string' ? value : python(value);
  refuse(400, `Expected an IPv4 or IPv6 address but received ${said}.`);
}

/** A yes or no; null where nothing was given. */
export function flagIn(body: Body, attribute: string): boolean | null {
  const value = body[attribute] ?? null;
  if (value === null || typeof value === 'boolean') return value;
  // Own words.
  refuse(400, `Invalid input for field/attribute ${attribute}. Value: '${String(value)}'.`);
}
