/** The session cookie: its names, its flags, and how to open it. */
import 'server-only';
import type { CookiesOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import { env } from '@/lib/env';
import { type Claims, readClaims, type SessionLimits } from './session-claims';

/** Longest life of the cookie itself, in seconds. What it holds ends earlier: see session-claims. */
export const COOKIE_MAX_AGE_S = 24 * 3600;

/** Names and flags of the cookies. The __Host- prefix makes browsers insist on Secure, Path=/ and no Domain. */
export function authCookies(https: boolean): Partial<CookiesOptions> {
  const prefix = https ? '__Host-' : '';
  const options = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: https };
  return {
    sessionToken: { name: `${prefix}roost.session`, options },
    csrfToken: { name: `${prefix}roost.csrf`, options },
    callbackUrl: { name: `${prefix}roost.callback`, options },
  };
}

/** Is the console reached by https? Then cookies are Secure and HSTS is sent. */
export const servedByHttps = (): boolean => env().ROOST_URL.startsWith('https:');

export const sessionCookieName = (https: boolean): string => `${https ? '__Host-' : ''}roost.session`;

/** The configured limits, in milliseconds. */
export function sessionLimits(): SessionLimits {
  const { ROOST_IDLE_MINUTES, ROOST_WALLBOARD_IDLE_MINUTES, ROOST_TOKEN_MARGIN_SECONDS } = env();
  return {
    idleMs: ROOST_IDLE_MINUTES * 60_000,
    wallIdleMs: ROOST_WALLBOARD_IDLE_MINUTES * 60_000,
    marginMs: ROOST_TOKEN_MARGIN_SECONDS * 1000,
  };
}

/** Opens a session cookie's value. Undefined when it is absent, altered, expired or of another key. */
export async function openCookie(value: string | undefined): Promise<Claims | undefined> {
  if (!value) return undefined;
  try {
    return readClaims(await decode({ token: value, secret: env().ROOST_SECRET }));
  } catch {
    return undefined;
  }
}
