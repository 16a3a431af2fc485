/** Decoding helpers: tolerant per row, strict about envelopes. */
import 'server-only';
import { z } from 'zod';
import type { Unknown, UnreadableRow } from '@/lib/domain/host';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { CallName } from './service-name';

/** Reads a whole body, or fails with the first problem named. */
export function readable<T>(
  schema: z.ZodType<T>,
  body: unknown,
  service: CallName,
  requestId: string,
): Result<T> {
  const read = schema.safeParse(body);
  if (read.success) return ok(read.data);
  return fail({
    kind: 'unreadable',
    service,
    requestId,
    message: `The answer of ${service} cannot be read.`,
    details: problem(read.error),
  });
}

/** Reads rows one by one: what cannot be read is listed, the rest stands. */
export function readRows<Wire, Row>(
  rows: readonly unknown[],
  schema: z.ZodType<Wire>,
  reshape: (wire: Wire) => Row,
  nameKeys: readonly string[],
): { rows: Row[]; unreadable: UnreadableRow[] } {
  const result: { rows: Row[]; unreadable: UnreadableRow[] } = { rows: [], unreadable: [] };
  for (const raw of rows) {
    const read = schema.safeParse(raw);
    if (read.success) result.rows.push(reshape(read.data));
    else
      result.unreadable.push({
        id: field(raw, ['uuid']),
        name: field(raw, nameKeys),
        why: problem(read.error),
      });
  }
  return result;
}

/** Odd rows with what they are rows of, where several lists are read as one. */
export const oddOf = <K extends string>(kind: K, unreadable: readonly UnreadableRow[]) =>
  unreadable.map((row) => ({ ...row, kind }));

function field(raw: unknown, keys: readonly string[]): Unknown<string> {
  if (typeof raw !== 'object' || raw === null) return null;
  for (const [key, value] of Object.entries(raw)) {
    if (keys.includes(key) && typeof value === 'string' && value !== '') return value;
  }
  return null;
}

/** The first thing that is wrong, and where. */
export function problem(error: z.ZodError): string {
  const first = error.issues[0];
  return first ? `${first.path.join('.') || 'body'}: ${first.message}` : 'unknown';
}

/** A text that may be null, missing, or (on odd rows) a number; '' counts as null. */
export const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform(
    (value): Unknown<string> =>
      value === null || value === undefined || value === '' ? null : String(value),
  );

/** A number that the platform may send as text; '' and what is no number count as null. */
export const number = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value): Unknown<number> => {
    if (value === null || value === undefined || value === '') return null;
    const parsed = Number(value);
    return Number.isFinite(parsed) ? parsed : null;
  });

/** A flag that the platform may send as true, "True" or "true". */
export const flag = z
  .union([z.boolean(), z.string()])
  .nullish()
  .transform((value): Unknown<boolean> => {
    if (typeof value === 'boolean') return value;
    if (value === null || value === undefined) return null;
    const word = value.toLowerCase();
    return word === 'true' ? true : word === 'false' ? false : null;
  });

/** A time as epoch milliseconds. Platform times are UTC, with or without a zone written. */
export const time = z
  .string()
  .nullish()
  .transform((value): Unknown<number> => (value ? utc(value) : null));

/** Epoch milliseconds of an ISO time that is UTC even where it does not say so; null where it is none. */
export function utc(value: string): Unknown<number> {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value.replace(' ', 'T')}Z`;
  const parsed = Date.parse(zoned);
  return Number.isNaN(parsed) ? null : parsed;
}
