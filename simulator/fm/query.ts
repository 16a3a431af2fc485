/**
 * Query arguments as WSME and FM's query.py read them: what is unknown is refused, `q.*` groups are ANDed, and an
 * op other than eq silently drops its filter.
 */
import type { Call, Reply } from '../kernel/http';
import { fault } from '../kernel/service';

/** fm.conf api_limit_max. */
const LIMIT_MAX = 2000;
const FILTER_ARGS = ['q', 'q.field', 'q.op', 'q.type', 'q.value'];
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A refusal on its way out of a handler. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super('refused');
  }
}

export function refuse(status: number, faultstring: string): never {
  throw new Refusal(fault(status, faultstring));
}

/** Runs a handler whose refusals are thrown. */
export function answering(handle: () => Reply): Reply {
  try {
    return handle();
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

export function checkArguments(call: Call, known: readonly string[]): void {
  for (const name of call.query.keys()) {
    if (!known.includes(name) && !FILTER_ARGS.includes(name)) refuse(400, `Unknown argument: "${name}"`);
  }
}

export function boolOf(call: Call, name: string): boolean {
  const text = call.query.get(name);
  if (text === null) return false;
  if (/^(true|t|1|yes|y|on)$/i.test(text)) return true;
  if (/^(false|f|0|no|n|off)$/i.test(text)) return false;
  return refuse(
    400,
    `Invalid input for field/attribute ${name}. Value: '${text}'. unable to convert to bool.`,
  );
}

/** A positive number, or undefined for none and for 0, which both mean the most there is. */
export function limitOf(call: Call): number | undefined {
  const text = call.query.get('limit');
  if (text === null) return undefined;
  if (!/^\s*[+-]?\d+\s*$/.test(text)) {
    refuse(
      400,
      `Invalid input for field/attribute limit. Value: '${text}'. unable to convert to int. Error: invalid literal for int() with base 10: '${text}'`,
    );
  }
  const limit = Number(text);
  if (limit < 0) refuse(400, 'Limit must be positive');
  return limit === 0 ? undefined : limit;
}

/** The alarm list is cut at the server's maximum; the event log is not. */
export function cappedLimit(call: Call): number {
  return Math.min(limitOf(call) ?? LIMIT_MAX, LIMIT_MAX);
}

/**
 * Paging by marker is broken in the platform: a marker that exists is a 500 on SQLAlchemy 1.4 and later
 * (contract fm/alarms-page2-marker, event-log-page2-marker-sorted).
 */
export function checkMarker(call: Call, exists: (uuid: string) => boolean, kind: string): void {
  const marker = call.query.get('marker');
  if (marker === null) return;
  if (!UUID.test(marker)) {
    refuse(
      400,
      `Invalid input for field/attribute marker. Value: '${marker}'. unable to convert to uuid. Error: [HTTP 400] Unacceptable parameters.`,
    );
  }
  if (!exists(marker)) refuse(404, `[HTTP 404] ${kind} ${marker} could not be found.`);
  refuse(500, "'id'");
}

/** The link to the next page, which forgets filters and flags, and leads to a marker that does not work. */
export function nextLink(
  call: Call,
  path: string,
  limit: number | undefined,
  last: string,
  sort: [string, string],
) {
  const key = call.query.get('sort_key') ?? sort[0];
  const dir = call.query.get('sort_dir') ?? sort[1];
  return `${call.origin}${path}?sort_key=${key}&sort_dir=${dir}&limit=${limit}&marker=${last}`;
}

export type Filter = { field: string; value: string };

/** The filters that count. Fields that the resource lacks are a 500 of the service, not a 400. */
export function filtersOf(call: Call, fields: readonly string[]): Filter[] {
  const names = call.query.getAll('q.field');
  const ops = call.query.getAll('q.op');
  const values = call.query.getAll('q.value');
  return names.flatMap((field, index) => {
    if ((ops[index] ?? 'eq') !== 'eq') return [];
    if (!fields.includes(field)) refuse(500, `'${field}'`);
    return [{ field, value: values[index] ?? '' }];
  });
}

/** Microseconds of a moment as query.py reads it: a zone is dropped, not converted. */
export function momentOf(text: string): number {
  const parts =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?)?/.exec(text);
  if (!parts) return refuse(500, `Unable to parse date string '${text}'`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (month < 1 || month > 12) refuse(500, 'month must be in 1..12');
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    refuse(500, 'day is out of range for month');
  if (hour > 23) refuse(500, 'hour must be in 0..23');
  if (minute > 59) refuse(500, 'minute must be in 0..59');
  if (second > 59) refuse(500, 'second must be in 0..59');
  return (
    Date.UTC(year, month - 1, day, hour, minute, second) * 1000 + Number((parts[7] ?? '').padEnd(6, '0'))
  );
}

/** @param textOf the text of a row's field */
export function matchesAll(
  textOf: (field: string) => string,
  filters: Filter[],
  exact: readonly string[],
): boolean {
  return filters.every(({ field, value }) => {
    const text = textOf(field);
    // SQL LIKE %value%: MariaDB and PostgreSQL differ in case; the platform's PostgreSQL does not fold it.
    return exact.includes(field) ? text === value : text.includes(value);
  });
}
