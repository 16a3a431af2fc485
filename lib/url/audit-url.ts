/** The audit trail's filter as a link carries it, and as the view takes it. Days are UTC, as the trail's times are. */

export const AUDIT_RANGES = [
  { value: '24h', label: '24 h', hours: 24 },
  { value: '7d', label: '7 d', hours: 168 },
  { value: '30d', label: '30 d', hours: 720 },
  { value: 'days', label: 'Days', hours: null },
] as const;
export type AuditRange = (typeof AUDIT_RANGES)[number]['value'];

/** Parameters of the address. Empty says nothing of it. */
export const AUDIT_KEYS = ['range', 'from', 'to', 'who', 'action', 'outcome', 'find', 'before'] as const;
export type AuditQuery = Partial<Record<(typeof AUDIT_KEYS)[number], string | null>>;

export const auditRange = ({ range }: AuditQuery): AuditRange =>
  AUDIT_RANGES.find(({ value }) => value === range)?.value ?? '7d';

const DAY_MS = 24 * 3_600_000;

/** What the view `auditTrail` is asked for. What makes no sense in an address is left out. */
export function auditParamsOf(query: AuditQuery) {
  const range = AUDIT_RANGES.find(({ value }) => value === auditRange(query));
  const from = dayStart(query.from);
  const last = dayStart(query.to);
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,64})$/.exec(query.before ?? '') ?? [];
  return {
    ...(range?.hours ? { hours: range.hours } : {}),
    ...(range?.hours || from === null ? {} : { from }),
    ...(range?.hours || last === null ? {} : { to: last + DAY_MS }),
    ...text('who', query.who, 255),
    ...text('action', query.action, 64),
    ...text('outcome', query.outcome, 64),
    ...text('text', query.find, 255),
    ...(at && id ? { before: { at: Number(at), id } } : {}),
  };
}

/** A place in the trail, as an address carries it. */
export const auditCursor = ({ at, id }: { at: number; id: string }): string => `${at}.${id}`;

/** The file of what a filter finds, all pages of it. */
export function auditFileHref(query: AuditQuery): string {
  const carried = AUDIT_KEYS.filter((key) => key !== 'before').flatMap((key) => {
    const value = query[key];
    return value ? [[key, value] as [string, string]] : [];
  });
  return `/api/audit?${new URLSearchParams(carried)}`;
}

function text<K extends string>(key: K, value: string | null | undefined, most: number) {
  const short = value?.trim().slice(0, most);
  return short ? { [key]: short } : {};
}

/** First instant of a UTC day written `2026-08-04`, epoch milliseconds, or null. */
function dayStart(day: string | null | undefined): number | null {
  if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00.000Z`);
  return Number.isNaN(at) || at < 0 ? null : at;
}
