/** What a person likes, kept per browser in a few cookies that any script may read: none of them is a secret. */
export const THEMES = ['system', 'dark', 'light'] as const;
export const DENSITIES = ['compact', 'comfortable'] as const;
/** `local`: the zone of the browser. */
export const TIMES = ['local', 'utc'] as const;
export const THEME_COOKIE = 'roost-theme';
export const DENSITY_COOKIE = 'roost-density';
export const ZONE_COOKIE = 'roost-zone';
export const TIMES_COOKIE = 'roost-times';

export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];
export type Times = (typeof TIMES)[number];

export interface Look {
  theme: Theme;
  density: Density;
  /** IANA name of the browser's time zone as it last told us, `UTC` before it ever did. */
  zone: string;
  /** Whether times are written in that zone or in UTC. */
  times: Times;
}

/**
 * Reads the look from request cookies. Anything unknown falls back to the default: a cookie is a stranger's word,
 * and these end up as attributes of <html>.
 */
export function readLook(cookies: { get(name: string): { value: string } | undefined }): Look {
  const pick = <T extends string>(name: string, known: readonly T[], fallback: T) =>
    known.find((value) => value === cookies.get(name)?.value) ?? fallback;
  const zone = decodeZone(cookies.get(ZONE_COOKIE)?.value);
  return {
    theme: pick(THEME_COOKIE, THEMES, 'system'),
    density: pick(DENSITY_COOKIE, DENSITIES, 'compact'),
    zone: zone && isZone(zone) ? zone : 'UTC',
    times: pick(TIMES_COOKIE, TIMES, 'local'),
  };
}

/** One year, for the whole site. `Secure` is left off on purpose: the console may be served over plain HTTP on loopback. */
export function lookCookie(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

function decodeZone(raw: string | undefined): string | null {
  if (!raw) return null;
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}

/** Whether the runtime knows the zone; `Intl` throws a RangeError for any other word. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
