/**
 * Instants as Roost writes them (en-GB forms, DESIGN section 12): `14:32:08` today, `Thu 21:15` this week, `03 Aug`
 * older; ages `12 m`, `3 h 29 m`, `2 d 6 h`, `41 d`. Every function is pure: the present and the zone are given.
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Our own names: ICU's differ between a Node and a browser ("Sept", "Sep"), and then the first paint is not the second. */
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface WallTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** Constructing a formatter costs far more than using one, and a table of alarms uses thousands. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What clocks and calendars in that zone show. An unknown zone throws RangeError, as Intl does. */
function wallTime(instant: number, zone: string): WallTime {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatter.formatToParts(instant)) {
    if (isWallField(type)) wall[type] = Number(value);
  }
  return wall;
}

/** Milliseconds that a zone is ahead of UTC at an instant; an unknown zone throws RangeError. */
export function zoneOffset(instant: number, zone: string): number {
  const wall = wallTime(instant, zone);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return asUtc - Math.floor(instant / SECOND) * SECOND;
}

function isWallField(type: string): type is keyof WallTime {
  return ['year', 'month', 'day', 'hour', 'minute', 'second'].includes(type);
}

/**
 * Milliseconds since the epoch of what a service sent, or null when it is no instant. StarlingX services write
 * ISO 8601, some with `+00:00`, some with `Z`, some (fm, sysinv) with neither and microseconds: those mean UTC.
 */
export function parseInstant(at: string | number | Date | null | undefined): number | null {
  if (at === null || at === undefined || at === '') return null;
  if (typeof at === 'number') return Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? at : null;
  if (at instanceof Date) return Number.isNaN(at.getTime()) ? null : at.getTime();
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      at.trim(),
    );
  if (!parts) return null;
  const [, day, clock = '00:00:00', offset = 'Z'] = parts;
  const seconds = clock.length === 5 ? `${clock}:00` : clock.replace(/(\.\d{3})\d+$/, '$1');
  const zone = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
  const instant = Date.parse(`${day}T${seconds}${zone}`);
  return Number.isNaN(instant) ? null : instant;
}

/** `14:32:08` today, `Thu 21:15` within the last week, `03 Aug` in the same year, `03 Aug 2025` before. */
export function formatMoment(instant: number, now: number, zone: string): string {
  const then = wallTime(instant, zone);
  const present = wallTime(now, zone);
  const days = dayNumber(present) - dayNumber(then);
  if (days === 0) return clockOf(then);
  if (days > 0 && days < 7) return `${weekday(then)} ${two(then.hour)}:${two(then.minute)}`;
  const date = `${two(then.day)} ${MONTHS[then.month - 1] ?? ''}`;
  return then.year === present.year ? date : `${date} ${then.year}`;
}

/** `14:32:08` today, `03 Aug 14:32:08` before, `03 Aug 2025 14:32:08` in another year: a log needs the second. */
export function formatStamp(instant: number, now: number, zone: string): string {
  const then = wallTime(instant, zone);
  const present = wallTime(now, zone);
  if (dayNumber(then) === dayNumber(present)) return clockOf(then);
  const date = `${two(then.day)} ${MONTHS[then.month - 1] ?? ''}`;
  return `${date}${then.year === present.year ? '' : ` ${then.year}`} ${clockOf(then)}`;
}

/** `2026-08-03 14:05:00`: what a person types and may copy. Read it with `parseInZone` (typed-time.ts). */
export function formatTyped(instant: number, zone: string): string {
  const { year, month, day, ...clock } = wallTime(instant, zone);
  return `${year}-${two(month)}-${two(day)} ${clockOf({ year, month, day, ...clock })}`;
}

/** `UTC`, `UTC+01:00`, `UTC-03:30`: what a zone is at an instant. */
export function zoneName(instant: number, zone: string): string {
  const minutes = Math.round(zoneOffset(instant, zone) / MINUTE);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** `14:32:08`, whatever the day. */
export function formatClock(instant: number, zone: string): string {
  return clockOf(wallTime(instant, zone));
}

/** `Thu 12 Nov 2026, 21:15:07 UTC+01:00`: nothing left to guess. */
export function formatFull(instant: number, zone: string): string {
  const wall = wallTime(instant, zone);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const offset = Math.round((asUtc - instant) / MINUTE);
  const size = Math.abs(offset);
  const suffix =
    offset === 0 ? '' : `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${weekday(wall)} ${two(wall.day)} ${MONTHS[wall.month - 1] ?? ''} ${wall.year}, ${clockOf(wall)} UTC${suffix}`;
}

/** `2026-11-12 20:15:07 UTC`, for titles and comparison with logs. */
export function formatUtc(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/**
 * A span in milliseconds: `8 s`, `12 m`, `3 h 29 m`, `2 d 6 h`, and `41 d` from ten days on. Always rounded down: an
 * age never claims more than has passed. Negative spans (clocks that disagree) read as `0 s`.
 */
export function formatAge(span: number): string {
  if (!Number.isFinite(span) || span < SECOND) return '0 s';
  if (span < MINUTE) return `${Math.floor(span / SECOND)} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} m`;
  if (span < DAY) return join(Math.floor(span / HOUR), 'h', Math.floor((span % HOUR) / MINUTE), 'm');
  const days = Math.floor(span / DAY);
  return days >= 10 ? `${days} d` : join(days, 'd', Math.floor((span % DAY) / HOUR), 'h');
}

/** How long something took, with seconds while they matter: `40 s`, `9 m 12 s`, `3 h 29 m`. */
export function formatDuration(span: number): string {
  if (span >= MINUTE && span < HOUR) {
    return join(Math.floor(span / MINUTE), 'm', Math.floor((span % MINUTE) / SECOND), 's');
  }
  return formatAge(span);
}

/** Time left, as on a clock: `1:42`, `2:14:22`; rounded up, so that it reads 0:00 only when it is over. */
export function formatCountdown(span: number): string {
  const seconds = Math.max(0, Math.ceil(span / SECOND));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** Counts calendar days of a zone, so that "today" ends at local midnight and days of 23 or 25 hours count as one. */
function dayNumber(wall: WallTime): number {
  return Date.UTC(wall.year, wall.month - 1, wall.day) / DAY;
}

function weekday(wall: WallTime): string {
  // 1 January 1970 was a Thursday.
  return WEEKDAYS[(((dayNumber(wall) + 4) % 7) + 7) % 7] ?? '';
}

function clockOf(wall: WallTime): string {
  return `${two(wall.hour)}:${two(wall.minute)}:${two(wall.second)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
