/** Whole collections whose every row matters: a fact that a rule leans on is read completely or not at all. */
import 'server-only';
import type { z } from 'zod';
import { fail, ok, type Result } from '@/lib/domain/result';
import { type Connection, collect } from './connection';
import { readRows } from './decode';

/**
 * A sysinv collection as rows.
 * @returns unreadable when a single row cannot be read: to leave it out would be to say that it is in order
 */
export async function allRows<Wire, Row>(
  connection: Connection,
  path: string,
  key: string,
  schema: z.ZodType<Wire>,
  reshape: (wire: Wire) => Row,
): Promise<Result<Row[]>> {
  const raw = await collect(connection, path, key);
  if (!raw.ok) return raw;
  return complete(raw.data, schema, reshape, path, connection.requestId);
}

/** The decoding half of `allRows`, for bodies that are at hand. */
export function complete<Wire, Row>(
  raw: readonly unknown[],
  schema: z.ZodType<Wire>,
  reshape: (wire: Wire) => Row,
  path: string,
  requestId = '',
  service: 'sysinv' | 'usm' = 'sysinv',
): Result<Row[]> {
  const { rows, unreadable } = readRows(raw, schema, reshape, ['name', 'hostname', 'ifname']);
  const bad = unreadable[0];
  if (!bad) return ok(rows);
  const message = `A row of ${service} ${path} cannot be read.`;
  return fail({ kind: 'unreadable', service, requestId, message, details: bad.why });
}
